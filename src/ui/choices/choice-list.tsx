import type { ReadonlySignal } from "../../reactive/signal.ts";
import type { Child } from "../../view/node.ts";
import { Grouped } from "./grouped.tsx";
import type { OptionLook } from "./option-input.tsx";
import type { KeyedOption, OptionSet } from "./options.ts";

interface ChoiceListProps<T> {
  options: OptionSet<T>;
  look: OptionLook;
  orientation: "vertical" | "horizontal" | undefined;
  option: (option: ReadonlySignal<KeyedOption<T>>) => Child;
}

/** Options that are all seen. */
export function ChoiceList<T>({ options, look, orientation, option }: ChoiceListProps<T>): Child {
  return (
    <div class={look === "list" ? "tandem-choices" : "tandem-segments"} data-orientation={orientation}>
      <Grouped
        groups={options.groups}
        option={option}
        heading={(label, members) => (
          <div class="tandem-choices-group" role="group" aria-label={label}>
            <p class="tandem-choices-heading" aria-hidden="true">
              {label}
            </p>
            {members}
          </div>
        )}
      />
    </div>
  );
}
