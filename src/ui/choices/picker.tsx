import { readLive } from "../../view/live.ts";
import type { ReadonlySignal } from "../../reactive/signal.ts";
import { Show } from "../../view/flow/show.ts";
import type { Child, Live } from "../../view/node.ts";
import type { FrameFacts, FrameState } from "../base/field-parts.tsx";
import { Icon } from "../icons/icon.tsx";
import { Grouped } from "./grouped.tsx";
import type { KeyedOption } from "./options.ts";
import type { OptionSource } from "./option-source.ts";

interface PickerProps<T> {
  state: FrameState;
  props: FrameFacts;
  source: OptionSource<T>;
  /** Several can be chosen. */
  isMany?: boolean;
  /** What is typed may stand for itself. */
  isFree?: boolean;
  isChosen: (key: string) => boolean;
  choose: (option: KeyedOption<T>) => unknown;
  /** Above the options. */
  head?: Child;
  /** What is in the box: the input, with what {@link pickerInput} gives it. */
  children: Child;
}

/**
 * A box to type in, and a list that opens below it. The page's `<tandem-picker>` opens and places the list, moves in
 * it by keyboard and, where all options are in the page, finds among them. Options are buttons: what is chosen is
 * theirs to tell, so that a page can choose nothing that it was not shown.
 */
export function Picker<T>({
  state,
  props,
  source,
  isMany,
  isFree,
  isChosen,
  choose,
  head,
  children,
}: PickerProps<T>): Child {
  return (
    <tandem-picker
      class="tandem-picker"
      data-finds={() => (source.isInPage ? "" : null)}
      data-many={isMany ? "" : undefined}
      data-free={isFree ? "" : undefined}
    >
      <div class="tandem-input-group tandem-picker-box" data-size={props.size} data-disabled={offMark(props)}>
        {children}
        <span class="tandem-picker-arrow" aria-hidden="true" />
      </div>
      <div class="tandem-picker-popup" popover="manual" data-answered={() => source.answered ?? null}>
        {head}
        <div
          class="tandem-picker-list"
          id={listIdOf(state)}
          role="listbox"
          aria-label={props.label}
          aria-multiselectable={isMany ? "true" : undefined}
        >
          <Grouped
            groups={source.groups}
            option={(option) => <PickerOption option={option} isChosen={isChosen} choose={choose} />}
            heading={(label, options) => (
              <div class="tandem-picker-group" role="group" aria-label={label}>
                <p class="tandem-picker-heading" aria-hidden="true">
                  {label}
                </p>
                {options}
              </div>
            )}
          />
        </div>
        <PickerStatus source={source} />
      </div>
    </tandem-picker>
  );
}

interface PickerOptionProps<T> extends Pick<PickerProps<T>, "isChosen" | "choose"> {
  option: ReadonlySignal<KeyedOption<T>>;
}

function PickerOption<T>({ option, isChosen, choose }: PickerOptionProps<T>): Child {
  const { key, icon } = option.peek();
  return (
    <button
      type="button"
      class="tandem-picker-option"
      role="option"
      tabindex={-1}
      aria-selected={() => (isChosen(key) ? "true" : "false")}
      disabled={() => option.value.disabled === true}
      onClick={() => choose(option.peek())}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span class="tandem-picker-label">
        <span>{() => option.value.label}</span>
        <Show when={() => option.value.help !== undefined}>
          <small>{() => option.value.help}</small>
        </Show>
      </span>
    </button>
  );
}

function PickerStatus({ source }: { source: OptionSource<never> | OptionSource<unknown> }): Child {
  const isFailed = () => source.state === "failed";
  return [
    <p class="tandem-picker-status" role="status">
      {() => statusOf(source)}
    </p>,
    <p class="tandem-picker-status" data-none hidden>
      Nothing found.
    </p>,
    <Show when={isFailed}>
      <button type="button" class="tandem-button tandem-tone-neutral" data-appearance="plain" onClick={source.retry}>
        Try again
      </button>
    </Show>,
  ];
}

function statusOf(source: OptionSource<never> | OptionSource<unknown>): string {
  if (source.state === "failed") return "That could not be looked up.";
  if (source.state === "loading") return "Looking…";
  if (source.left.value > 0) return `And ${source.left.value} more: type to find them.`;
  return !source.isInPage && source.found.value.length === 0 ? "Nothing found." : "";
}

/** What the input in a picker's box has besides what every control has. */
export const pickerInput = (state: FrameState) =>
  ({
    role: "combobox",
    type: "text",
    class: "tandem-input tandem-picker-text",
    "aria-haspopup": "listbox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": listIdOf(state),
    autocomplete: "off",
    autocapitalize: "none",
    autocorrect: "off",
    spellcheck: "false",
  }) as const;

const listIdOf = ({ id }: FrameState): string => `${id}-list`;

const offMark = ({ disabled }: { disabled?: Live<boolean> | undefined }) =>
  disabled === undefined ? undefined : () => (readLive(disabled) ? "" : null);
