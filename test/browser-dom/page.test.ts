import { describe, expect, it, vi } from "vitest";
import { promisesSettled } from "../support/fake-clock.ts";
import { enter, fire, openPage, type Page } from "./support.ts";

const notice = (page: Page) => page.document.querySelector<HTMLElement>(".tandem-reconnect");

function listened(before: { events: string[] }, window: Window): void {
  for (const type of ["connecting", "connected", "disconnected", "reconnected", "closed"]) {
    window.document.addEventListener(`tandem:${type}`, (event) => {
      const detail = (event as CustomEvent<{ message: string } | null>).detail;
      before.events.push(detail ? `${type}: ${detail.message}` : type);
    });
  }
}

describe("the connection", () => {
  it("B70: each change is told once as an event on the document", () => {
    const told = { events: [] as string[] };
    const page = openPage({ before: (window) => listened(told, window) });
    page.server.drop();
    page.clock.advance(300);
    page.server.drop();
    page.clock.advance(1_000);
    page.server.welcome();
    expect(told.events).toEqual(["connecting", "connected", "disconnected", "reconnected"]);
  });

  it("B71: a short loss passes unseen; a longer one is shown with a countdown, and ends with it", () => {
    const page = openPage();
    page.server.drop();
    page.clock.advance(200);
    page.server.welcome();
    page.clock.advance(1_000);
    expect(notice(page)).toBeNull();
    for (let i = 0; i < 6; i++) {
      page.server.drop();
      page.clock.advance(3_000);
    }
    page.server.drop();
    const shown = notice(page)!;
    expect(shown.querySelector("[role=status]")!.textContent).toBe("Connection lost.");
    const countdown = shown.querySelector<HTMLElement>(".tandem-countdown")!;
    const seconds = () => Number(/\d+/.exec(countdown.textContent!)![0]);
    const before = seconds();
    page.clock.advance(1_000);
    expect(seconds()).toBe(before - 1);
    expect(countdown.getAttribute("aria-hidden")).toBe("true");
    const connections = page.server.connections;
    shown.querySelector("button")!.click();
    expect(page.server.connections).toBe(connections + 1);
    expect(shown.textContent).toContain("Connecting…");
    page.server.welcome();
    expect(notice(page)).toBeNull();
    expect(page.clock.pending).toBeLessThan(3);
  });

  it("B71: the first connection has more time before anything is said", () => {
    const page = openPage({ connected: false });
    page.clock.advance(3_999);
    expect(notice(page)).toBeNull();
    page.clock.advance(1);
    expect(notice(page)!.textContent).toContain("Connecting…");
  });

  it("B72: the link wakes when the network comes or goes, the page is shown again or comes from the cache", () => {
    const page = openPage();
    const wakes = (event: Event, target: EventTarget) => {
      for (let i = 0; i < 8; i++) {
        page.server.drop();
        if (i < 7) page.clock.advance(20_000);
      }
      const before = page.server.connections;
      target.dispatchEvent(event);
      return page.server.connections - before;
    };
    const { Event } = page.window;
    expect(wakes(new Event("online"), page.window)).toBe(1);
    expect(wakes(new Event("offline"), page.window)).toBe(1);
    expect(wakes(new Event("visibilitychange"), page.document)).toBe(1);
    expect(wakes(Object.assign(new Event("pageshow"), { persisted: true }), page.window)).toBe(1);
    expect(wakes(new Event("pageshow"), page.window)).toBe(0);
  });

  it("B73: a page that goes for good says goodbye; one that goes into the cache does not", () => {
    const page = openPage();
    page.window.dispatchEvent(Object.assign(new page.window.Event("pagehide"), { persisted: true }));
    expect(page.server.heard.at(-1)![0]).toBe("hello");
    fire(page, page.window, "pagehide");
    expect(page.server.heard.at(-1)).toEqual(["goodbye"]);
    expect(page.document.querySelector("[class^=tandem]")).toBeNull();
  });
});

describe("the end", () => {
  it("B74: a hard close covers the page with its text, as an alert, and tells page and parent", () => {
    const told = { events: [] as string[] };
    const postMessage = vi.fn();
    const page = openPage({
      root: "<button>x</button><dialog open></dialog>",
      before(window) {
        listened(told, window);
        Object.defineProperty(window, "parent", { value: { postMessage } });
      },
    });
    page.server.close(4001, "Thank you.");
    const overlay = page.$<HTMLElement>("#tandem-closed-overlay");
    expect(overlay.getAttribute("role")).toBe("alert");
    expect(overlay.textContent).toBe("Thank you.");
    expect(page.root.inert).toBe(true);
    expect(page.$<HTMLDialogElement>("dialog").open).toBe(false);
    expect(told.events.slice(-2)).toEqual(["disconnected", "closed: Thank you."]);
    expect(postMessage.mock.calls).toEqual([["closed", "*"]]);
    page.clock.advance(60_000);
    expect(page.server.connections).toBe(1);
  });

  it("B74: without a text of its own, a hard close says that the app has closed", () => {
    const page = openPage();
    page.server.drop(4001);
    expect(page.$("#tandem-closed-overlay").textContent).toBe("This app has closed.");
  });

  it("B75: a session that ended softly offers to reload, and is no closed app", () => {
    const told = { events: [] as string[] };
    const page = openPage({ before: (window) => listened(told, window) });
    const reload = vi.spyOn(page.window.location, "reload").mockImplementation(() => {});
    page.server.close(1001);
    expect(page.document.querySelector("#tandem-closed-overlay")).toBeNull();
    expect(page.$("#tandem-ended-overlay").textContent).toContain("The session has ended.");
    page.$<HTMLElement>("#tandem-ended-overlay button").click();
    expect(reload).toHaveBeenCalledOnce();
    expect(told.events).toEqual(["connecting", "connected", "disconnected"]);
  });

  it.each([4404, 4401, 4426])("B76: a page without a session reloads, but not in a loop (%i)", (code) => {
    const page = openPage({ connected: false });
    const reload = vi.spyOn(page.window.location, "reload").mockImplementation(() => {});
    page.server.close(code);
    expect(page.document.body.textContent).toContain("Starting a new session…");
    page.clock.advance(1_000);
    expect(reload).toHaveBeenCalledOnce();

    const again = openPage({
      connected: false,
      before: (window) =>
        window.sessionStorage.setItem("tandem-reloaded", page.window.sessionStorage.getItem("tandem-reloaded")!),
    });
    const second = vi.spyOn(again.window.location, "reload").mockImplementation(() => {});
    again.server.close(code);
    again.clock.advance(1_000);
    expect(second).not.toHaveBeenCalled();
    expect(again.$("#tandem-ended-overlay").textContent).toContain("Reload");
  });

  it("B76: in development a page reloads at once, as often as the app changes", () => {
    const page = openPage({
      connected: false,
      config: { dev: true },
      before: (window) => window.sessionStorage.setItem("tandem-reloaded", "1"),
    });
    const reload = vi.spyOn(page.window.location, "reload").mockImplementation(() => {});
    page.server.close(4404);
    page.clock.advance(0);
    expect(reload).toHaveBeenCalledOnce();
  });

  it("B76: a page that connected may reload by itself again", () => {
    const page = openPage({ before: (window) => window.sessionStorage.setItem("tandem-reloaded", "1") });
    expect(page.window.sessionStorage.length).toBe(0);
  });
});

describe("messages", () => {
  it("B77: notices are shown with text, id and details, as an alert when something failed", async () => {
    const page = openPage();
    page.server.deliver(["notice", "error", "Something failed.", "e-1", "at <x>"], ["notice", "info", "Saved.", ""]);
    await promisesSettled();
    const [error, info] = Array.from(page.document.querySelectorAll<HTMLElement>(".tandem-notice"));
    expect([error!.getAttribute("role"), info!.getAttribute("role")]).toEqual(["alert", "status"]);
    expect(Array.from(error!.children, ({ textContent }) => textContent)).toEqual([
      "Something failed.",
      "e-1",
      "at <x>",
      "Dismiss",
    ]);
    error!.querySelector("button")!.click();
    expect(page.document.querySelectorAll(".tandem-notice").length).toBe(1);
    for (let i = 0; i < 9; i++) page.server.deliver(["notice", "info", String(i), ""]);
    expect(Array.from(page.document.querySelectorAll(".tandem-notice p"), (p) => p.textContent)).toEqual([
      "5",
      "6",
      "7",
      "8",
    ]);
  });

  it("B78: custom messages go to their handler in order; an unknown type, and a handler that fails, are reported", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    const page = openPage();
    const got: unknown[] = [];
    page.screen.api.addCustomMessageHandler("a", (message) => void got.push(message));
    page.screen.api.addCustomMessageHandler("bad", () => {
      throw new Error("no");
    });
    page.server.deliver(["custom", "a", 1], ["custom", "none", 0], ["custom", "bad", 0], ["custom", "a", { b: 2 }]);
    // A message without a handler waits for the page's own scripts.
    await expect.poll(() => got).toEqual([1, { b: 2 }]);
    expect(warn.mock.calls[0]![0]).toContain('"none"');
    expect(error).toHaveBeenCalledOnce();
    warn.mockRestore();
    error.mockRestore();
  });

  it("B79: a request gets its own answer, or rejects: as told, in time, and at the end", async () => {
    const page = openPage();
    const { makeRequest } = page.screen.api;
    const [first, second, third, fourth] = [
      makeRequest("sum", 1, 2),
      makeRequest("fail"),
      makeRequest("slow"),
      makeRequest("last"),
    ];
    await promisesSettled();
    expect(page.server.heard.slice(1, 3)).toEqual([
      [1, 0, "request", 1, "sum", [1, 2]],
      [2, 0, "request", 2, "fail", []],
    ]);
    page.server.deliver(
      ["response", 2, false, { name: "ValidationError", message: "wrong", errorId: "e1" }],
      ["response", 1, true, 3],
      ["response", 99, true, 0],
    );
    await expect(first).resolves.toBe(3);
    await expect(second).rejects.toMatchObject({ name: "ValidationError", message: "wrong", errorId: "e1" });
    page.clock.advance(15_000);
    page.server.deliver();
    page.clock.advance(15_000);
    await expect(third).rejects.toThrow('"slow"');
    await expect(fourth).rejects.toMatchObject({ name: "TimeoutError", message: expect.stringContaining("30 s") });
    const pending = makeRequest("pending");
    page.server.close(4001);
    await expect(pending).rejects.toMatchObject({ name: "SessionEnded" });
    await expect(makeRequest("after")).rejects.toMatchObject({ name: "SessionEnded" });
  });

  it("B81: what is too much to be sent is said, once until something is sent again", async () => {
    const page = openPage({ root: `<input data-t="3" data-on="input">` });
    const said = () => page.document.querySelectorAll(".tandem-error").length;
    enter(page, page.$("input"), "x".repeat(70_000));
    enter(page, page.$("input"), "x".repeat(70_001));
    await promisesSettled();
    expect([page.server.events.length, said()]).toEqual([0, 1]);
    enter(page, page.$("input"), "x");
    enter(page, page.$("input"), "x".repeat(70_000));
    expect([page.server.events.length, said()]).toEqual([1, 2]);
  });

  it("B80: a screen that is stopped hears and shows nothing more", () => {
    const page = openPage({ root: `<button data-t="3" data-on="click">x</button>` });
    page.screen.stop();
    expect(page.server.heard.at(-1)).toEqual(["goodbye"]);
    const heard = page.server.heard.length;
    fire(page, page.$("button"), "click");
    fire(page, page.window, "online");
    expect(page.server.heard.length).toBe(heard);
    expect(page.clock.pending).toBe(0);
  });
});
