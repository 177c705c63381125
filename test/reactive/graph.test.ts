import { describe, expect, it } from "vitest";
import {
  beginTracking,
  endTracking,
  Flag,
  isStale,
  propagate,
  release,
  settle,
  track,
  type Link,
  type ReactionNode,
  type SourceNode,
} from "../../src/reactive/graph.ts";

/** What a new version of the graph library must still do, told with the barest nodes there can be. */
class Source implements SourceNode {
  subs: Link | undefined = undefined;
  subsTail: Link | undefined = undefined;
  flags: number = Flag.Mutable;
  current = 0;
  next = 0;
  left = 0;

  refresh(): boolean {
    this.flags = Flag.Mutable;
    const changed = this.current !== this.next;
    this.current = this.next;
    return changed;
  }
  unwatched(): void {
    this.left++;
  }
  read(): number {
    if (this.flags & Flag.Dirty) settle(this);
    track(this);
    return this.current;
  }
  write(value: number): void {
    this.next = value;
    propagate(this);
  }
}

class Derived extends Source {
  deps: Link | undefined = undefined;
  depsTail: Link | undefined = undefined;
  override flags: number = Flag.Mutable | Flag.Dirty;
  made = 0;
  readonly make: () => number;

  constructor(make: () => number) {
    super();
    this.make = make;
  }
  override refresh(): boolean {
    this.made++;
    const before = this.current;
    const outer = beginTracking(this, Flag.Mutable);
    this.current = this.make();
    endTracking(this, outer);
    return before !== this.current;
  }
  override unwatched(): void {
    super.unwatched();
    this.flags = Flag.Mutable | Flag.Dirty;
    release(this);
  }
  override read(): number {
    track(this);
    if (isStale(this)) settle(this);
    return this.current;
  }
}

class Reader implements ReactionNode {
  deps: Link | undefined = undefined;
  depsTail: Link | undefined = undefined;
  flags: number = Flag.Watching;
  told = 0;

  notified(): void {
    this.told++;
    this.flags &= ~Flag.Watching;
  }
  run(fn: () => void): void {
    const outer = beginTracking(this, Flag.Watching);
    fn();
    endTracking(this, outer);
  }
}

function linksOf(source: SourceNode): number {
  let count = 0;
  for (let link = source.subs; link !== undefined; link = link.nextSub) count++;
  return count;
}

describe("the graph", () => {
  it("R4: tells a reader once, and says it is stale only if a value really changed", () => {
    const source = new Source();
    const reader = new Reader();
    reader.run(() => source.read());
    source.write(1);
    source.write(2);
    expect(reader.told).toBe(1);
    expect(isStale(reader)).toBe(true);

    reader.run(() => source.read());
    source.write(3);
    source.write(2);
    expect(reader.told).toBe(2);
    expect(isStale(reader)).toBe(false);
  });

  it("R5: makes the value where two paths meet once, after both", () => {
    const source = new Source();
    const left = new Derived(() => source.read() + 1);
    const right = new Derived(() => source.read() * 10);
    const meet = new Derived(() => left.read() + right.read());
    const reader = new Reader();
    reader.run(() => meet.read());
    source.write(2);
    expect(isStale(reader)).toBe(true);
    expect(meet.read()).toBe(23);
    expect(meet.made).toBe(2);
  });

  it("R5: stops at a derived value that stays the same", () => {
    const source = new Source();
    const parity = new Derived(() => source.read() % 2);
    const reader = new Reader();
    reader.run(() => parity.read());
    source.write(2);
    expect(reader.told).toBe(1);
    expect(isStale(reader)).toBe(false);
  });

  it("R6: unlinks what a run no longer read, and tells a source when its last reader leaves", () => {
    const a = new Source();
    const b = new Source();
    const reader = new Reader();
    reader.run(() => a.read() + b.read());
    reader.run(() => b.read());
    expect([a.left, b.left]).toEqual([1, 0]);
    expect([linksOf(a), linksOf(b)]).toEqual([0, 1]);
  });

  it("R16: leaves no link behind on release, through derived values too", () => {
    const source = new Source();
    const derived = new Derived(() => source.read());
    const reader = new Reader();
    reader.run(() => derived.read());
    expect(linksOf(source)).toBe(1);
    release(reader);
    expect(linksOf(derived)).toBe(0);
    expect(linksOf(source)).toBe(0);
    expect(derived.left).toBe(1);
  });

  it("R27: marks a reader that changes what it has already read in this run, without telling it", () => {
    const source = new Source();
    const reader = new Reader();
    reader.run(() => source.write(source.read() + 1));
    expect(reader.told).toBe(0);
    expect(isStale(reader)).toBe(true);
  });

  it("R27: does not mark a reader that writes first and reads then", () => {
    const source = new Source();
    const reader = new Reader();
    reader.run(() => {
      source.write(5);
      source.read();
    });
    expect(isStale(reader)).toBe(false);
  });

  it("R29: gives a node without flags no new links", () => {
    const source = new Source();
    const reader = new Reader();
    reader.run(() => {
      reader.flags = Flag.None;
      source.read();
    });
    expect(linksOf(source)).toBe(0);
  });
});
