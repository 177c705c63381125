import type { Locator, Page, WebSocketRoute } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { eventually, GalleryVisit } from "../support/gallery-visit.ts";

let visit: GalleryVisit;
beforeAll(async () => void (visit = await GalleryVisit.begin()));
afterAll(() => visit.end());
afterEach(() => {
  const { troubles } = visit;
  expect(troubles.splice(0)).toEqual([]);
});

const button = (name: string, page = visit.page) => page.getByRole("button", { name, exact: true });
const field = (label: string, page = visit.page) => page.getByLabel(label, { exact: true });
/** The example, without its source beside it. */
const live = (page: Page) => page.locator(".live");
const textOf = (locator: Locator) => () => locator.textContent();

/** A second person's page, which is closed afterwards. */
async function withAnotherPage(act: (page: Page) => Promise<void>): Promise<void> {
  const page = await visit.context.newPage();
  try {
    await act(page);
  } finally {
    await page.close();
  }
}

it("G20: what is typed fast into a slow field is all there, upper-cased, in order", async () => {
  await visit.to("typing");
  const typed = "the quick brown fox jumps over the lazy dog";
  await visit.page.getByRole("slider").fill("100");
  await live(visit.page).getByText("The server takes 100 ms longer").waitFor();
  await field("Type quickly").pressSequentially(typed, { delay: 5 });
  await eventually(textOf(field("On the server"))).toBe(`${typed.length} changes heard, ${typed.length} letters here`);
  await eventually(() => field("Type quickly").inputValue()).toBe(typed.toUpperCase());
});

it("G21: every kind of control writes its signal, and follows when the signal is written", async () => {
  const { page } = visit;
  await visit.to("controls");
  const state = async () => JSON.parse((await page.getByLabel("State on the server").textContent())!);
  const fresh = await state();
  await field("Name").fill("Raleigh");
  await page.getByLabel("Notes").fill("Red.");
  await field("Gears").fill("");
  await page.getByRole("slider").fill("66");
  await page.getByRole("checkbox").uncheck();
  await page.getByRole("radio", { name: "large" }).check();
  await page.getByRole("combobox").selectOption("racing");
  await page.getByRole("listbox").selectOption(["lights", "pump"]);
  await field("Ready on").fill("2026-06-30");
  await field("At").fill("17:45");
  await field("Colour").fill("#8a5a06");
  await live(page).getByText("The small print").click();
  await eventually(state).toEqual({
    name: "Raleigh",
    notes: "Red.",
    gears: null,
    height: 66,
    bell: false,
    size: "large",
    purpose: "racing",
    extras: ["lights", "pump"],
    day: "2026-06-30",
    time: "17:45",
    colour: "#8a5a06",
    isOpen: true,
  });
  await button("Start over").click();
  await eventually(state).toEqual(fresh);
  await eventually(() => field("Gears").inputValue()).toBe("3");
  await eventually(() => page.getByRole("checkbox").isChecked()).toBe(true);
  await eventually(() => page.getByRole("radio", { name: "medium" }).isChecked()).toBe(true);
  const extras = () =>
    page
      .getByRole("listbox")
      .evaluate((list: HTMLSelectElement) => [...list.selectedOptions].map(({ value }) => value));
  await eventually(extras).toEqual(["basket"]);
  await eventually(() => page.locator("details").evaluate((details: HTMLDetailsElement) => details.open)).toBe(false);
});

it("G22: the machine is shown as it is, and its processes are sorted and filtered", async () => {
  const { page } = visit;
  await visit.to("system-monitor");
  await eventually(textOf(field("Memory").locator("output"))).toMatch(/^[\d.]+ [MG]B of [\d.]+ [MGT]B$/);
  const points = async () =>
    (await page.locator(".sparkline polyline").first().getAttribute("points"))!.split(" ").length;
  const before = await points();
  await eventually(points).toBeGreaterThan(before);
  const column = (number: number) => page.locator(`.processes td:nth-child(${number})`).allTextContents();
  const heading = page.getByRole("columnheader", { name: "Id" });
  expect(await heading.getAttribute("aria-sort")).toBe("none");
  await button("Id").click();
  await eventually(() => heading.getAttribute("aria-sort")).toBe("ascending");
  const areInOrder = async () => {
    const ids = (await column(1)).map(Number);
    return ids[0] === 1 && ids.every((id, at) => at === 0 || id > ids[at - 1]!);
  };
  await eventually(areInOrder).toBe(true);
  await field("Name contains").fill("chrom");
  await eventually(async () => (await column(2)).every((name) => name.includes("chrom"))).toBe(true);
});

it("G23: rows are created, appended, updated, swapped, selected, removed and cleared", async () => {
  const { page } = visit;
  await visit.to("rows");
  const rows = page.locator("#tbody tr");
  const cell = (row: number, column: number) => rows.nth(row).locator("td").nth(column);
  await page.click("#run");
  await eventually(() => rows.count()).toBe(1000);
  const [second, last] = [await cell(1, 0).textContent(), await cell(998, 0).textContent()];
  await page.click("#swaprows");
  await eventually(textOf(cell(1, 0))).toBe(last);
  await eventually(textOf(cell(998, 0))).toBe(second);
  await page.click("#update");
  await eventually(textOf(cell(990, 1))).toMatch(/ !!!$/);
  expect(await cell(991, 1).textContent()).not.toContain("!!!");
  await cell(4, 1).getByRole("button").click();
  await eventually(() => page.locator("#tbody tr.danger td").first().textContent()).toBe(
    await cell(4, 0).textContent(),
  );
  await cell(6, 1).getByRole("button").click();
  await eventually(() => page.locator("#tbody tr.danger td").first().textContent()).toBe(
    await cell(6, 0).textContent(),
  );
  const next = await cell(7, 0).textContent();
  await cell(6, 2).getByRole("button").click();
  await eventually(textOf(cell(6, 0))).toBe(next);
  await page.click("#add");
  await eventually(() => rows.count()).toBe(1999);
  await page.click("#runlots");
  await eventually(() => rows.count()).toBe(10_000);
  await page.click("#clear");
  await eventually(() => rows.count()).toBe(0);
});

it("G24: a load is called off by the next, and a failed one can be tried again", async () => {
  const { page } = visit;
  await visit.to("async");
  const parts = page.getByRole("list", { name: "Parts found" }).getByRole("listitem");
  await eventually(() => parts.allTextContents()).toEqual(["chain", "chainring"]);
  // All at once, so that no search comes to its end between two letters.
  await page.getByRole("searchbox").evaluate((input: HTMLInputElement) => {
    for (const letter of "ainr") {
      input.value += letter;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  await eventually(() => parts.allTextContents()).toEqual(["chainring"]);
  await eventually(textOf(page.getByRole("status"))).toMatch(/^1 found, [1-4] searches called off$/);
  await button("Try again").click();
  await live(page).getByText("The odometer says").waitFor();
});

it("G25: after a handler that throws, effects that loop and a part that fails, the session goes on", async () => {
  const { page } = visit;
  await visit.to("errors");
  const count = field("Count").first();
  const told = page.getByLabel("What onError was told");
  await button("Fail in a handler").click();
  await eventually(textOf(count)).toBe("1");
  await live(page).getByText("The handler failed, after it had counted.").first().waitFor();
  await eventually(textOf(told)).toContain("an event handler: The handler failed");
  await button("Loop for ever").click();
  await eventually(textOf(told)).toContain("tick follows tock");
  await button("Count").click();
  await button("Count").click();
  await live(page).getByText("This part cannot show 3.").first().waitFor();
  await button("Count and try again").click();
  await live(page).getByText("This part shows 4.").waitFor();
  const expected = visit.troubles.splice(0).filter((trouble) => trouble.startsWith("server: app/error"));
  expect(expected.length).toBeGreaterThanOrEqual(2);
});

it("G26: those in the chat room see each other, and what anybody says, at once", async () => {
  const { page } = visit;
  await visit.to("chat");
  const people = page.getByRole("list", { name: "Present" }).getByRole("listitem");
  const messages = page.getByRole("log").getByRole("listitem");
  await live(page).getByText("Nobody has said anything yet.").waitFor();
  await field("Your name").fill("Ada");
  await withAnotherPage(async (other) => {
    await visit.to("chat", other);
    await field("Your name", other).fill("Bob");
    await eventually(() => people.allTextContents()).toEqual(["Ada", "Bob"]);
    for (let line = 1; line <= 15; line++) {
      await field("Message", other).fill(`Line ${line}`);
      await field("Message", other).press("Enter");
      await eventually(() => field("Message", other).inputValue()).toBe("");
    }
    await eventually(() => messages.count()).toBe(15);
    await eventually(textOf(messages.last())).toMatch(/^Bob \d\d:\d\dLine 15$/);
    const distanceToEnd = () => page.getByRole("log").evaluate((log) => Math.abs(Math.round(log.scrollTop)));
    await eventually(distanceToEnd).toBe(0);
  });
  await eventually(() => people.allTextContents()).toEqual(["Ada"]);
});

it("G27: two screens on one session show the same, both can act, and each is told apart", async () => {
  const { page } = visit;
  await visit.to("shared-screen");
  const tile = (name: string, at: Page) => at.getByRole("button", { name: new RegExp(`^Tile ${name}\\b`) });
  await tile("A1", page).click();
  await tile("A1", page).and(page.locator(".paint-green")).waitFor();
  await live(page).getByText("One screen attached.").waitFor();
  await withAnotherPage(async (other) => {
    await other.goto(new URL((await page.getByRole("link", { name: "Join" }).getAttribute("href"))!, page.url()).href);
    await live(page).getByText("2 screens attached.").waitFor();
    await eventually(() => tile("A1", other).getAttribute("class")).toBe("paint-green");
    await tile("B1", other).click();
    await tile("B1", page).and(page.locator(".paint-brass")).waitFor();
    await field("Title, for all to edit", other).fill("Ours");
    await eventually(() => field("Title, for all to edit").inputValue()).toBe("Ours");
    await eventually(() => page.getByLabel("What happened").locator("li").allTextContents()).toEqual([
      "Screen 2 painted tile B1",
      "Screen 1 painted tile A1",
    ]);
  });
  await live(page).getByText("One screen attached.").waitFor();
});

it("G28: what is done while the line is down arrives once it is up, once and in order", async () => {
  await withAnotherPage(async (page) => {
    const lines: WebSocketRoute[] = [];
    let isDown = false;
    let restore = () => {};
    const restored = new Promise<void>((resolve) => (restore = resolve));
    // Where WebSockets fail, the page tries HTTP.
    await page.route(/\/line(\/|\?|$)/, async (route) => {
      if (isDown) await restored;
      await route.continue();
    });
    await page.routeWebSocket(/./, (line) => {
      if (isDown) return line.close();
      lines.push(line);
      line.connectToServer();
    });
    await page.goto(`${visit.server.url}lost-network`);
    await button("Count", page).click();
    await eventually(textOf(field("Clicks", page))).toBe("1");
    isDown = true;
    for (const line of lines) await line.close();
    for (let click = 0; click < 3; click++) await button("Count", page).click();
    await field("Write something meanwhile", page).pressSequentially("still here");
    expect(await field("Clicks", page).textContent()).toBe("1");
    isDown = false;
    restore();
    await eventually(textOf(field("Clicks", page))).toBe("4");
    await live(page).getByText("The server has: still here").waitFor();
  });
});
