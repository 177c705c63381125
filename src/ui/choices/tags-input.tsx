import { signal } from "../../reactive/signal.ts";
import type { Json } from "../../protocol/operations.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { asItIs, InputState } from "../base/input-state.ts";
import { isAlike } from "../base/plain-values.ts";
import { Suggestions } from "../inputs/suggestions.tsx";
import { textRules, type TextRules, type TextType } from "../inputs/text-rules.ts";
import { Chips } from "./chips.tsx";
import { wrongCount, type ManyRules } from "./choice-rules.ts";

/** What a tag must be. */
export interface TagRules extends TextRules {
  /** Such as `"email"`: its form is checked, and its keyboard shown on a phone. */
  type?: TextType;
  /** Anything else: a sentence for the person if it is not allowed. */
  validate?: (tag: string) => string | undefined;
}

export interface TagsInputProps extends FieldProps<string[]>, ManyRules {
  placeholder?: Live<string>;
  /** What each tag must be; of at most 100 characters unless told. */
  tag?: TagRules;
  /** What the browser offers while one is typed. */
  suggestions?: Live<readonly string[]>;
}

/**
 * Any number of texts, such as keywords or addresses.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { TagsInput } from "tandem/ui";
 *
 * export default function Keywords() {
 *   const words = signal<string[]>(["rain"]);
 *   return (
 *     <TagsInput
 *       label="Keywords"
 *       bind={words}
 *       max={5}
 *       tag={{ pattern: /[a-z]+/, patternMessage: "Only small letters, please." }}
 *     />
 *   );
 * }
 * ```
 *
 * Enter and a comma end one; a pasted list is taken apart. None is there twice. From Shiny's
 * `input_selectize(options={"create": True})`.
 */
export function TagsInput(props: TagsInputProps): Child {
  const each = textRules({ maxLength: 100, ...props.tag }, props.tag?.type);
  const problemOf = (tag: string) => each.check?.(tag) ?? props.tag?.validate?.(tag);
  const state = new InputState<string[]>(props, {
    kind: "list",
    initial: [],
    isSame: isAlike,
    isEmpty: (tags) => tags.length === 0,
    // Each was looked at when it was entered; what the app sets is as it is.
    check: (tags) => wrongCount(tags.length, props),
  });
  const shown = state.shownAs<readonly string[]>(...asItIs);
  const draft = signal("");
  const enter = (tags: readonly string[]): unknown => {
    shown.value = tags;
    return state.enter([...tags], { isDone: true });
  };
  const add = (detail: Json): unknown => {
    if (state.isLocked) return undefined;
    const room = (props.max ?? MOST_UNASKED) - shown.peek().length + MOST_TOO_MANY;
    const { taken, refused, problem } = sorted(detail, { before: shown.peek(), room, problemOf });
    const result = taken.length > shown.peek().length ? enter(taken) : undefined;
    if (problem === undefined) return result;
    // What is not allowed stays where it was typed.
    draft.value = refused.join(", ");
    return state.refuse(problem, { isDone: true });
  };
  const listId = `${state.id}-suggestions`;
  return (
    <FieldFrame state={state} props={props}>
      <tandem-tags class="tandem-tags" on:tandem-tags={({ detail }: { detail: Json }) => add(detail)}>
        <div class="tandem-input-group tandem-picker-box" data-size={props.size}>
          <div class="tandem-picker-inside">
            <Chips
              keys={() => shown.value}
              labelOf={(tag) => tag}
              remove={(tag) => (state.isLocked ? undefined : enter(shown.peek().filter((other) => other !== tag)))}
              isLocked={() => Boolean(readLive(props.disabled) || readLive(props.readonly))}
              label={() => `Entered: ${readLive(props.label)}`}
            />
            <input
              {...controlProps(state, props, ["entered"])}
              class="tandem-input tandem-picker-text"
              type="text"
              inputmode={props.tag?.type}
              required={undefined}
              bind={draft}
              readonly={props.readonly}
              list={props.suggestions === undefined ? undefined : listId}
              autocomplete="off"
              enterkeyhint="enter"
              placeholder={() => (shown.value.length === 0 ? readLive(props.placeholder) : undefined)}
              onInput={({ value }) => (value === "" ? state.enter([...shown.peek()], { isDone: false }) : undefined)}
              onBlur={() => (draft.peek() === "" ? state.leave() : undefined)}
            />
            {props.suggestions !== undefined && <Suggestions id={listId} texts={props.suggestions} />}
            <span class="tandem-unseen" id={`${state.id}-entered`}>
              {() => (shown.value.length === 0 ? "Nothing entered." : `Entered: ${shown.value.join(", ")}.`)}
            </span>
          </div>
        </div>
      </tandem-tags>
    </FieldFrame>
  );
}

/** As many texts are looked at, however much was pasted. */
const MOST_AT_ONCE = 1_000;
/** A page could go on for ever where the app says nothing of `max`. */
const MOST_UNASKED = 1_000;
/** So many more are shown, for people to choose which of them to take away. */
const MOST_TOO_MANY = 100;

interface Sorting {
  before: readonly string[];
  /** For so many more tags. */
  room: number;
  problemOf: (tag: string) => string | undefined;
}

/** What a page says was entered, as tags that are there now, and those that are not allowed. */
function sorted(detail: Json, { before, room, problemOf }: Sorting) {
  const taken = new Set(before);
  const refused: string[] = [];
  let problem: string | undefined;
  for (const text of Array.isArray(detail) ? detail.slice(0, MOST_AT_ONCE) : []) {
    const tag = typeof text === "string" ? text.trim() : "";
    if (tag === "" || taken.has(tag)) continue;
    const found = problemOf(tag);
    problem ??= found;
    if (found === undefined) {
      if (taken.size - before.length < room) taken.add(tag);
    } else refused.push(tag);
  }
  return { taken: [...taken], refused, problem };
}
