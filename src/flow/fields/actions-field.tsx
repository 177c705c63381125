import { TandemError } from "../../core/errors.ts";
import { FieldGroup } from "../../ui/base/field-frame.tsx";
import { Button } from "../../ui/buttons/button.tsx";
import type { FieldProps } from "../../ui/base/field-props.ts";
import { InputState } from "../../ui/base/input-state.ts";
import { MESSAGES } from "../../ui/base/messages.ts";
import type { Child, Live } from "../../view/node.ts";
import { checkFieldOptions } from "./field-options.ts";
import { AskedField, type FieldForm, type FieldOptions, type FormField } from "./form-field.tsx";

/** What pressing a button does: answers with its value, sets all fields back, or gives no answer. */
export type ActionKind = "submit" | "reset" | "cancel";

/** A button that answers. */
export interface Action<T = unknown> {
  label: Child;
  /** What the answer has when it is pressed. It stays on the server. */
  value?: T;
  /** `"submit"` unless told. */
  kind?: ActionKind;
  /** The one that stands out: the first, unless told. `"danger"` is for what cannot be undone. */
  look?: "main" | "quiet" | "danger";
  disabled?: Live<boolean>;
}

/** Buttons, or texts that are both label and value. */
export type Actions = readonly (string | Action)[];

/** What the buttons that answer stand for. */
export type ActionValue<Buttons extends Actions> = ValueOf<Buttons[number]>;

type ValueOf<Button> = Button extends string
  ? Button
  : Button extends { kind: "reset" | "cancel" }
    ? never
    : Button extends { value: infer Value }
      ? Value
      : undefined;

/** `null`, if one of them cancels. */
export type ActionCancel<Buttons extends Actions> = Buttons[number] extends infer Button
  ? Button extends { kind: "cancel" }
    ? null
    : never
  : never;

export type ActionsFieldOptions = Pick<FieldOptions<unknown>, "help" | "when">;

/** Which button was pressed; nothing yet. */
const NONE = Symbol("no button");

/** Buttons that submit the form, in place of its own. Their values are those of the buttons, not of what pages say. */
export function actionsField<const Buttons extends Actions>(
  label: Live<string>,
  buttons: Buttons,
  options: ActionsFieldOptions = {},
): FormField<ActionValue<Buttons> | undefined, ActionValue<Buttons>, ActionCancel<Buttons>> {
  checkFieldOptions("field.actions()", options, []);
  const settled = settleActions(buttons);
  const made: AskedField<unknown> = new AskedField<unknown>(label, options, {
    initial: NONE,
    hasButtons: true,
    check: (value) => (value === NONE ? MESSAGES.choose : undefined),
    render: (props) => <ActionButtons props={props} actions={settled} form={made.form} />,
  });
  return made as FormField<ActionValue<Buttons> | undefined, ActionValue<Buttons>, ActionCancel<Buttons>>;
}

function settleActions(buttons: Actions): readonly Action[] {
  if (!Array.isArray(buttons) || buttons.length === 0) {
    throw new TandemError(
      "flow/no-actions",
      'Expected a list of at least one button, as in ["Yes", "No"] or [{ label: "Yes", value: true }].',
    );
  }
  return (buttons as Actions).map((button) => (typeof button === "string" ? { label: button, value: button } : button));
}

interface ButtonsProps {
  props: FieldProps<unknown>;
  actions: readonly Action[];
  form: FieldForm | undefined;
}

/**
 * A submit button is a real one, so that Enter in a field presses the first; its click comes before the form's submit,
 * and says which it was.
 */
function ActionButtons({ props, actions, form }: ButtonsProps): Child {
  const state = new InputState(props, { kind: "text", initial: NONE, isEmpty: () => false });
  const press = ({ kind, value }: Action) => {
    if (kind === "reset") return form?.reset();
    if (kind === "cancel") return form?.cancel();
    state.field.value.value = value;
  };
  return (
    <FieldGroup state={state} props={{ ...props, required: undefined }}>
      <div class="tandem-ask-buttons">
        {actions.map((action, index) => (
          <Button
            type={(action.kind ?? "submit") === "submit" ? "submit" : "button"}
            tone={TONES[lookOf(action, index)]}
            disabled={action.disabled}
            onClick={() => press(action)}
          >
            {action.label}
          </Button>
        ))}
      </div>
    </FieldGroup>
  );
}

const lookOf = ({ look, kind = "submit" }: Action, index: number) =>
  look ?? (index === 0 && kind === "submit" ? "main" : "quiet");

const TONES = { main: "brand", danger: "danger", quiet: "neutral" } as const;
