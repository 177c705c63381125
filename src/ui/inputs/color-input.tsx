import { readLive } from "../../view/live.ts";
import type { Child } from "../../view/node.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { InputState } from "../base/input-state.ts";
import { MESSAGES } from "../base/messages.ts";

export interface ColorInputProps extends FieldProps<string> {
  /** Colours to choose by one click, as `"#1f5fbf"` or with a name that is read out. */
  swatches?: readonly (string | ColorSwatch)[];
  /** Without the field for its digits. */
  hideText?: boolean;
}

export interface ColorSwatch {
  value: string;
  label: string;
}

/** How long the browser's own picker waits until it tells the next colour, in milliseconds. */
const PICKER_THROTTLE = 100;

/**
 * A colour, as text: `"#1f5fbf"`, always six digits in lower case.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { ColorInput } from "tandem/ui";
 *
 * export default function Ink() {
 *   const ink = signal("#1f5fbf");
 *   return (
 *     <main>
 *       <ColorInput label="Ink" bind={ink} swatches={["#1f5fbf", { value: "#b3261e", label: "Red" }]} />
 *       <p style={{ color: ink }}>As blue as it gets.</p>
 *     </main>
 *   );
 * }
 * ```
 *
 * From the browser's own picker, by its digits, or from swatches. From Rio's `ColorPicker`.
 */
export function ColorInput(props: ColorInputProps): Child {
  const { swatches = [], hideText } = props;
  const state = new InputState(props, {
    kind: "text",
    initial: "#000000",
    isEmpty: () => false,
    check: (value) => (parseColor(value) === value ? undefined : MESSAGES.color),
  });
  const shown = state.shownAs<string>(
    (value) => value,
    (text, value) => parseColor(text) === value,
  );
  const enter = (text: string, isDone: boolean) => {
    if (state.isLocked) return undefined;
    shown.value = text;
    return state.enter(parseColor(text) ?? text, { isDone });
  };
  const isLocked = () => Boolean(readLive(props.disabled) || readLive(props.readonly));
  return (
    <FieldFrame state={state} props={props}>
      <div class="tandem-color-row">
        <input
          {...controlProps(state, { ...props, required: undefined })}
          class="tandem-color"
          type="color"
          value={() => parseColor(shown.value) ?? "#000000"}
          data-readonly={() => (readLive(props.readonly) ? "" : null)}
          onInput={{ throttle: PICKER_THROTTLE, handler: ({ value }) => enter(value, false) }}
          onChange={({ value }) => enter(value, true)}
        />
        {!hideText && (
          <input
            {...controlProps(state, props)}
            ref={undefined}
            id={`${state.id}-text`}
            class="tandem-input tandem-mono"
            aria-label={() => `${readLive(props.label)}, as digits`}
            bind={shown}
            readonly={props.readonly}
            maxlength={7}
            autocomplete="off"
            spellcheck={false}
            onInput={({ value }) => enter(value, false)}
            onBlur={state.leave}
          />
        )}
        {swatches.map((swatch) => {
          const { value, label } = typeof swatch === "string" ? { value: swatch, label: swatch } : swatch;
          return (
            <button
              type="button"
              class="tandem-swatch"
              style={{ "--swatch": value }}
              aria-label={label}
              aria-pressed={() => (parseColor(shown.value) === parseColor(value) ? "true" : "false")}
              disabled={isLocked}
              onClick={() => enter(parseColor(value) ?? value, true)}
            />
          );
        })}
      </div>
    </FieldFrame>
  );
}

/** A colour as it is kept, of "#1F5FBF", "1f5fbf" or "#abc"; nothing of any other text. */
function parseColor(text: string): string | undefined {
  const digits = /^#?([\da-f]{6}|[\da-f]{3})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
}
