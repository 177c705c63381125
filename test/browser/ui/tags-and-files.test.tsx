import { expect, it } from "vitest";
import { signal, type FileInfo } from "tandem";
import { Button, FileInput, TagsInput } from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

export function Desk() {
  const words = signal<string[]>(["rain"]);
  const papers = signal<FileInfo[]>([]);
  const [off, fixed] = [signal(false), signal(false)];
  return (
    <main>
      <h1>Desk</h1>
      <form>
        <TagsInput
          label="Words"
          bind={words}
          max={4}
          tag={{ pattern: /[a-z]+/, patternMessage: "Only small letters, please." }}
          suggestions={["hail", "fog"]}
          placeholder="Add some"
          help="Enter or a comma ends one."
          disabled={off}
          readonly={fixed}
        />
        <FileInput label="Papers" bind={papers} types={["txt"]} maxSize={1_000} maxCount={2} disabled={off} required />
        <Button onClick={() => (off.value = !off.peek())}>Switch off</Button>
        <Button onClick={() => (fixed.value = !fixed.peek())}>Fix</Button>
        <Button onClick={() => ((words.value = ["fog"]), (papers.value = []))}>Set</Button>
      </form>
      <output>{() => JSON.stringify([words.value, papers.value.map(({ name }) => name)])}</output>
    </main>
  );
}

const open = (options = {}) => WidgetPage.open(Desk, options);
const value = async ({ page }: WidgetPage) => JSON.parse((await page.locator("output").textContent())!) as unknown[];
const text = (name: string, length = 5) => ({ name, mimeType: "text/plain", buffer: Buffer.alloc(length, "a") });

it("U116: tags are typed, pasted and taken back by keyboard; the input is empty at once for the next", async () => {
  await using opened = await open();
  const { page } = opened;
  const words = page.getByLabel("Words", { exact: true });
  await words.focus();
  await page.keyboard.type("snow");
  await page.keyboard.press("Enter");
  await page.keyboard.type("wind,hail");
  await eventually(async () => (await value(opened))[0]).toEqual(["rain", "snow", "wind"]);
  expect(await words.inputValue()).toBe("hail");
  await page.keyboard.press("Tab");
  await eventually(async () => (await value(opened))[0]).toEqual(["rain", "snow", "wind", "hail"]);
  await words.focus();
  for (let times = 0; times < 3; times++) await page.keyboard.press("Backspace");
  await eventually(async () => (await value(opened))[0]).toEqual(["rain"]);
  await words.evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "a\nb\n\nc d");
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await eventually(async () => (await value(opened))[0]).toEqual(["rain", "a", "b"]);
  await page.getByText("Only small letters, please.").waitFor();
  await eventually(() => words.inputValue()).toBe("c d");
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.getByRole("button", { name: "Set" }).click();
  await eventually(() => page.locator(".tandem-picked").allTextContents()).toEqual(["fog"]);
  await page.getByRole("button", { name: "Remove fog" }).click();
  await eventually(async () => (await value(opened))[0]).toEqual([]);
  expect(opened.troubles).toEqual([]);
});

it("U118: files are chosen, shown as they arrive, refused in words, and taken away by the app", async () => {
  await using opened = await open();
  const { page } = opened;
  await page.getByLabel("Papers").setInputFiles([text("a.txt"), text("large.txt", 2_000)]);
  await eventually(async () => (await value(opened))[1]).toEqual(["a.txt"]);
  await page.getByRole("alert").waitFor();
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.getByRole("button", { name: "Remove large.txt" }).click();
  await page.getByRole("button", { name: "Set" }).click();
  await eventually(() => page.getByText("a.txt").count()).toBe(0);
  await page.getByLabel("Papers").setInputFiles(text("b.txt"));
  await eventually(async () => (await value(opened))[1]).toEqual(["b.txt"]);
  await page.getByRole("button", { name: "Remove b.txt" }).click();
  await page.getByText("Please choose one or more files.").waitFor();
});

it("U117, U119: nothing is entered while they are disabled or read-only, be it forged in the page", async () => {
  await using opened = await open();
  const { page } = opened;
  for (const name of ["Switch off", "Fix"]) {
    await page.getByRole("button", { name }).click();
    await eventually(() => page.getByLabel("Words", { exact: true }).isEditable()).toBe(false);
    await page.evaluate(() => {
      for (const control of document.querySelectorAll<HTMLInputElement>("tandem-tags :is(input, button)")) {
        control.disabled = control.readOnly = false;
        if (control.matches("button")) control.click();
      }
      const detail = ["forged"];
      document.querySelector("tandem-tags")!.dispatchEvent(new CustomEvent("tandem-tags", { detail, bubbles: true }));
    });
    await page.getByRole("button", { name }).click();
    await eventually(() => page.getByLabel("Words", { exact: true }).isEditable()).toBe(true);
    expect(await value(opened)).toEqual([["rain"], []]);
  }
});

it("U115: tags and files fit on a phone, and pass axe", async () => {
  await using opened = await open({ viewport: { width: 390, height: 700 } });
  expect(await opened.accessibilityFaults()).toEqual([]);
  await eventually(() => opened.scrollWidth()).toBe(390);
});
