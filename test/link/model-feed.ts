import type { DownMessage } from "../../src/protocol/frames.ts";
import { ArrayReader, describeArray, joinAligned, type ArrayFacts } from "../../src/protocol/typed-arrays.ts";
import type { Feed, FeedPart } from "../../src/session/channel/feed.ts";

const BYTES = 8;

/** Counts 0, 1, 2 …, of which the last `kept` numbers are there. */
export class ModelFeed implements Feed {
  readonly kept: number;
  end = 0;
  readonly #ref: number;

  constructor({ kept = Infinity, ref = 1 } = {}) {
    this.kept = kept;
    this.#ref = ref;
  }

  get start(): number {
    return Math.max(0, this.end - this.kept);
  }

  grow(count: number): void {
    this.end += count;
  }

  after(position: number | undefined, maxBytes: number): FeedPart | undefined {
    const from = Math.max(this.start, position ?? 0);
    const numbers = Array.from(
      { length: Math.min(this.end - from, Math.max(1, maxBytes / BYTES)) },
      (_, i) => from + i,
    );
    if (numbers.length === 0) return undefined;
    const array = Float64Array.from(numbers);
    const message: FeedPart["message"] = ["data", this.#ref, "extend", [from], [describeArray(array)]];
    return { position: from + numbers.length, message, body: joinAligned([array]) };
  }
}

/** What an element makes of a feed: what continues it is added, and anything else begins anew. */
export class FedElement {
  numbers: number[] = [];
  #next = 0;

  take([, , , args, facts]: Extract<DownMessage, ["data", ...unknown[]]>, body: ArrayBuffer | undefined): void {
    const [from] = args as [number];
    const numbers = new ArrayReader(body!).read(facts[0] as ArrayFacts);
    if (from !== this.#next) this.numbers = [];
    this.numbers.push(...numbers);
    this.#next = from + numbers.length;
  }

  /** What is left of it when only so many are kept. */
  last(count: number): number[] {
    return count === Infinity ? this.numbers : this.numbers.slice(-count);
  }
}
