import { describe, expect, it } from "vitest";
import { Op } from "../../../src/protocol/operations.ts";
import type { CallOptions } from "../../../src/session/client-calls.ts";
import type { Session } from "../../../src/session/session.ts";
import { ClientError } from "../../../src/session/call-errors.ts";
import { ClipboardError } from "../../../src/session/talk/clipboard.ts";
import { TestSession } from "../../support/test-session.ts";
import { outcomeOf } from "../../support/promises.ts";
import { clientCallContract, lastCall } from "../client-call-contract.tsx";

clientCallContract({
  name: "evalJs",
  call: (session, options) => session.evalJs("x", {}, options),
  answer: { any: [0] },
  result: { any: [0] },
  malformed: [],
  takesOptions: true,
});

clientCallContract({
  name: "setClipboard",
  call: (session, options) => session.setClipboard("text", options),
  answer: undefined,
  result: undefined,
  malformed: [],
  takesOptions: true,
});

clientCallContract({
  name: "getClipboard",
  call: (session, options) => session.getClipboard(options),
  answer: "text",
  result: "text",
  malformed: [undefined, null, 7, { text: "yes" }],
  takesOptions: true,
});

const start = () => {
  const test = new TestSession(() => <p />);
  return { test, client: test.connect(), session: test.session };
};

it("M25: arguments are sent as data, beside the code", async () => {
  const { test, client, session } = start();
  session.run(() => session.runJs("console.log(a + b)", { a: "1'</script>", b: [2] }));
  expect(client.messages).toEqual([["do", "run", ["console.log(a + b)", ["a", "b"], ["1'</script>", [2]], false]]]);
  void session.evalJs("a + $b ;\n ; ", { a: 1, $b: null }).catch(() => {});
  await test.settled();
  expect(lastCall(client).slice(1)).toEqual(["eval", ["a + $b", ["a", "$b"], [1, null]]]);
});

it("M25: an argument must have a name that a variable can have, and a value that is JSON", async () => {
  const { session } = start();
  const bad = ["a b", "1a", "a-b", "", "a,b", "a=1", "...a", "{a}", "a/**/", "class", "await", "let", "eval", "static"];
  for (const name of bad) {
    const code = "client/bad-argument-name";
    expect(() => session.runJs("1", { [name]: 1 })).toThrow(expect.objectContaining({ code }));
    await expect(session.evalJs("1", { [name]: 1 })).rejects.toMatchObject({ code });
  }
  for (const name of ["a", "_", "$", "größe", "名", "async", "of", "constructor"]) session.runJs("1", { [name]: 1 });
  expect(() => session.runJs("1", { f: () => 1 })).toThrow("Expected f to be what JSON can say, but got a function");
  await expect(session.evalJs("1", { u: undefined })).rejects.toMatchObject({ code: "client/not-json" });
  for (const code of ["", "  \n", " ;; ", 7]) {
    await expect(session.evalJs(code as string)).rejects.toMatchObject({ code: "client/bad-code" });
  }
  expect(() => session.runJs("")).toThrow("an empty text");
});

it("M23: in development, the log has what failed in a page; in production a page's word for it means nothing", () => {
  for (const development of [true, false]) {
    const test = new TestSession(() => <p />, { development });
    const client = test.connect();
    test.session.run(() => test.session.runJs("boom()"));
    test.session.run(() => test.session.runJs("boom()"));
    client.word("tell", "script-error", { name: "ReferenceError", message: "boom is not defined" });
    client.word("tell", "script-error", { name: 7, message: "x".repeat(9_000) });
    const [first, second] = test.events("client/script-failed").map((entry) => String(entry.message));
    expect(first).toBe(development ? "runJs failed in the page with ReferenceError: boom is not defined" : undefined);
    expect((second ?? "").length).toBeLessThan(2_100);
  }
});

describe("the clipboard", () => {
  const cases: [string, (session: Session, options?: CallOptions) => Promise<unknown>][] = [
    ["setClipboard", (session) => session.setClipboard("text")],
    ["getClipboard", (session) => session.getClipboard()],
  ];
  for (const [name, call] of cases) {
    it(`M27: ${name} rejects with a ClipboardError when the browser refuses`, async () => {
      const { test, client, session } = start();
      const outcome = outcomeOf(session.run(() => call(session)));
      await test.settled();
      client.word("answer", lastCall(client)[0], false, { name: "NotAllowedError", message: "Write denied." });
      await test.settled();
      const error = outcome.error as ClipboardError;
      expect([error instanceof ClipboardError, error instanceof ClientError]).toEqual([true, true]);
      expect([error.name, error.code, error.clientName]).toEqual([
        "ClipboardError",
        "client/clipboard",
        "NotAllowedError",
      ]);
      expect(error.message).toContain("Write denied.");
    });
  }

  it("M27: only a text can be put there", async () => {
    const { session } = start();
    await expect(session.setClipboard(7 as unknown as string)).rejects.toMatchObject({
      code: "client/bad-clipboard-text",
    });
  });
});

it("M28: a title reaches the first paint, those who are there, who comes back and who joins later", () => {
  const { test, client, session } = start();
  session.run(() => session.setTitle("One"));
  expect(client.operations.at(-1)).toEqual([Op.Page, { title: "One" }]);
  expect(session.firstPaint().title).toBe("One");
  const seen = client.frames.at(-1)![0];
  client.drop();
  session.run(() => session.setTitle("Two"));
  expect(test.attach(1, seen).operations.at(-1)).toEqual([Op.Page, { title: "Two" }]);
  const anew = test.attach(1, -1);
  expect(anew.operations.at(-1)).toEqual([Op.Sync, expect.anything(), "", { title: "Two" }]);
  expect(session.firstPaint().title).toBe("Two");
});
