import { signal } from "tandem";
import { DEFAULT_LIMITS } from "../../../src/core/limits.ts";
import { App, type AppOptions } from "../../../src/session/app.ts";
import { Session } from "../../../src/session/session.ts";
import { jsx } from "../../../src/view/jsx/runtime.ts";
import type { Component } from "../../../src/view/node.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { Random } from "../../support/random.ts";
import { TestClient } from "../../support/test-session.ts";
import { HostileFrames, type HostileInput } from "./hostile-frames.ts";
import { fuzzTarget, type Violations } from "./target.tsx";

/** Wide enough that most frames come through to the session, so that more than the bucket is tried. */
const LIMITS = { ...DEFAULT_LIMITS, reattachesPerMinute: 100_000 };
/** Time between two frames: the event rate is kept, but for bursts. */
const STEP = 10;

/** A session in this process, attacked through its channel, beside another that must not notice. */
export class FrameAttack {
  readonly byKind = new Map<string, number>();
  readonly closes = new Map<number, number>();
  readonly violations: Violations = [];
  /** Sessions that a hostile client has used up: it said goodbye. */
  sessions = 0;
  readonly #random: Random;
  readonly #frames: HostileFrames;
  readonly #clock = new FakeClock(1_000_000);
  readonly #bystander: { readonly session: Session; readonly client: TestClient; readonly button: number };
  readonly #bystanderClicks = signal(0);
  #clicks = 0;
  #attacked!: { readonly session: Session; readonly check: () => Violations; readonly clientId: number };
  #client!: TestClient;
  #ids: number[] = [];

  constructor(seed: number) {
    this.#random = new Random(seed);
    this.#frames = new HostileFrames(this.#random);
    const clicks = this.#bystanderClicks;
    const session = this.#open(() => jsx("button", { onClick: () => void clicks.value++, children: clicks }));
    const client = this.#attach(session, session.addClient(), 0);
    this.#bystander = { session, client, button: idsOf(session)[0]! };
    this.#startOver();
  }

  /** Sends one hostile frame. */
  step(): HostileInput {
    const known = { next: this.#next(), frame: this.#lastFrame(), ids: this.#ids };
    const input = this.#frames.next(known);
    this.byKind.set(input.kind, (this.byKind.get(input.kind) ?? 0) + 1);
    if (!this.#random.chance(0.05)) this.#clock.advance(STEP);
    this.#client.saysText(input.text);
    if (!this.#client.isOpen) this.#reconnect();
    return input;
  }

  /** The bystander clicks, and sees it. */
  bystanderClicks(): void {
    const { client, button } = this.#bystander;
    this.#clock.advance(STEP);
    client.event(button, "click");
    this.#clicks++;
    const last = JSON.stringify(client.frames.at(-1)?.[2]);
    if (!last.includes(`"${this.#clicks}"`))
      this.violations.push(`the bystander's click ${this.#clicks} shows ${last}`);
    client.received.splice(0, client.received.length - 1);
  }

  /** Looks at all there is to see; what got through. */
  check(): Violations {
    this.#attacked.check();
    if (this.#bystanderClicks.peek() !== this.#clicks) this.violations.push("the bystander's clicks do not count");
    if (!this.#bystander.client.isOpen) this.violations.push("the bystander's line was closed");
    return [...this.violations, ...this.#attacked.check()];
  }

  async end(): Promise<void> {
    await Promise.all([this.#attacked.session.close(), this.#bystander.session.close()]);
  }

  #startOver(): void {
    this.sessions++;
    const { Screen, options, check } = fuzzTarget({ talks: true });
    const session = this.#open(Screen, options);
    this.#attacked = { session, check, clientId: session.addClient() };
    this.#client = this.#attach(session, this.#attacked.clientId, 0);
    this.#ids = idsOf(session);
  }

  #reconnect(): void {
    const code = this.#client.closed?.code ?? 1006;
    this.closes.set(code, (this.closes.get(code) ?? 0) + 1);
    const { session, clientId, check } = this.#attacked;
    const kind = session.state.peek().kind;
    if (kind === "closing" || kind === "ended") {
      this.violations.push(...check());
      this.#startOver();
      return;
    }
    const frame = this.#random.pick([this.#lastFrame(), -1, 0, this.#lastFrame()]);
    const acknowledged = this.#lastFrame();
    this.#client = this.#attach(session, clientId, frame);
    // A session's ids change as it goes on.
    this.#ids = idsOf(session);
    if (!this.#client.isOpen) this.#client = this.#attach(session, clientId, acknowledged);
    if (!this.#client.isOpen) this.#client = this.#attach(session, clientId, -1);
  }

  #open(root: Component, options: AppOptions = {}): Session {
    return Session.open(new App(root, options), {
      clock: this.#clock,
      limits: LIMITS,
      id: "fuzz",
      request: {
        method: "GET",
        url: "http://localhost/",
        headers: {},
        origin: "http://localhost",
        basePath: "",
        clientIp: "127.0.0.1",
        clientPort: 1,
      },
      development: false,
      log: ({ level, event, error }) => {
        if (level === "error") this.violations.push(`${event}: ${String(error)}`);
      },
      ended: () => {},
      shareUrl: () => "",
      openRoutes: () => "/",
      assets: undefined,
      urlForAsset: () => "",
    });
  }

  #attach(session: Session, clientId: number, frame: number): TestClient {
    const client = new TestClient();
    session.attachClient(clientId, client, { protocol: 1, ticket: "", frame });
    return client;
  }

  /** The number of the next event, as a client knows it from the last word it was sent. */
  #next(): number {
    const { received } = this.#client;
    if (received.length > 50) received.splice(0, received.length - 25);
    for (const frame of received.toReversed()) {
      if (frame[0] === "welcome") return frame[1].event + 1;
      if (typeof frame[0] === "number") return (frame[1] as number) + 1;
    }
    return 1;
  }

  #lastFrame(): number {
    for (const frame of this.#client.received.toReversed()) {
      if (frame[0] === "welcome") return frame[1].frame;
      if (typeof frame[0] === "number" && frame[0] > 0) return frame[0];
    }
    return 0;
  }
}

function idsOf(session: Session): number[] {
  return [...session.firstPaint().root.matchAll(/data-t="(\d+)"/g)].map(([, id]) => Number(id));
}
