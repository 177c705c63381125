import type { Child, Live } from "../../view/node.ts";
import { ChoiceFrame, controlProps } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { asItIs, InputState } from "../base/input-state.ts";
import { MESSAGES } from "../base/messages.ts";

export interface CheckboxProps extends FieldProps<boolean> {
  /** Shown as neither checked nor not, as where some of several are; checking or not ends that. */
  indeterminate?: Live<boolean>;
}

/**
 * Something that is so or not. `required`: it must be so.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Checkbox } from "tandem/ui";
 *
 * export function Terms() {
 *   const agreed = signal(false);
 *   return <Checkbox label="I have read the terms" bind={agreed} required />;
 * }
 * ```
 *
 * From Shiny's `input_checkbox`.
 */
export function Checkbox(props: CheckboxProps): Child {
  return <Toggle props={props} class="tandem-checkbox" />;
}

export interface SwitchInputProps extends FieldProps<boolean> {}

/**
 * Something that is on or off, and takes effect at once.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { SwitchInput } from "tandem/ui";
 *
 * export default function Alarm() {
 *   const isOn = signal(true);
 *   return (
 *     <main>
 *       <SwitchInput label="Alarm" help="Rings at seven." bind={isOn} />
 *       <p>{() => (isOn.value ? "Sleep well." : "Sleep long.")}</p>
 *     </main>
 *   );
 * }
 * ```
 *
 * From Shiny's `input_switch` and Rio's `Switch`.
 */
export function SwitchInput(props: SwitchInputProps): Child {
  return <Toggle props={props} class="tandem-switch" role="switch" />;
}

interface ToggleProps {
  props: CheckboxProps;
  class: string;
  role?: "switch";
}

function Toggle({ props, class: name, role }: ToggleProps): Child {
  const state = new InputState<boolean>(props, {
    kind: "flag",
    initial: false,
    isEmpty: (value) => !value,
    requiredMessage: MESSAGES.check,
  });
  const shown = state.shownAs(...asItIs);
  const enter = (isChecked: boolean) => {
    // HTML knows no checkbox that is only read: what is shown goes back.
    if (state.isLocked) return undefined;
    shown.value = isChecked;
    return state.enter(isChecked, { isDone: true });
  };
  return (
    <ChoiceFrame state={state} props={props}>
      <input
        {...controlProps(state, props)}
        class={name}
        type="checkbox"
        role={role}
        checked={shown}
        indeterminate={props.indeterminate}
        aria-readonly={props.readonly}
        onChange={({ checked }) => enter(checked)}
      />
    </ChoiceFrame>
  );
}
