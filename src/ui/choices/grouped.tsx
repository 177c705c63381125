import type { ReadonlySignal } from "../../reactive/signal.ts";
import { For } from "../../view/flow/for.ts";
import type { Child } from "../../view/node.ts";
import type { KeyedOption, OptionGroup } from "./options.ts";

interface GroupedProps<T> {
  groups: ReadonlySignal<readonly OptionGroup<T>[]>;
  /** Runs once for each option. */
  option: (option: ReadonlySignal<KeyedOption<T>>, index: ReadonlySignal<number>) => Child;
  /** What is around the options of a group that has a label. */
  heading: (label: string, options: Child) => Child;
}

/** Options below their headings; they stay as they are where others come and go. */
export function Grouped<T>({ groups, option, heading }: GroupedProps<T>): Child {
  return (
    <For each={groups} key={({ label }) => label}>
      {(group) => {
        const { label } = group.peek();
        const options = (
          <For each={() => group.value.options} key={({ key }) => key}>
            {option}
          </For>
        );
        return label === undefined ? options : heading(label, options);
      }}
    </For>
  );
}
