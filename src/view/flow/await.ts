import { onCleanup } from "../../reactive/cleanup.ts";
import { untracked } from "../../reactive/graph.ts";
import { signal } from "../../reactive/signal.ts";
import { JsxNode, type Child } from "../node.ts";

export interface AwaitProps<T> {
  /** A promise, or a function that starts one: it is called once, and again on `retry`. */
  value: Promise<T> | (() => Promise<T>);
  /** Shown until the promise settles. */
  fallback?: Child;
  /** Shown when it rejects; without it, the error goes to the nearest `ErrorBoundary` or to the app's `onError`. */
  failed?: (error: unknown, retry: () => void) => Child;
  children: (value: T) => Child;
}

type Progress<T> = { kind: "waiting" } | { kind: "ready"; value: T } | { kind: "failed"; error: unknown };

/**
 * Shows a fallback until a promise resolves, then its value.
 *
 * @example
 * ```tsx
 * import { Await } from "tandem";
 * import { readFile } from "node:fs/promises";
 *
 * export default () => (
 *   <Await value={() => readFile("notes.txt", "utf8")} fallback={<p>Reading…</p>} failed={(error) => <p>{String(error)}</p>}>
 *     {(text) => <pre>{text}</pre>}
 *   </Await>
 * );
 * ```
 *
 * For a value that is loaded again when a signal changes, use `resource`.
 */
export function Await<T>(props: AwaitProps<T>): Child {
  const progress = signal<Progress<T>>({ kind: "waiting" });
  let run = 0;
  const start = () => {
    const mine = ++run;
    const settle = (next: Progress<T>) => {
      if (mine === run) progress.value = next;
    };
    progress.value = { kind: "waiting" };
    new Promise<T>((resolve) => resolve(begin(props.value))).then(
      (value) => settle({ kind: "ready", value }),
      (error: unknown) => settle({ kind: "failed", error }),
    );
  };
  onCleanup(() => run++);
  start();
  return () => view(progress.value, props, start);
}

/** What starts it runs once, whatever it reads. */
const begin = <T>(value: AwaitProps<T>["value"]): Promise<T> =>
  typeof value === "function" ? untracked(value) : value;

function view<T>(progress: Progress<T>, props: AwaitProps<T>, retry: () => void): Child {
  switch (progress.kind) {
    case "waiting":
      return props.fallback;
    case "ready":
      return JsxNode.of("The content of <Await>", () => props.children(progress.value));
    case "failed":
      return JsxNode.of("What <Await> shows of a failure", () => failedView(props, progress.error, retry));
  }
}

function failedView<T>(props: AwaitProps<T>, error: unknown, retry: () => void): Child {
  if (props.failed === undefined) throw error;
  return props.failed(error, retry);
}
