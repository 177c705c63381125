import { expect, it } from "vitest";
import { mount } from "tandem/testing";
import { Markdown, markdownHtml } from "tandem/ui";

const SAMPLE = `# A & B

*Fine* **bold** \`a < b\` ~~gone~~ [there](https://example.org "T\\"t") ![own](/a.png) line  
broken

- [x] done
  1. inner
- [ ] to do

3. three

| a | b |
|:-:|--:|
| 1 | "2" |

> quoted

---
`;

const HOSTILE = `<script>alert(1)</script> <img src=x onerror=alert(1)>

[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) ![d](javascript:alert(1)) [e](/ok"onclick="x)

\`\`\`html
<script>alert(1)</script></code></pre><img src=x onerror=alert(1)>
\`\`\`

\`\`\`"><script>
x
\`\`\`
`;

/** Elements and texts, without what only a live page has. */
function plain(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? "";
  if (node.nodeType !== 1) return "";
  const element = node as Element;
  const attributes = [...element.attributes]
    .filter(({ name }) => !name.startsWith("data-t"))
    .map(({ name, value }) => ` ${name}="${value}"`);
  return `<${element.localName}${attributes.toSorted().join("")}>${[...element.childNodes].map(plain).join("")}</>`;
}

it("W246: is what Markdown shows, element by element", async () => {
  await using app = await mount(() => <Markdown text={SAMPLE} images="none" headingLevel={2} />);
  const written = app.document.createElement("div");
  written.innerHTML = markdownHtml(SAMPLE, { headingLevel: 2 });
  const shown = app.document.querySelector(".tandem-markdown")!;
  const elements = (root: Element) => [...root.children].map(plain);
  expect(elements(written)).toEqual(elements(shown));
  expect(elements(written)).toHaveLength(7);
});

it("W246: lets nothing through that Markdown does not, in code either", async () => {
  await using app = await mount(() => null);
  const written = app.document.createElement("div");
  written.innerHTML = markdownHtml(HOSTILE, { images: "all" });
  expect(written.querySelectorAll("script, [onerror], [onclick]")).toHaveLength(0);
  expect([...written.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual(["/ok%22onclick=%22x"]);
  expect(written.querySelector("pre")!.textContent).toContain("<script>alert(1)</script></code></pre>");
  expect(written.textContent).toContain("<img src=x onerror=alert(1)>");
});

it("W246: pieces of code are told apart", () => {
  expect(markdownHtml("```ts\nlet a = '<';\n```")).toBe(
    '<pre><code><span class="hljs-keyword">let</span> a = <span class="hljs-string">\'&lt;\'</span>;\n</code></pre>',
  );
  expect(markdownHtml("![a](/b.png)", { images: "own" })).toContain('<img src="/b.png" alt="a"');
});
