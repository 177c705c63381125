import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { app, Link, page, PageView, param, session, signal } from "../../src/index.ts";
import { serve } from "../../src/server/serve.ts";
import type { Server } from "../../src/server/listen.ts";
import { launchChromium } from "../support/chromium.ts";
import { PATIENT_LIMITS } from "../support/patient-limits.ts";

const LINES = Array.from({ length: 80 }, (_, n) => `Line ${n + 1}`);
const isOpen = signal(true);

const Long = ({ title }: { title: string }) => (
  <main>
    <h1>{title}</h1>
    {LINES.map((line) => (
      <p id={line.replace(" ", "-")}>{line}</p>
    ))}
    <Link to="/other">To the other</Link>
    <a href="#Line-40">To line 40</a>
  </main>
);

const pages = [
  page({ path: "/", title: "Start", component: () => <Long title="Start" /> }),
  page({ path: "/other", title: "Other", component: () => <Long title="Other" /> }),
  page({
    path: "/items/:id",
    params: { id: param.integer },
    title: ({ params }) => `Item ${params.id}`,
    component: ({ params }) => (
      <main>
        <h1>Item {params.id}</h1>
        <Link to={() => `/items/${params.id.value + 1}`}>Next</Link>
      </main>
    ),
  }),
  page({
    path: "/panes/:n",
    component: ({ params }) => (
      <div id="pane" style="height: 200px; overflow: auto">
        <h1>Pane {params.n}</h1>
        <div style="height: 2000px">tall</div>
      </div>
    ),
  }),
  page({
    path: "/form",
    component: () => {
      const text = signal("");
      session.confirmLeave(() => text.value !== "");
      return (
        <main>
          <h1>Form</h1>
          <input aria-label="Text" bind={text} />
        </main>
      );
    },
  }),
  page({ path: "/door", guard: () => (isOpen.peek() ? undefined : "/items/9"), component: () => <h1>Door</h1> }),
];

function Site() {
  return (
    <>
      <nav>
        <Link to="/">Start</Link> <Link to="/other">Other</Link> <Link to="/items/1">Items</Link>{" "}
        <a href="/other#Line-60">Line 60</a> <Link to="/panes/1">Pane 1</Link> <Link to="/panes/2">Pane 2</Link>{" "}
        <Link to="/form">Form</Link> <a href="/plain.txt">Not a page</a> <a href={session.shareUrl()}>Join</a>
      </nav>
      <PageView />
    </>
  );
}

let browser: Browser;
let server: Server;
const sessions: string[] = [];
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  const Counted = () => {
    sessions.push(session.id);
    return <Site />;
  };
  server = await serve(app(Counted, { pages, notFound: () => <h1>Nothing here</h1> }), {
    port: 0,
    log: () => {},
    limits: PATIENT_LIMITS,
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  isOpen.value = true;
});

/** A page of its own browser, with what the browser complains of. */
async function open(path = "/"): Promise<Page & { complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
  contexts.push(context);
  const opened = await context.newPage();
  const complaints: string[] = [];
  opened.on("pageerror", (error) => complaints.push(String(error)));
  opened.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await opened.goto(server.url.replace(/\/$/, "") + path);
  // The page listens to its history by then.
  await opened.waitForFunction(() => history.scrollRestoration === "manual");
  return Object.assign(opened, { complaints });
}

const shows = (at: Page, title: string) => at.getByRole("heading", { name: title, exact: true }).waitFor();
const click = (at: Page, name: string) => at.getByRole("link", { name, exact: true }).click();
const pathOf = (at: Page) => new URL(at.url()).href.slice(new URL(at.url()).origin.length);
const scrollOf = (at: Page) => at.evaluate(() => Math.round(scrollY));
const focusOf = (at: Page) => at.evaluate(() => document.activeElement?.textContent);

describe("pages in a browser", () => {
  it("N40, N42, N43: links, Back and Forward change page, address, title and history, in one document", async () => {
    const at = await open();
    await at.evaluate(() => (document.documentElement.dataset["same"] = "yes"));
    await click(at, "Items");
    await shows(at, "Item 1");
    await click(at, "Next");
    await shows(at, "Item 2");
    await expect.poll(async () => [pathOf(at), await at.title()]).toEqual(["/items/2", "Item 2"]);
    await at.goBack();
    await shows(at, "Item 1");
    await at.goBack();
    await shows(at, "Start");
    await expect.poll(async () => [pathOf(at), await at.title()]).toEqual(["/", "Start"]);
    await at.goForward();
    await shows(at, "Item 1");
    expect(await at.evaluate(() => [document.documentElement.dataset["same"], history.length])).toEqual(["yes", 4]);
    expect(at.complaints).toEqual([]);
  });

  it("N44: Back, Back and Forward in quick succession end on the page of the address", async () => {
    const at = await open("/items/1");
    for (const n of [2, 3, 4]) {
      await click(at, "Next");
      await shows(at, `Item ${n}`);
    }
    // The next as soon as the browser has made the one before, without a thought for the session.
    await at.evaluate(async () => {
      for (const step of [-1, -1, 1, -1, -1, 1]) {
        const moved = new Promise((resolve) => addEventListener("popstate", resolve, { once: true }));
        history.go(step);
        await moved;
      }
    });
    // "Item 2" has been there on the way, too.
    await expect.poll(async () => [await at.title(), pathOf(at)]).toEqual(["Item 2", "/items/2"]);
    await shows(at, "Item 2");
  });

  it("N43: an entry that a guard no longer lets in gets the address of where it sends", async () => {
    const at = await open("/door");
    await click(at, "Start");
    await shows(at, "Start");
    isOpen.value = false;
    await at.goBack();
    await shows(at, "Item 9");
    await at.waitForURL("**/items/9");
  });

  it("N47: a new page starts at its top, and Back shows the old one where it was left", async () => {
    const at = await open();
    await at.evaluate(() => scrollTo(0, 900));
    await click(at, "To the other");
    await shows(at, "Other");
    await expect.poll(() => scrollOf(at)).toBe(0);
    await at.goBack();
    await shows(at, "Start");
    // The link stood further down: the browser had scrolled to it before it was clicked.
    await expect.poll(() => scrollOf(at)).toBeGreaterThan(800);
    const left = await scrollOf(at);
    await at.reload();
    await at.waitForFunction(() => history.scrollRestoration === "manual");
    await expect.poll(() => scrollOf(at)).toBe(left);
    await at.goForward();
    await shows(at, "Other");
    await expect.poll(() => scrollOf(at)).toBe(0);
  });

  it("N47: a hash leads to its part, on another page and on the same, and Back from it", async () => {
    const at = await open();
    await click(at, "Line 60");
    await shows(at, "Other");
    const top = (id: string) =>
      at.evaluate((each) => Math.round(document.getElementById(each)!.getBoundingClientRect().top), id);
    await at.waitForURL("**/other#Line-60");
    await expect.poll(() => top("Line-60")).toBeLessThan(20);
    await click(at, "To line 40");
    await expect.poll(() => top("Line-40")).toBeLessThan(20);
    await at.waitForURL("**/other#Line-40");
    await at.goBack();
    await expect.poll(() => top("Line-60")).toBeLessThan(20);
    await at.goBack();
    await shows(at, "Start");
    expect(at.complaints).toEqual([]);
  });

  it("N47: what scrolls inside the window starts at its top, too, and comes back where it was", async () => {
    const at = await open("/panes/1");
    const pane = () => at.evaluate(() => document.getElementById("pane")!.scrollTop);
    await at.evaluate(() => (document.getElementById("pane")!.scrollTop = 500));
    await click(at, "Pane 2");
    await shows(at, "Pane 2");
    await expect.poll(pane).toBe(0);
    await at.goBack();
    await shows(at, "Pane 1");
    await expect.poll(pane).toBe(500);
  });

  it("N48: the new page's heading has the focus, and Tab goes on from there", async () => {
    const at = await open();
    await click(at, "Items");
    await shows(at, "Item 1");
    await expect.poll(() => focusOf(at)).toBe("Item 1");
    await at.keyboard.press("Tab");
    expect(await focusOf(at)).toBe("Next");
    expect(await at.locator("h1[tabindex]").count()).toBe(0);
    await at.keyboard.press("Enter");
    await shows(at, "Item 2");
    await expect.poll(() => focusOf(at)).toBe("Item 2");
  });

  it("N40: a click with a modifier opens a new tab, which is a session of its own", async () => {
    const at = await open();
    const before = sessions.length;
    const [tab] = await Promise.all([
      at.context().waitForEvent("page"),
      at.getByRole("link", { name: "Items" }).click({ modifiers: ["ControlOrMeta"] }),
    ]);
    await shows(tab, "Item 1");
    expect([pathOf(tab), pathOf(at), sessions.length]).toEqual(["/items/1", "/", before + 1]);
    await shows(at, "Start");
  });

  it("N40: a link clicked before the runtime is there is followed once it is, in the same document", async () => {
    const context = await browser.newContext();
    contexts.push(context);
    const at = await context.newPage();
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    await at.route(/tandem-[^/]*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await at.goto(server.url, { waitUntil: "commit" });
    await at.getByRole("link", { name: "Items" }).click();
    await at.evaluate(() => (document.documentElement.dataset["same"] = "yes"));
    release();
    await shows(at, "Item 1");
    // The script that changes the address is loaded only now.
    await at.waitForURL("**/items/1");
    expect([pathOf(at), await at.evaluate(() => document.documentElement.dataset["same"])]).toEqual([
      "/items/1",
      "yes",
    ]);
  });

  it("N41: a plain link to no page of the app is loaded", async () => {
    const at = await open();
    const loaded = at.waitForEvent("framenavigated");
    const answered = at.waitForResponse((response) => response.url().endsWith("/plain.txt"));
    await click(at, "Not a page");
    expect([(await answered).status(), new URL((await loaded).url()).pathname]).toEqual([404, "/plain.txt"]);
    await shows(at, "Nothing here");
  });

  it("N49: a reload shows the page it is on, and Back works on", async () => {
    const at = await open();
    await click(at, "Items");
    await click(at, "Next");
    await shows(at, "Item 2");
    await at.reload();
    await shows(at, "Item 2");
    await at.waitForFunction(() => history.scrollRestoration === "manual");
    await at.goBack();
    await shows(at, "Item 1");
    await at.goBack();
    await shows(at, "Start");
    expect(at.complaints).toEqual([]);
  });

  it("N45: two browsers of one session follow each other, each with a history of its own", async () => {
    const at = await open();
    await click(at, "Items");
    await shows(at, "Item 1");
    const join = await at.getByRole("link", { name: "Join" }).getAttribute("href");
    const other = await open(join!.slice(new URL(join!).origin.length));
    await shows(other, "Item 1");
    await other.waitForURL("**/items/1");
    await click(other, "Next");
    await shows(at, "Item 2");
    await Promise.all([at.waitForURL("**/items/2"), other.waitForURL("**/items/2")]);
    await at.goBack();
    await shows(other, "Item 1");
    await other.waitForURL("**/items/1");
    expect([...at.complaints, ...other.complaints]).toEqual([]);
  });

  it("N50, N51: a form with something in it asks before it is left, in the app and by the browser", async () => {
    const at = await open();
    await click(at, "Form");
    await at.getByLabel("Text").fill("x");
    await click(at, "Start");
    const stay = async () => {
      await at.getByRole("button", { name: "Stay" }).click();
      await at.getByRole("button", { name: "Stay" }).waitFor({ state: "detached" });
    };
    await stay();
    await shows(at, "Form");
    await at.goBack();
    await stay();
    await at.waitForURL("**/form");
    await shows(at, "Form");
    const asked = at.waitForEvent("dialog");
    const closing = at.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe("beforeunload");
    await question.dismiss();
    await closing;
    await at.goBack();
    await at.getByRole("button", { name: "Leave", exact: true }).click();
    await shows(at, "Start");
    const leavesFreely = () => at.evaluate(() => dispatchEvent(new Event("beforeunload", { cancelable: true })));
    await expect.poll(leavesFreely).toBe(true);
    const closed = at.waitForEvent("close");
    await at.close({ runBeforeUnload: true });
    await closed;
  });
});
