import type { StandardSchemaV1 } from "@standard-schema/spec";
import { TandemError } from "../../core/errors.ts";
import { untracked } from "../../reactive/graph.ts";
import { signal } from "../../reactive/signal.ts";
import type { Session } from "../../session/session.ts";
import { FieldOfSignal, type Field, type FieldControl } from "../../ui/base/field.ts";
import type { FieldProps } from "../../ui/base/field-props.ts";
import { MESSAGES } from "../../ui/base/messages.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { checkValidator, isSchema, judge, UNCHECKED, type Validator } from "./validation.ts";

/** One thing that is asked for. `Result` is what the answer holds of it. */
export interface FormField<T, Result = T, Cancel = never> {
  /** What is in it now, as far as it is allowed; live, and other fields may follow it or write it. */
  value: T;
  /** What is wrong with it, as it is shown; live. */
  readonly error: string | undefined;
  /** Only for types. */
  readonly "~result"?: Result;
  readonly "~cancel"?: Cancel;
}

/** What every field takes besides what its control does. `Filled` are its values but those that are nothing. */
export interface FieldOptions<T, Filled = T, Required extends boolean = boolean, Out = unknown> {
  /** What it begins with. */
  value?: T;
  /** More to say, below. */
  help?: Child;
  /** Whether it has to be filled in; `true` unless told. */
  required?: Required;
  disabled?: Live<boolean>;
  readonly?: Live<boolean>;
  /** Only there while this holds; else the answer has what it began with. */
  when?: Live<boolean>;
  /** What else a value must be: checked when the field is left, and before an answer is taken. Not asked of an empty one. */
  validate?: Validator<Filled, Out>;
  /** Called with each allowed value that a person enters. */
  onChange?: (value: T) => unknown;
}

/** What a field gives its control. */
export type ControlProps<T> = Pick<
  FieldProps<T>,
  "label" | "help" | "required" | "disabled" | "readonly" | "onChange"
> & { readonly bind: Field<T> };

/** What a kind of field is. */
export interface FieldKind<T> {
  readonly initial: T;
  /** Whether there is nothing in it; never, unless told. */
  readonly isEmpty?: ((value: T) => boolean) | undefined;
  /** Whether it must be filled in, unless told; so it is, unless told. */
  readonly required?: boolean | undefined;
  /** What else is wrong with it, for what no control knows. */
  check?(value: T): string | undefined;
  /** The control. */
  render(props: ControlProps<T>): Child;
  /** Whether it brings buttons of its own, which stand where a form's are. */
  readonly hasButtons?: boolean;
  /** What apps see of its values, where that is not what the control holds. */
  readonly view?: { of(held: T): unknown; from(seen: unknown): T } | undefined;
  /** There is no answer, and nobody can ask for it again. */
  discard?(): void;
}

/** What a field tells the form that asks for it. */
export interface FieldForm {
  left(field: AskedField<never>): void;
  reset(): void;
  cancel(): void;
}

export class AskedField<T> implements FormField<T> {
  readonly label: Live<string>;
  readonly field: Field<T>;
  readonly #kind: FieldKind<T>;
  readonly #options: FieldOptions<T>;
  #form: FieldForm | undefined;
  #control: FieldControl | undefined;
  /** A validation that is under way, and of what. */
  #pending: { readonly value: T; readonly outcome: Promise<boolean> } | null = null;
  #result: { readonly of: T; readonly value: unknown } | null = null;

  constructor(label: Live<string>, options: FieldOptions<T>, kind: FieldKind<T>) {
    checkValidator("a field", options.validate);
    this.label = label;
    this.#options = options;
    this.#kind = kind;
    const home = {
      left: () => this.#form?.left(this as unknown as AskedField<never>),
      shown: (_: unknown, control: FieldControl) => this.#shownBy(control),
    };
    this.field = new FieldOfSignal("", signal(this.#initial), home);
  }

  #shownBy(control: FieldControl): () => void {
    this.#control = control;
    return () => {
      if (this.#control === control) this.#control = undefined;
    };
  }

  /** A form asks for it: one at a time. */
  ask(form: FieldForm): void {
    if (this.#form !== undefined) throw askedTwice();
    this.#form = form;
  }

  /** That asks for it now. */
  get form(): FieldForm | undefined {
    return this.#form;
  }

  focus(): void {
    this.#control?.focus();
  }

  get #initial(): T {
    const { value } = this.#options;
    return value === undefined ? this.#kind.initial : (this.#kind.view?.from(value) ?? value);
  }

  get value(): T {
    return this.#seen(this.field.value.value);
  }

  set value(value: T) {
    this.field.value.value = this.#kind.view?.from(value) ?? value;
  }

  #seen(held: T): T {
    const { view } = this.#kind;
    return view === undefined ? held : (view.of(held) as T);
  }

  get error(): string | undefined {
    return this.field.problem.value ?? this.field.error.value;
  }

  /** Live. */
  get isShown(): boolean {
    return readLive(this.#options.when ?? true);
  }

  get hasButtons(): boolean {
    return this.#kind.hasButtons === true;
  }

  get required(): boolean {
    return this.#options.required ?? this.#kind.required ?? true;
  }

  render(): Child {
    const { help, disabled, readonly, onChange } = this.#options;
    const { label, field, required } = this;
    const changed = onChange && ((value: T) => onChange(this.#seen(value)));
    return this.#kind.render({ label, bind: field, help, required, disabled, readonly, onChange: changed });
  }

  reset(): void {
    this.field.value.value = this.#initial;
    this.field.reset();
  }

  /** The form is over. */
  release(): void {
    this.#form = undefined;
  }

  discard(): void {
    this.#kind.discard?.();
  }

  /** What the answer has of it, once it is checked. */
  get result(): unknown {
    if (!this.isShown) return this.#seen(this.#initial);
    const held = this.field.value.value;
    return this.#result !== null && Object.is(this.#result.of, held) ? this.#result.value : this.#seen(held);
  }

  /** Whether what is in its control may be in an answer; says beside it what is wrong. */
  checkControl(): boolean {
    const { field } = this;
    field.touched.value = true;
    if (!field.check()) return false;
    const problem = this.#problemOf(field.value.peek());
    field.problem.value = problem;
    return problem === undefined;
  }

  #problemOf(value: T): string | undefined {
    const { isEmpty, check } = this.#kind;
    if (isEmpty?.(value)) return this.required ? MESSAGES.required : undefined;
    return check?.(value);
  }

  /** Whether the app has nothing against its value; says beside it what that is. One check at a time of one value. */
  validate(session: Session): Promise<boolean> {
    const { validate } = this.#options;
    const value = this.field.value.peek();
    if (validate === undefined || this.#kind.isEmpty?.(value)) return RIGHT;
    if (this.#pending !== null && Object.is(this.#pending.value, value)) return this.#pending.outcome;
    const outcome = this.#ask(session, validate, value);
    const pending = { value, outcome };
    this.#pending = pending;
    void outcome.then(() => {
      if (this.#pending === pending) this.#pending = null;
    });
    return outcome;
  }

  async #ask(session: Session, validate: Validator<T>, value: T): Promise<boolean> {
    const complaint = await this.#complaintOf(session, validate, value);
    if (!Object.is(this.field.value.peek(), value)) return false; // it was changed meanwhile
    this.field.error.value = complaint;
    return complaint === undefined;
  }

  async #complaintOf(session: Session, validate: Validator<T>, value: T): Promise<string | undefined> {
    try {
      const seen = this.#seen(value);
      if (!isSchema(validate)) return (await untracked(() => validate(seen))) || undefined;
      const verdict = await judge(validate as StandardSchemaV1, seen);
      if ("issues" in verdict) return verdict.issues[0]?.message ?? UNCHECKED;
      this.#result = { of: value, value: verdict.value };
      return undefined;
    } catch (error) {
      session.reportError(error, undefined, `the validation of "${untracked(() => readLive(this.label))}"`);
      return UNCHECKED;
    }
  }
}

const RIGHT = Promise.resolve(true);

const askedTwice = () =>
  new TandemError(
    "flow/field-in-use",
    "Expected a field that no question asks for now, but this one is being asked for already. Make a field for each question with field.text(…) and the like.",
  );
