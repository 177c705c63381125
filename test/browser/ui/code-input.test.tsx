import { expect, it } from "vitest";
import { signal } from "tandem";
import { Button, CodeInput, createForm, Form, SubmitButton } from "tandem/ui";
import { deferred, type Deferred } from "../../support/promises.ts";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const SCRIPT = `// Says hello.
export function hello(name: string): string {
  return \`Hello \${name}, \${1 + 2}\`;
}
`;

let saving: Deferred<void>;

export function Codes() {
  saving = deferred();
  const code = signal(SCRIPT);
  const [off, fixed] = [signal(false), signal(false)];
  const language = signal<"json" | "sql">("json");
  const form = createForm({ initial: { text: "" }, onSubmit: () => saving.promise });
  return (
    <main>
      <h1>Code</h1>
      <CodeInput
        label="Script"
        language="typescript"
        bind={code}
        help="It says hello."
        maxLength={200}
        required
        disabled={off}
        readonly={fixed}
      />
      <CodeInput label="Query" language={language} value="select 1" lineNumbers={false} wrap rows={2} placeholder="…" />
      <Form form={form}>
        <CodeInput label="Text" bind={form.fields.text} rows={2} required />
        <SubmitButton>Send</SubmitButton>
      </Form>
      <pre>{code}</pre>
      <output>{() => `${code.value.length} ${form.state.value} ${form.values.value.text}`}</output>
      <p>
        <Button onClick={() => (off.value = !off.peek())}>Switch off</Button>
        <Button onClick={() => (fixed.value = !fixed.peek())}>Fix</Button>
        <Button onClick={() => (code.value = "let a = 1;\n")}>Set</Button>
        <Button onClick={() => (language.value = "sql")}>SQL</Button>
      </p>
    </main>
  );
}

async function open(options = {}) {
  const opened = await WidgetPage.open(Codes, options);
  // Before the editor is there, the text area in its place is called the same.
  await opened.page.locator("tandem-code-editor .cm-content").nth(2).waitFor();
  return opened;
}
const code = ({ page }: WidgetPage) => page.locator("pre").textContent();

it("U120: code is typed and set, both ways; what is typed stays, and the cursor with it", async () => {
  await using opened = await open();
  const { page } = opened;
  const script = page.getByRole("textbox", { name: "Script" });
  await script.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("hello('Ada')");
  await eventually(() => code(opened)).toBe(`${SCRIPT}hello('Ada')`);
  await page.getByRole("button", { name: "Set" }).click();
  await eventually(() => script.textContent()).toBe("let a = 1;");
  await script.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("// x\n");
  await eventually(() => code(opened)).toBe("// x\nlet a = 1;\n");
  // What takes long to be read is coloured afterwards.
  const color = page.locator("tandem-code-editor").first().locator(".cm-line span").first();
  await eventually(() => color.evaluate((span) => getComputedStyle(span).color)).not.toBe(
    await page.evaluate(() => getComputedStyle(document.body).color),
  );
  expect(opened.troubles).toEqual([]);
});

it("U120: who writes before the editor is there goes on in it", async () => {
  await using opened = await WidgetPage.start(Codes);
  const { page } = opened;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/tandem-code.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(opened.server.url, { waitUntil: "commit" });
  await page.locator("textarea").first().press("Control+End");
  await page.keyboard.type("one");
  release();
  await page.locator(".cm-content:focus").waitFor();
  await page.keyboard.type("two");
  await eventually(() => code(opened)).toBe(`${SCRIPT}onetwo`);
});

it("U120: what is required or too long is said and kept out, and a label leads to the editor", async () => {
  await using opened = await open();
  const { page } = opened;
  await page.locator("label").filter({ hasText: "Script" }).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await page.getByText("Please fill this in.").waitFor();
  expect(await code(opened)).toBe(SCRIPT);
  const script = page.getByRole("textbox", { name: "Script" });
  await eventually(() => script.getAttribute("aria-invalid")).toBe("true");
  await script.focus();
  await page.keyboard.insertText("x".repeat(150));
  await page.keyboard.insertText("y".repeat(100));
  await eventually(() => code(opened)).toBe("x".repeat(150));
  // Whatever the page says.
  await page.evaluate(() => {
    const area = document.querySelector("textarea")!;
    area.value = "z".repeat(201);
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.dispatchEvent(new Event("change", { bubbles: true }));
    area.dispatchEvent(new FocusEvent("blur"));
  });
  await page.getByText("Please use at most 200 characters.").waitFor();
  expect(await code(opened)).toBe("x".repeat(150));
});

it("U121: Tab indents, and after Escape it leaves", async () => {
  await using opened = await open();
  const { page } = opened;
  await page.getByRole("button", { name: "Set" }).click();
  const script = page.getByRole("textbox", { name: "Script" });
  await eventually(() => script.textContent()).toBe("let a = 1;");
  await script.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Tab");
  await eventually(() => code(opened)).toBe("  let a = 1;\n");
  await page.keyboard.press("Shift+Tab");
  await eventually(() => code(opened)).toBe("let a = 1;\n");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.ariaLabel ?? "");
  await eventually(focused).toBe("Query");
});

it("U122: nothing is entered while it is disabled, read-only or its form is submitted, be it forged", async () => {
  await using opened = await open();
  const { page } = opened;
  for (const name of ["Switch off", "Fix"]) {
    await page.getByRole("button", { name }).click();
    const script = page.getByRole("textbox", { name: "Script" });
    await eventually(
      async () => (await script.getAttribute("aria-readonly")) ?? (await script.getAttribute("aria-disabled")),
    ).toBe("true");
    await script.click({ force: true });
    await page.keyboard.type("forged");
    await page.evaluate(() => {
      const area = document.querySelector("textarea")!;
      area.disabled = area.readOnly = false;
      area.value = "forged";
      area.dispatchEvent(new Event("input", { bubbles: true }));
      area.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await page.getByRole("button", { name }).click();
    await eventually(
      async () => (await script.getAttribute("aria-readonly")) ?? (await script.getAttribute("aria-disabled")),
    ).toBe(null);
    expect(await code(opened)).toBe(SCRIPT);
  }
  await page.getByRole("button", { name: "Send" }).click();
  // The focus goes to what is wrong.
  await eventually(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.ariaLabel ?? "")).toBe(
    "Text",
  );
  await page.keyboard.type("hi");
  await page.getByRole("button", { name: "Send" }).click();
  await eventually(() => page.locator("output").textContent()).toContain("submitting hi");
  await eventually(() => page.getByRole("textbox", { name: "Text" }).getAttribute("aria-disabled")).toBe("true");
  saving.resolve();
  await eventually(() => page.locator("output").textContent()).toContain("submitted hi");
});

it("U123: it passes axe in both themes, fits on a phone, and follows a language that changes", async () => {
  await using opened = await open({ viewport: { width: 390, height: 800 } });
  const { page } = opened;
  expect(await opened.accessibilityFaults()).toEqual([]);
  await eventually(() => opened.scrollWidth()).toBe(390);
  const colors = () =>
    page.evaluate(
      () => document.querySelectorAll("tandem-code-editor")[1]!.shadowRoot!.querySelectorAll(".cm-line span").length,
    );
  const before = await colors();
  await page.getByRole("button", { name: "SQL" }).click();
  await eventually(colors).toBeGreaterThan(before);
  expect(opened.troubles).toEqual([]);
});
