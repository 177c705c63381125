import { describe, expect, it } from "vitest";
import { systemClock, type Clock } from "../../src/core/clock.ts";
import { Link } from "../../src/link/link.ts";
import { signal } from "../../src/reactive/signal.ts";
import { serve } from "../../src/server/serve.ts";
import { httpClient, type HttpLineKind } from "../../src/transport/http-client.ts";
import { Random } from "../support/random.ts";
import { RefusingProxy } from "../support/refusing-proxy.ts";
import { until } from "../support/until.ts";
import { nodeFetch } from "../transport/http-lines.ts";
import { later, openPage } from "./support.tsx";

const EVENTS = 150;

/** Pauses are twenty times shorter. */
const hurried: Clock = { ...systemClock, setTimeout: (callback, ms) => systemClock.setTimeout(callback, ms / 20) };

describe.each<HttpLineKind>(["event-stream", "polling"])("over %s that breaks again and again", (kind) => {
  it("H71: each event is handled once and in order", async () => {
    const heard: string[] = [];
    function Field() {
      const last = signal("");
      return <input value={last} onInput={({ value }) => (heard.push(value), (last.value = value))} />;
    }
    const limits = { reattachesPerMinute: 10_000, eventBurst: 10_000 };
    const server = await serve(Field, { port: 0, log: () => {}, limits, allowedHosts: ["127.0.0.1"] });
    later(() => server.close());
    const proxy = await RefusingProxy.start(server.port);
    later(() => proxy.close());
    const page = await openPage(proxy.port);
    const input = Number(/data-t="(\d+)" data-on="[^"]*input/.exec(page.text)![1]);
    const origin = `http://127.0.0.1:${proxy.port}`;
    const random = new Random(7);
    // Of its own: how often it asks depends on how fast the machine is.
    const jitter = new Random(11);
    let losses = 0;
    const link = new Link({
      ticket: page.ticket,
      clock: hurried,
      random: jitter.next,
      open: () =>
        httpClient({
          url: `${origin}/_tandem/line`,
          kind,
          fetch: nodeFetch({ origin, cookie: page.cookie }),
          clock: systemClock,
          openWithin: 5_000,
        }),
      apply: () => {},
      deliver: () => {},
      changed: (state) => void (losses += Number(state.kind === "waiting")),
    });
    later(() => link.stop());
    link.start();
    for (let n = 1; n <= EVENTS; n++) {
      expect(link.send(input, "input", { v: `${n}` })).toBe(n);
      if (random.chance(0.1)) proxy.cut();
      if (random.chance(0.5)) await new Promise<void>((resolve) => setImmediate(resolve));
      if (n % 15 !== 0) continue;
      // A line that stands, so that a cut is a loss.
      await until(() => link.acknowledged === n);
      const before = losses;
      await until(() => (proxy.cut(), losses > before));
    }
    await expect.poll(() => link.acknowledged).toBe(EVENTS);
    expect(heard).toEqual(Array.from({ length: EVENTS }, (_, index) => `${index + 1}`));
    expect(losses).toBeGreaterThanOrEqual(EVENTS / 15);
    expect(proxy.requests.filter((path) => path === "/_tandem/line").length).toBeGreaterThanOrEqual(EVENTS / 15);
  });
});
