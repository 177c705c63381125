import { effect } from "../../reactive/effect.ts";
import { needPart } from "../../session/parts.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { asItIs, InputState } from "../base/input-state.ts";
import { textRules, type TextRules } from "../inputs/text-rules.ts";
import { needLanguage, type CodeInputLanguage } from "./code-languages.ts";

export interface CodeInputProps extends FieldProps<string>, TextRules {
  /** `"text"` unless told. */
  language?: Live<CodeInputLanguage>;
  /** They are there unless told otherwise. */
  lineNumbers?: boolean;
  /** Long lines go on below instead of to the side. */
  wrap?: boolean;
  /** Least height in lines; 6 unless told. */
  rows?: number;
  /** Greatest height in lines; 24 unless told. */
  maxRows?: number;
  placeholder?: Live<string>;
}

/**
 * Code in several lines: highlighted, with line numbers, indented by Tab.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { CodeInput } from "tandem/ui";
 *
 * const complaint = (text: string) => {
 *   try {
 *     JSON.parse(text);
 *   } catch (error) {
 *     return String(error);
 *   }
 * };
 *
 * export default function Settings() {
 *   const text = signal('{\n  "size": 3\n}');
 *   return <CodeInput label="Settings" language="json" bind={text} maxLength={10_000} validate={complaint} />;
 * }
 * ```
 *
 * It is a text area until its editor, CodeMirror, has come. Tab indents; Escape and then Tab leaves. From PyWebIO's
 * `textarea(code=…)` and Rio's `CodeBlock`.
 */
export function CodeInput(props: CodeInputProps): Child {
  const { rows = 6, maxRows = 24, lineNumbers = true, wrap = false } = props;
  const language = () => readLive(props.language) ?? "text";
  needPart("code");
  effect(() => needLanguage(language()));
  const state = new InputState(props, textRules(props));
  const shown = state.shownAs(...asItIs);
  return (
    <FieldFrame state={state} props={props}>
      <tandem-code-editor
        class="tandem-code-editor"
        style={{ "--rows": String(rows), "--max-rows": String(Math.max(rows, maxRows)) }}
        data-language={language}
        data-line-numbers={lineNumbers ? "" : undefined}
        data-wrap={wrap ? "" : undefined}
      >
        <textarea
          {...controlProps(state, props)}
          class="tandem-input tandem-mono"
          rows={rows}
          wrap={wrap ? "soft" : "off"}
          bind={shown}
          readonly={props.readonly}
          placeholder={props.placeholder}
          maxlength={props.maxLength}
          autocapitalize="none"
          spellcheck="false"
          onInput={{ debounce: 150, handler: ({ value }) => state.enter(value, { isDone: false }) }}
          onBlur={state.leave}
        />
      </tandem-code-editor>
    </FieldFrame>
  );
}
