import { TandemError } from "../core/errors.ts";
import { rejectUnknownOptions } from "../core/options.ts";
import { Disposers } from "../reactive/disposers.ts";
import { runWithOwner } from "../reactive/owner.ts";
import type { Source } from "../reactive/source.ts";
import { watch } from "../reactive/watch.ts";
import { expectAbortSignal } from "../session/arguments.ts";
import { SessionEnded, unlessEnded } from "../session/call-errors.ts";
import { currentSession } from "../session/current.ts";
import type { Session } from "../session/session.ts";

export interface WaitForChangeOptions {
  /** Milliseconds after which the answer is `undefined`; never unless told. */
  timeout?: number;
  /** Aborting it rejects with its reason. */
  signal?: AbortSignal;
}

/** What has changed: its name, and its value now. */
export type Change<Sources> = { [Name in keyof Sources]: { name: Name; value: ValueOf<Sources[Name]> } }[keyof Sources];

type ValueOf<S> = S extends Source<infer T> ? T : never;

/**
 * Waits until one of several values changes, of controls or anything else.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { show, waitForChange } from "tandem/flow";
 *
 * export async function preview() {
 *   const text = signal("");
 *   show(<textarea bind={text} aria-label="Text" />);
 *   const words = show("");
 *   for (;;) {
 *     const { value } = (await waitForChange({ text }))!;
 *     words.update(`${value.split(/\s+/).length} words`);
 *   }
 * }
 * ```
 *
 * Takes signals, or functions that read some, by names. Resolves with the name and value of the first that changed, and
 * with `undefined` after `timeout`; rejects with the reason of `signal`, and with `SessionEnded`. From PyWebIO's
 * `pin_wait_change`.
 */
export function waitForChange<const Sources extends Readonly<Record<string, Source<unknown>>>>(
  sources: Sources,
  options?: WaitForChangeOptions & { timeout?: undefined },
): Promise<Change<Sources>>;
export function waitForChange<const Sources extends Readonly<Record<string, Source<unknown>>>>(
  sources: Sources,
  options: WaitForChangeOptions,
): Promise<Change<Sources> | undefined>;
export function waitForChange(
  sources: Readonly<Record<string, Source<unknown>>>,
  options: WaitForChangeOptions = {},
): Promise<unknown> {
  rejectUnknownOptions("waitForChange()", options, ["timeout", "signal"]);
  checkTimeout(options.timeout);
  expectAbortSignal("waitForChange()", options.signal);
  const session = currentSession();
  if (session.isOver) throw new SessionEnded("nothing changes any more");
  return unlessEnded(firstChange(session, sources, options));
}

function firstChange(
  session: Session,
  sources: Readonly<Record<string, Source<unknown>>>,
  { timeout, signal: abort }: WaitForChangeOptions,
): Promise<unknown> {
  const bonds = new Disposers();
  const first = new Promise((resolve, reject) => {
    const withdraw = () => reject(abort?.reason as Error);
    if (abort?.aborted) return withdraw();
    for (const [name, source] of Object.entries(sources)) {
      const watcher = runWithOwner(session, () => watch(source, (value) => resolve({ name, value })));
      bonds.add(() => watcher.dispose());
    }
    bonds.add(session.whenClosing(() => reject(new SessionEnded("a change was waited for"))));
    abort?.addEventListener("abort", withdraw);
    bonds.add(() => abort?.removeEventListener("abort", withdraw));
    if (timeout === undefined) return;
    const timer = session.clock.setTimeout(() => resolve(undefined), timeout);
    bonds.add(() => session.clock.clearTimeout(timer));
  });
  const letGo = () => bonds.disposeAll((error) => session.reportError(error, undefined, "waitForChange()"));
  first.then(letGo, letGo);
  return first;
}

function checkTimeout(timeout: unknown): void {
  if (timeout === undefined || (typeof timeout === "number" && timeout >= 0)) return;
  throw new TandemError(
    "flow/bad-timeout",
    `Expected the timeout of waitForChange() to be milliseconds, but got ${String(timeout)}. Leave it out to wait for ever.`,
  );
}
