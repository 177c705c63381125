import { expect, it } from "vitest";
import { SessionEnded } from "../../../src/session/call-errors.ts";
import { TestSession, type TestClient } from "../../support/test-session.ts";

const codeOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return undefined;
};

const customs = (client: TestClient) => client.messages.filter((message) => (message as string[])[0] === "custom");

it("M10: a custom message reaches every client, in order; the first gets those from before it, a later one those after", () => {
  const test = new TestSession(() => <p />);
  test.session.sendCustomMessage("n", 1);
  test.session.flush();
  const [first, second] = [test.connect(), test.connect()];
  test.session.run(() => [2, 3].forEach((n) => test.session.sendCustomMessage("n", n)));
  const third = test.connect();
  test.session.run(() => test.session.sendCustomMessage("n", 4));
  const numbers = (client: TestClient) => customs(client).map((message) => (message as unknown[])[2]);
  expect([first, second, third].map(numbers)).toEqual([[1, 2, 3, 4], [2, 3, 4], [4]]);
});

it("M10: what was lost with a line comes again, and what came is not sent again", () => {
  const test = new TestSession(() => <p />);
  const client = test.connect();
  const send = (n: number) => test.session.run(() => test.session.sendCustomMessage("n", n));
  send(1);
  const seen = client.frames.at(-1)![0];
  send(2);
  client.drop();
  send(3);
  const back = test.attach(1, seen);
  send(4);
  expect(customs(back)).toEqual([2, 3, 4].map((n) => ["custom", "n", n]));
});

it("M11: a message is as it was when it was sent, and a property that is undefined is none", () => {
  const test = new TestSession(() => <p />);
  const client = test.connect();
  const message = { list: [1], at: new Date(0), none: undefined, deep: { ["__proto__x"]: null } };
  test.session.run(() => {
    test.session.sendCustomMessage("m", message);
    message.list.push(2);
  });
  expect(customs(client)).toEqual([
    ["custom", "m", { list: [1], at: "1970-01-01T00:00:00.000Z", deep: { ["__proto__x"]: null } }],
  ]);
});

it("M11: what is no JSON is refused at once, and the part that is none is named", () => {
  const test = new TestSession(() => <p />);
  const client = test.connect();
  const loop: Record<string, unknown> = {};
  loop["self"] = loop;
  class Point {}
  for (const [message, name] of [
    [undefined, "message to be what JSON can say, but got undefined"],
    [{ user: new Map() }, "message.user to be what JSON can say, but got a Map"],
    [[0, [Number.NaN]], "message[1][0] to be what JSON can say, but got NaN"],
    [{ deep: [() => 1] }, "message.deep[0] to be what JSON can say, but got a function"],
    [[undefined], "message[0] to be what JSON can say, but got undefined"],
    [1n, "a bigint"],
    [Symbol("x"), "a symbol"],
    [new Point(), "a Point"],
    [loop, "message.self to be what JSON can say, but got an object that contains itself"],
  ] as const) {
    expect(() => test.session.sendCustomMessage("m", message)).toThrow(name);
    expect(codeOf(() => test.session.sendCustomMessage("m", message))).toBe("client/not-json");
  }
  const twice = { x: 1 };
  test.session.run(() => test.session.sendCustomMessage("m", [twice, twice]));
  expect(customs(client)).toEqual([["custom", "m", [{ x: 1 }, { x: 1 }]]]);
  for (const type of ["", undefined, 7]) {
    expect(codeOf(() => test.session.sendCustomMessage(type as string, 1))).toBe("client/bad-message-type");
  }
});

it("M10: after the end, a message is sent to nobody, and its sender is told", async () => {
  const test = new TestSession(() => <p />);
  const client = test.connect();
  await test.session.close();
  const before = client.received.length;
  expect(() => test.session.sendCustomMessage("m", 1)).toThrow(SessionEnded);
  expect(() => test.session.sendInputMessage("x", {})).toThrow(SessionEnded);
  expect(() => test.session.runJs("1")).toThrow(SessionEnded);
  await test.settled();
  expect(client.received.length).toBe(before);
});

it("M13: an input message goes to every page, and the page that acted last tells of the new value", () => {
  const test = new TestSession(() => (
    <button onClick={() => test.session.sendInputMessage("name", { value: "Ada" })} />
  ));
  const [first, second] = [test.connect(), test.connect()];
  second.event(test.idOf("button"), "click");
  const message = ["do", "input", ["name", { value: "Ada" }, false, false]];
  expect(first.messages).toEqual([message]);
  expect(second.messages).toEqual([message, ["do", "entered", ["name", { value: "Ada" }]]]);
});

it("M14: a message without a new value is not told back", () => {
  const test = new TestSession(() => <p />);
  const client = test.connect();
  for (const message of [{ placeholder: "Name" }, null, [1], "value"]) {
    test.session.run(() => test.session.sendInputMessage("name", message));
  }
  test.session.run(() => test.session.sendInputMessage("name", { checked: false }));
  expect(client.messages.filter((message) => (message as string[])[1] === "entered")).toEqual([
    ["do", "entered", ["name", { checked: false }]],
  ]);
});

it("M13: an input message from before the first client waits for it, and lets it tell of the value", () => {
  const test = new TestSession(() => <p />, { development: true });
  test.session.sendInputMessage("name", { value: "Ada" });
  expect(test.connect().messages).toEqual([["do", "input", ["name", { value: "Ada" }, true, true]]]);
  expect(codeOf(() => test.session.sendInputMessage("", {}))).toBe("client/bad-input-id");
  expect(codeOf(() => test.session.sendInputMessage("x", undefined))).toBe("client/not-json");
});
