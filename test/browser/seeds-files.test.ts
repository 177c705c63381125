import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { eventually, GalleryVisit } from "../support/gallery-visit.ts";

let visit: GalleryVisit;
beforeAll(async () => {
  visit = await GalleryVisit.begin();
  // From the start: a picker that opens before anybody has told Chromium to hand it over is lost.
  visit.page.on("filechooser", () => {});
});
afterAll(() => visit.end());
afterEach(() => expect(visit.troubles.splice(0)).toEqual([]));

const button = (name: string) => visit.page.getByRole("button", { name, exact: true });

async function downloaded(name: string): Promise<[name: string, text: string]> {
  const [download] = await Promise.all([visit.page.waitForEvent("download"), button(name).click()]);
  return [download.suggestedFilename(), await readFile(await download.path(), "utf8")];
}

it("E50: the dynamic route tells how often its session was clicked, and no other session's", async () => {
  const { page } = visit;
  await visit.to("shiny/dynamic-route");
  const stranger = await visit.context.newPage();
  await visit.to("shiny/dynamic-route", stranger);
  const messages = () => page.locator("#messages").textContent();
  for (let clicks = 1; clicks <= 2; clicks++) {
    await button("Click to serve").click();
    await eventually(messages).toBe(`Clicked ${clicks} times`);
  }
  const path = await page.getByRole("link", { name: "the route of this session" }).getAttribute("href");
  const theirs = await stranger.getByRole("link", { name: "the route of this session" }).getAttribute("href");
  const ask = async (address: string | null) => (await fetch(new URL(address!, visit.server.url))).json();
  expect([await ask(path), await ask(theirs)]).toEqual([{ n_clicks: 2 }, { n_clicks: 0 }]);
  await stranger.close();
});

it("E51: the browser saves what is offered, under its name", async () => {
  await visit.to("pywebio/download");
  expect(await downloaded("Click to download")).toEqual(["hello-world.txt", "hello world!"]);
  await visit.page.getByLabel("Rows").fill("2");
  expect(await downloaded("Download the table")).toEqual(["squares-2.csv", "number,square\n0,0\n1,1"]);
});

it("E52: a file is picked and read, and choosing none is told", async () => {
  const { page } = visit;
  await visit.to("rio/pick-file");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button("Pick a text file").click()]);
  await chooser.setFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("Dear diary") });
  await page.getByText("notes.txt, 10 bytes, text/plain").waitFor();
  await eventually(() => page.getByLabel("How it starts").textContent()).toContain("Dear diary");
  await Promise.all([page.waitForEvent("filechooser"), button("Pick a text file").click()]);
  await page.locator("body > input[type=file]").dispatchEvent("cancel");
  await page.getByRole("status").getByText("You chose no file.").waitFor();
});
