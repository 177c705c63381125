import type { Child, Live } from "../../view/node.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { asItIs, InputState } from "../base/input-state.ts";
import { characterCount } from "./character-count.tsx";
import { heardAfter, type Debounced } from "./debounce.ts";
import { onKeys } from "./enter-key.ts";
import { textRules, type TextRules } from "./text-rules.ts";

export interface TextareaProps extends FieldProps<string>, TextRules, Debounced {
  placeholder?: Live<string>;
  /** How many lines it has room for; 3 unless told. */
  rows?: number;
  /** It grows with the text, from `rows` to `maxRows` (12 unless told). */
  autoGrow?: boolean;
  maxRows?: number;
  /** Shows how many characters there are, and may be. */
  showCount?: boolean;
  /** Drawn with letters of one width. */
  monospace?: boolean;
  /** Called on Ctrl+Enter (on a Mac: ⌘ Return) with the text, if it is allowed. */
  onSubmit?: (text: string) => unknown;
}

/**
 * Text in several lines.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Textarea } from "tandem/ui";
 *
 * export default function Notes() {
 *   const notes = signal<string[]>([]);
 *   const draft = signal("");
 *   const keep = (text: string) => {
 *     notes.value = [...notes.peek(), text];
 *     draft.value = "";
 *   };
 *   return (
 *     <main>
 *       <Textarea label="Note" help="Ctrl+Enter keeps it." bind={draft} maxLength={500} showCount autoGrow onSubmit={keep} />
 *       <p>{() => `${notes.value.length} notes`}</p>
 *     </main>
 *   );
 * }
 * ```
 *
 * From Shiny's `input_text_area` and `input_submit_textarea`.
 */
export function Textarea(props: TextareaProps): Child {
  const { rows = 3, autoGrow, maxRows = 12 } = props;
  const state = new InputState(props, textRules(props));
  const shown = state.shownAs(...asItIs);
  const count = characterCount(shown, props);
  return (
    <FieldFrame state={state} props={props} count={count}>
      <textarea
        {...controlProps(state, props, count === undefined ? [] : ["count"])}
        class={["tandem-input", props.monospace && "tandem-mono"]}
        style={autoGrow ? { "--rows": String(rows), "--max-rows": String(Math.max(rows, maxRows)) } : undefined}
        data-grow={autoGrow}
        rows={rows}
        bind={shown}
        readonly={props.readonly}
        placeholder={props.placeholder}
        maxlength={props.maxLength}
        onInput={heardAfter(props, ({ value }) => state.enter(value, { isDone: false }))}
        onKeyDown={onKeys(state, props.onSubmit, ["Ctrl+Enter", "Meta+Enter"])}
        onBlur={state.leave}
      />
    </FieldFrame>
  );
}
