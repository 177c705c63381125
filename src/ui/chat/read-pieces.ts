import type { Clock, Timer } from "../../core/clock.ts";

/** How often what has come is shown: words may come faster than anybody reads. */
const SHOW_EVERY = 40;

interface ReadOptions {
  clock: Clock;
  aborted: AbortSignal;
  /** Called with all that has come, now and then, and at the end. */
  show: (text: string) => void;
}

/**
 * Reads pieces of text until there are no more, or it is called off; also where the source does not heed the signal and
 * never says another word. Throws what the source throws.
 */
export async function readPieces(source: AsyncIterable<string>, { clock, aborted, show }: ReadOptions): Promise<void> {
  const iterator = source[Symbol.asyncIterator]();
  const calledOff = new Promise<undefined>((resolve) => {
    if (aborted.aborted) resolve(undefined);
    else aborted.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  let text = "";
  let timer: Timer;
  const showLater = () => {
    timer ??= clock.setTimeout(() => {
      timer = undefined;
      show(text);
    }, SHOW_EVERY);
  };
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), calledOff]);
      if (next === undefined || next.done === true) break;
      if (typeof next.value !== "string") throw new TypeError(`Expected pieces of text, but got ${typeof next.value}.`);
      const isFirst = text === "";
      text += next.value;
      if (isFirst) show(text);
      else showLater();
    }
  } finally {
    clock.clearTimeout(timer);
    show(text);
    // What a source does at its end is not waited for: it may never come.
    if (aborted.aborted) void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}
