import { untracked } from "../../reactive/graph.ts";
import { isPromiseLike } from "../../reactive/promises.ts";
import { signal } from "../../reactive/signal.ts";
import { isNothing, type KeyedOption } from "./options.ts";
import type { OptionSource } from "./option-source.ts";

/** What a value is called that may be in no list: where lists are looked for, at first. */
export type LabelOf<T> = (value: T) => string | PromiseLike<string>;

/** What values are called: by the options that are there, by those that were chosen, else by the app. */
export class OptionNames<T> {
  readonly #source: OptionSource<T>;
  readonly #labelOf: LabelOf<T> | undefined;
  readonly #known = signal<ReadonlyMap<string, string>>(new Map());
  readonly #asked = new Set<string>();

  constructor(source: OptionSource<T>, labelOf: LabelOf<T> | undefined) {
    this.#source = source;
    this.#labelOf = labelOf;
  }

  /** Live. */
  of(value: T | null): string {
    const key = this.#source.options.keyOf(value as T);
    const label = this.#source.options.withKey(key)?.label ?? this.#known.value.get(key);
    if (label !== undefined || isNothing(value)) return label ?? "";
    return this.#ask(key, value as T) ?? (typeof value === "object" ? "" : String(value));
  }

  /** An option was chosen: it has this name from now on, whatever else is looked for. */
  note({ key, label }: KeyedOption<T>): void {
    this.#known.update((known) => new Map(known).set(key, label));
  }

  #ask(key: string, value: T): string | undefined {
    const { options } = this.#source;
    if (this.#labelOf === undefined || this.#asked.has(key)) return undefined;
    const answer = untracked(() => this.#labelOf!(value));
    if (!isPromiseLike(answer)) return answer;
    this.#asked.add(key);
    answer.then(
      (label) => this.note({ key, label, value }),
      () => this.#asked.delete(key),
    );
    return options.withKey(key)?.label;
  }
}
