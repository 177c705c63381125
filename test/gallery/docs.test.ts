import { describe, expect, it } from "vitest";
import { exampleComponent } from "../../gallery/docs/example-module.ts";
import { withPictures } from "../../gallery/docs/own-files.ts";
import { findPage, library } from "../../gallery/docs/library.ts";
import { segmentsOf, withLinks } from "../../gallery/docs/segments.ts";

describe("the documentation in the gallery", () => {
  it("G40: has every page of the guide in its order, every widget, and what is looked up", () => {
    const titles = library().map(({ title, pages }) => [title, pages.length > 2]);
    expect(titles).toEqual([
      ["Guide", true],
      ["Widgets", true],
      ["Reference", true],
      ["Coming from", true],
    ]);
    expect(library()[0]!.pages[0]).toMatchObject({ path: "guide/first-app", title: "Your first app" });
    expect(findPage("widgets/slider")?.title).toBe("Slider");
    expect(findPage("../README")).toBeUndefined();
  });

  it("G41: parts a page into prose and examples, in order", () => {
    const text = "# A\n\n```tsx\nconst a = 1;\n```\n\nThen\n\n```ts\nlet b;\n```\n\n```tsx\nx\n```\n";
    expect(segmentsOf(text)).toEqual([
      { kind: "prose", text: "# A\n\n" },
      { kind: "example", code: "const a = 1;\n" },
      { kind: "prose", text: "\nThen\n\n```ts\nlet b;\n```\n\n" },
      { kind: "example", code: "x\n" },
    ]);
  });

  it("G41: links lead to pages here; a file that is none is only named", () => {
    const address = (path: string) => (path === "widgets/form" ? "/docs/widgets/form" : undefined);
    const text = "[a](../widgets/form.md#lists) [b](../../SPEC.md) [c](https://x.example/y.md) [d](#below)";
    expect(withLinks(text, "guide/widgets", address)).toBe(
      "[a](/docs/widgets/form) b [c](https://x.example/y.md) [d](#below)",
    );
  });

  it("G42: builds an example once, and shows what it exports; a whole site is none of it", async () => {
    const shown = 'import { signal } from "tandem";\nexport default function A() { return <b>{signal(1)}</b>; }\n';
    expect(await exampleComponent(shown)).toBeTypeOf("function");
    expect(exampleComponent(shown)).toBe(exampleComponent(shown));
    const site =
      'import { app, page } from "tandem";\nexport default app(() => null, { pages: [page({ path: "/", component: () => null })] });\n';
    expect(await exampleComponent(site)).toBeUndefined();
    expect(await exampleComponent("export const answer = 42;\n")).toBeUndefined();
  });

  it("G42: draws the pictures that an example names, and leaves one alone that needs other files", () => {
    expect(withPictures('<Image src="/assets/fjord.jpg" alt="A fjord" />')).toMatch(/src="data:image\/svg/);
    expect(withPictures('<Video src="/assets/tour.mp4" label="A tour" />')).toBeUndefined();
  });
});
