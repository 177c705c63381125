import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { eventually, GalleryVisit } from "../support/gallery-visit.ts";

let visit: GalleryVisit;
beforeAll(async () => void (visit = await GalleryVisit.begin()));
afterAll(() => visit.end());
afterEach(() => expect(visit.troubles.splice(0)).toEqual([]));

const button = (name: string, page = visit.page) => page.getByRole("button", { name, exact: true });
const title = (page = visit.page) => page.getByRole("heading", { level: 1 }).textContent();

it("E56: what is deferred runs in its order when a window is closed, and whoever stays sees it", async () => {
  await visit.to("pywebio/deferred-clean-up");
  const lines = () => visit.page.getByRole("list", { name: "Log" }).getByRole("listitem").allTextContents();
  await eventually(async () => (await lines())[0]).toMatch(/^Visitor \d+ came\.$/);
  const other = await visit.context.newPage();
  await visit.to("pywebio/deferred-clean-up", other);
  const number = /You are visitor (\d+)/.exec((await other.locator("main").textContent())!)![1];
  await other.close({ runBeforeUnload: true });
  await eventually(async () => (await lines()).slice(0, 3)).toEqual([
    `Visitor ${number} went: putting out the light.`,
    `Visitor ${number} went: clearing the table.`,
    `Visitor ${number} came.`,
  ]);
});

it("E57: the local counter counts for its own session alone", async () => {
  await visit.to("pywebio/local-counter");
  const other = await visit.context.newPage();
  await visit.to("pywebio/local-counter", other);
  const shown = (page = visit.page) =>
    page.getByRole("list", { name: "Shown" }).getByRole("listitem").allTextContents();
  await button("Show counter").click();
  for (let times = 0; times < 3; times++) await button("Add counter").click();
  await button("Show counter").click();
  await button("Add counter", other).click();
  await button("Show counter", other).click();
  await eventually(shown).toEqual(["0", "3"]);
  await eventually(() => shown(other)).toEqual(["1"]);
  await other.close();
});

it("E58: the page takes title and width, and follows what is printed only while that is set", async () => {
  const { page } = visit;
  await visit.to("settings");
  await page.getByLabel("Title of the page").fill("My page");
  await page.getByLabel("Width of the page").selectOption("640px");
  await button("Apply").click();
  await eventually(() => page.title()).toBe("My page");
  await eventually(() => page.locator("#tandem-root").evaluate((root) => root.clientWidth)).toBe(640);
  const lines = page.getByRole("list", { name: "Printed" }).getByRole("listitem");
  const scrolled = () => page.evaluate(() => document.scrollingElement!.scrollTop);
  await button("Print 40 lines").click();
  await eventually(() => lines.count()).toBe(40);
  expect(await scrolled()).toBe(0);
  await page.getByLabel("Follow what is printed").check();
  await button("Apply").click();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  // With a key: a click would scroll the button into view first.
  await button("Print 40 lines").evaluate((each: HTMLButtonElement) => each.click());
  await eventually(() => lines.count()).toBe(80);
  const below = () =>
    page.evaluate(() => document.body.scrollHeight - window.innerHeight - document.scrollingElement!.scrollTop);
  await eventually(below).toBeLessThan(2);
});

it("E53: one app leads to another, in the same window and in a new one", async () => {
  await visit.to("pywebio/go-app");
  const opened = visit.context.waitForEvent("page");
  await visit.page.getByRole("link", { name: "Open it in a window of its own" }).click();
  const page = await opened;
  await button("Go to the workshop", page).click();
  await page.waitForURL("**/workshop");
  await eventually(async () => [await title(page), await page.title()]).toEqual(["Workshop", "Workshop"]);
  await button("Back to the lobby", page).click();
  await page.waitForURL("**/lobby");
  const another = visit.context.waitForEvent("page");
  await button("Open the workshop in a new window", page).click();
  const workshop = await another;
  await workshop.waitForURL("**/workshop");
  expect([await title(page), await title(workshop)]).toEqual(["Lobby", "Workshop"]);
  await workshop.close();
  await page.close();
});

it("E54: the session info is that of this browser", async () => {
  const { page } = visit;
  await visit.to("pywebio/session-info");
  const info = async () => JSON.parse((await page.getByRole("region", { name: "Session info" }).textContent())!);
  const browser = await page.evaluate(() => ({
    raw: navigator.userAgent,
    language: navigator.language,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    host: location.host,
  }));
  const told = async () => {
    const { protocol, userAgent, preferredLanguages, timezone, serverHost } = await info();
    return [protocol, userAgent.raw, preferredLanguages[0], timezone, serverHost];
  };
  await eventually(told).toEqual(["websocket", ...Object.values(browser)]);
  const { userAgent, clientIp, backend } = await info();
  expect([userAgent.isMobile, backend]).toEqual([false, "node"]);
  expect(clientIp).toMatch(/^(127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)$/);
});
