import { describe, expect, it } from "vitest";
import { mount } from "tandem/testing";
import assistant from "../../../examples/apps/assistant/app.tsx";
import { calculate } from "../../../examples/apps/assistant/calculate.ts";

const open = () => mount(assistant);

describe("the assistant", () => {
  it("E400: answers word by word, with Markdown, always the same", async () => {
    await using app = await open();
    await app.user.click(app.screen.getByText("Write a counter in Tandem"));
    await app.clock.advance(200);
    app.screen.getByRole("button", { name: "Stop" });
    const soFar = app.document.querySelector(".tandem-markdown")!.textContent!.length;
    await app.clock.advance(10_000);
    expect(soFar).toBeGreaterThan(0);
    expect(app.document.querySelector(".tandem-markdown")!.textContent!.length).toBeGreaterThan(soFar);
    expect(app.document.querySelector(".hljs-keyword")!.textContent).toBe("import");
    expect(app.screen.queryByRole("button", { name: "Stop" })).toBeNull();
  });

  it("E400: sums are read by their grammar", () => {
    const results = [
      "12 * (7 + 5)",
      "what is 2^3^2?",
      "1 / 4 - -2",
      "(1 + 2",
      "call 555-1234-x",
      "none here",
      "1/0",
    ].map((text) => calculate(text)?.result);
    expect(results).toEqual([144, 512, 2.25, undefined, -679, undefined, undefined]);
  });

  it("E401: stopped, it says no more, and can be had again", async () => {
    await using app = await open();
    await app.user.click(app.screen.getByText("Show me a table of the planets"));
    await app.clock.advance(300);
    await app.user.click(app.screen.getByRole("button", { name: "Stop" }));
    await app.clock.advance(10_000);
    app.screen.getByText("Stopped.");
    expect(app.screen.queryByText("Neptune")).toBeNull();
    await app.user.click(app.screen.getByRole("button", { name: "Answer again" }));
    await app.clock.advance(20_000);
    app.screen.getByText("Neptune");
  });

  it("E402: reads the files that are attached: texts, tables, JSON", async () => {
    await using app = await open();
    const { File } = app.window;
    await app.user.upload(app.screen.getByLabelText("Attach files"), [
      new File(["name,age\nAda,36\nBo,4\n"], "people.csv"),
      new File(['{"a":1,"b":2}'], "data.json"),
      new File(["Bells bells bells ring."], "poem.txt"),
    ]);
    await app.waitFor(() => expect(app.document.querySelectorAll(".tandem-chip-done")).toHaveLength(3));
    await app.user.click(app.screen.getByRole("button", { name: "Send" }));
    await app.screen.findByText(/^bells: 3/, {}, { timeout: 60_000 });
    expect(app.document.querySelector(".tandem-markdown th")!.textContent).toBe("name");
    expect(app.document.querySelector(".tandem-markdown")!.textContent).toContain("2 rows of 2 columns");
    expect(app.document.querySelector(".tandem-markdown")!.textContent).toContain("a record with 2 keys");
  });

  it("E403: conversations are kept side by side, called by how they began", async () => {
    await using app = await open();
    await app.user.click(app.screen.getByText("What is 12 * (7 + 5)?"));
    await app.clock.advance(3_000);
    app.screen.getByText("144");
    await app.user.click(app.screen.getByRole("button", { name: "New chat" }));
    expect(app.screen.queryByText("144")).toBeNull();
    await app.user.click(app.within(app.screen.getByRole("navigation")).getByText("What is 12 * (7 + 5)?"));
    app.screen.getByText("144");
    await app.user.click(app.screen.getByRole("button", { name: "Delete What is 12 * (7 + 5)?" }));
    expect(app.screen.queryByText("144")).toBeNull();
  });
});
