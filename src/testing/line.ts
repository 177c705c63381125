import type { Timer } from "../core/clock.ts";
import { parseServerFrame } from "../protocol/server-frame.ts";
import type { ClientToServer } from "../protocol/frames.ts";
import type { Connection, ConnectionListener } from "../transport/connection.ts";
import { memoryPair, type MemoryPair } from "../transport/memory.ts";
import type { RecordedFrames } from "./recorded-frames.ts";
import type { TestClock } from "./test-clock.ts";

/** Where something on a line goes: `up` to the session, `down` to the page. */
export type Direction = "up" | "down";

/** What holds for all lines of one network right now. */
export interface LineConditions {
  readonly clock: TestClock;
  readonly frames: RecordedFrames;
  delayOf(direction: Direction): number;
  isPaused(direction: Direction): boolean;
  /** The session has something to say on this line. */
  answered(line: Line): void;
}

/**
 * One connection of a page, whose frames and closes are timers of the app's clock: what is under way moves only when
 * the test lets it.
 */
export class Line {
  readonly client: ClientEnd;
  readonly server: Connection;
  readonly #conditions: LineConditions;
  readonly #pair: MemoryPair;
  readonly #timers = new Set<Timer>();
  /** What came to the end of its way while that was paused. */
  readonly #held: Record<Direction, (() => void)[]> = { up: [], down: [] };
  /** When the last of what is under way arrives: nothing arrives before what left before it. */
  readonly #lastArrival: Record<Direction, number> = { up: 0, down: 0 };
  /** Whether what goes up waits, even where the network is not paused. */
  #holdsUp = false;
  #broken = false;

  constructor(number: number, conditions: LineConditions) {
    this.#conditions = conditions;
    this.#pair = memoryPair({
      by: "carrier",
      carry: (to, arrive) => this.#carry(to === "server" ? "up" : "down", arrive),
    });
    const { frames, clock } = conditions;
    const facts = (text: string) => ({ at: clock.now(), connection: number, text });
    this.client = new ClientEnd(this.#pair.client, (text) =>
      frames.add({ ...facts(text), direction: "up", frame: JSON.parse(text) as ClientToServer }),
    );
    this.server = recording(this.#pair.server, (text, body) => {
      const data = body && { dataBytes: body.length };
      frames.add({ ...facts(text), ...data, direction: "down", frame: parseServerFrame(text) });
      conditions.answered(this);
    });
  }

  /** Both sides hear that the line broke; what was under way is lost. */
  drop(side?: "client" | "server"): void {
    this.#break();
    this.#pair.drop(side);
  }

  /** Nobody hears anything more. */
  blackHole(): void {
    this.#break();
    this.#pair.blackHole();
  }

  /** The page loses the line and the session does not; what the page had sent waits for `releaseUp`. */
  cutClient(): void {
    this.#holdsUp = true;
    this.#after(0, "the end of a connection", () => this.client.cut());
  }

  releaseUp(): void {
    if (!this.#holdsUp) return;
    this.#holdsUp = false;
    this.resume("up");
  }

  /** Delivers what was held. */
  resume(direction: Direction): void {
    for (const arrive of this.#held[direction].splice(0)) this.#after(0, nameOf(direction), arrive);
  }

  /** What is under way is lost. */
  #break(): void {
    this.#broken = true;
    for (const timer of this.#timers) this.#conditions.clock.clearTimeout(timer);
    this.#timers.clear();
    this.#held.up = [];
    this.#held.down = [];
  }

  /** A broken line's end is the machine's own word: it takes no time, and no pause holds it. */
  #carry(direction: Direction, arrive: () => void): void {
    const now = this.#conditions.clock.now();
    const arrival = this.#broken
      ? now
      : Math.max(this.#lastArrival[direction], now + this.#conditions.delayOf(direction));
    this.#lastArrival[direction] = arrival;
    this.#after(arrival - now, nameOf(direction), () => {
      if (this.#isHeld(direction)) this.#held[direction].push(arrive);
      else arrive();
    });
  }

  #isHeld(direction: Direction): boolean {
    if (this.#broken) return false;
    return this.#conditions.isPaused(direction) || (direction === "up" && this.#holdsUp);
  }

  #after(ms: number, cause: string, callback: () => void): void {
    const { clock } = this.#conditions;
    const timer = clock.after(ms, cause, () => {
      this.#timers.delete(timer);
      callback();
    });
    this.#timers.add(timer);
  }
}

const nameOf = (direction: Direction) => (direction === "up" ? "a frame to the session" : "a frame to the page");

/** The page's end, which can go deaf and dumb while the line itself lives on. */
export class ClientEnd implements Connection {
  readonly kind = "memory";
  readonly #connection: Connection;
  readonly #record: (text: string) => void;
  #listener: ConnectionListener | undefined;
  #isCut = false;

  constructor(connection: Connection, record: (text: string) => void) {
    this.#connection = connection;
    this.#record = record;
  }

  get isOpen(): boolean {
    return !this.#isCut && this.#connection.isOpen;
  }

  get bufferedBytes(): number {
    return this.#connection.bufferedBytes;
  }

  send(text: string): void {
    if (!this.isOpen) return;
    this.#record(text);
    this.#connection.send(text);
  }

  close(code: number, reason: string): void {
    if (!this.#isCut) this.#connection.close(code, reason);
  }

  terminate(): void {
    if (!this.#isCut) this.#connection.terminate();
  }

  listen(listener: ConnectionListener): void {
    this.#listener = listener;
    this.#connection.listen({
      onFrame: (...frame) => {
        if (!this.#isCut) this.#listener?.onFrame(...frame);
      },
      onClose: (code, reason) => {
        if (!this.#isCut) this.#listener?.onClose(code, reason);
      },
    });
  }

  cut(): void {
    if (this.#isCut) return;
    this.#isCut = true;
    this.#listener?.onClose(1006, "");
  }
}

function recording(connection: Connection, record: Connection["send"]): Connection {
  return {
    kind: connection.kind,
    get isOpen() {
      return connection.isOpen;
    },
    get bufferedBytes() {
      return connection.bufferedBytes;
    },
    send(...frame) {
      if (connection.isOpen) record(...frame);
      connection.send(...frame);
    },
    close: (code, reason) => connection.close(code, reason),
    terminate: () => connection.terminate(),
    listen: (listener) => connection.listen(listener),
  };
}
