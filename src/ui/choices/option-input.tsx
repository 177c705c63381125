import type { ReadonlySignal, Signal } from "../../reactive/signal.ts";
import type { Child } from "../../view/node.ts";
import type { ElementRef } from "../../view/ref.ts";
import { Icon } from "../icons/icon.tsx";
import { Show } from "../../view/flow/show.ts";
import type { KeyedOption } from "./options.ts";

/** `"list"`: with its mark before it; `"segment"`: looks like a button. */
export type OptionLook = "list" | "segment";

interface OptionInputProps {
  option: ReadonlySignal<KeyedOption<unknown>>;
  look: OptionLook;
  /** Off also where it is read-only. */
  isOff: () => boolean;
  control: ElementRef | undefined;
  /** Of all radio buttons of a group: its name, and the key of the chosen one. */
  radio?: { name: string; chosen: Signal<string>; onInput: () => unknown; onBlur: () => unknown };
  /** Of a checkbox. */
  checkbox?: { isChosen: () => boolean; onChange: (isChosen: boolean) => unknown };
}

/** A radio button or checkbox with the label of an option. */
export function OptionInput({ option, look, isOff, control, radio, checkbox }: OptionInputProps): Child {
  const { key } = option.peek();
  const input = { ref: control, value: key, disabled: isOff };
  return (
    <label class={look === "list" ? "tandem-choice" : "tandem-segment"}>
      {radio !== undefined && (
        <input
          {...input}
          class={look === "list" && "tandem-radio"}
          type="radio"
          name={radio.name}
          bind={radio.chosen}
          onChange={radio.onInput}
          onBlur={radio.onBlur}
        />
      )}
      {checkbox !== undefined && (
        <input
          {...input}
          class={look === "list" && "tandem-checkbox"}
          type="checkbox"
          checked={checkbox.isChosen}
          onChange={({ checked }) => checkbox.onChange(checked)}
        />
      )}
      <OptionText option={option} look={look} />
    </label>
  );
}

function OptionText({ option, look }: Pick<OptionInputProps, "option" | "look">): Child {
  const { icon } = option.peek();
  return [
    icon !== undefined && <Icon name={icon} />,
    <span class={look === "list" && "tandem-choice-text"}>
      {() => option.value.label}
      <Show when={() => look === "list" && option.value.help !== undefined}>
        <small>{() => option.value.help}</small>
      </Show>
    </span>,
  ];
}
