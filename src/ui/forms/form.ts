import { UserFacingError } from "../../session/error-report.ts";
import { currentSession } from "../../session/current.ts";
import { runSteps, settled, type Steps } from "../../session/navigation/steps.ts";
import { onCleanup } from "../../reactive/cleanup.ts";
import { computed } from "../../reactive/computed.ts";
import { untracked } from "../../reactive/graph.ts";
import { isPromiseLike } from "../../reactive/promises.ts";
import { signal, type ReadonlySignal, type Signal } from "../../reactive/signal.ts";
import { isSilence } from "../../reactive/silence.ts";
import { readLive } from "../../view/live.ts";
import { ref } from "../../view/ref.ts";
import type { Field } from "../base/field.ts";
import { freshId } from "../base/fresh-id.ts";
import { MESSAGES } from "../base/messages.ts";
import { FieldGroup } from "./field-tree.ts";
import { checkValues, issuesOf, type Checked, type Checks, type Issue } from "./form-checks.ts";
import type { FormOptions } from "./form-options.ts";
import type { FormErrors, FormFields, FormState } from "./form-types.ts";
import { isAlike } from "../base/plain-values.ts";
import { ShownFields } from "./shown-fields.ts";
import { SubmitButtons } from "./submit-buttons.ts";

/** A form: what is entered, what is wrong with it, and how far it is. Made by `createForm`, shown by `<Form>`. */
export class FormOf<Input, Output = Input, Initial = Input> {
  /** For `bind`: a field for each value, in the shape of the values. */
  readonly fields: FormFields<Input, Initial>;
  /** All that is entered and that the inputs allow, whether or not the schema does. */
  readonly values: Signal<Input>;
  /** What is wrong with all of it, for `<FormError>`. */
  readonly error = signal<string | undefined>(undefined);
  /** Whether something is entered that was not submitted. */
  readonly isDirty: ReadonlySignal<boolean>;
  /** Whether checks of the values are under way. */
  readonly isValidating: ReadonlySignal<boolean>;
  readonly state: ReadonlySignal<FormState>;

  /** For `<Form>`: the id of its element. */
  readonly id = freshId("form");
  /** For `<FormError>`: takes the focus where no field is to blame. */
  readonly errorPlace = ref();
  /** For `<SubmitButton>`. */
  readonly buttons = new SubmitButtons();

  readonly #options: FormOptions<Input, Output>;
  readonly #checks: Checks;
  readonly #tree: FieldGroup;
  readonly #shown = new ShownFields(() => this.#checkTouched());
  readonly #saved: Signal<Input>;
  /** With the values that it was the state of. */
  readonly #state: Signal<{ kind: FormState; values: Input }>;
  readonly #checking = signal(0);
  readonly #life = new AbortController();
  /** Of the fields that were touched: the latest counts. */
  #check = new AbortController();
  #resets = 0;
  /** Whether its error is of its own checks. */
  #isAccused = false;

  constructor(initial: Initial, checks: Checks, options: FormOptions<Input, Output>) {
    const values = initial as unknown as Input;
    this.#options = options;
    this.#checks = checks;
    this.values = signal(values);
    this.#saved = signal(values);
    this.#state = signal<{ kind: FormState; values: Input }>({ kind: "idle", values });
    this.#tree = new FieldGroup({ name: "", value: this.values as Signal<unknown>, home: this.#shown });
    this.fields = this.#tree.shown as FormFields<Input, Initial>;
    this.isDirty = computed(() => !isAlike(this.values.value, this.#saved.value));
    this.isValidating = computed(() => this.#checking.value > 0);
    this.state = computed(() => {
      const { kind, values: then } = this.#state.value;
      return kind === "submitting" || then === this.values.value ? kind : "idle";
    });
    onCleanup(() => (this.#life.abort(), this.#check.abort()));
    this.#guard();
  }

  /** For `<Form>`; live. */
  readonly isDisabled = (): boolean => Boolean(readLive(this.#options.disabled));

  /** For `<Form>`; live. */
  readonly isBusy = (): boolean => this.#state.value.kind === "submitting";

  /** A whole object or list as one field: `form.field("address")`. */
  field<Key extends keyof Input & string>(key: Key): Field<Exclude<Input[Key], undefined>>;
  field<Key extends keyof Input & string, Inner extends keyof NonNullable<Input[Key]> & string>(
    key: Key,
    inner: Inner,
  ): Field<Exclude<NonNullable<Input[Key]>[Inner], undefined>>;
  field(...path: string[]): Field<never> {
    return this.#tree.fieldAt(path) as Field<unknown> as Field<never>;
  }

  /** Says what is wrong beside the fields with these names, until something else is entered there. */
  setErrors(errors: FormErrors<Input>): void {
    for (const { path, message } of issuesOf(errors as FormErrors<unknown>)) {
      const field = this.#tree.find(path);
      if (field !== undefined && this.#shown.has(field)) field.error.value = message;
      else this.error.value = message;
    }
  }

  /** Shows `values`, or what was submitted last or there at first, without any complaint. */
  reset(values: Input = this.#saved.peek()): void {
    this.#check.abort();
    this.#resets++;
    this.values.value = values;
    this.#saved.value = values;
    this.error.value = undefined;
    this.#shown.clear();
    this.#tree.reset();
    if (!untracked(this.isBusy)) this.#enter("idle");
  }

  /** Checks all of it as before a submission, and says what is wrong. Resolves with whether it is right. */
  async validate(): Promise<boolean> {
    const { signal } = this.#newCheck();
    return (await runSteps(this.#allSteps(signal), signal)) !== undefined && !signal.aborted;
  }

  /**
   * Checks all of it, and calls `onSubmit` if it is right. Resolves with whether that went well, and with `false`
   * where it is disabled or another submission is under way.
   */
  async submit(button?: string): Promise<boolean> {
    return (await this.start(button)) === true;
  }

  /** For `<Form>`: as `submit`, and done by now where nothing waits. */
  start(button: string | undefined): unknown {
    if (untracked(() => this.isBusy() || this.isDisabled())) return false;
    this.#check.abort();
    return runSteps(this.#submitSteps(button), this.#life.signal);
  }

  *#submitSteps(button: string | undefined): Steps<boolean> {
    this.#enter("submitting");
    try {
      const checked = yield* this.#allSteps(this.#life.signal);
      return checked !== undefined && (yield* this.#handOverSteps(checked.output as Output, button));
    } catch (error) {
      return this.#failWith(error);
    } finally {
      // Whatever it ended with, it has ended.
      if (untracked(this.isBusy)) this.#enter("failed");
    }
  }

  *#handOverSteps(output: Output, button: string | undefined): Steps<boolean> {
    const [values, resets] = [this.values.peek(), this.#resets];
    yield* settled(this.#options.onSubmit?.(output, { button, signal: this.#life.signal }));
    if (this.error.peek() !== undefined || this.#shown.hasComplaint) return this.#fail();
    // Unless onSubmit has reset it.
    if (resets === this.#resets) this.#saved.value = values;
    this.#enter("submitted");
    return true;
  }

  /** What comes out of the checks, if nothing is wrong; else that has been said. */
  *#allSteps(signal: AbortSignal): Steps<{ readonly output: unknown } | undefined> {
    this.error.value = undefined;
    this.#shown.clear();
    const isAllowed = this.#shown.check();
    // Where controls complain the schema is asked all the same, so that everything wrong is said at once.
    const checked = yield* this.#checkSteps(signal, isAllowed ? this.#checks : { schema: this.#checks.schema });
    if (isAllowed && "output" in checked) return checked;
    if ("issues" in checked) this.#accuseAll(this.#shown.accuse(checked.issues, this.#fieldOf));
    return void this.#fail();
  }

  *#checkSteps(signal: AbortSignal, checks = this.#checks): Steps<Checked> {
    this.#checking.value++;
    try {
      return yield* checkValues(this.values.peek(), checks, signal);
    } finally {
      this.#checking.value--;
    }
  }

  /** A field was left: what is wrong with those that were touched is said by now, or when the checks have settled. */
  #checkTouched(): void {
    const { schema, validate } = this.#checks;
    if ((schema ?? validate) === undefined || untracked(this.isBusy)) return;
    const { signal } = this.#newCheck();
    const outcome = runSteps(this.#touchedSteps(signal), signal);
    if (isPromiseLike(outcome)) outcome.then(undefined, reporter());
  }

  *#touchedSteps(signal: AbortSignal): Steps<void> {
    const values = this.values.peek();
    const checked = yield* this.#checkSteps(signal);
    // What was entered meanwhile is looked at when it is left.
    if (values !== this.values.peek()) return;
    const rest = this.#shown.accuse("issues" in checked ? checked.issues : [], this.#fieldOf);
    if (this.#isAccused) this.#accuseAll(rest);
  }

  #newCheck(): AbortController {
    this.#check.abort();
    return (this.#check = new AbortController());
  }

  readonly #fieldOf = ({ path }: Issue) => this.#tree.find(path);

  #accuseAll(messages: readonly string[]): void {
    this.#isAccused = messages.length > 0;
    this.error.value = this.#isAccused ? [...new Set(messages)].join("\n") : undefined;
  }

  #fail(): false {
    if (untracked(this.isBusy)) this.#enter("failed");
    if (!this.#shown.focusFirstWrong() && this.errorPlace.isMounted) this.errorPlace.focus();
    return false;
  }

  #failWith(error: unknown): false {
    if (isSilence(error)) {
      this.#enter("idle");
      return false;
    }
    if (!(error instanceof UserFacingError)) reporter()(error);
    this.error.value = error instanceof UserFacingError ? error.message : MESSAGES.failed;
    return this.#fail();
  }

  #enter(kind: FormState): void {
    this.#state.value = { kind, values: this.values.peek() };
  }

  #guard(): void {
    const { confirmLeave } = this.#options;
    if (confirmLeave) currentSession().confirmLeave(this.isDirty, confirmLeave === true ? {} : confirmLeave);
  }
}

function reporter(): (error: unknown) => void {
  const session = currentSession();
  return (error) => void session.reportError(error, undefined, "a form");
}
