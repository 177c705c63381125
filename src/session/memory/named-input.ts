import { TandemError } from "../../core/errors.ts";
import { computed } from "../../reactive/computed.ts";
import { Readable, type ReadonlySignal } from "../../reactive/readable.ts";
import { signal, type Signal } from "../../reactive/signal.ts";
import type { NamedControlKind } from "../../view/view.ts";

/** What a control can hold: text, a number or `null` for none, whether it is on, or the chosen values. */
export type InputValue = string | number | boolean | null | readonly string[];

/** The value of the control that is bound by a name, to be read. */
export interface NamedInput<T extends InputValue = InputValue> extends ReadonlySignal<T | undefined> {
  /** The whole name, with the modules it is in. */
  readonly id: string;
  /** Whether a control has given it a value; reactive, and for itself: another value is no change. */
  readonly isSet: boolean;
}

/** Takes note of a read that found nothing. */
export type UnsetReads = (input: NamedInputNode) => void;

export class NamedInputNode extends Readable<InputValue | undefined> implements NamedInput {
  readonly id: string;
  /** What controls write and show. */
  readonly content: Signal<InputValue | undefined> = signal<InputValue | undefined>(undefined);
  /** What the control that gave it its value holds; `null` while there was none. */
  kind: NamedControlKind | null = null;
  /** How many controls show it now; counted in development alone. */
  controls = 0;
  readonly #noteUnset: UnsetReads | null;
  #presence: ReadonlySignal<boolean> | null = null;

  constructor(id: string, noteUnset: UnsetReads | null) {
    super();
    this.id = id;
    this.#noteUnset = noteUnset;
  }

  get value(): InputValue | undefined {
    const { value } = this.content;
    if (value === undefined) this.#noteUnset?.(this);
    return value;
  }

  set value(_: InputValue | undefined) {
    throw new TandemError(
      "memory/input-read-only",
      `Expected the input "${this.id}" only to be read, as it is the person's. Write session.setInput("${this.id}", value), or bind a signal of your own: bind={signal}.`,
    );
  }

  peek(): InputValue | undefined {
    return this.content.peek();
  }

  get isSet(): boolean {
    this.#presence ??= computed(() => this.content.value !== undefined);
    return this.#presence.value;
  }
}
