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
  await eventually(() => page.locator("dialog").count()).toBe(0);
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

it("E62: the book club's books are for who has logged in; Back and Forward lead from page to page", async () => {
  await visit.to("rio/pages");
  const opened = visit.context.waitForEvent("page");
  await visit.page.getByRole("link", { name: "Open it in a window of its own" }).click();
  const page = await opened;
  const shows = (title: string) => page.getByRole("heading", { name: title, exact: true }).waitFor();
  const at = () => new URL(page.url()).pathname;
  const enter = async () => {
    await shows("Log in");
    await page.getByLabel("Your name").fill("Ada");
    await page.getByRole("button", { name: "Log in" }).click();
    await shows("Books of Ada");
  };
  await page.getByRole("link", { name: "Books" }).click();
  await enter();
  await eventually(at).toBe("/book-club/books");
  await page.getByRole("link", { name: "Beloved" }).click();
  await shows("Beloved");
  await eventually(async () => [at(), await page.title()]).toEqual(["/book-club/books/3", "Beloved"]);
  await page.goBack();
  await page.getByText("Choose a book.").waitFor();
  await page.goForward();
  await shows("Beloved");
  await page.getByLabel("Note").fill("Read it again");
  await page.getByRole("link", { name: "The Leopard" }).click();
  await page.getByText("Your note is not saved.").waitFor();
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await shows("The Leopard");
  await eventually(() => page.getByLabel("Note").inputValue()).toBe("");
  await page.getByRole("link", { name: "A page that is not there" }).click();
  await shows("There is no such page");
  await page.goto(new URL("/book-club/books/2", visit.server.url).href);
  await enter();
  await shows("The Leopard");
  await eventually(at).toBe("/book-club/books/2");
  await page.close();
});
