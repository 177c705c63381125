import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { eventually, GalleryVisit } from "../support/gallery-visit.ts";

let visit: GalleryVisit;
beforeAll(async () => void (visit = await GalleryVisit.begin()));
afterAll(() => visit.end());
afterEach(() => expect(visit.troubles.splice(0)).toEqual([]));

const button = (name: string) => visit.page.getByRole("button", { name, exact: true });
const status = () => visit.page.getByRole("status").first().textContent();

it("E40: custom messages are shown by the page's script, in order, in their own session alone", async () => {
  const { page } = visit;
  await visit.to("shiny/custom-message");
  const stranger = await visit.context.newPage();
  await visit.to("shiny/custom-message", stranger);
  for (const text of ["Hello", "<b>again</b>"]) {
    await page.getByLabel("Enter a message").fill(text);
    await button("Submit the message").click();
  }
  const lines = page.getByRole("region", { name: "Messages" }).locator("p");
  await eventually(() => lines.allTextContents()).toEqual(["Hello", "<b>again</b>"]);
  expect(await stranger.getByRole("region", { name: "Messages" }).locator("p").count()).toBe(0);
  await stranger.close();
});

it("E41: the message handler answers requests, and what it throws for people is shown", async () => {
  const { page } = visit;
  await visit.to("shiny/message-handler");
  const answers: [cell: string, text: string, answer: string][] = [
    ["A1", "40", "A1 is saved. The sum is now 40."],
    ["A2", "2", "A2 is saved. The sum is now 42."],
    ["A3", "many", "“many” is no number."],
  ];
  for (const [cell, text, answer] of answers) {
    await page.getByLabel(cell).fill(text);
    await page.getByLabel(cell).blur();
    await eventually(status).toBe(answer);
  }
  await eventually(() => page.locator("p", { hasText: "Sum on the server" }).textContent()).toContain("42");
});

it("E42: an expression, a function's result, a promise and an error come back from the browser", async () => {
  const { page } = visit;
  await visit.to("pywebio/eval-js");
  const evaluate = async (title: string) => {
    await button(`Evaluate: ${title}`).click();
    const result = page.getByRole("region", { name: title }).getByRole("status");
    await eventually(() => result.textContent()).toMatch(/^(?!…|not evaluated yet)/);
    return result.textContent();
  };
  expect(await evaluate("An expression")).toBe(JSON.stringify(page.url()));
  expect(await evaluate("A function’s result")).toBe("101");
  expect(await evaluate("A promise")).toBe('"Returned inside callback."');
  expect(await evaluate("Something that fails")).toMatch(/^TypeError: /);
});

it("E43: run_js logs the sum in the browser's console", async () => {
  const { page } = visit;
  await visit.to("pywebio/run-js");
  await page.getByLabel("b", { exact: true }).fill("41");
  await button("Log a + b to the browser’s console").click();
  await eventually(() => visit.troubles).toEqual(["console: log 42"]);
  visit.troubles.splice(0);
  await button("Turn the wheel").click();
  await eventually(() => page.evaluate("document.getElementById('wheel').getAnimations().length")).toBe(1);
});

it("E44: a notice is shown for each kind, and undoing brings a file back", async () => {
  const { page } = visit;
  await visit.to("pywebio/toast");
  await page.getByLabel("until dismissed").check();
  for (const kind of ["info", "warning"]) await button(kind).click();
  await page.getByRole("alert").filter({ hasText: "warning" }).waitFor();
  await page.getByRole("status").filter({ hasText: "info" }).waitFor();
  const files = page.getByRole("list", { name: "Files" }).getByRole("listitem");
  await button("Delete plan.md").click();
  await eventually(() => files.count()).toBe(2);
  await button("Undo").click();
  await eventually(() => files.count()).toBe(3);
  await eventually(() => files.nth(1).textContent()).toContain("plan.md");
});

it("E45: text goes to the clipboard and back, and a refusal is told", async () => {
  const { page, context } = visit;
  await visit.to("rio/clipboard");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const text = page.getByRole("textbox", { name: "Text" });
  await button("Copy").click();
  await eventually(status).toBe("Copied.");
  await text.fill("");
  await button("Paste").click();
  await eventually(status).toBe("Pasted.");
  await eventually(() => text.inputValue()).toBe("Two riders, one bicycle.");
  await context.clearPermissions();
  await button("Paste").click();
  await eventually(status).toBe("Your browser refused (NotAllowedError).");
});
