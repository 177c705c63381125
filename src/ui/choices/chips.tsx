import { For } from "../../view/flow/for.ts";
import type { Child, Live } from "../../view/node.ts";

interface ChipsProps {
  keys: () => readonly string[];
  labelOf: (key: string) => string;
  remove: (key: string) => unknown;
  /** They stay, but cannot be taken away. */
  isLocked: () => boolean;
  label: Live<string>;
}

/**
 * What is chosen, each with a button that takes it away. The buttons are for pointers: by keyboard, Backspace takes the
 * last one.
 */
export function Chips({ keys, labelOf, remove, isLocked, label }: ChipsProps): Child {
  return (
    <ul class="tandem-picked-list" aria-label={label}>
      <For each={keys}>
        {(key) => (
          <li class="tandem-picked">
            <span>{() => labelOf(key)}</span>
            <button
              type="button"
              tabindex={-1}
              disabled={isLocked}
              aria-label={() => `Remove ${labelOf(key)}`}
              onClick={() => remove(key)}
            />
          </li>
        )}
      </For>
    </ul>
  );
}
