import { isPromiseLike } from "../../reactive/promises.ts";

/** Work that goes on at once, but for the promises that it yields and is given the values of. */
export type Steps<T> = Generator<PromiseLike<unknown>, T, unknown>;

/** Waits for `value` if it is a promise: `const user = yield* settled(load())`. */
export function* settled<T>(value: T | PromiseLike<T>): Steps<T> {
  return (isPromiseLike(value) ? yield value : value) as T;
}

/** What work gives that was called off. */
export const CALLED_OFF: unique symbol = Symbol("called off");

/** Runs `steps` to their end: now, if they wait for nothing. Aborting `signal` calls them off, whatever they wait for. */
export function runSteps<T>(
  steps: Steps<T>,
  signal: AbortSignal,
): T | typeof CALLED_OFF | Promise<T | typeof CALLED_OFF> {
  return resume(steps, signal, () => steps.next());
}

function resume<T>(steps: Steps<T>, signal: AbortSignal, next: () => IteratorResult<PromiseLike<unknown>, T>) {
  const step = next();
  return step.done ? step.value : wait(steps, signal, step.value);
}

function wait<T>(steps: Steps<T>, signal: AbortSignal, promise: PromiseLike<unknown>) {
  return new Promise<T | typeof CALLED_OFF>((resolve, reject) => {
    const goOn = (next: () => IteratorResult<PromiseLike<unknown>, T>) => {
      signal.removeEventListener("abort", callOff);
      if (signal.aborted) return;
      try {
        resolve(resume(steps, signal, next));
      } catch (error) {
        reject(error as Error);
      }
    };
    const callOff = () => {
      steps.return(undefined as never);
      resolve(CALLED_OFF);
    };
    // The step may have called it off itself, as a guard that closes its session.
    if (signal.aborted) return callOff();
    signal.addEventListener("abort", callOff, { once: true });
    promise.then(
      (value) => goOn(() => steps.next(value)),
      (error: unknown) => goOn(() => steps.throw(error)),
    );
  });
}
