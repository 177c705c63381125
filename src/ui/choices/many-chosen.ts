import { computed } from "../../reactive/computed.ts";
import { untracked } from "../../reactive/graph.ts";
import type { Signal } from "../../reactive/signal.ts";
import type { InputState } from "../base/input-state.ts";
import type { OptionSet } from "./options.ts";

/** What is chosen of several options, by their keys, also where that is not allowed. */
export class ManyChosen<T> {
  readonly #options: OptionSet<T>;
  readonly #state: InputState<T[]>;
  readonly #isOrdered: boolean;
  /** With its values, for those that are no longer offered. */
  readonly #shown: Signal<ReadonlyMap<string, T>>;
  readonly #keys = computed(() => Array.from(this.#shown.value.keys()));

  /** `isOrdered`: in the order of the options; else in that of choosing, where options come and go. */
  constructor(options: OptionSet<T>, state: InputState<T[]>, { isOrdered = true } = {}) {
    this.#options = options;
    this.#isOrdered = isOrdered;
    this.#state = state;
    this.#shown = state.shownAs(
      (values) => new Map(values.map((value) => [options.keyOf(value), value])),
      (shown, values) => shown.size === values.length && values.every((value) => shown.has(options.keyOf(value))),
    );
  }

  /** Live; in the order of the value. */
  get keys(): readonly string[] {
    return this.#keys.value;
  }

  /** Live. */
  has(key: string): boolean {
    return this.#shown.value.has(key);
  }

  /** Live; nothing for what is not chosen. */
  valueOf(key: string): T | undefined {
    return this.#shown.value.get(key);
  }

  /** The person chose one, or took it back. */
  choose(key: string, isChosen: boolean): unknown {
    return untracked(() => {
      const next = new Map(this.#shown.value);
      const option = this.#options.withKey(key);
      if (!isChosen) next.delete(key);
      else if (option !== undefined) next.set(key, option.value);
      return this.#enter(next);
    });
  }

  /** The person chose all of these besides, or took all of these back. */
  chooseAll(keys: readonly string[], isChosen: boolean): unknown {
    return untracked(() => {
      const next = new Map(this.#shown.value);
      for (const key of keys) {
        const option = this.#options.withKey(key);
        if (!isChosen) next.delete(key);
        else if (option !== undefined && !option.disabled) next.set(key, option.value);
      }
      return this.#enter(next);
    });
  }

  /** What the options no longer have comes last. */
  #enter(chosen: Map<string, T>): unknown {
    const ordered = new Map<string, T>();
    const options = this.#isOrdered ? this.#options.all.value : [];
    for (const { key, value } of options) if (chosen.has(key)) ordered.set(key, value);
    for (const [key, value] of chosen) if (!ordered.has(key)) ordered.set(key, value);
    this.#shown.value = ordered;
    return this.#state.enter([...ordered.values()], { isDone: true });
  }
}
