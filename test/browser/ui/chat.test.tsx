import { expect, it } from "vitest";
import { Chat, type ChatMessage } from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

async function* long(messages: readonly ChatMessage[]) {
  yield `You said **${messages.at(-1)!.text}**.\n\n`;
  for (let i = 0; i < 60; i++) yield `- item ${i}\n`;
  yield "\n```ts\nconst end = true;\n```\n";
}

const App = () => (
  <main>
    <h1>Chat</h1>
    <Chat label="Helper" reply={long} height="420px" suggestions={["What can you do?"]} attachments={{ maxCount: 3 }} />
  </main>
);

const distanceFromEnd = (page: WidgetPage["page"]) =>
  page.getByRole("log").evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight));

it("W211: Enter sends and Shift with Enter does not; the end stays in sight until the person scrolls away, or sends", async () => {
  await using opened = await WidgetPage.open(App);
  const { page } = opened;
  const field = page.getByRole("textbox", { name: "Message" });
  await field.click();
  await page.keyboard.type("one");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("two");
  await page.keyboard.press("Enter");
  const whole = page.locator(".tandem-message-whole", { hasText: "item 59" });
  await whole.waitFor();
  await eventually(() => page.locator(".tandem-message-text").textContent()).toBe("one\ntwo");
  await eventually(() => field.inputValue()).toBe("");
  await eventually(() => distanceFromEnd(page)).toBe(0);
  await page.getByRole("log").hover();
  await page.mouse.wheel(0, -10_000);
  await page.getByRole("button", { name: "Jump to the end" }).waitFor();
  await field.fill("again");
  await page.keyboard.press("Enter");
  await whole.nth(1).waitFor();
  await eventually(() => distanceFromEnd(page)).toBe(0);
  expect(opened.troubles).toEqual([]);
});

it("W211: an input method keeps its Enter", async () => {
  await using opened = await WidgetPage.open(App);
  const { page } = opened;
  await page.getByRole("textbox", { name: "Message" }).fill("にほん");
  const isPrevented = await page.getByRole("textbox", { name: "Message" }).evaluate((field) => {
    const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, isComposing: true });
    field.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(isPrevented).toBe(false);
  expect(await page.locator(".tandem-message").count()).toBe(0);
});

it("W212: passes axe in the light and the dark, before and after something is said, and fits on a phone", async () => {
  await using opened = await WidgetPage.open(App, { viewport: { width: 390, height: 844 } });
  const { page } = opened;
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.getByLabel("Attach files").setInputFiles({ name: "a.png", mimeType: "image/png", buffer: PIXEL });
  await page.locator(".tandem-chip-done img").waitFor();
  await page.getByRole("textbox", { name: "Message" }).fill("Look at this");
  await page.getByRole("button", { name: "Send" }).click();
  await page.locator(".tandem-attached-picture img").waitFor();
  await page.locator(".tandem-message-whole .hljs-keyword").waitFor();
  const width = () =>
    page.locator(".tandem-attached-picture img").evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await eventually(width).toBe(1);
  expect(await opened.accessibilityFaults()).toEqual([]);
  await eventually(() => opened.scrollWidth()).toBe(390);
  expect(opened.troubles).toEqual([]);
});

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
