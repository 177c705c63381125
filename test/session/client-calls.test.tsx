import { expect, it } from "vitest";
import { watch } from "../../src/reactive/watch.ts";
import { signal } from "../../src/reactive/signal.ts";
import { ClientError } from "../../src/session/call-errors.ts";
import { TestSession, type TestClient } from "../support/test-session.ts";
import { outcomeOf } from "../support/promises.ts";
import { clientCallContract, lastCall } from "./client-call-contract.tsx";

const read = (answer: unknown): string => {
  if (typeof answer !== "string") throw new TypeError("Expected a text.");
  return answer;
};

clientCallContract({
  name: "a call",
  call: (session, options) => session.calls.ask({ name: "any", args: [1], read }, options),
  answer: "yes",
  result: "yes",
  malformed: [undefined, null, 7, { text: "yes" }],
  takesOptions: true,
});

it("M1: messages leave behind the screen's changes of the same turn, first those to all, then those to one", () => {
  const text = signal("old");
  const test = new TestSession(() => <p>{text}</p>);
  test.session.run(() => test.session.tell(["custom", "early", 0]));
  const [first, second] = [test.connect(), test.connect()];
  test.session.run(() => {
    test.session.tellClient(1, ["custom", "one", 1]);
    test.session.tell(["custom", "all", 1]);
    text.value = "new";
    test.session.tell(["custom", "all", 2]);
  });
  const [, together, alone] = first.frames;
  expect(together!.slice(2)).toEqual([
    [expect.arrayContaining(["new"])],
    [
      ["custom", "all", 1],
      ["custom", "all", 2],
    ],
  ]);
  expect(alone!.slice(2)).toEqual([[], [["custom", "one", 1]]]);
  expect(first.messages[0]).toEqual(["custom", "early", 0]);
  expect(second.messages).toEqual([
    ["custom", "all", 1],
    ["custom", "all", 2],
  ]);
});

it("M2: a call made before there is a client goes to the first one", async () => {
  const test = new TestSession(() => <p />);
  const outcome = outcomeOf(test.session.run(() => test.session.calls.ask({ name: "any", args: [], read })));
  const client = test.connect();
  await test.settled();
  client.word("answer", lastCall(client)[0], true, "at last");
  await test.settled();
  expect(outcome).toEqual({ value: "at last" });
});

it("M2: a call goes to the client that acted last", async () => {
  const calls: Promise<unknown>[] = [];
  const test = new TestSession(() => (
    <button onClick={() => void calls.push(test.session.calls.ask({ name: "any", args: [], read }))} />
  ));
  const [first, second] = [test.connect(), test.connect()];
  second.event(test.idOf("button"), "click");
  expect(lastCall(second)[1]).toBe("any");
  expect(() => lastCall(first)).toThrow();
  second.word("answer", lastCall(second)[0], true, "here");
  await expect(calls[0]).resolves.toBe("here");
});

it("M6: after an await, a call still goes to the client that the handler was for, and to another only when it is gone", async () => {
  const doors: (() => void)[] = [];
  const test = new TestSession(() => (
    <main>
      <button
        onClick={async () => {
          await new Promise<void>((open) => doors.push(open));
          test.session.setClipboard("mine").catch(() => {});
        }}
      />
      <input onInput={() => {}} />
    </main>
  ));
  const [first, second] = [test.connect(), test.connect()];
  const calls = (client: TestClient) => client.messages.filter((message) => (message as string[])[0] === "call").length;
  first.event(test.idOf("button"), "click");
  first.event(test.idOf("button"), "click");
  second.event(test.idOf("input"), "input", { v: "x" });
  doors[0]!();
  await test.settled();
  expect([calls(first), calls(second)]).toEqual([1, 0]);
  first.says(["goodbye"]);
  doors[1]!();
  await test.settled();
  expect([calls(first), calls(second)]).toEqual([1, 1]);
});

it("M6: what an effect does is nobody's, and goes to the client that acted last", async () => {
  const count = signal(0);
  const test = new TestSession(() => <button onClick={() => count.value++} />);
  test.session.run(() => watch(count, () => void test.session.evalJs("1").catch(() => {})));
  const [first, second] = [test.connect(), test.connect()];
  first.event(test.idOf("button"), "click");
  second.event(test.idOf("button"), "click");
  await test.settled();
  expect([lastCall(first)[0], lastCall(second)[0]]).toEqual([1, 2]);
});

it("M2: an error of the page keeps its name, and is bounded", async () => {
  const test = new TestSession(() => <p />);
  const client = test.connect();
  const fail = async (answer: unknown) => {
    const outcome = outcomeOf(test.session.run(() => test.session.calls.ask({ name: "any", args: [], read })));
    await test.settled();
    client.word("answer", lastCall(client)[0], false, answer);
    await test.settled();
    return outcome.error as ClientError;
  };
  const denied = await fail({ name: "NotAllowedError", message: "no" });
  expect([denied instanceof ClientError, denied.clientName, denied.message]).toEqual([true, "NotAllowedError", "no"]);
  expect((await fail({ name: 1, message: ["x"] })).clientName).toBe("Error");
  expect((await fail("x")).message).toContain("without a message");
  expect((await fail({ message: "x".repeat(9_000) })).message.length).toBe(2_000);
});

it("M2: calls that end leave no timer behind", async () => {
  const test = new TestSession(() => <p />);
  const client = test.connect();
  const before = test.clock.pending;
  const outcome = outcomeOf(test.session.run(() => test.session.calls.ask({ name: "any", args: [], read })));
  await test.settled();
  client.word("answer", lastCall(client)[0], true, "");
  await test.settled();
  expect(outcome).toEqual({ value: "" });
  expect([test.session.calls.pending, test.clock.pending <= before + 1]).toEqual([0, true]);
});

it("M5: a call that reached an earlier page of its client rejects; one that did not goes on", async () => {
  const test = new TestSession(() => <p>{signal("")}</p>);
  const client = test.connect();
  const ask = () => outcomeOf(test.session.run(() => test.session.calls.ask({ name: "any", args: [], read })));
  const reached = ask();
  client.says([0, client.frames.at(-1)![0]]);
  client.drop();
  const coming = ask();
  const restored = test.attach(1, 0);
  await test.settled();
  expect(reached.error?.code).toBe("client/gone");
  restored.word("answer", lastCall(restored)[0], true, "from the new page");
  await test.settled();
  expect(coming).toEqual({ value: "from the new page" });
});

it("M5: a call goes on when its page asks for the whole screen", async () => {
  const test = new TestSession(() => <p>{signal("")}</p>);
  const client = test.connect();
  const outcome = outcomeOf(test.session.run(() => test.session.calls.ask({ name: "any", args: [], read })));
  const [id] = lastCall(client);
  client.says([0, client.frames.at(-1)![0]]);
  client.drop();
  const back = test.attach(1, -1);
  back.word("answer", id, true, "still here");
  await test.settled();
  expect(outcome).toEqual({ value: "still here" });
});

it("M5: a call whose message is dropped, as too many wait, rejects", async () => {
  const test = new TestSession(() => <p />, { limits: { maxQueuedMessages: 3 } });
  const client = test.connect();
  client.drop();
  const outcome = outcomeOf(test.session.run(() => test.session.calls.ask({ name: "any", args: [], read })));
  test.session.run(() => {
    for (let n = 0; n < 4; n++) test.session.tell(["custom", "n", n]);
  });
  await test.settled();
  expect(outcome.error?.code).toBe("client/gone");
});
