import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { For, rawHtml, signal } from "tandem";
import type { Server } from "../../src/server/listen.ts";
import { serve } from "../../src/server/serve.ts";
import { currentSession } from "../../src/session/current.ts";
import type { Session } from "../../src/session/session.ts";
import type { App } from "../../src/session/app.ts";
import type { Component } from "../../src/view/node.ts";
import { propKind } from "../../src/view/attribute-kinds.ts";
import { styleText } from "../../src/view/style-text.ts";
import { launchChromium } from "../support/chromium.ts";
import { closeServer } from "../support/close-server.ts";
import { PATIENT_LIMITS } from "../support/patient-limits.ts";
import { Random } from "../support/random.ts";
import { HOSTILE_TEXTS, hostileStyle, hostileText, hostileUrl } from "./hostile-text.ts";

declare const document: {
  readonly body: HTMLElement;
  createElement(tag: string): HTMLElement;
  createTextNode(text: string): unknown;
  querySelector(selector: string): HTMLElement | null;
  querySelectorAll(selector: string): Iterable<HTMLElement>;
};
interface HTMLElement {
  innerHTML: string;
  textContent: string;
  title: string;
  value: string;
  href: string;
  readonly protocol: string;
  readonly style: { cssText: string; readonly length: number; readonly [index: number]: string };
  append(...nodes: unknown[]): void;
  click(): void;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
}

const random = new Random(20_260_101);
const texts = [...HOSTILE_TEXTS, ...Array.from({ length: 300 }, () => hostileText(random))];

let shown: { session: Session; set(texts: readonly string[]): void };

/** Each text wherever a text can stand. */
function Exhibits() {
  const list = signal<readonly string[]>(texts);
  shown = { session: currentSession(), set: (next) => void (list.value = next) };
  return (
    <main>
      <For each={list}>
        {(text) => (
          <section title={text} class={text} data-text={text} aria-label={() => text}>
            <p>{text}</p>
            <p>{() => text}</p>
            <input value={text} placeholder={text} />
            <textarea value={text} />
            <select>
              <option value={text}>{text}</option>
            </select>
            <svg>
              <title>{text}</title>
              <text>{text}</text>
            </svg>
          </section>
        )}
      </For>
    </main>
  );
}

let browser: Browser;
const closers: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(() => browser.close());

interface Visit {
  readonly page: Page;
  readonly server: Server;
  readonly url: string;
  /** What the console said, and what the policy refused. */
  readonly complaints: string[];
}

async function visit(root: App | Component, options: Parameters<typeof serve>[1] = {}): Promise<Visit> {
  const server = await serve(root, { port: 0, log: () => {}, limits: PATIENT_LIMITS, ...options });
  closers.push(() => server.close());
  const page = await browser.newPage();
  closers.push(() => page.close());
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => complaints.push(dialog.message()));
  await page.goto(server.url);
  return { page, server, url: server.url, complaints };
}

const pwned = (page: Page) => page.evaluate(() => (globalThis as { pwned?: unknown }).pwned);
/** What the page has queued for itself has run. */
const settled = (page: Page) => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));

/** What the document makes of the exhibits. */
function readExhibits(page: Page): Promise<string[][]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll("section"), (section) => {
      const within = (selector: string) =>
        (section as unknown as typeof document).querySelector(selector) as HTMLElement;
      return [
        section.title,
        section.getAttribute("class")!,
        section.getAttribute("data-text")!,
        section.getAttribute("aria-label")!,
        within("p").textContent,
        within("p + p").textContent,
        within("input").getAttribute("placeholder")!,
        within("textarea").value,
        within("option").getAttribute("value")!,
        within("option").textContent,
        within("svg title").textContent,
        within("svg text").textContent,
      ];
    }),
  );
}

const NOTHING_ELSE =
  "script:not([src]):not([nonce]):not([type='application/json']), img, math, [onerror], [onload], [onclick]";

async function expectInert({ page, complaints }: Visit, expected: readonly string[]): Promise<void> {
  const exhibits = await readExhibits(page);
  expect(exhibits).toHaveLength(expected.length);
  exhibits.forEach((places, at) => {
    for (const place of places) expect(place).toBe(expected[at]);
  });
  expect(await page.locator(NOTHING_ELSE).count()).toBe(0);
  expect([await pwned(page), complaints]).toEqual([undefined, []]);
}

describe("text that is markup", () => {
  it("X20: shows as it is in the page's HTML, in patches, and in a whole screen", async () => {
    const limits = { windowBytes: 1, maxBacklogOperations: 0 };
    const exhibition = await visit(Exhibits, { limits });
    const { page } = exhibition;
    await expectInert(exhibition, texts);
    // A patch, then, as the client has not acknowledged that yet, the whole screen.
    const [patched, whole] = [texts.toReversed(), texts.map((text) => `${text}${text}`)];
    shown.session.run(() => shown.set(patched));
    await page.waitForFunction((last) => document.querySelector("section:last-child")?.title === last, patched.at(-1));
    await expectInert(exhibition, patched);
    shown.session.run(() => shown.set(texts.slice(0, 5)));
    shown.session.run(() => shown.set(whole));
    await page.waitForFunction((last) => document.querySelector("section:last-child")?.title === last, whole.at(-1));
    await expectInert(exhibition, whole);
  });

  it("X20: no URL that the server lets through runs code by the browser's own reading of it", async () => {
    const { page } = await visit(() => <a href="/">x</a>);
    const kind = propKind("href");
    if (kind.kind !== "attribute") throw new Error("Expected href to be an attribute.");
    const passed = Array.from({ length: 20_000 }, () => hostileUrl(random)).filter((url) => {
      try {
        return kind.toValue(url) !== null;
      } catch {
        return false;
      }
    });
    expect(passed.length).toBeGreaterThan(1_000);
    const running = await page.evaluate((urls) => {
      const link = document.querySelector("a")!;
      return urls.filter((url) => {
        link.href = url;
        return /^(?:javascript|vbscript):$/.test(link.protocol) || /^data:text/i.test(link.href);
      });
    }, passed);
    expect(running).toEqual([]);
  });

  it("X20: no style value that the server lets through sets another property", async () => {
    const { page } = await visit(() => <p>x</p>);
    const passed = Array.from({ length: 20_000 }, () => hostileStyle(random)).flatMap((value) => {
      try {
        return [styleText({ color: value, width: "1px" })];
      } catch {
        return [];
      }
    });
    expect(passed.length).toBeGreaterThan(1_000);
    const leaking = await page.evaluate((styles) => {
      const { style } = document.querySelector("p")!;
      return styles.filter((text) => {
        style.cssText = text;
        const properties = Array.from(style as unknown as ArrayLike<string>);
        return !properties.includes("width") || properties.some((name) => name !== "color" && name !== "width");
      });
    }, passed);
    expect(leaking).toEqual([]);
  });
});

describe("the policy of a page", () => {
  it("X21: is kept by the page itself, from first paint through patches to a lost line", async () => {
    const { page, complaints } = await visit(function Page() {
      const clicks = signal(0);
      const list = signal<string[]>([]);
      return (
        <main style={{ color: "red", width: () => `${clicks.value + 10}px` }}>
          <button
            onClick={() => {
              clicks.value++;
              list.value = [...list.value, `row ${clicks.value}`];
            }}
          >
            Clicked {clicks}
          </button>
          <img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" />
          <div>{() => (clicks.value > 0 ? rawHtml(`<b>raw</b>`) : null)}</div>
          <For each={list}>{(row) => <p style="margin: 0">{row}</p>}</For>
        </main>
      );
    });
    await page.getByRole("button").click();
    await page.getByText("Clicked 1").waitFor();
    await page.locator("b").waitFor();
    expect(complaints).toEqual([]);
  });

  it("X21: stops script in HTML that the app vouched for and should not have", async () => {
    const injected =
      "<script>pwned=1</script><img src=x onerror=pwned=2><a id=link href='javascript:pwned=3'>x</a>" +
      "<iframe srcdoc='<script>parent.pwned=4</script>'></iframe><base href='https://evil.example/'>" +
      "<svg onload=pwned=5></svg><form action='https://evil.example/'><button>x</button></form>";
    const first = await visit(function Page() {
      const late = signal(false);
      return (
        <main>
          <div>{rawHtml(injected)}</div>
          <button id="late" onClick={() => (late.value = true)}>
            More
          </button>
          <section>{() => (late.value ? rawHtml(injected) : null)}</section>
        </main>
      );
    });
    const { page, complaints } = first;
    await page
      .locator("#link")
      .first()
      .evaluate((link) => (link as unknown as HTMLElement).click());
    await page.locator("#late").click();
    await page.locator("section #link").waitFor();
    await page.locator("section #link").evaluate((link) => (link as unknown as HTMLElement).click());
    await settled(page);
    expect(await pwned(page)).toBeUndefined();
    expect(
      await page.evaluate(() => (globalThis as unknown as { document: { baseURI: string } }).document.baseURI),
    ).toBe(first.url);
    expect(complaints.filter((text) => /Content Security Policy/.test(text)).length).toBeGreaterThan(4);
  });

  it("X21: lets no text become markup or code but by the policy named tandem, of which there is one", async () => {
    const { page } = await visit(() => <p>x</p>);
    const thrown = await page.evaluate(() => {
      const types = (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } })
        .trustedTypes;
      const tries: (() => unknown)[] = [
        () => (document.body.innerHTML = "<b>x</b>"),
        () => document.body.setAttribute("onclick", "pwned=1"),
        () => ((document.createElement("script") as unknown as { text: string }).text = "pwned=1"),
        () => new Function("pwned=1")() as unknown,
        () => types.createPolicy("tandem", {}),
        () => types.createPolicy("evil", {}),
      ];
      const outcome = (attempt: () => unknown) => {
        try {
          attempt();
          return "allowed";
        } catch (error) {
          return (error as Error).name;
        }
      };
      // In a task of the page's own: a debugger's evaluation may evaluate more.
      return new Promise<string[]>((resolve) => setTimeout(() => resolve(tries.map(outcome)), 0));
    });
    expect(thrown).toHaveLength(6);
    expect(thrown.filter((name) => name === "allowed")).toEqual([]);
    expect(await pwned(page)).toBeUndefined();
  });
});

describe("a page of another origin", () => {
  it("X22: can neither frame a page, nor read it, nor open its socket; one of the same origin can frame it", async () => {
    const { page, server, url } = await visit(() => <h1>Mine</h1>, { contentSecurity: { "frame-src": ["'self'"] } });
    const foreign = createServer((_request, response) => {
      response.setHeader("Content-Type", "text/html");
      response.end(`<iframe src="${url}"></iframe>`);
    });
    await new Promise<void>((resolve) => foreign.listen(0, "127.0.0.1", () => resolve()));
    closers.push(() => closeServer(foreign));
    await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);
    await page.waitForLoadState("load");
    expect(await page.frames()[1]!.evaluate(() => document.body.textContent)).not.toContain("Mine");
    const tried = await page.evaluate(
      async ({ target, socketUrl }) => {
        const read = await fetch(target, { credentials: "include" }).then(
          () => "read",
          () => "refused",
        );
        const { WebSocket } = globalThis as unknown as { WebSocket: new (url: string) => Record<string, unknown> };
        const socket = await new Promise((resolve) => {
          const opening = new WebSocket(socketUrl);
          opening["onopen"] = () => resolve("open");
          opening["onclose"] = () => resolve("refused");
        });
        return [read, socket];
      },
      { target: url, socketUrl: `ws://localhost:${server.port}/_tandem/socket` },
    );
    expect(tried).toEqual(["refused", "refused"]);
    // The same origin may: frame-ancestors is 'self'.
    await page.goto(url);
    await page.evaluate((src) => {
      const frame = document.createElement("iframe");
      frame.setAttribute("src", src);
      document.body.append(frame);
    }, url);
    await page.frameLocator("iframe").getByText("Mine").waitFor();
  });
});
