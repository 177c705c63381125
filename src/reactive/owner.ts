import { systemClock, type Clock } from "../core/clock.ts";
import { FlushQueue, type FlushHost } from "./flush-queue.ts";

/** Something with an end, which ends what was made under it: a component's block, an effect's run, a session. */
export interface Owner {
  readonly queue: FlushQueue;
  readonly clock: Clock;
  /** What this is made under, where it is not a session's or a component's own. */
  readonly outer?: Owner;
  /** Keeps `dispose` to call at the owner's end. */
  own(dispose: () => void): void;
  /** Forgets it again, for things that end earlier on their own. */
  disown(dispose: () => void): void;
}

let activeOwner: Owner | undefined;
let ambientOwner: () => Owner | undefined = () => undefined;

/** Lets the session layer say whose code runs where no owner is set, as after an `await`. */
export function setAmbientOwner(find: () => Owner | undefined): void {
  ambientOwner = find;
}

/** Who owns what is made now. */
export function currentOwner(): Owner {
  return activeOwner ?? ambientOwner() ?? processOwner;
}

/** The owner set by the code on the stack, if any: a component being mounted or an effect being run. */
export function enclosingOwner(): Owner | undefined {
  return activeOwner;
}

export function runWithOwner<T>(owner: Owner | undefined, fn: () => T): T {
  const previous = activeOwner;
  activeOwner = owner;
  try {
    return fn();
  } finally {
    activeOwner = previous;
  }
}

/** For hot paths that need no closure: sets the owner and returns the previous one, to be set back. */
export function swapOwner(owner: Owner | undefined): Owner | undefined {
  const previous = activeOwner;
  activeOwner = owner;
  return previous;
}

/** Owns effects made outside any session; they flush at the end of the microtask turn. */
class ProcessOwner implements Owner, FlushHost {
  readonly queue = new FlushQueue(this);
  readonly clock = systemClock;
  own(): void {}
  disown(): void {}
  scheduleFlush(): void {
    queueMicrotask(() => this.queue.flush());
  }
  /** As any uncaught error outside a session: the process decides. */
  reportError(error: unknown): void {
    queueMicrotask(() => {
      throw error;
    });
  }
}

const processOwner = new ProcessOwner();
