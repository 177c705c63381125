import type { StandardSchemaV1 } from "@standard-schema/spec";
import { untracked } from "../../reactive/graph.ts";
import { signal } from "../../reactive/signal.ts";
import { Button } from "../../ui/buttons/button.tsx";
import type { Session } from "../../session/session.ts";
import { Show } from "../../view/flow/show.ts";
import type { Child } from "../../view/node.ts";
import type { Question } from "../questions/question.ts";
import type { AskedField } from "./form-field.tsx";
import { isSchema, judge, UNCHECKED, type Issue, type Verdict } from "./validation.ts";

/** Fields by their names in the answer. */
export type AskedFields = Readonly<Record<string, AskedField<never>>>;

/** What is wrong with a form as a whole: a sentence for all of it, or sentences by field. */
export type FormComplaint = string | { readonly [name: string]: string | undefined } | undefined | void;

/** What a form asks besides its fields. */
export interface FormSettings {
  readonly title: Child;
  readonly text: Child;
  readonly submitText: string;
  readonly cancelText: string;
  readonly cancelable: boolean;
  readonly validate:
    | ((values: never) => FormComplaint | Promise<FormComplaint>)
    | StandardSchemaV1<never, unknown>
    | undefined;
  /** Whether nobody can ask for its fields again. */
  readonly isOnce: boolean;
  /** What of the values is the answer. */
  answerOf(values: unknown): unknown;
}

/** Fields that are asked together, from what is typed to an answer that holds. */
export class AskedForm {
  readonly settings: FormSettings;
  /** What is wrong with all of it. */
  readonly problem = signal<string | undefined>(undefined);
  /** Whether something is being checked; then nothing can be changed. */
  readonly isBusy = signal(false);
  #isChecking = false;
  readonly #session: Session;
  readonly #question: Question<unknown>;
  readonly #fields: readonly (readonly [name: string, field: AskedField<never>])[];

  constructor(session: Session, question: Question<unknown>, parts: { fields: AskedFields; settings: FormSettings }) {
    this.#session = session;
    this.#question = question;
    this.#fields = Object.entries(parts.fields);
    this.settings = parts.settings;
    for (const [, field] of this.#fields) field.ask(this);
    question.answered.catch(() => this.#end({ isCancelled: true }));
  }

  get fields(): readonly AskedField<never>[] {
    return this.#fields.map(([, field]) => field);
  }

  /** Whether a field brings the buttons that submit, in place of the form's own. */
  get hasOwnButtons(): boolean {
    return this.fields.some((field) => field.hasButtons);
  }

  /** A field was left: what the app has against it is said now. */
  left(field: AskedField<never>): void {
    if (this.#question.isOpen && !this.#isChecking && field.error === undefined) void field.validate(this.#session);
  }

  /** Answers the question, if all of it is right. What comes while it is being checked changes nothing. */
  readonly submit = async (): Promise<void> => {
    if (!this.#question.isOpen || this.#isChecking) return;
    this.#isChecking = true;
    const values = await untracked(() => this.#check());
    this.#isChecking = false;
    if (!this.#question.isOpen) return;
    if (values === null) return this.#leadToProblem();
    this.#end({ isCancelled: false });
    this.#question.answer(this.settings.answerOf(values.answer));
  };

  readonly cancel = (): void => {
    if (!this.#question.isOpen) return;
    this.#end({ isCancelled: true });
    this.#question.answer(null);
  };

  readonly reset = (): void => {
    this.problem.value = undefined;
    for (const field of this.fields) field.reset();
  };

  #end({ isCancelled }: { isCancelled: boolean }): void {
    for (const field of this.fields) {
      field.release();
      if (isCancelled && this.settings.isOnce) field.discard();
    }
  }

  /** The controls first, then each field, and the whole only when those are right. */
  async #check(): Promise<{ answer: unknown } | null> {
    this.problem.value = undefined;
    const shown = this.fields.filter((field) => field.isShown);
    if (shown.map((field) => field.checkControl()).includes(false)) return null;
    return this.#whileBusy(this.#validate(shown));
  }

  async #validate(shown: readonly AskedField<never>[]): Promise<{ answer: unknown } | null> {
    const outcomes = await Promise.all(shown.map((field) => field.validate(this.#session)));
    if (outcomes.includes(false)) return null;
    const verdict = await this.#judge(this.#values);
    if ("value" in verdict) return { answer: verdict.value };
    this.#tell(verdict.issues);
    return null;
  }

  /** All is switched off only if it takes its time: for a moment, that would cost the focus and nothing else. */
  async #whileBusy<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    work.then(
      () => (isDone = true),
      () => (isDone = true),
    );
    for (let turn = 0; turn < TURNS_AT_ONCE && !isDone; turn++) await Promise.resolve();
    this.isBusy.value = !isDone;
    try {
      return await work;
    } finally {
      this.isBusy.value = false;
    }
  }

  /** Leads to what is wrong first. */
  #leadToProblem(): void {
    this.#session.run(() => this.fields.find(({ error }) => error !== undefined)?.focus());
  }

  get #values(): Record<string, unknown> {
    return Object.fromEntries(this.#fields.map(([name, field]) => [name, field.result]));
  }

  async #judge(values: Record<string, unknown>): Promise<Verdict> {
    const { validate } = this.settings;
    if (validate === undefined) return { value: values };
    try {
      if (isSchema(validate)) return await judge(validate, values);
      const complaint = await (validate as (values: unknown) => FormComplaint | Promise<FormComplaint>)(values);
      const issues = issuesOf(complaint);
      return issues.length === 0 ? { value: values } : { issues };
    } catch (error) {
      this.#session.reportError(error, undefined, "the validation of a form");
      return { issues: [{ name: undefined, message: UNCHECKED }] };
    }
  }

  #tell(issues: readonly Issue[]): void {
    const rest: string[] = [];
    for (const { name, message } of issues) {
      const field = this.#fields.find(([other]) => other === name)?.[1];
      if (field === undefined) rest.push(message);
      else field.field.error.value ??= message;
    }
    if (rest.length > 0) this.problem.value = rest.join(" ");
  }
}

/** Awaits that a check without any wait of its own takes, and some more. */
const TURNS_AT_ONCE = 16;

function issuesOf(complaint: FormComplaint): Issue[] {
  if (!complaint) return [];
  if (typeof complaint === "string") return [{ name: undefined, message: complaint }];
  return Object.entries(complaint).flatMap(([name, message]) => (message ? { name, message } : []));
}

/** What a form shows. */
export function FormView({ form }: { form: AskedForm }): Child {
  const { title, text } = form.settings;
  return (
    <form class="tandem-ask" novalidate onSubmit={form.submit} aria-busy={() => (form.isBusy.value ? "true" : null)}>
      {title === undefined ? null : <h2 class="tandem-ask-title">{title}</h2>}
      {text === undefined ? null : <div class="tandem-ask-text">{text}</div>}
      <fieldset class="tandem-ask-body" disabled={form.isBusy}>
        {form.fields.map((field) => (
          <Show when={() => field.isShown}>{() => field.render()}</Show>
        ))}
      </fieldset>
      <p class="tandem-error-text tandem-ask-problem" role="alert">
        {form.problem}
      </p>
      {form.hasOwnButtons ? null : <FormButtons form={form} />}
    </form>
  );
}

/** Cancelling goes also while something is being checked. */
function FormButtons({ form }: { form: AskedForm }): Child {
  const { submitText, cancelText, cancelable } = form.settings;
  return (
    <div class="tandem-ask-buttons">
      <Button type="submit" tone="brand" disabled={form.isBusy}>
        {submitText}
      </Button>
      {cancelable && <Button onClick={form.cancel}>{cancelText}</Button>}
    </div>
  );
}
