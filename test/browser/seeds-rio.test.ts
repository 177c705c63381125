import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { eventually, GalleryVisit } from "../support/gallery-visit.ts";

let visit: GalleryVisit;
beforeAll(async () => void (visit = await GalleryVisit.begin()));
afterAll(() => visit.end());
afterEach(() => expect(visit.troubles.splice(0)).toEqual([]));

const button = (name: string) => visit.page.getByRole("button", { name, exact: true });

it("E60: the ice cream is chosen in a dialog that only a choice closes", async () => {
  const { page } = visit;
  await visit.to("rio/ice-cream");
  const chosen = () => page.locator(".live p").textContent();
  expect(await chosen()).toBe("You have chosen: Vanilla");
  await button("Open the dialog").click();
  const dialog = page.getByRole("dialog", { name: "Which ice cream would you like?" });
  await dialog.waitFor();
  await page.locator("dialog:modal").waitFor();
  await page.keyboard.press("Escape");
  await page.mouse.click(5, 5);
  expect(await dialog.isVisible()).toBe(true);
  await dialog.getByLabel("Ice cream").selectOption("Strawberry");
  await eventually(chosen).toBe("You have chosen: Strawberry");
  expect(await page.locator("dialog").count()).toBe(0);
  await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Open the dialog");
});

it("E61: the question is answered yes, no or not at all, and only an answer changes something", async () => {
  const { page } = visit;
  await visit.to("rio/yes-no");
  const question = page.getByRole("alertdialog", { name: "A question" });
  const shown = async () => [
    await page.getByRole("status").textContent(),
    await page.locator(".live p").last().textContent(),
  ];
  const answer = async (key: string) => {
    await button("Open the dialog").click();
    await page.locator("dialog:modal").waitFor();
    if (key === "No") await question.getByRole("button", { name: "No" }).click();
    else await page.keyboard.press(key);
    await question.waitFor({ state: "detached" });
  };
  await answer("Enter");
  await eventually(shown).toEqual(["yes", "You like ice cream."]);
  await answer("Escape");
  await eventually(shown).toEqual(["none", "You like ice cream."]);
  await answer("No");
  await eventually(shown).toEqual(["no", "You do not like ice cream."]);
});
