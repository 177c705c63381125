import { effect } from "../../reactive/effect.ts";
import { untracked } from "../../reactive/graph.ts";
import { signal, type Signal } from "../../reactive/signal.ts";
import { readLive } from "../../view/live.ts";
import { callingGuard } from "../../view/component-call.ts";
import { isSwitchedOff } from "../../view/control.ts";
import { ref, type ElementRef, type RefHandle } from "../../view/ref.ts";
import { fieldOf, showField, type Field, type FieldControl, type NamedKind } from "./field.ts";
import type { FieldProps } from "./field-props.ts";
import { freshId } from "./fresh-id.ts";
import { MESSAGES } from "./messages.ts";

/** What an input's values are. */
export interface ValueRules<T> extends NamedKind<T> {
  /** Whether there is nothing in it, which `required` does not allow. */
  isEmpty(value: T): boolean;
  /** Whether two values are one; by identity unless told. */
  isSame?(value: T, other: T): boolean;
  /** Why a value is not allowed, in a sentence for the person; nothing if it is. Not asked of an empty one. */
  check?(value: T): string | undefined;
  /** What is said where something is `required`. */
  requiredMessage?: string;
}

/** Whether the person has finished, or is still at it. */
export interface Entering {
  isDone: boolean;
}

/** What was entered last and not taken: a value, or what is none and why. */
type Attempt<T> = { value: T } | { problem: string };

/** What an input knows: its field, what is wrong with it, and whether to take what a person enters. */
export class InputState<T> implements FieldControl {
  readonly id: string;
  readonly field: Field<T>;
  /** The element that takes the focus for it; `controlProps` gives it to the control. */
  readonly control = ref();
  readonly #props: FieldProps<T>;
  readonly #rules: ValueRules<T>;
  readonly #guard = callingGuard();
  #attempt: Attempt<T> | undefined;
  /** What was written last by itself, and not by the app: no reason to give up what is entered and refused since. */
  #taken: T | undefined;

  constructor(props: FieldProps<T>, rules: ValueRules<T>) {
    const { field, id } = fieldOf(props.bind, { ...rules, initial: props.value ?? rules.initial });
    this.field = field;
    this.id = props.id ?? id ?? freshId("field");
    this.#props = props;
    this.#rules = rules;
    showField(this.field, this);
  }

  /**
   * Of what is in the control, whether or not it was taken; what is disabled is nobody's to put right. What was not
   * allowed, and is by now as other values have changed, is taken.
   */
  problem(): string | undefined {
    if (untracked(() => readLive(this.#props.disabled))) return undefined;
    const attempt = this.#isFixed ? undefined : this.#attempt;
    if (attempt === undefined) return this.problemOf(this.field.value.peek());
    if ("problem" in attempt) return attempt.problem;
    const found = this.problemOf(attempt.value);
    if (found === undefined) this.enter(attempt.value, { isDone: false });
    return found;
  }

  focus(): void {
    if (this.control.isMounted) this.control.focus();
  }

  /**
   * Whether nothing may be entered. Of what is no native control, or one that HTML does not know as read-only, this is
   * for its handlers to ask.
   */
  get isLocked(): boolean {
    const { disabled, readonly } = this.#props;
    return isSwitchedOff(this.#guard) || untracked(() => Boolean(readLive(disabled) || readLive(readonly)));
  }

  /** Also in a form that is busy only what is read-only itself: before, the form takes what has become allowed. */
  get #isFixed(): boolean {
    return untracked(() => readLive(this.#props.readonly)) === true;
  }

  /** What is shown as wrong; live. */
  readonly error = (): string | undefined =>
    this.field.problem.value ?? (readLive(this.#props.error) || undefined) ?? this.field.error.value;

  /** For `aria-invalid`; live. */
  readonly isInvalid = (): boolean => this.error() !== undefined;

  /** Why `value` may not be entered; nothing if it may. */
  problemOf(value: T): string | undefined {
    const { isEmpty, check, requiredMessage = MESSAGES.required } = this.#rules;
    return untracked(() => {
      if (!isEmpty(value)) return check?.(value) ?? this.#props.validate?.(value);
      return readLive(this.#props.required) ? requiredMessage : undefined;
    });
  }

  /**
   * A person entered `value`: takes it if it is allowed, and else keeps the one before and says why. While they are
   * still at it (`isDone` is false), a first complaint waits. Answers what `onChange` does. What is read-only stays as
   * it is, also by what was refused before.
   */
  enter(value: T, entering: Entering): unknown {
    if (this.#isFixed) return entering.isDone ? this.field.leave() : undefined;
    const found = this.problemOf(value);
    this.#note(found === undefined ? undefined : { value }, found, entering);
    const isNews = found === undefined && this.take(value);
    if (isNews) this.field.error.value = undefined;
    const result = isNews ? this.#props.onChange?.(value) : undefined;
    if (entering.isDone) this.field.leave();
    return result;
  }

  /** Takes `value` as it is: for what cannot be kept though it may not be left out. Answers whether it is another. */
  take(value: T): boolean {
    const { isSame = Object.is } = this.#rules;
    this.#taken = value;
    return !isSame(this.field.value.peek(), value) && this.field.value.set(value);
  }

  /** A person entered what is no value at all, such as "12e" for a number. */
  refuse(problem: string, entering: Entering): void {
    this.#note({ problem }, problem, entering);
    if (entering.isDone) this.field.leave();
  }

  /** The person is done for now: what is wrong with what the control holds is said by now. */
  readonly leave = (): unknown => {
    const attempt = this.#attempt ?? { value: this.field.value.peek() };
    if ("value" in attempt) return this.enter(attempt.value, { isDone: true });
    return this.refuse(attempt.problem, { isDone: true });
  };

  #note(attempt: Attempt<T> | undefined, found: string | undefined, { isDone }: Entering): void {
    const { problem } = this.field;
    this.#attempt = attempt;
    if (found === undefined || isDone || problem.peek() !== undefined) problem.value = found;
  }

  /**
   * What the control shows, for `bind`: it follows the value, and holds what was entered where that is not allowed.
   * `isSame` says whether what is shown already means the value, as "1.50" means 1.5. `halfIn` is the control where
   * browsers show what is no value yet, as half a date.
   */
  shownAs<Shown>(
    format: (value: T) => Shown,
    isSame: (shown: Shown, value: T) => boolean,
    halfIn?: ElementRef,
  ): Signal<Shown> {
    const shown = signal(untracked(() => format(this.field.value.value)));
    this.onNews((value, { isGivenUp }) => {
      if (!isSame(shown.peek(), value)) shown.value = format(value);
      // Nobody but its page knows of half a date.
      else if (isGivenUp) (halfIn as RefHandle | undefined)?.showAgain();
    });
    return shown;
  }

  /**
   * Calls back after another value was written to the field, by whomever, and after a reset. `isGivenUp`: what is in the
   * control and was not taken is to go.
   */
  onNews(tell: (value: T, news: { isGivenUp: boolean }) => void): void {
    const { value, resets, problem } = this.field;
    let resetsSeen = resets.peek();
    let valueSeen = value.peek();
    effect(() => {
      const [next, count] = [value.value, resets.value];
      const isReset = count !== resetsSeen;
      const isNews = isReset || !Object.is(next, valueSeen);
      [valueSeen, resetsSeen] = [next, count];
      if (!isNews) return;
      const isGivenUp = isReset || !Object.is(next, this.#taken);
      if (isGivenUp) {
        this.#attempt = undefined;
        problem.value = undefined;
      }
      tell(next, { isGivenUp });
    });
  }
}

/** {@link InputState.shownAs} for what is shown as it is. */
export const asItIs = [<T>(value: T): T => value, Object.is] as const;
