import { TandemError } from "../../core/errors.ts";
import { onCleanup } from "../../reactive/cleanup.ts";
import { needPart } from "../../session/parts.ts";
import { createContext, useContext } from "../../view/flow/context.ts";
import { Show } from "../../view/flow/show.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { OffButton, type OffProps } from "../buttons/off-button.tsx";
import type { FormOf } from "./form.ts";

/** What of a form its parts on the screen need, whatever its values are. */
export type ShownForm = Pick<
  FormOf<unknown>,
  "id" | "error" | "errorPlace" | "buttons" | "isBusy" | "isDisabled" | "start"
>;

const CurrentForm = createContext<ShownForm | undefined>(undefined);

/** Tells which button submitted; a form's own inputs have no names. */
const BUTTON_NAME = "tandem-submit";

export interface FormProps {
  /** From `createForm`. */
  form: ShownForm;
  /** What it is for, read out where it begins. */
  label?: Live<string>;
  class?: ClassValue;
  children: Child;
}

/**
 * Shows a form: its inputs, errors and buttons.
 *
 * @example
 * ```tsx
 * import { session } from "tandem";
 * import { createForm, Form, SubmitButton, TextInput } from "tandem/ui";
 *
 * export default function Guestbook() {
 *   const form = createForm({ initial: { name: "" }, onSubmit: ({ name }) => session.notify(`Welcome, ${name}.`) });
 *   return (
 *     <Form form={form}>
 *       <TextInput label="Name" bind={form.fields.name} required />
 *       <SubmitButton>Sign</SubmitButton>
 *     </Form>
 *   );
 * }
 * ```
 *
 * It is a native `form`: Enter in an input submits. While it is submitted, nothing in it can be changed; the server
 * sees to that. The browser checks nothing by itself.
 */
export function Form({ form, label, class: className, children }: FormProps): Child {
  needPart("ui");
  return (
    <CurrentForm.Provider value={form}>
      <form
        id={form.id}
        class={["tandem-form", className]}
        novalidate
        aria-label={label}
        aria-busy={() => (form.isBusy() ? "true" : undefined)}
        onSubmit={({ submitter }) => {
          const button = submitter?.name === BUTTON_NAME ? submitter.value : undefined;
          if (form.buttons.allow(button)) return form.start(button || undefined);
        }}
      >
        <fieldset class="tandem-form-fields" disabled={() => form.isBusy() || form.isDisabled()}>
          {children}
        </fieldset>
      </form>
    </CurrentForm.Provider>
  );
}

export interface FormErrorProps {
  /** The one around it, unless told. */
  form?: ShownForm;
  class?: ClassValue;
}

/** What is wrong with a form as a whole, and not with one of its fields; read out when it comes. */
export function FormError({ form: given, class: className }: FormErrorProps): Child {
  const form = formFor("FormError", given);
  return (
    <div class={["tandem-form-error", className]} role="alert" tabindex={-1} ref={form.errorPlace}>
      {form.error}
    </div>
  );
}

export interface SubmitButtonProps extends OffProps {
  /** What it does, in a word or two. */
  children: Child;
  /** Tells `onSubmit` which of several buttons it was. */
  value?: string;
  disabled?: Live<boolean>;
  /** `"brand"` unless told; `"neutral"` for one that is not the main one. */
  tone?: "brand" | "neutral" | "danger";
  /** The one around it, unless told: a button may stand elsewhere. */
  form?: ShownForm;
  class?: ClassValue;
}

/** A button that submits its form; shows while that is under way. The server submits by no button that is disabled. */
export function SubmitButton(props: SubmitButtonProps): Child {
  const { children, value = "", disabledReason: reason, tone = "brand", class: className } = props;
  const form = formFor("SubmitButton", props.form);
  const disabled = () => Boolean(readLive(props.disabled));
  onCleanup(form.buttons.add({ value, disabled: () => disabled() || Boolean(readLive(reason)) }));
  const off = reason === undefined ? undefined : new OffButton(reason);
  const button = (
    <button
      {...off?.props({})}
      type="submit"
      name={BUTTON_NAME}
      value={value}
      form={props.form?.id}
      class={["tandem-button", `tandem-tone-${tone}`, className]}
      data-appearance={tone === "neutral" ? "outlined" : "filled"}
      data-busy={() => (form.isBusy() ? "" : null)}
      disabled={() => disabled() || form.isBusy() || form.isDisabled()}
    >
      <span class="tandem-button-text">{children}</span>
      <Show when={form.isBusy}>
        <span class="tandem-button-spinner" />
      </Show>
    </button>
  );
  return off?.around(button) ?? button;
}

function formFor(what: string, given: ShownForm | undefined): ShownForm {
  const form = given ?? useContext(CurrentForm);
  if (form !== undefined) return form;
  throw new TandemError("ui/no-form", `Expected <${what}> inside a <Form>. Put it there, or say which: form={form}.`);
}
