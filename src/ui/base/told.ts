import type { Json } from "../../protocol/operations.ts";
import { signal } from "../../reactive/signal.ts";
import type { DetailEvent } from "../../view/events/detail-event.ts";

/** Screens of one session whose last words are said back to them. */
const MOST_SCREENS = 8;
const LONGEST_MARK = 32;

/**
 * For an element that shows what a person does before the session has heard of it: `data-heard` says back the mark that
 * came last with what each screen told, so that it can tell an answer to that from one to what was before. The page's
 * half is `src/browser/ui/behaviour/told.ts`.
 */
export function toldProps<E extends string>(event: E, take: (value: Json) => void) {
  const heard = signal<readonly string[]>([]);
  const handler = ({ detail }: DetailEvent): void => {
    if (!Array.isArray(detail)) return;
    const [value = null, mark] = detail as readonly Json[];
    take(value);
    if (typeof mark !== "string" || mark.length > LONGEST_MARK) return;
    const others = heard.peek().filter((other) => screenOf(other) !== screenOf(mark));
    heard.value = [mark, ...others].slice(0, MOST_SCREENS);
  };
  return {
    "data-heard": () => heard.value.join(" ") || null,
    [`on:${event}`]: { handler, selfOnly: true },
  } as { "data-heard": () => string | null } & Record<`on:${E}`, { handler: typeof handler; selfOnly: true }>;
}

const screenOf = (mark: string): string => mark.slice(0, mark.lastIndexOf("-"));
