/**
 * The only file that knows `alien-signals`. Everything else in `reactive/` is written against what it
 * exports; `test/reactive/graph.test.ts` is the contract a new version must meet.
 */
import { createReactiveSystem, type Link, type ReactiveNode } from "alien-signals/system";

export type { Link, ReactiveNode };

/** `alien-signals` declares these as a const enum, which isolated modules cannot read. */
export const Flag = {
  None: 0,
  Mutable: 1,
  Watching: 2,
  RecursedCheck: 4,
  Recursed: 8,
  Dirty: 16,
  Pending: 32,
} as const;

/** A node that others read: a signal or a computed. */
export interface SourceNode extends ReactiveNode {
  /** Takes the pending value over; says whether it changed. */
  refresh(): boolean;
  /** Called when the last subscriber leaves. */
  unwatched(): void;
}

/** A node that runs when what it read changes. */
export interface ReactionNode extends ReactiveNode {
  notified(): void;
}

const RUNS_AGAIN = Flag.Mutable | Flag.Watching;

const system = createReactiveSystem({
  update: (node) => (node as SourceNode).refresh(),
  notify: (node) => (node as ReactionNode).notified(),
  unwatched: (node) => (node as SourceNode).unwatched(),
});

const { link, unlink, checkDirty, shallowPropagate } = system;

let subscriber: ReactiveNode | undefined;
let trackingVersion = 0;
let runningReactions = 0;

/**
 * Counts every write in the process. A computed that nobody watches may reuse its value while this
 * stands still, and so needs no link that would keep it alive.
 */
let writes = 0;

export const currentSubscriber = (): ReactiveNode | undefined => subscriber;
export const writeCount = (): number => writes;

/** Whether what runs now is a computed, which only reads. */
export const insideComputed = (): boolean => subscriber !== undefined && (subscriber.flags & Flag.Mutable) !== 0;

/** Whether what runs now runs again when what it reads changes: a computed, an effect or a binding. */
export const isFollowed = (): boolean => subscriber !== undefined && (subscriber.flags & RUNS_AGAIN) !== 0;

/**
 * Makes the running computed or reaction depend on `source`. One disposed in the middle of its run has
 * no flags, and must get no new links: a link would bring it back to life.
 */
export function track(source: SourceNode): void {
  if (subscriber !== undefined && subscriber.flags !== Flag.None) link(source, subscriber, trackingVersion);
}

/** Makes values kept by computeds that nobody watches count as old. */
export function expireUnwatched(): void {
  writes++;
}

/** Tells everything that read `source` that it may have changed. */
export function propagate(source: SourceNode): void {
  writes++;
  source.flags = Flag.Mutable | Flag.Dirty;
  if (source.subs !== undefined) system.propagate(source.subs, runningReactions > 0);
}

/** Brings a signal or computed up to date, telling its other subscribers if it changed. */
export function settle(source: SourceNode): void {
  if (source.refresh() && source.subs !== undefined) shallowPropagate(source.subs);
}

/** Brings all that `node` read up to date: a computed left pending would not tell of its next change. */
export function settleDependencies(node: ReactiveNode): void {
  for (let link = node.deps; link !== undefined; link = link.nextDep) {
    if (isStale(link.dep)) settle(link.dep as SourceNode);
  }
}

/** Whether anything `node` read has really changed; clears a false alarm. */
export function isStale(node: ReactiveNode): boolean {
  const flags = node.flags;
  if (flags & Flag.Dirty) return true;
  if (!(flags & Flag.Pending)) return false;
  if (checkDirty(node.deps!, node)) return true;
  node.flags &= ~Flag.Pending;
  return false;
}

/** Runs `fn` with `node` as the reader, and forgets what it no longer reads. */
export function runTracked<T>(node: ReactiveNode, idleFlags: number, fn: () => T): T {
  const previous = beginTracking(node, idleFlags);
  try {
    return fn();
  } finally {
    endTracking(node, previous);
  }
}

/** The two halves of {@link runTracked}, for hot paths that need no closure. */
export function beginTracking(node: ReactiveNode, idleFlags: number): ReactiveNode | undefined {
  const previous = subscriber;
  node.depsTail = undefined;
  node.flags = idleFlags | Flag.RecursedCheck;
  subscriber = node;
  trackingVersion++;
  runningReactions++;
  return previous;
}

export function endTracking(node: ReactiveNode, previous: ReactiveNode | undefined): void {
  runningReactions--;
  subscriber = previous;
  node.flags &= ~Flag.RecursedCheck;
  let stale = node.depsTail !== undefined ? node.depsTail.nextDep : node.deps;
  while (stale !== undefined) stale = unlink(stale, node);
}

/** Unsubscribes `node` from everything it read. */
export function release(node: ReactiveNode): void {
  node.depsTail = undefined;
  let dependency = node.deps;
  while (dependency !== undefined) dependency = unlink(dependency, node);
}

/**
 * Runs `fn` without recording what it reads.
 *
 * @example
 * ```ts
 * import { effect, signal, untracked } from "tandem";
 *
 * const query = signal("");
 * const pageSize = signal(20);
 * effect(() => {
 *   console.log(query.value, untracked(() => pageSize.value)); // reruns for `query` only
 * });
 * ```
 *
 * From Shiny's `isolate`.
 */
export function untracked<T>(fn: () => T): T {
  const previous = subscriber;
  subscriber = undefined;
  try {
    return fn();
  } finally {
    subscriber = previous;
  }
}
