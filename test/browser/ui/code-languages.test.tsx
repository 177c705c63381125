import type { Page, Route } from "playwright-core";
import { expect, it } from "vitest";
import { Show, signal } from "tandem";
import { Button, CodeInput, type CodeInputLanguage } from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { RefusingProxy } from "../../support/refusing-proxy.ts";
import { WidgetPage } from "../../support/widget-page.ts";

/** In each, some of it is coloured as what it is in that language. */
const SAMPLES: Readonly<Record<CodeInputLanguage, string>> = {
  text: "select 1",
  json: '{ "a": true }',
  javascript: "const a = <b>1</b>;",
  typescript: "type A = string;",
  css: "a { color: red }",
  html: "<p class='a'>x</p><script>let a = 1</script>",
  markdown: "# Title\n\n<b>x</b>",
  python: "def a(): pass",
  sql: "select 1",
};

/** What pages load for code, by name. */
function partsOf(page: Page): string[] {
  const parts: string[] = [];
  page.on("request", (request) => {
    const name = /tandem-(code[a-z-]*?)-[\w-]{12}\.js/.exec(request.url())?.[1];
    if (name !== undefined) parts.push(name);
  });
  return parts;
}

/** How many pieces of code are told apart by their language; pairs of brackets are by the editor itself. */
const pieces = (page: Page): Promise<number> =>
  page.locator("tandem-code-editor .cm-line span:not([class*=Bracket])").count();

/** Holds back what is asked for there, until told. */
async function heldBack(page: Page, url: RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(url, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

it("W240: a page loads the languages that it shows, each when it is first shown", async () => {
  const language = signal<CodeInputLanguage>("text");
  const text = signal(SAMPLES.text);
  const Codes = () => <CodeInput label="Code" language={language} bind={text} />;
  await using opened = await WidgetPage.start(Codes);
  const parts = partsOf(opened.page);
  await opened.visit();
  await opened.page.getByRole("textbox", { name: "Code" }).waitFor();
  expect(parts).toEqual(["code"]);
  const loads: Partial<Record<CodeInputLanguage, string[]>> = {};
  for (const [name, sample] of Object.entries(SAMPLES) as [CodeInputLanguage, string][]) {
    parts.length = 0;
    text.set(sample);
    language.set(name);
    if (name === "text") continue;
    await eventually(() => pieces(opened.page)).toBeGreaterThan(0);
    loads[name] = parts.toSorted();
    language.set("text");
    await eventually(() => pieces(opened.page)).toBe(0);
  }
  expect(loads).toEqual({
    json: ["code-json"],
    javascript: ["code-javascript"],
    typescript: [],
    css: ["code-css"],
    html: ["code-html"],
    markdown: ["code-markdown"],
    python: ["code-python"],
    sql: ["code-sql"],
  });
  expect(opened.troubles).toEqual([]);
});

it("W240: a language that others are in comes with them, in whatever order", async () => {
  await using opened = await WidgetPage.start(() => (
    <CodeInput label="Code" language="markdown" value={SAMPLES.markdown} />
  ));
  const { page } = opened;
  const parts = partsOf(page);
  const release = await heldBack(page, /tandem-code-css/);
  await page.goto(opened.server.url, { waitUntil: "commit" });
  // What comes last in the page waits for what comes first, and so are all others there.
  await eventually(() => parts.length).toBe(5);
  release();
  await eventually(() => pieces(page)).toBeGreaterThan(0);
  expect(parts.toSorted()).toEqual(["code", "code-css", "code-html", "code-javascript", "code-markdown"]);
  expect(opened.troubles).toEqual([]);
});

it("W240, W241: over HTTP, one that fails is asked for again, and code is plain text till then", async () => {
  const language = signal<CodeInputLanguage>("text");
  const text = signal("");
  const Codes = () => <CodeInput label="Code" language={language} bind={text} />;
  await using opened = await WidgetPage.start(Codes);
  const { page } = opened;
  const proxy = await RefusingProxy.start(opened.server.port);
  try {
    const failed: string[] = [];
    await page.route(/tandem-code-python/, async (route: Route) => {
      if (failed.length > 0) return route.continue();
      failed.push(route.request().url());
      await route.abort();
    });
    await page.goto(`http://localhost:${proxy.port}`);
    await page.getByRole("textbox", { name: "Code" }).click();
    language.set("python");
    await eventually(() => failed.length).toBe(1);
    await page.keyboard.type("def a(): pass");
    await eventually(() => text.peek()).toBe("def a(): pass");
    await eventually(() => pieces(page)).toBeGreaterThan(0);
  } finally {
    await proxy.close();
  }
});

it("W241: a language that comes while code is typed leaves the text, the cursor and what can be undone", async () => {
  const text = signal("");
  await using opened = await WidgetPage.start(() => <CodeInput label="Code" language="json" bind={text} />);
  const { page } = opened;
  const release = await heldBack(page, /tandem-code-json/);
  await page.goto(opened.server.url, { waitUntil: "commit" });
  const code = page.getByRole("textbox", { name: "Code" });
  await page.locator("tandem-code-editor .cm-content").click();
  await page.keyboard.type("[tru]");
  await page.keyboard.press("ArrowLeft");
  expect(await pieces(page)).toBe(0);
  release();
  await page.keyboard.type("e");
  await eventually(() => pieces(page)).toBeGreaterThan(0);
  expect(await code.textContent()).toBe("[true]");
  await page.keyboard.type(", 1");
  await eventually(() => text.peek()).toBe("[true, 1]");
  // Who types slowly has more to undo: as much as there are letters at most.
  for (let undone = 0; undone < "[true, 1]".length; undone++) await page.keyboard.press("Control+Z");
  await eventually(() => text.peek()).toBe("");
  for (let redone = 0; redone < "[true, 1]".length; redone++) await page.keyboard.press("Control+Y");
  await eventually(() => text.peek()).toBe("[true, 1]");
  expect(opened.troubles).toEqual([]);
});

it("W241: a language that comes while an input method composes leaves what is composed", async () => {
  const text = signal("");
  await using opened = await WidgetPage.start(() => <CodeInput label="Code" language="json" bind={text} />);
  const { page } = opened;
  const release = await heldBack(page, /tandem-code-json/);
  await page.goto(opened.server.url, { waitUntil: "commit" });
  await page.locator("tandem-code-editor .cm-content").click();
  await page.keyboard.type("[true, ");
  const keys = await page.context().newCDPSession(page);
  await keys.send("Input.imeSetComposition", { text: "にほ", selectionStart: 2, selectionEnd: 2 });
  release();
  // It has run when it can be imported. The editor shows nothing of it before the input method is done.
  await page.evaluate(`import(document.querySelector("script[src*=code-json]").src).then(() => undefined)`);
  await keys.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
  await keys.send("Input.insertText", { text: "日本" });
  await page.keyboard.type("]");
  await eventually(() => text.peek()).toBe("[true, 日本]");
  await eventually(() => pieces(page)).toBeGreaterThan(0);
  expect(await page.getByRole("textbox", { name: "Code" }).textContent()).toBe("[true, 日本]");
  expect(opened.troubles).toEqual([]);
});

it("W242: who types into the text area goes on in the editor that comes, at the same place", async () => {
  const text = signal("");
  const isShown = signal(false);
  await using opened = await WidgetPage.start(() => (
    <main>
      <Button onClick={() => isShown.set(true)}>Show</Button>
      <Show when={isShown}>{() => <CodeInput label="Code" bind={text} required rows={2} />}</Show>
    </main>
  ));
  const { page } = opened;
  const release = await heldBack(page, /tandem-code-[\w-]{12}\.js/);
  await opened.visit();
  await page.getByRole("button", { name: "Show" }).click();
  await page.locator("textarea").click();
  await page.keyboard.type("ac");
  await page.keyboard.press("ArrowLeft");
  release();
  await page.locator("tandem-code-editor .cm-focused").waitFor();
  await page.keyboard.type("b");
  await eventually(() => text.peek()).toBe("abc");
  // Had it been left while it was empty, that would be told.
  expect(await page.getByText("Please fill this in.").count()).toBe(0);
  expect(opened.troubles).toEqual([]);
});
