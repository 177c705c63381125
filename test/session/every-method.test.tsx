import { describe, expect, it } from "vitest";
import { effect } from "../../src/reactive/effect.ts";
import { App } from "../../src/session/app.ts";
import { SessionEnded } from "../../src/session/call-errors.ts";
import { PLAIN_HOST } from "../../src/session/environment.ts";
import { session as facade } from "../../src/session/facade.ts";
import { Session } from "../../src/session/session.ts";
import { ref } from "../../src/view/ref.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { TestSession } from "../support/test-session.ts";
import { outcomeOf, unhandledRejections } from "../support/promises.ts";

class Note {}

/** What a method does without a live session: in a stub, and in a session that has ended. */
interface Row {
  /** The method, or the property that is read. */
  readonly name: string;
  call(session: Session): unknown;
  /** Whether it needs somebody at a screen, so that it throws or rejects with `SessionEnded` after the end. */
  readonly needsClient?: true;
}

/** Beside another app, so that there is one to go to. */
const host = { ...PLAIN_HOST, apps: new Map([["other", { url: "/other/", title: "Other" }]]) };

const rows: Row[] = [
  { name: "onFlush", call: (session) => session.onFlush(() => {}) },
  { name: "onFlushed", call: (session) => session.onFlushed(() => {}) },
  { name: "onDisconnected", call: (session) => session.onDisconnected(() => {}) },
  { name: "onReconnected", call: (session) => session.onReconnected(() => {}) },
  { name: "onEnded", call: (session) => session.onEnded(() => {}) },
  { name: "createTask", call: (session) => session.createTask(() => {}) },
  { name: "hold", call: (session) => void session.hold() },
  { name: "close", call: (session) => void session.close() },
  { name: "run", call: (session) => session.run(() => 1) },
  { name: "flush", call: (session) => session.flush() },
  { name: "shareUrl", call: (session) => session.shareUrl() },
  { name: "own", call: (session) => session.own(() => {}) },
  { name: "state", call: (session) => session.state.value },
  { name: "request", call: (session) => session.request },
  { name: "app", call: (session) => session.app },

  { name: "sendCustomMessage", call: (session) => session.sendCustomMessage("beep", 1), needsClient: true },
  { name: "sendInputMessage", call: (session) => session.sendInputMessage("name", "x"), needsClient: true },
  { name: "setMessageHandler", call: (session) => session.setMessageHandler("ask", () => 1) },
  { name: "runJs", call: (session) => session.runJs("1 + 1"), needsClient: true },
  { name: "evalJs", call: (session) => session.evalJs("1 + 1"), needsClient: true },
  { name: "setClipboard", call: (session) => session.setClipboard("x"), needsClient: true },
  { name: "getClipboard", call: (session) => session.getClipboard(), needsClient: true },
  { name: "setTitle", call: (session) => session.setTitle("Title") },
  { name: "notify", call: (session) => session.notify("Hello"), needsClient: true },
  { name: "dismiss", call: (session) => session.dismiss("none") },

  { name: "dynamicRoute", call: (session) => session.dynamicRoute("data", () => new Response()) },
  { name: "saveFile", call: (session) => session.saveFile("text", "a.txt"), needsClient: true },
  { name: "pickFile", call: (session) => session.pickFile(), needsClient: true },
  { name: "assets", call: (session) => session.assets },

  { name: "showCustomDialog", call: (session) => session.showCustomDialog(() => "x"), needsClient: true },
  { name: "showYesNoDialog", call: (session) => session.showYesNoDialog("Sure?"), needsClient: true },

  { name: "activePageUrl", call: (session) => session.activePageUrl.value },
  { name: "activePageInstances", call: (session) => session.activePageInstances.value },
  { name: "baseUrl", call: (session) => session.baseUrl },
  { name: "query", call: (session) => session.query("q").value },
  { name: "hash", call: (session) => session.hash.value },
  { name: "onPageChange", call: (session) => session.onPageChange(() => {}) },
  { name: "confirmLeave", call: (session) => session.confirmLeave(() => false) },
  { name: "navigateTo", call: (session) => session.navigateTo("/elsewhere"), needsClient: true },
  { name: "goApp", call: (session) => session.goApp("other"), needsClient: true },
  { name: "info", call: (session) => session.info },
  { name: "user", call: (session) => session.user },
  { name: "runningInWindow", call: (session) => session.runningInWindow },
  { name: "runningAsWebsite", call: (session) => session.runningAsWebsite },
  { name: "window", call: (session) => session.window.width.value },
  { name: "elementSize", call: (session) => session.elementSize(ref()).value },
  { name: "theme", call: (session) => session.theme.value },
  { name: "resolvedTheme", call: (session) => session.resolvedTheme.value },
  { name: "setTheme", call: (session) => session.setTheme("dark") },
  { name: "env", call: (session) => session.env.value },
  { name: "setEnv", call: (session) => session.setEnv({ title: "Title" }) },

  { name: "local", call: (session) => session.local },
  { name: "attach", call: (session) => session.attach(new Note()) },
  { name: "get", call: (session) => (session.attach(new Note()), session.get(Note)) },
  { name: "has", call: (session) => session.has(Note) },
  { name: "detach", call: (session) => (session.attach(new Note()), session.detach(Note)) },
  { name: "input", call: (session) => session.input("name").value },
  { name: "setInput", call: (session) => session.setInput("name", "x") },
  { name: "makeScope", call: (session) => session.makeScope("part") },
];

/** What the server and the framework use, and what only an app's server can do. */
const OTHERS = `id clock limits development isOver isStub detachedSince clientCount actingClient idleBy actedAt
  canBeActedOn calls view routes arrival navigator userId actingLine queue
  needClient uploads lastWord noticePlaces downloads start readOnce readScreen scheduleFlush operationsWaiting addClient removeClient userOf dismissUser clientForgotten
  actorChanged firstPaint eachConnection attachClient noteHello tell tellActing tellClient setPage showLayer setRootAttribute
  wholeScreen receive hear attached detached messagesLost breach warn reportError noteError disown whenClosing
  disposeStub clearRegistries clientsLost clientsReturned endAfter closeIdle onRequest respond followWindows
  namedInput urlForAsset noticePlaces needPart feeds addFeed constructor forgetClient noteDeed endCalls hasMessages send noteClients report
  runFor disposeOwned note whenClientGone`.split(/\s+/);

function membersOfSession(): string[] {
  const names: string[] = [];
  for (
    let level: object = Session.prototype;
    level !== Object.prototype;
    level = Object.getPrototypeOf(level) as object
  ) {
    names.push(...Object.getOwnPropertyNames(level));
  }
  return [...new Set(names)];
}

/** An error it threw or rejected with; `undefined` if it did neither, or waits. */
async function errorOf(call: () => unknown): Promise<unknown> {
  let result: unknown;
  try {
    result = call();
  } catch (error) {
    return error;
  }
  const outcome = outcomeOf(Promise.resolve(result));
  await promisesSettled();
  return outcome.error;
}

describe("each method of a session", () => {
  it("S72: stands in the table", () => {
    const known = [...rows.map((row) => row.name), ...OTHERS];
    expect(membersOfSession().filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(rows)("S72: in a stub, $name does not throw, and tells nobody", async ({ call }) => {
    const { environment, log } = new TestSession(() => <p>another</p>);
    let error: unknown;
    const Root = () => {
      effect(() => void errorOf(() => call(facade as Session)).then((thrown) => (error = thrown)));
      return <input bind="name" />;
    };
    const screen = await Session.readOnce(new App(Root, {}), { ...environment, host });
    await promisesSettled();
    expect(screen.root).toContain("<input");
    expect(screen.layers).toBe("");
    expect([error, log]).toEqual([undefined, []]);
  });

  it.each(rows)("S56: after the end, $name throws SessionEnded only if it needs a client", async (row) => {
    const test = new TestSession(() => <input bind="name" />);
    const client = test.connect();
    await test.session.close({ hard: true });
    const told = client.received.length;
    const error = await errorOf(() => test.session.run(() => row.call(test.session)));
    if (row.needsClient) expect(error).toBeInstanceOf(SessionEnded);
    else expect(error).toBeUndefined();
    expect([test.log, client.received.length]).toEqual([[], told]);
  });

  it("S57: is no unhandled rejection when nobody awaits it and the session ends, or has ended", async () => {
    const rejections = unhandledRejections();
    for (const { call } of rows) {
      const test = new TestSession(() => <input bind="name" />);
      test.connect();
      const begin = () => {
        try {
          void test.session.run(() => call(test.session));
        } catch {
          // Those that throw at once are told.
        }
      };
      begin();
      await test.settled();
      await test.session.close();
      begin();
      await test.settled();
    }
    expect(rejections).toEqual([]);
  });
});
