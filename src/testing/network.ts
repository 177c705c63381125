import type { Connection } from "../transport/connection.ts";
import { Line, type Direction, type LineConditions } from "./line.ts";
import type { RecordedFrames } from "./recorded-frames.ts";
import type { TestClock } from "./test-clock.ts";

/** The network between one page and the server, and its faults. */
export interface Network {
  /** Breaks the page's connection: both sides hear of it, and what was under way is lost. New ones fail until `restore`. */
  drop(): void;
  /** From now on nothing gets through, and nobody is told, until `restore`: a cable pulled, a phone in a tunnel. */
  blackHole(): void;
  /** New connections get through again. The page tries at a time of its own choosing; see `reconnect`. */
  restore(): void;
  /** As `restore`; the browser also tells the page that it is online, so that it tries at once. */
  reconnect(): Promise<void>;
  /** What is sent from now on takes this long; both ways unless told. */
  delay(ms: number, direction?: Direction): void;
  /** Holds back what arrives, in order, until `resume`; both ways unless told. */
  pause(direction?: Direction): void;
  resume(direction?: Direction): void;
  /**
   * The page takes its connection for lost and opens a second one while the server still has the first. What the
   * page had sent on the first arrives after the second is attached: the only way in which frames can be reordered,
   * as each connection keeps its own in order.
   */
  duplicate(): Promise<void>;
}

export interface NetworkParts {
  readonly clock: TestClock;
  readonly frames: RecordedFrames;
  /** Takes the server's end of a new connection. */
  accept(connection: Connection): void;
  /** The browser tells the page that there is a network. */
  goOnline(): void;
}

const BOTH: readonly Direction[] = ["up", "down"];
const directions = (one: Direction | undefined): readonly Direction[] => (one === undefined ? BOTH : [one]);

export class TestNetwork implements Network, LineConditions {
  readonly clock: TestClock;
  readonly frames: RecordedFrames;
  readonly #parts: NetworkParts;
  readonly #delays: Record<Direction, number> = { up: 0, down: 0 };
  readonly #paused = new Set<Direction>();
  #lines: Line[] = [];
  #opened = 0;
  #state: "up" | "down" | "black hole" = "up";

  constructor(parts: NetworkParts) {
    this.clock = parts.clock;
    this.frames = parts.frames;
    this.#parts = parts;
  }

  /** A new connection of the page. */
  open(): Connection {
    const line = new Line(++this.#opened, this);
    this.#lines.push(line);
    if (this.#state === "up") this.#parts.accept(line.server);
    else if (this.#state === "down") line.drop("client");
    else line.blackHole();
    return line.client;
  }

  drop(): void {
    this.#state = "down";
    for (const line of this.#lines.splice(0)) line.drop();
  }

  blackHole(): void {
    this.#state = "black hole";
    for (const line of this.#lines) line.blackHole();
  }

  restore(): void {
    this.#state = "up";
  }

  async reconnect(): Promise<void> {
    this.restore();
    this.#parts.goOnline();
    await this.clock.advance(0);
  }

  async duplicate(): Promise<void> {
    this.#lines.at(-1)?.cutClient();
    await this.clock.advance(0);
    await this.reconnect();
  }

  delay(ms: number, direction?: Direction): void {
    for (const each of directions(direction)) this.#delays[each] = ms;
  }

  pause(direction?: Direction): void {
    for (const each of directions(direction)) this.#paused.add(each);
  }

  resume(direction?: Direction): void {
    for (const each of directions(direction)) {
      this.#paused.delete(each);
      for (const line of this.#lines) line.resume(each);
    }
  }

  /** Ends all connections without a word to anyone. */
  destroy(): void {
    for (const line of this.#lines.splice(0)) line.blackHole();
  }

  // ------------------------------------------------------------------ what lines ask

  isPaused(direction: Direction): boolean {
    return this.#paused.has(direction);
  }

  /** The second connection is attached: what was sent on the first may arrive. */
  answered(line: Line): void {
    for (const earlier of this.#lines.slice(0, this.#lines.indexOf(line))) earlier.releaseUp();
  }

  delayOf(direction: Direction): number {
    return this.#delays[direction];
  }
}
