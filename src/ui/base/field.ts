import { onCleanup } from "../../reactive/cleanup.ts";
import { isWritableSignal, signal, type ReadonlySignal, type Signal } from "../../reactive/signal.ts";
import { TandemError } from "../../core/errors.ts";
import { currentSession } from "../../session/current.ts";
import { describe } from "../../view/attribute-kinds.ts";
import { callingContexts } from "../../view/component-call.ts";
import type { NamedControlKind } from "../../view/view.ts";

/** One value that a person enters, with what is to be said of it. Forms make them; an input makes one of a signal. */
export interface Field<T> {
  /** In its form; empty for an input on its own. */
  readonly name: string;
  /** Always a value that is allowed. */
  readonly value: Signal<T>;
  /** Why what is in the control now is not allowed, and so not in `value`. */
  readonly problem: Signal<string | undefined>;
  /** What the app has against the value, as a form's validation. */
  readonly error: Signal<string | undefined>;
  /** Whether the person has been in it. */
  readonly touched: Signal<boolean>;
  /** Counts resets: what is in the control is given up for `value`. */
  readonly resets: ReadonlySignal<number>;
  /** Shows `value` again, without any complaint. */
  reset(): void;
  /**
   * Whether what is in the control now is allowed, be it half typed or never touched; says what is wrong. For whoever
   * takes the value, as a form that is submitted. A field without a control on the screen is right.
   */
  check(): boolean;
  /** The person has finished with it for now: it counts as touched, and its form looks at it. */
  leave(): void;
}

/** What shows a field. */
export interface FieldControl {
  /** Why what is in it now is not allowed; nothing if it is. */
  problem(): string | undefined;
  focus(): void;
}

/** What hears of its fields: a form. */
export interface FieldHome {
  left(field: Field<unknown>): void;
  /** Returns what to call when the control goes. */
  shown(field: Field<unknown>, control: FieldControl): () => void;
}

/** What an input takes as `bind`: a signal, a field of a form, or a name for `session.input(name)`. */
export type Bindable<T> = Signal<T> | Field<T> | string;

export class FieldOfSignal<T> implements Field<T> {
  readonly name: string;
  readonly value: Signal<T>;
  readonly problem = signal<string | undefined>(undefined);
  readonly error = signal<string | undefined>(undefined);
  readonly touched = signal(false);
  readonly resets = signal(0);
  readonly #home: FieldHome | undefined;
  #control: FieldControl | undefined;

  constructor(name: string, value: Signal<T>, home?: FieldHome) {
    this.name = name;
    this.value = value;
    this.#home = home;
  }

  reset(): void {
    this.problem.value = undefined;
    this.error.value = undefined;
    this.touched.value = false;
    this.resets.value++;
  }

  check(): boolean {
    const found = this.#control?.problem();
    if (this.#control !== undefined) this.problem.value = found;
    return found === undefined;
  }

  leave(): void {
    this.touched.value = true;
    this.#home?.left(this as Field<unknown>);
  }

  /** For the control that shows it. Returns what to call at its end. */
  shownBy(control: FieldControl): () => void {
    this.#control = control;
    const gone = this.#home?.shown(this as Field<unknown>, control);
    return () => {
      gone?.();
      if (this.#control === control) this.#control = undefined;
    };
  }
}

/** Has `field` ask `control` what is wrong in it, for as long as the component that is being built is there. */
export function showField<T>(field: Field<T>, control: FieldControl): void {
  onCleanup((field as FieldOfSignal<T>).shownBy(control));
}

/** A field that holds what is in a signal. */
export const createField = <T>(name: string, value: Signal<T>): Field<T> => new FieldOfSignal(name, value);

/** What a named input is, for `session.input(name)`. */
export interface NamedKind<T> {
  /** Left out where a name cannot stand for it, as for a range of dates. */
  readonly kind?: NamedControlKind;
  readonly initial: T;
}

/** The field that `bind` stands for, and the id that goes with a name. */
export function fieldOf<T>(bind: Bindable<T> | undefined, named: NamedKind<T>): { field: Field<T>; id?: string } {
  if (bind === undefined) return { field: createField("", signal(named.initial)) };
  if (typeof bind === "string") return namedField(bind, named);
  if (bind instanceof FieldOfSignal) return { field: bind };
  if (isWritableSignal(bind)) return { field: createField("", bind as Signal<T>) };
  throw badBind(bind);
}

function namedField<T>(name: string, { kind, initial }: NamedKind<T>): { field: Field<T>; id: string } {
  if (kind === undefined) throw badBind(name);
  const control = { name, kind, initial, isShared: false };
  const { id, value, gone } = currentSession().namedInput(control, callingContexts() ?? null);
  if (gone !== undefined) onCleanup(gone);
  return { field: createField(name, value as Signal<T>), id };
}

const badBind = (bind: unknown): TandemError =>
  new TandemError(
    "ui/bad-bind",
    `Expected a signal, a field of a form or, for one simple value, a name in bind={…}, but got ${describe(bind)}. Make one with signal(…).`,
  );
