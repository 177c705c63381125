import {
  beginTracking,
  endTracking,
  Flag,
  isStale,
  release,
  settleDependencies,
  type Link,
  type ReactionNode,
  type ReactiveNode,
} from "./graph.ts";
import type { FlushQueue } from "./flush-queue.ts";

/**
 * Something that runs again when what it read changes: a view binding or a user's effect. The object
 * itself is the graph node, so a binding costs one object and no closure.
 */
export abstract class Reaction implements ReactionNode {
  deps?: Link = undefined;
  depsTail?: Link = undefined;
  flags: number = Flag.Watching;
  /** 0 while not queued; else the flush round in which it is to run. */
  round = 0;
  /** Creation number within its queue. */
  readonly order: number;

  constructor(order: number) {
    this.order = order;
  }

  /** The queue of the session that this reaction belongs to. */
  abstract get queue(): FlushQueue;
  /** Higher runs earlier. */
  get priority(): number {
    return 0;
  }
  /** Runs once more; only called when something it read has changed. */
  protected abstract rerun(): void;
  /** How an error message names it. */
  abstract describe(): string;

  get isDisposed(): boolean {
    return this.flags === Flag.None;
  }

  notified(): void {
    this.flags &= ~Flag.Watching;
    this.schedule();
  }

  /** Has the queue run this. */
  protected schedule(): void {
    this.queue.enqueue(this);
  }

  /** Called by the queue. */
  runIfStale(): void {
    if (this.flags === Flag.None) return;
    if (isStale(this)) this.rerun();
    // A false alarm leaves no flag, as disposal does; but only a disposed one has let go of what it read.
    else if (this.deps !== undefined) this.flags = Flag.Watching;
  }

  /** Called by the queue instead of running, to break a loop: the next change runs it again. */
  skip(): void {
    settleDependencies(this);
    if (this.flags !== Flag.None) this.flags = Flag.Watching;
  }

  /** Start of the part of a run that records what is read. */
  protected beginRun(): ReactiveNode | undefined {
    return beginTracking(this, Flag.Watching);
  }

  /** End of that part. A reaction that changed what it itself had read runs once more. */
  protected endRun(outer: ReactiveNode | undefined): void {
    endTracking(this, outer);
    if (this.flags & (Flag.Pending | Flag.Dirty)) {
      this.flags &= ~(Flag.Recursed | Flag.Watching);
      this.schedule();
    }
  }

  /** Queues a run although nothing changed. */
  protected requestRun(): void {
    if (this.flags === Flag.None) return;
    this.flags = (this.flags & ~Flag.Watching) | Flag.Dirty;
    this.schedule();
  }

  dispose(): void {
    if (this.flags === Flag.None) return;
    this.flags = Flag.None;
    release(this);
  }
}
