import { effect } from "../../reactive/effect.ts";
import { untracked } from "../../reactive/graph.ts";
import { signal, type Signal } from "../../reactive/signal.ts";
import { readLive } from "../../view/live.ts";
import { ref } from "../../view/ref.ts";
import { fieldOf, showField, type Field, type FieldControl, type NamedKind } from "./field.ts";
import type { FieldProps } from "./field-props.ts";
import { freshId } from "./fresh-id.ts";
import { MESSAGES } from "./messages.ts";

/** What an input's values are. */
export interface ValueRules<T> extends NamedKind<T> {
  /** Whether there is nothing in it, which `required` does not allow. */
  isEmpty(value: T): boolean;
  /** Why a value is not allowed, in a sentence for the person; nothing if it is. Not asked of an empty one. */
  check?(value: T): string | undefined;
  /** What is said where something is `required`. */
  requiredMessage?: string;
}

/** What an input knows: its field, what is wrong with it, and whether to take what a person enters. */
export class InputState<T> implements FieldControl {
  readonly id: string;
  readonly field: Field<T>;
  /** The element that takes the focus for it; `controlProps` gives it to the control. */
  readonly control = ref();
  readonly #props: FieldProps<T>;
  readonly #rules: ValueRules<T>;
  /** What is in the control and was not taken. */
  #refused: { readonly value: T } | null = null;

  constructor(props: FieldProps<T>, rules: ValueRules<T>) {
    const { field, id } = fieldOf(props.bind, rules);
    this.field = field;
    this.id = props.id ?? id ?? freshId("field");
    this.#props = props;
    this.#rules = rules;
    showField(field, this);
  }

  /** Of what is in the control, whether or not it was taken; what is disabled is nobody's to put right. */
  problem(): string | undefined {
    if (untracked(() => readLive(this.#props.disabled))) return undefined;
    return this.problemOf(this.#refused === null ? this.field.value.peek() : this.#refused.value);
  }

  focus(): void {
    if (this.control.isMounted) this.control.focus();
  }

  /** What is shown as wrong; live. */
  readonly error = (): string | undefined =>
    this.field.problem.value ?? (readLive(this.#props.error) || undefined) ?? this.field.error.value;

  /** For `aria-invalid`; live. */
  readonly isInvalid = (): boolean => this.error() !== undefined;

  /** Why `value` may not be entered; nothing if it may. */
  problemOf(value: T): string | undefined {
    const { isEmpty, check, requiredMessage = MESSAGES.required } = this.#rules;
    if (!isEmpty(value)) return check?.(value);
    return untracked(() => readLive(this.#props.required)) ? requiredMessage : undefined;
  }

  /**
   * A person entered `value`: takes it if it is allowed, and else keeps the one before and says why. While they are
   * still at it (`isDone` is false), a first complaint waits. Answers what `onChange` does.
   */
  enter(value: T, { isDone }: { isDone: boolean }): unknown {
    const result = this.#take(value, { isDone }) ? this.#props.onChange?.(value) : undefined;
    if (isDone) this.field.leave();
    return result;
  }

  #take(value: T, { isDone }: { isDone: boolean }): boolean {
    const { problem, error, value: kept } = this.field;
    const found = this.problemOf(value);
    this.#refused = found === undefined ? null : { value };
    if (found === undefined || isDone || problem.peek() !== undefined) problem.value = found;
    if (found !== undefined || !kept.set(value)) return false;
    error.value = undefined;
    return true;
  }

  /**
   * What the control shows, for `bind`: it follows the value, and holds what was entered where that is not allowed.
   * `isSame` says whether what is shown already means the value, as "1.50" means 1.5.
   */
  shownAs<Shown>(format: (value: T) => Shown, isSame: (shown: Shown, value: T) => boolean): Signal<Shown> {
    const { value, resets, problem } = this.field;
    const shown = signal(untracked(() => format(value.value)));
    let resetsSeen = resets.peek();
    let valueSeen = value.peek();
    effect(() => {
      const [next, count] = [value.value, resets.value];
      const isNews = !Object.is(next, valueSeen) || count !== resetsSeen;
      [valueSeen, resetsSeen] = [next, count];
      if (!isNews) return;
      this.#refused = null;
      if (!isSame(shown.peek(), next)) shown.value = format(next);
      problem.value = undefined;
    });
    return shown;
  }
}
