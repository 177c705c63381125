import axe from "axe-core";
import type { Browser, BrowserContext, Page, WebSocketRoute } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { effect } from "../../src/reactive/effect.ts";
import { signal } from "../../src/reactive/signal.ts";
import type { Server } from "../../src/server/listen.ts";
import { Op } from "../../src/protocol/operations.ts";
import { serve } from "../../src/server/serve.ts";
import { app } from "../../src/session/app.ts";
import { session } from "../../src/session/facade.ts";
import type { Session } from "../../src/session/session.ts";
import { currentSession } from "../../src/session/current.ts";
import { launchChromium } from "../support/chromium.ts";
import { PATIENT_LIMITS } from "../support/patient-limits.ts";
import { eventually } from "../support/gallery-visit.ts";

/** What the sessions' dialogs were answered, as they were. */
let answers: unknown[] = [];
let opened: Session[] = [];

const noteAnswer = (dialog: { waitForClose(): Promise<unknown> }) =>
  dialog.waitForClose().then(
    (answer) => answers.push(answer),
    () => {}, // its page was closed
  );

function Dialogs() {
  opened.push(currentSession());
  const clicks = signal(0);
  const isAtStart = new URL(session.request.url).searchParams.has("start");
  const kept = new URL(session.request.url).searchParams.has("kept");
  const show = (title: string, modal: boolean) =>
    void noteAnswer(
      session.showCustomDialog<string>(
        (dialog) => (
          <form onSubmit={() => dialog.close(title)}>
            <h2>{title}</h2>
            <label>
              Flavour
              <select>
                <option>Vanilla</option>
                <option>Chocolate</option>
              </select>
            </label>
            <p>{clicks} clicks</p>
            <button type="button" onClick={() => show(`${title}, more`, true)}>
              More
            </button>
            <button type="button" onClick={() => Promise.reject(new Error("the freezer is warm"))}>
              Fail
            </button>
            <button>Done</button>
          </form>
        ),
        { modal, userCloseable: !kept },
      ),
    );
  if (isAtStart) effect(() => show("At the start", true));
  return (
    <main>
      <button onClick={() => show("Ice cream", true)}>Open</button>
      <button onClick={() => show("Beside", false)}>Open beside</button>
      <button onClick={() => void clicks.update((count) => count + 1)}>Click</button>
      <button onClick={async () => answers.push(await session.showYesNoDialog("Do you like ice cream?"))}>Ask</button>
      <button
        onClick={async () =>
          answers.push(
            await session.showYesNoDialog("It melts.", { title: "Eat it?", icon: "🍨", default: true, yesText: "Eat" }),
          )
        }
      >
        Ask with a default
      </button>
      <output>{clicks}</output>
    </main>
  );
}

let browser: Browser;
let context: BrowserContext;
let server: Server;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  const styles = ":root { --tandem-border: rgb(1, 2, 3) }";
  const dialogs = app(Dialogs, { title: "Dialogs", lang: "en", styles, onError: () => {} });
  server = await serve(dialogs, { port: 0, log: () => {}, limits: PATIENT_LIMITS });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  answers = [];
  opened = [];
  context = await browser.newContext({ viewport: { width: 800, height: 600 } });
  page = await context.newPage();
});
afterEach(() => context.close());

const press = (name: string, at = page) => at.getByRole("button", { name, exact: true }).click();
const dialog = (name: string, at = page) => at.getByRole("dialog", { name, exact: true });
const focused = (at = page) => at.evaluate(() => document.activeElement?.textContent?.trim());
const focusedIn = () => page.evaluate(() => document.activeElement?.closest("dialog")?.ariaLabel);
const modals = (at = page) =>
  at.evaluate(() => [...document.querySelectorAll("dialog")].map((each) => [each.ariaLabel, each.matches(":modal")]));
const shown = (name: string, at = page) => eventually(() => modals(at)).toEqual([[name, true]]);
const none = () => eventually(modals).toEqual([]);

async function open(query = "") {
  await page.goto(`${server.url}${query}`);
}

it("D15: a modal dialog has the focus, keeps it, and gives it back, whoever closes it", async () => {
  await open();
  await press("Open");
  await shown("Ice cream");
  const inside = () => page.evaluate(() => document.querySelector("dialog")!.contains(document.activeElement));
  expect(await inside()).toBe(true);
  for (let press = 0; press < 8; press++) {
    await page.keyboard.press("Tab");
    // From the last it goes to the browser's own controls, and then back in: never to the page behind.
    expect(await page.evaluate(() => document.querySelector("main")!.contains(document.activeElement))).toBe(false);
  }
  await press("Done");
  await none();
  await eventually(focused).toBe("Open");
  await press("Open");
  await shown("Ice cream");
  await page.keyboard.press("Escape");
  await none();
  await eventually(focused).toBe("Open");
  await eventually(() => answers).toEqual(["Ice cream", undefined]);
});

it("D16: Escape and a click outside close a modal dialog; a click in it, on its list, or one that only ends outside, does not", async () => {
  await open();
  await press("Open");
  await shown("Ice cream");
  await dialog("Ice cream").getByRole("heading").click();
  await dialog("Ice cream").getByRole("combobox").click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await dialog("Ice cream").getByRole("combobox").selectOption("Vanilla");
  await dialog("Ice cream").getByText("0 clicks").hover();
  await page.mouse.down();
  await page.mouse.move(5, 5);
  await page.mouse.up();
  await press("More");
  await eventually(async () => (await modals()).length).toBe(2);
  await page.keyboard.press("Escape");
  await shown("Ice cream");
  await page.mouse.click(5, 5);
  await none();
  await eventually(() => answers.length).toBe(2);
  expect(answers).toEqual([undefined, undefined]);
});

it("D16: so it is in browsers that do not know closedby", async () => {
  // Such a browser: the attribute is there to be read, and means nothing.
  await page.addInitScript(() => {
    Reflect.deleteProperty(HTMLDialogElement.prototype, "closedBy");
    const { setAttribute, getAttribute } = Element.prototype;
    const own = (name: string) => (name === "closedby" ? "data-closedby" : name);
    Element.prototype.setAttribute = function (name, value) {
      setAttribute.call(this, own(name), value);
    };
    Element.prototype.getAttribute = function (name) {
      return getAttribute.call(this, own(name));
    };
  });
  await open();
  await press("Open");
  await shown("Ice cream");
  await dialog("Ice cream").getByText("0 clicks").hover();
  await page.mouse.down();
  await page.mouse.move(5, 5);
  await page.mouse.up();
  await press("More");
  await eventually(async () => (await modals()).length).toBe(2);
  await page.keyboard.press("Escape");
  await shown("Ice cream");
  await page.mouse.click(5, 5);
  await none();
});

it("D5: one that is not userCloseable stays through Escape, again and again, and clicks outside", async () => {
  await open("?kept");
  await press("Open");
  await shown("Ice cream");
  for (let times = 0; times < 3; times++) await page.keyboard.press("Escape");
  await page.mouse.click(5, 5);
  await page.evaluate(() => document.querySelector("dialog")!.close());
  await shown("Ice cream");
  await press("Done");
  await none();
  await eventually(() => answers).toEqual(["Ice cream"]);
});

it("D17: one that is not modal leaves the page usable; Escape closes it, a click outside does not", async () => {
  await open();
  await press("Open beside");
  await dialog("Beside").waitFor();
  await press("Click");
  await dialog("Beside").getByText("1 clicks").waitFor();
  expect(await modals()).toEqual([["Beside", false]]);
  await dialog("Beside").getByRole("combobox").focus();
  await page.keyboard.press("Escape");
  await none();
  await eventually(() => answers.length).toBe(1);
  expect(answers).toEqual([undefined]);
});

it("D18: several can be open; Escape closes the topmost, and the focus goes to the one below", async () => {
  await open();
  await press("Open");
  await shown("Ice cream");
  await press("More");
  await eventually(async () => (await modals()).length).toBe(2);
  await dialog("Ice cream, more").getByRole("button", { name: "More" }).click();
  await eventually(modals).toEqual([
    ["Ice cream", true],
    ["Ice cream, more", true],
    ["Ice cream, more, more", true],
  ]);
  await eventually(focusedIn).toBe("Ice cream, more, more");
  await page.keyboard.press("Escape");
  await eventually(() => answers.length).toBe(1);
  await eventually(focusedIn).toBe("Ice cream, more");
  await eventually(focused).toBe("More");
  await dialog("Ice cream, more").getByRole("button", { name: "Done" }).click();
  await shown("Ice cream");
  await eventually(focusedIn).toBe("Ice cream");
  await page.keyboard.press("Escape");
  await none();
  await eventually(focused).toBe("Open");
  await eventually(() => answers).toEqual([undefined, "Ice cream, more", undefined]);
});

it("D18: when one below another closes, the other stays on top and has the focus", async () => {
  await open();
  await press("Open");
  await press("More");
  await eventually(async () => (await modals()).length).toBe(2);
  await page.evaluate(() => document.querySelector("dialog")!.close());
  await shown("Ice cream, more");
  await eventually(focusedIn).toBe("Ice cream, more");
  await page.keyboard.press("Escape");
  await none();
  await eventually(focused).toBe("Open");
});

it("D19: one opened while the app starts is painted with the page, and modal once the script runs", async () => {
  const scriptless = await browser.newContext({ javaScriptEnabled: false });
  const painted = await scriptless.newPage();
  await painted.goto(`${server.url}?start`);
  await dialog("At the start", painted).waitFor();
  const covers = await painted.locator("dialog").evaluate((each) => getComputedStyle(each).boxShadow);
  expect(covers).toContain("rgba(60, 64, 72, 0.55)");
  await scriptless.close();
  await open("?start");
  await shown("At the start");
  await eventually(focusedIn).toBe("At the start");
});

it("D19: a client that joins later has the same dialog, and may answer it", async () => {
  await open();
  await press("Open");
  await shown("Ice cream");
  const other = await context.newPage();
  await other.goto(opened[0]!.shareUrl());
  await shown("Ice cream", other);
  await press("Done", other);
  await none();
  await eventually(() => modals(other)).toEqual([]);
  await eventually(() => answers).toEqual(["Ice cream"]);
  await other.close();
});

it("D20: it stays as it is through a lost line, and one opened meanwhile is modal after the whole screen was sent", async () => {
  const lines: WebSocketRoute[] = [];
  let isCut = false;
  let wholeScreens = 0;
  // A page that fails long enough would go on over HTTP, where nothing is cut.
  await page.route(/\/_tandem\/line/, (route) => route.abort());
  await page.routeWebSocket(/./, (line) => {
    if (isCut) return void line.close();
    lines.push(line);
    const upstream = line.connectToServer();
    upstream.onMessage((frame) => {
      wholeScreens += Number(String(frame).includes(`[[${Op.Sync},`) || String(frame).includes(`,[${Op.Sync},`));
      line.send(frame);
    });
  });
  await open();
  await press("Open");
  await shown("Ice cream");
  await dialog("Ice cream").getByRole("combobox").selectOption("Chocolate");
  await dialog("Ice cream").getByRole("combobox").focus();
  isCut = true;
  await lines.at(-1)!.close();
  await page.locator(".tandem-reconnect").waitFor();
  const [only] = opened;
  only!.run(() => only!.showCustomDialog(() => <h2>Meanwhile</h2>));
  // More than is kept for a client that is away: it gets the whole screen.
  for (let turn = 0; turn < 50; turn++) only!.run(() => only!.setTitle(`${turn}`.repeat(30_000)));
  isCut = false;
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await eventually(modals).toEqual([
    ["Ice cream", true],
    ["Meanwhile", true],
  ]);
  expect(wholeScreens).toBe(1);
  await page.keyboard.press("Escape");
  await shown("Ice cream");
  expect(await dialog("Ice cream").getByRole("combobox").inputValue()).toBe("Chocolate");
  await eventually(() => page.evaluate(() => document.activeElement?.nodeName)).toBe("SELECT");
});

it("D22: it is no wider and no higher than a phone, and scrolls inside; it is light or dark as the page is", async () => {
  await page.setViewportSize({ width: 320, height: 480 });
  await open();
  const [only] = opened;
  only!.showCustomDialog(() => (
    <section>
      <h2>Long</h2>
      {Array.from({ length: 60 }, (_, row) => (
        <p>Row {row} of many that say more than would fit in one line of a phone</p>
      ))}
    </section>
  ));
  await shown("Long");
  const fits = async () => {
    const box = (await page.locator("dialog").boundingBox())!;
    return [box.x >= 8, box.x + box.width <= 312, box.y >= 8, box.y + box.height <= 472];
  };
  await eventually(fits).toEqual([true, true, true, true]);
  await page.locator("dialog p").last().scrollIntoViewIfNeeded();
  expect(await page.locator("dialog").evaluate((each) => each.scrollTop)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.scrollingElement!.scrollTop)).toBe(0);
  const background = () => page.locator("dialog").evaluate((each) => getComputedStyle(each).backgroundColor);
  const light = await background();
  await page.emulateMedia({ colorScheme: "dark" });
  await eventually(background).not.toBe(light);
  // What the app says on its own goes before either.
  expect(await page.locator("dialog").evaluate((each) => getComputedStyle(each).borderColor)).toBe("rgb(1, 2, 3)");
});

it("D22: there is as much room above its heading and below its last paragraph as beside them", async () => {
  await open();
  opened[0]!.showCustomDialog(() => (
    <section>
      <h2>Even</h2>
      <p>All around.</p>
    </section>
  ));
  await shown("Even");
  const room = await page.locator("dialog").evaluate((dialog) => {
    const edge = dialog.getBoundingClientRect();
    const [heading, text] = [...dialog.querySelectorAll("h2, p")].map((each) => each.getBoundingClientRect());
    return { above: heading!.top - edge.top, beside: heading!.left - edge.left, below: edge.bottom - text!.bottom };
  });
  expect(room.above).toBeCloseTo(room.beside, 0);
  expect(room.below).toBeCloseTo(room.beside, 0);
});

it("D22: nothing moves for who asks for that", async () => {
  const duration = () => page.locator("dialog").evaluate((each) => getComputedStyle(each).transitionDuration);
  await open();
  await press("Open");
  await shown("Ice cream");
  expect(await duration()).toContain("0.15s");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await eventually(duration).toBe("0s");
});

it("D23: notices can be read and dismissed while a modal dialog is open, and after it", async () => {
  await open();
  await press("Open");
  await shown("Ice cream");
  await press("Fail");
  await press("Fail");
  const notices = page.getByRole("alert");
  await eventually(() => notices.count()).toBe(2);
  await notices.first().getByRole("button", { name: "Dismiss" }).click();
  await eventually(() => notices.count()).toBe(1);
  await page.keyboard.press("Escape");
  await none();
  await notices.getByRole("button", { name: "Dismiss" }).click();
  await eventually(() => notices.count()).toBe(0);
});

it("D23: a hard close covers it", async () => {
  await open("?kept");
  await press("Open");
  await shown("Ice cream");
  await opened[0]!.close({ hard: true, message: "Sold out." });
  await page.getByRole("alert").getByText("Sold out.").waitFor();
  await eventually(() => page.locator("dialog[open]").count()).toBe(0);
});

it("D24, D25: yes or no, with the keyboard alone", async () => {
  await open();
  const question = page.getByRole("alertdialog", { name: "Do you like ice cream?" });
  const ask = async (...keys: string[]) => {
    await press("Ask");
    await question.waitFor();
    await eventually(focused).toBe("No");
    for (const key of keys) await page.keyboard.press(key);
    await none();
  };
  await ask("Enter");
  await ask("Tab", "Enter");
  await ask("Escape");
  await eventually(() => answers).toEqual([false, true, null]);
});

it("D25, D26: the default is highlighted and answers to Enter; the title is the name, the icon is not read out", async () => {
  await open();
  await press("Ask with a default");
  const question = page.getByRole("alertdialog", { name: "Eat it?", exact: true });
  await question.waitFor();
  await eventually(focused).toBe("Eat");
  const background = (name: string) =>
    question.getByRole("button", { name }).evaluate((each) => getComputedStyle(each).backgroundColor);
  expect(await background("Eat")).toBe("rgb(31, 95, 191)");
  expect(await background("No")).toBe("rgba(0, 0, 0, 0)");
  expect(await question.getByText("🍨").getAttribute("aria-hidden")).toBe("true");
  await page.keyboard.press("Enter");
  await none();
  await eventually(() => answers).toEqual([true]);
});

it("D27: side by side, and one above the other where it is narrow", async () => {
  await open();
  await press("Ask");
  // At one moment, as the dialog may still be on its way in.
  const boxes = async () => {
    const buttons = page.getByRole("alertdialog").getByRole("button");
    const all = await buttons.evaluateAll((each) =>
      each.map((button) => ({ name: button.textContent, box: button.getBoundingClientRect().toJSON() as DOMRect })),
    );
    return ["No", "Yes"].map((name) => all.find((each) => each.name === name)?.box);
  };
  await page.getByRole("alertdialog").waitFor();
  const isRow = async () => {
    const [no, yes] = await boxes();
    return no!.y === yes!.y && no!.x + no!.width < yes!.x;
  };
  await eventually(isRow).toBe(true);
  await page.setViewportSize({ width: 390, height: 800 });
  const isColumn = async () => {
    const [above, below] = await boxes();
    return above!.x === below!.x && above!.width === below!.width && above!.y + above!.height < below!.y;
  };
  await eventually(isColumn).toBe(true);
});

it("D15, D24: axe finds nothing to complain of, in light and dark", async () => {
  const breaches = async () => {
    await page.evaluate(axe.source);
    return page.evaluate(async () => {
      const checker = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations } = await checker.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    });
  };
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open();
  for (const name of ["Open", "Ask with a default", "Ask"]) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await press(name);
      await page.locator("dialog:modal").waitFor();
      expect(await breaches()).toEqual([]);
      await page.keyboard.press("Escape");
      await none();
    }
  }
});
