import { computed } from "../../reactive/computed.ts";
import type { ReadonlySignal } from "../../reactive/signal.ts";
import { readLive } from "../live.ts";
import { JsxNode, type Child, type Live } from "../node.ts";

export interface ShowProps<T> {
  when: Live<T>;
  /** Shown otherwise. */
  fallback?: Child;
  /** What to show, or a function that gets the condition's value as a signal, never empty while it is shown. */
  children: Child | ((value: ReadonlySignal<NonNullable<T>>) => Child);
}

/**
 * Shows its children while a condition holds. What is inside is built when it begins to hold and let go when it ends.
 *
 * @example
 * ```tsx
 * import { Show, signal } from "tandem";
 *
 * export default function Greeting() {
 *   const user = signal<{ name: string } | null>(null);
 *   return (
 *     <Show when={user} fallback={<button onClick={() => (user.value = { name: "Ada" })}>Log in</button>}>
 *       {(user) => <p>Hello {() => user.value.name}</p>}
 *     </Show>
 *   );
 * }
 * ```
 */
export function Show<T>(props: ShowProps<T>): Child {
  const { when, fallback } = props;
  const holds = computed(() => Boolean(readLive(when)));
  const shown = branch("Show", props);
  return () => (holds.value ? shown() : fallback);
}

/** Children that take the value are made anew each time they appear, and at no other time. */
export function branch<T>(name: string, { when, children }: Pick<ShowProps<T>, "when" | "children">): () => Child {
  if (typeof children !== "function" || children.length === 0) return () => children as Child;
  const render = children as (value: ReadonlySignal<NonNullable<T>>) => Child;
  return () => {
    let last!: NonNullable<T>;
    const value = computed(() => {
      const now = readLive(when);
      // A reader that runs just before it is let go still sees the last value for which the condition held.
      if (now) last = now as NonNullable<T>;
      return last;
    });
    return JsxNode.of(`The content of <${name}>`, () => render(value));
  };
}
