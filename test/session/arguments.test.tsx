import { describe, expect, it } from "vitest";
import { signal } from "../../src/reactive/signal.ts";
import type { Scope } from "../../src/session/modules/scope.ts";
import type { Session } from "../../src/session/session.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { TestSession } from "../support/test-session.ts";
import { outcomeOf } from "../support/promises.ts";

const host = {
  backend: "node",
  isWindow: false,
  apps: new Map([["other", { url: "/other/", title: "Other" }]]),
} as const;

/** Calls that were never to compile, or whose value came from elsewhere. */
type Call = (session: Record<keyof Session, (...given: unknown[]) => unknown>) => unknown;

const inModule =
  (call: (scope: Record<keyof Scope, (...given: unknown[]) => unknown>) => unknown): Call =>
  (session) =>
    call(session.makeScope("part") as Parameters<typeof call>[0]);

const UNKNOWN = "options/unknown";
const NO_OBJECT = "options/not-an-object";
const NO_TEXT = "session/not-a-text";
const NO_FUNCTION = "session/not-a-function";
const NO_SIGNAL = "session/not-an-abort-signal";

const cases: [name: string, code: string, call: Call][] = [
  ["close() that is misspelt hard", UNKNOWN, (session) => session.close({ harrd: true })],
  ["close() with a message that is no text", NO_TEXT, (session) => session.close({ hard: true, message: 7 })],
  ["close() without options that are some", NO_OBJECT, (session) => session.close(null)],
  ["onFlush()", UNKNOWN, (session) => session.onFlush(() => {}, { one: false })],
  ["onFlushed()", NO_OBJECT, (session) => session.onFlushed(() => {}, true)],
  ["createTask() of an unknown option", UNKNOWN, (session) => session.createTask(() => {}, { title: "x" })],
  ["createTask() of no name", NO_TEXT, (session) => session.createTask(() => {}, { name: 7 })],
  ["shareUrl()", "session/bad-expiry", (session) => session.shareUrl({ expiresIn: NaN })],
  ["shareUrl() of an unknown option", UNKNOWN, (session) => session.shareUrl({ expires: 1 })],
  ["run()", NO_FUNCTION, (session) => session.run("code")],

  ["setMessageHandler()", UNKNOWN, (session) => session.setMessageHandler("x", () => 1, { shema: {} })],
  ["runJs() without arguments that are some", NO_OBJECT, (session) => session.runJs("1", null)],
  ["evalJs() of unknown options", UNKNOWN, (session) => session.evalJs("1", {}, { timeOut: 1 })],
  ["evalJs() of no options", NO_OBJECT, (session) => session.evalJs("1", {}, null)],
  ["evalJs() of no time", "client/bad-timeout", (session) => session.evalJs("1", {}, { timeout: NaN })],
  ["evalJs() of a time as text", "client/bad-timeout", (session) => session.evalJs("1", {}, { timeout: "5" })],
  ["evalJs() of no signal", NO_SIGNAL, (session) => session.evalJs("1", {}, { signal: {} })],
  ["getClipboard()", NO_OBJECT, (session) => session.getClipboard(null)],
  ["setClipboard()", "client/bad-timeout", (session) => session.setClipboard("x", { timeout: -1 })],
  ["setTitle()", NO_TEXT, (session) => session.setTitle(7)],
  ["notify()", "client/bad-notice", (session) => session.notify("x", { action: null })],
  ["pickFile() of no options", NO_OBJECT, (session) => session.pickFile(null)],
  ["pickFile() of no signal", NO_SIGNAL, (session) => session.pickFile({ signal: "x" })],

  ["showCustomDialog() of no function", NO_FUNCTION, (session) => session.showCustomDialog(<p>x</p>)],
  ["its onClose", NO_FUNCTION, (session) => session.showCustomDialog(() => "x", { onClose: "x" })],
  ["its signal", NO_SIGNAL, (session) => session.showCustomDialog(() => "x", { signal: {} })],
  ["showYesNoDialog()", NO_SIGNAL, (session) => session.showYesNoDialog("x", { signal: null })],

  ["navigateTo()", UNKNOWN, (session) => session.navigateTo("/x", { replce: true })],
  ["query()", NO_TEXT, (session) => session.query(7)],
  ["onPageChange()", NO_FUNCTION, (session) => session.onPageChange("x")],
  ["confirmLeave()", "pages/bad-leave-check", (session) => session.confirmLeave(undefined)],
  ["confirmLeave() of unknown words", UNKNOWN, (session) => session.confirmLeave("x", { textt: "x" })],
  ["goApp() of no name", NO_TEXT, (session) => session.goApp(undefined)],
  ["goApp()", UNKNOWN, (session) => session.goApp("other", { newwindow: false })],
  ["setEnv()", NO_OBJECT, (session) => session.setEnv(undefined)],

  ["input()", NO_TEXT, (session) => session.input(undefined)],
  ["setInput()", NO_TEXT, (session) => session.setInput(7, "x")],
  ["a module's run()", NO_FUNCTION, inModule((scope) => scope.run("x"))],
  ["its onDestroy()", NO_FUNCTION, inModule((scope) => scope.onDestroy("x"))],
  ["its input()", "scope/bad-id", inModule((scope) => scope.input(7))],
  ["its dynamicRoute()", "files/bad-route", inModule((scope) => scope.dynamicRoute("x", "y"))],
  ["its setMessageHandler()", "client/bad-message-handler", inModule((scope) => scope.setMessageHandler("x", "y"))],
];

describe("what a session's methods are given", () => {
  it.each(cases)("S74: %s is refused with %s, and nothing is done", async (_name, code, call) => {
    const test = new TestSession(() => <p>{signal("")}</p>, { host });
    const client = test.connect();
    const before = { sent: client.received.length, timers: test.clock.pending };
    const outcome = outcomeOf(
      (async () => void (await test.session.run(() => call(test.session as unknown as Parameters<Call>[0]))))(),
    );
    await promisesSettled();
    expect(outcome.error).toMatchObject({ code, name: "TandemError" });
    expect({ sent: client.received.length, timers: test.clock.pending }).toEqual(before);
    expect([test.session.calls.pending, test.session.state.peek().kind]).toEqual([0, "connected"]);
    expect(test.session.firstPaint()).toMatchObject({ layers: "" });
    expect(test.log).toEqual([]);
  });
});
