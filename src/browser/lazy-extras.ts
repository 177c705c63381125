import type { Extras, ExtrasPage, ExtrasScript } from "./extras/extras.ts";

export interface LazyExtras {
  /** Calls `run` with the extras, in order, now or once they are here; `fail` when they will never be. */
  use(run: (extras: Extras) => void, fail?: (error: Error) => void): void;
  /** Tries again to load them, if something waits for them. */
  retry(): void;
  /** The link has closed for good. */
  close(): void;
  /** The screen stops. */
  stop(): void;
}

/** Loads what most pages never need when a page first needs it: calls, requests, custom messages and the like. */
export function lazyExtras(page: ExtrasPage): LazyExtras {
  let extras: Extras | undefined;
  let isLoading = false;
  let waiting: Parameters<LazyExtras["use"]>[] = [];
  const retry = () => {
    if (extras || isLoading || !waiting.length) return;
    isLoading = true;
    page.loadScript("extras").then(
      (script) => {
        extras = (script as ExtrasScript).default(page);
        for (const [run] of waiting) run(extras);
        waiting = [];
      },
      () => (isLoading = false),
    );
  };
  return {
    use(...call) {
      if (extras) return call[0](extras);
      waiting.push(call);
      retry();
    },
    retry,
    close() {
      for (const [, fail] of waiting) fail?.(new Error("The session has ended."));
      waiting = [];
      extras?.close();
    },
    stop: () => extras?.stop(),
  };
}
