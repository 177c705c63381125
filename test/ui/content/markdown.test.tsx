import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { mount } from "tandem/testing";
import { Markdown } from "tandem/ui";
import { TestSession } from "../../support/test-session.ts";

const show = async (text: string, props: object = {}) => {
  const app = await mount(() => <Markdown text={text} {...props} />);
  return { app, root: app.document.querySelector(".tandem-markdown")! };
};

const SAMPLE = `# Title

A *fine* **text** with \`code\`, ~~struck~~ and https://example.org.

- [x] done
- [ ] to do

1. one
2. two

| a | b |
|:-:|--:|
| 1 | 2 |

> quoted

\`\`\`ts
const a = 1;
\`\`\`

---
`;

/** What is shown, whatever it took to get there. */
function plain(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? "";
  if (node.nodeType !== 1) return "";
  const element = node as Element;
  const ids = /^(data-t|data-on|data-do|id|data-copy-from)$/;
  const attributes = [...element.attributes]
    .filter(({ name }) => !ids.test(name))
    .map(({ name, value }) => ` ${name}="${value}"`);
  return `<${element.localName}${attributes.toSorted().join("")}>${[...element.childNodes].map(plain).join("")}</>`;
}

describe("Markdown", () => {
  it("W100: shows CommonMark with tables, tasks, struck text and bare links", async () => {
    const { app, root } = await show(SAMPLE);
    expect(root.querySelector("h1")!.textContent).toBe("Title");
    expect(root.querySelector("p em")!.textContent).toBe("fine");
    expect(root.querySelector("p strong")!.textContent).toBe("text");
    expect(root.querySelector("p s")!.textContent).toBe("struck");
    expect(root.querySelector("p a")!.getAttribute("href")).toBe("https://example.org");
    expect([...root.querySelectorAll("li.tandem-task")].map((item) => item.textContent)).toEqual(["done", "to do"]);
    expect(root.querySelector("[role=img]")!.getAttribute("aria-label")).toBe("Done:");
    expect(root.querySelector("td")!.getAttribute("data-align")).toBe("center");
    expect(root.querySelectorAll("ol > li")).toHaveLength(2);
    expect(root.querySelector("blockquote p")!.textContent).toBe("quoted");
    expect(root.querySelector("pre .hljs-keyword")!.textContent).toBe("const");
    expect(root.querySelector("hr")).not.toBeNull();
    await app.close();
  });

  it("W100: headings go down to the level they have on the page", async () => {
    const { app, root } = await show("# A\n\n##### B", { headingLevel: 3 });
    expect([...root.children].map((child) => child.localName)).toEqual(["h3", "h6"]);
    await app.close();
  });

  it("W101: HTML is text, whatever it is", async () => {
    const { app, root } = await show("<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> a <b>b</b>");
    expect(root.querySelector("script, img, b")).toBeNull();
    expect(root.textContent).toContain("<script>alert(1)</script>");
    await app.close();
  });

  it("W101: a link leads to pages, mail and telephones, and elsewhere without telling where from", async () => {
    const bad = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"];
    const text = [...bad, "https://a.org", "/own", "mailto:a@b.c", "tel:1"].map((to) => `[x](${to})`).join("\n\n");
    const { app, root } = await show(text);
    const links = [...root.querySelectorAll("a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual(["https://a.org", "/own", "mailto:a@b.c", "tel:1"]);
    expect(links.map((link) => link.getAttribute("rel"))).toEqual([
      "noopener noreferrer nofollow ugc",
      null,
      "noopener noreferrer nofollow ugc",
      "noopener noreferrer nofollow ugc",
    ]);
    await app.close();
  });

  it("W102: shows images of this server, and others as links to them, unless told", async () => {
    const text = "![own](/a.png) ![far](https://a.org/b.png) ![tricky](//a.org/c.png) ![tricky](///a.org/d.png)";
    // A path on a page of http:, another server on one of https:.
    const far = await show("![tricky](http:a.org/b.png) ![tricky](https:a.org/b.png)");
    expect(far.root.querySelector("img")).toBeNull();
    await far.app.close();
    const own = await show(text);
    expect([...own.root.querySelectorAll("img")].map((image) => image.getAttribute("src"))).toEqual(["/a.png"]);
    expect(own.root.querySelectorAll("a")).toHaveLength(3);
    const none = await show(text, { images: "none" });
    expect(none.root.querySelector("img")).toBeNull();
    const all = await show(text, { images: "all" });
    expect(all.root.querySelectorAll("img")).toHaveLength(4);
    for (const { app } of [own, none, all]) await app.close();
  });

  it("W103: of a text that changes, only the blocks that do are sent", () => {
    const text = signal("# A\n\nfirst\n\nsecond\n\nthird");
    const test = new TestSession(() => <Markdown text={text} />);
    const client = test.connect();
    test.session.run(() => (text.value = "# A\n\nfirst\n\nchanged\n\nthird"));
    const sent = JSON.stringify(client.operations);
    expect(sent).toContain("changed");
    expect(sent).not.toContain("third");
    expect(sent).not.toContain("first");
  });

  it("W103: however it is cut, a text that comes bit by bit is shown as if it had come whole", async () => {
    const whole = `${SAMPLE}\n[later] and [sooner]\n\n[sooner]: /s\n\n- a\n\n  b\n- c\n\n[later]: /l\n\n[later] again`;
    for (const step of [1, 3, 17]) {
      const text = signal("");
      await using app = await mount(() => (
        <main>
          <Markdown text={text} />
        </main>
      ));
      for (let end = step; end < whole.length + step; end += step) {
        app.session.run(() => (text.value = whole.slice(0, end)));
      }
      await app.settle();
      const fixed = await show(whole);
      expect(plain(app.document.querySelector(".tandem-markdown")!)).toBe(plain(fixed.root));
      await fixed.app.close();
    }
  });

  it("W104: a streamed text of 50 kB sends a small multiple of itself", () => {
    const part = `## Part\n\n${"Some words of a paragraph that goes on. ".repeat(10)}\n\n- ${"an item\n- ".repeat(20)}end\n\n\`\`\`ts\n${"const a = 1;\n".repeat(30)}\`\`\`\n\n`;
    const whole = part.repeat(Math.ceil(50_000 / part.length));
    const text = signal("");
    const test = new TestSession(() => <Markdown text={text} />, { limits: { maxBacklogOperations: 1e6 } });
    const client = test.connect();
    const step = 24; // some tokens, as come with one flush
    for (let end = step; end < whole.length + step; end += step)
      test.session.run(() => (text.value = whole.slice(0, end)));
    const sent = JSON.stringify(client.operations).length;
    expect(sent).toBeLessThan(whole.length * 8);
  });
});
