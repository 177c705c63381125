import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { signal } from "../../src/reactive/signal.ts";
import { app } from "../../src/session/app.ts";
import type { CloseOptions } from "../../src/session/closing.ts";
import { session } from "../../src/session/facade.ts";
import { frames, hello, openStream, post } from "./line-support.ts";
import { attach, fetchRaw, later, openPage, run, type Page, type Running } from "./support.tsx";

/**
 * The end as it is on the wire, read by a client that knows nothing of Tandem: what the pull request for Shiny
 * promises, and where its draft fails (the reason is lost on the way, the message comes in a form nobody hears).
 */

const NOTICE = ["close", { code: 4001, message: "Thanks for your submission." }];

/** A form whose button ends the session, and a route of its own. */
function form(options: CloseOptions = { hard: true, message: "Thanks for your submission." }) {
  const ending = signal<Promise<void> | undefined>(undefined);
  const seen: { path?: string; state?: string } = {};
  const Form = () => {
    const text = signal("Submit");
    seen.path = session.dynamicRoute("answers", () => new Response(text.value));
    session.onEnded(() => {
      seen.state = `${session.state.peek().kind}: ${text.value}`;
      return ending.peek();
    });
    const submit = () => {
      text.value = "Submitted";
      return session.close(options);
    };
    return <button onClick={submit}>{text}</button>;
  };
  return { Form, seen, ending };
}

const buttonOf = (page: Page) => Number(/data-t="(\d+)" data-on="click"/.exec(page.text)![1]);

/** A bare WebSocket that writes down all it is told, in order. */
function listen(port: number, page: Page) {
  const events: unknown[] = [];
  const socket = new WebSocket(`ws://127.0.0.1:${port}/_tandem/socket`, {
    headers: { origin: `http://127.0.0.1:${port}`, cookie: page.cookie },
  });
  later(() => socket.terminate());
  const welcomed = new Promise<void>((resolve) =>
    socket.on("message", (data) => {
      events.push(JSON.parse(String(data)));
      resolve();
    }),
  );
  const closed = new Promise<void>((resolve) =>
    socket.on("close", (code, reason) => {
      events.push({ code, reason: reason.toString() });
      resolve();
    }),
  );
  socket.on("open", () => socket.send(JSON.stringify(["hello", { protocol: 1, ticket: page.ticket, frame: 0 }])));
  return { socket, events, welcomed, closed, send: (...frame: unknown[]) => socket.send(JSON.stringify(frame)) };
}

async function submitted(options?: CloseOptions) {
  const { Form, ...rest } = form(options);
  const running = await run(Form);
  const page = await openPage(running.port);
  const joined = await openPage(running.port, running.sessions[0]!.shareUrl({ origin: "" }));
  const clients = [listen(running.port, page), listen(running.port, joined)];
  await Promise.all(clients.map((client) => client.welcomed));
  clients[0]!.send(1, 0, buttonOf(page), "click", {});
  await Promise.all(clients.map((client) => client.closed));
  return { ...running, ...rest, page, clients };
}

describe("on the wire", () => {
  it("S5: a hard close sends all clients the last frame, one message, and then 4001 with its reason", async () => {
    const { clients } = await submitted();
    for (const { events } of clients) {
      expect(events).toEqual([
        ["welcome", expect.anything()],
        [1, expect.any(Number), [expect.arrayContaining(["Submitted"])]],
        NOTICE,
        { code: 4001, reason: "hard-disconnect" },
      ]);
    }
  });

  it("S5: a soft close keeps to its code and says nothing of a hard one", async () => {
    const { clients } = await submitted({ code: 1001 });
    for (const { events } of clients) {
      expect(events.slice(-2)).toEqual([
        ["close", { code: 1001, message: "" }],
        { code: 1001, reason: "session-ended" },
      ]);
      expect(JSON.stringify(events)).not.toMatch(/4001|hard/);
    }
  });

  it("S5: the text is the call's, else the app's, else the default; also an empty one is the call's", async () => {
    const App = () => <button onClick={() => void session.close({ hard: true, ...text() })}>x</button>;
    const text = (): CloseOptions => (words.value === undefined ? {} : { message: words.value });
    const words = signal<string | undefined>(undefined);
    const cases: [string | undefined, string | undefined, string][] = [
      [undefined, undefined, "This app has closed."],
      [undefined, "The app's.", "The app's."],
      ["The call's.", "The app's.", "The call's."],
      ["", "The app's.", ""],
    ];
    for (const [own, ofApp, expected] of cases) {
      words.value = own;
      const { port } = await run(app(App, ofApp === undefined ? {} : { hardDisconnectMessage: ofApp }));
      const page = await openPage(port);
      const client = listen(port, page);
      await client.welcomed;
      client.send(1, 0, buttonOf(page), "click", {});
      await client.closed;
      expect(client.events.at(-2)).toEqual(["close", { code: 4001, message: expected }]);
    }
  });

  it("S50: onEnded sees the live session; only when it is done are clients told, and the session forgotten", async () => {
    const { Form, seen, ending } = form();
    let finish = () => {};
    ending.value = new Promise((resolve) => (finish = resolve));
    const { port, sessions, handler } = await run(Form);
    const page = await openPage(port);
    const client = await attach(port, page);
    await client.next();
    client.send(1, 0, buttonOf(page), "click", {});
    expect((await client.next())[2]).toEqual([expect.arrayContaining(["Submitted"])]);
    expect(seen.state).toBe("closing: Submitted");
    expect([sessions[0]!.state.peek().kind, handler.sessionCount]).toEqual(["closing", 1]);
    finish();
    expect(await client.next()).toEqual(NOTICE);
    expect((await client.closed).code).toBe(4001);
    expect([sessions[0]!.state.peek().kind, handler.sessionCount]).toEqual(["ended", 0]);
  });

  it.each(["hard", "soft"])(
    "H106: after a %s close the routes answer 404, the ticket opens nothing, the link is dead",
    async (kind) => {
      const { port, seen, page, sessions } = await submitted(kind === "hard" ? undefined : {});
      expect((await fetchRaw(port, seen.path!)).status).toBe(404);
      expect((await fetchRaw(port, sessions[0]!.shareUrl({ origin: "" }))).status).toBe(404);
      const late = listen(port, page);
      await late.closed;
      expect(late.events).toEqual([{ code: 4404, reason: "session-gone" }]);
    },
  );

  it("S27: a client that was away hears the same, over a WebSocket", async () => {
    const { Form } = form();
    const { port, sessions } = await run(Form);
    const page = await openPage(port);
    const client = listen(port, page);
    await client.welcomed;
    client.socket.terminate();
    await client.closed;
    await sessions[0]!.close({ hard: true, message: "Thanks for your submission." });
    const back = listen(port, page);
    await back.closed;
    expect(back.events.slice(-2)).toEqual([NOTICE, { code: 4001, reason: "hard-disconnect" }]);
    // Once it has answered, there is nothing left to say.
    const again = listen(port, page);
    await again.closed;
    expect(again.events).toEqual([{ code: 4404, reason: "session-gone" }]);
  });
});

describe("over HTTP", () => {
  const end = (running: Running) => running.sessions[0]!.close({ hard: true, message: "Thanks for your submission." });

  it("S5: an event stream brings the last frame, the message, and 4001 with its reason", async () => {
    const { Form } = form();
    const running = await run(Form);
    const page = await openPage(running.port);
    const { stream, id } = await openStream(running.port, { cookie: page.cookie, body: hello(page) });
    expect((await stream.frame())[0]).toBe("welcome");
    const click = frames([1, 0, buttonOf(page), "click", {}]);
    await post(running.port, { to: "/up", line: id, cookie: page.cookie, body: click });
    expect((await stream.frame())[2]).toEqual([expect.arrayContaining(["Submitted"])]);
    expect(await stream.frame()).toEqual(NOTICE);
    expect(await stream.next()).toEqual({ kind: "close", code: 4001, reason: "hard-disconnect" });
    expect(await stream.next()).toBeUndefined();
    const after = { to: "/up", line: id, cookie: page.cookie, body: click };
    expect((await post(running.port, after)).status).toBe(404);
  });

  it("S5: so does polling, also a client that asks only later", async () => {
    for (const when of ["asks", "asks later"] as const) {
      const { Form } = form();
      const running = await run(Form);
      const page = await openPage(running.port);
      const facts = { cookie: page.cookie, accept: "text/plain" };
      const first = await post(running.port, { ...facts, body: hello(page) });
      const line = /^id: (\w{26})\n/.exec(first.text)![1]!;
      const ask = () => post(running.port, { ...facts, to: "/down", line });
      const early = when === "asks" ? ask() : undefined;
      const closing = end(running);
      if (early === undefined) await closing;
      let text = "";
      for (let answer = await (early ?? ask()); answer.status === 200; answer = await ask()) text += answer.text;
      const expected = `data: ${JSON.stringify(NOTICE)}\n\nevent: close\ndata: 4001 hard-disconnect\n\n`;
      expect(text.endsWith(expected)).toBe(true);
      expect(text.match(/4001/g)).toHaveLength(2);
    }
  });

  it("S5: a soft close over an event stream, and by polling, says that the session has ended and nothing of a hard one", async () => {
    const { Form } = form();
    const streamed = await run(Form);
    const page = await openPage(streamed.port);
    const { stream } = await openStream(streamed.port, { cookie: page.cookie, body: hello(page) });
    expect((await stream.frame())[0]).toBe("welcome");
    await streamed.sessions[0]!.close();
    expect(await stream.frame()).toEqual(["close", { code: 1001, message: "" }]);
    expect(await stream.next()).toEqual({ kind: "close", code: 1001, reason: "session-ended" });
    expect(await stream.next()).toBeUndefined();

    const polled = await run(Form);
    const other = await openPage(polled.port);
    const facts = { cookie: other.cookie, accept: "text/plain" };
    const first = await post(polled.port, { ...facts, body: hello(other) });
    const line = /^id: (\w{26})\n/.exec(first.text)![1]!;
    const asked = post(polled.port, { ...facts, to: "/down", line });
    await polled.sessions[0]!.close();
    let { text } = await asked;
    for (let answer = await post(polled.port, { ...facts, to: "/down", line }); answer.status === 200;) {
      text += answer.text;
      answer = await post(polled.port, { ...facts, to: "/down", line });
    }
    expect(
      text.endsWith(`data: ["close",{"code":1001,"message":""}]\n\nevent: close\ndata: 1001 session-ended\n\n`),
    ).toBe(true);
    expect(text).not.toMatch(/4001|hard/);
  });

  it("S27: a client whose last answer was lost hears it on a new line. (PyWebIO: a bare end.)", async () => {
    const { Form } = form();
    const running = await run(Form);
    const page = await openPage(running.port);
    const { stream } = await openStream(running.port, { cookie: page.cookie, body: hello(page) });
    await stream.frame();
    stream.drop();
    await end(running);
    const back = await openStream(running.port, { cookie: page.cookie, body: hello(page) });
    const told: unknown[] = [];
    for (let event = await back.stream.next(); event !== undefined; event = await back.stream.next()) {
      told.push(event.kind === "frame" ? JSON.parse(event.text) : event);
    }
    expect(told.slice(-2)).toEqual([NOTICE, { kind: "close", code: 4001, reason: "hard-disconnect" }]);
  });

  it("H107: a line leaves nothing with the server when its session has ended. (PyWebIO keeps it.)", async () => {
    const { Form } = form();
    const running = await run(Form);
    const page = await openPage(running.port);
    const facts = { cookie: page.cookie, accept: "text/plain" };
    const first = await post(running.port, { ...facts, body: hello(page) });
    const line = /^id: (\w{26})\n/.exec(first.text)![1]!;
    await end(running);
    await running.clock.advanceAsync(200_000); // it never asks again
    expect((await post(running.port, { ...facts, to: "/down", line })).status).toBe(404);
    expect([running.handler.sessionCount, running.clock.pending]).toEqual([0, 0]);
  });
});
