import { describe, expect, it } from "vitest";
import { mount } from "tandem/testing";
import markdown from "../../../examples/apps/markdown/app.tsx";
import { fileNameOf, statisticsOf } from "../../../examples/apps/markdown/statistics.ts";

const text = (app: Awaited<ReturnType<typeof mount>>) => app.screen.getByLabelText<HTMLTextAreaElement>("Markdown");

describe("the Markdown previewer", () => {
  it("E420: shows what is written at each key, and counts it", async () => {
    await using app = await mount(markdown);
    await app.user.clear(text(app));
    await app.user.type(text(app), "# My bells{Enter}{Enter}Two **bold** words");
    expect(app.screen.getByRole("heading", { name: "My bells" }).localName).toBe("h2");
    expect(app.screen.getByText("bold").localName).toBe("strong");
    app.screen.getByText("5 words");
    app.screen.getByText("1 minute to read");
  });

  it("E421: is saved under the name of its first heading", async () => {
    await using app = await mount(markdown);
    await app.user.click(app.screen.getByText("Download"));
    expect(app.downloads[0]!.name).toBe("all-there-is.md");
    expect(await app.downloads[0]!.text()).toContain("## Tables");
    expect(
      ["## Über *uns*!", "no heading", "# " + "x".repeat(200)].map((each) => fileNameOf(each).slice(0, 12)),
    ).toEqual(["über-uns.md", "untitled.md", "xxxxxxxxxxxx"]);
    expect(statisticsOf("")).toEqual({ words: 0, characters: 0, lines: 0, minutes: 0 });
  });

  it("E462: is saved as a page of its own, which runs nothing and asks nobody", async () => {
    await using app = await mount(markdown);
    await app.user.clear(text(app));
    await app.user.type(
      text(app),
      "# A <i>& B{Enter}{Enter}<script>x</script> ![p](https://example.org/p.png) **bold**",
    );
    await app.user.click(app.screen.getByText("As a page"));
    const file = app.downloads[0]!;
    expect(file.name).toBe("a-i-b.html");
    const page = new app.window.DOMParser().parseFromString(await file.text(), "text/html");
    expect(page.title).toBe("A <i>& B");
    expect(page.querySelector("main h1")!.textContent).toBe("A <i>& B");
    expect(page.querySelector("main strong")!.textContent).toBe("bold");
    expect(page.querySelectorAll("script, img, link")).toHaveLength(0);
    expect(page.querySelector("[http-equiv]")!.getAttribute("content")).toMatch(/^default-src 'none'/);
    expect(page.querySelector("style")!.textContent).not.toContain("url(");
  });

  it("E422: another text to begin with takes the place of one that was changed only after asking", async () => {
    await using app = await mount(markdown);
    const choose = (name: string) => app.user.selectOptions(app.screen.getByLabelText("Begin with"), name);
    await choose("Read me");
    app.screen.getByRole("heading", { name: "bellringer" });
    await app.user.type(text(app), "more");
    await choose("Nothing");
    await app.user.click(app.screen.getByRole("button", { name: "Leave it" }));
    expect(text(app).value).toBe("");
  });
});
