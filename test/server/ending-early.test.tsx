import { request as httpRequest } from "node:http";
import { describe, expect, it } from "vitest";
import { app, page, PageView, session, type CloseOptions } from "tandem";
import { fetchRaw, run } from "./support.tsx";

/** An app whose only page has this guard. */
function guarded(guard: () => Promise<undefined>) {
  const ended: string[] = [];
  const only = page({
    path: "/",
    guard: () => {
      session.onEnded(() => void ended.push(session.state.peek().kind));
      return guard();
    },
    component: () => <h1>Inside</h1>,
  });
  return { app: app(PageView, { pages: [only], hardDisconnectMessage: "Not today." }), ended };
}

describe("a session that ends before it has a page", () => {
  const cases: [string, CloseOptions, string][] = [
    ["hard, with a text", { hard: true, message: "You are <not> invited." }, "You are &lt;not&gt; invited."],
    ["hard, with the app's text", { hard: true }, "Not today."],
    ["softly", {}, "Please reload to start again."],
  ];
  it.each(cases)("H108: %s, is answered with its closing text", async (_name, options, text) => {
    for (const afterwards of [() => Promise.resolve(undefined), () => new Promise<undefined>(() => {})]) {
      const { app: served, ended } = guarded(async () => {
        await session.close(options);
        return afterwards();
      });
      const { port, handler, entries } = await run(served);
      const answer = await fetchRaw(port, "/");
      expect([answer.status, answer.text.includes(text), answer.text.includes("Inside")]).toEqual([410, true, false]);
      expect([ended, handler.sessionCount, entries]).toEqual([["closing"], 0, []]);
    }
  });

  it("H108: as its browser has left while a guard waits", async () => {
    const { app: served, ended } = guarded(() => new Promise(() => {}));
    const { port, handler, sessions, entries } = await run(served);
    const asked = httpRequest({ host: "127.0.0.1", port, path: "/", agent: false });
    asked.on("error", () => {});
    asked.end();
    await expect.poll(() => sessions).toHaveLength(1);
    asked.destroy();
    await expect.poll(() => sessions[0]!.state.peek().kind).toBe("ended");
    expect([ended, handler.sessionCount, entries]).toEqual([["closing"], 0, []]);
  });
});
