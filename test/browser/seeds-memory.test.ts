import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { eventually, GalleryVisit } from "../support/gallery-visit.ts";

let visit: GalleryVisit;
beforeAll(async () => void (visit = await GalleryVisit.begin()));
afterAll(() => visit.end());
afterEach(() => expect(visit.troubles.splice(0)).toEqual([]));

const button = (name: string) => visit.page.getByRole("button", { name, exact: true });
const status = () => visit.page.getByRole("status").first().textContent();

it("E65: who is attached is known everywhere, until it is detached", async () => {
  await visit.to("rio/attachments");
  await visit.page.getByLabel("Name").fill("Grace");
  await button("Sign in").click();
  await eventually(status).toBe("Signed in as Grace.");
  await button("Sign out").click();
  await eventually(status).toBe("Nobody is signed in.");
});

it("E66: settings are there after a reload, and in a second tab at once", async () => {
  const { page } = visit;
  await visit.to("reading");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("With serifs").uncheck();
  await button("I am here").click();
  const greeting = (name: string) => page.getByText(`Good evening, ${name}. You were here last: 20`);
  await greeting("Ada").waitFor();
  const second = await visit.context.newPage();
  await visit.to("reading", second);
  await second.getByLabel("Your name").fill("Grace");
  await greeting("Grace").waitFor();
  await second.close();
  await visit.to("reading");
  await greeting("Grace").waitFor();
  await eventually(() => page.getByLabel("With serifs").isChecked()).toBe(false);
  await button("Forget all").click();
  await page.getByText("Good evening, stranger. You were here last: never.").waitFor();
});

it("E67: a module written once is used twice, each with a field of its own", async () => {
  const { page } = visit;
  await visit.to("shiny/module");
  const part = (name: string) => page.getByRole("region", { name });
  await part("Pears").getByLabel("Step").fill("5");
  for (const name of ["Apples", "Pears"]) await part(name).getByRole("button", { name: "Add" }).click();
  await eventually(() => page.locator("#apples-count").textContent()).toBe("1");
  await eventually(() => page.locator("#basket-pears-count").textContent()).toBe("5");
});
