import { TandemError } from "../../core/errors.ts";
import { computed } from "../../reactive/computed.ts";
import type { ReadonlySignal } from "../../reactive/signal.ts";
import { describe } from "../../view/attribute-kinds.ts";
import { readLive } from "../../view/live.ts";
import type { Live } from "../../view/node.ts";
import { listOf } from "../base/list-of.ts";
import { isAlike } from "../base/plain-values.ts";
import type { IconName } from "../icons/icon-name.ts";

/** Something to choose. */
export interface Option<T> {
  /** What is chosen with it: anything that JSON can say. It stays on the server. */
  value: T;
  /** What people see, and is read out. */
  label: string;
  /** More to say, where there is room for it. */
  help?: string;
  /** Stands under this heading with the others that say so. */
  group?: string;
  /** Cannot be chosen; what was chosen before may stay. */
  disabled?: boolean;
  /** Before the label, where there is room for it. */
  icon?: IconName;
}

/** What there is to choose: options, or texts and numbers that stand for themselves. A function or signal is followed. */
export type Options<T> = Live<readonly (Option<T> | T)[]>;

/** An option with the name that pages know it by. */
export interface KeyedOption<T> extends Option<T> {
  readonly key: string;
}

/** Options under one heading, or under none. */
export interface OptionGroup<T> {
  readonly label: string | undefined;
  readonly options: readonly KeyedOption<T>[];
}

/** Any value: as it names texts and numbers, types keep which ones options are, `"s" | "m"` instead of `string`. */
export type Choosable = string | number | boolean | {} | null | undefined;

/** The key of nothing. */
export const NOTHING = "";

/** The options of a control as they are now. */
export class OptionSet<T> {
  readonly all: ReadonlySignal<readonly KeyedOption<T>[]>;
  readonly groups: ReadonlySignal<readonly OptionGroup<T>[]>;
  readonly #byKey: ReadonlySignal<ReadonlyMap<string, KeyedOption<T>>>;
  readonly #keys = new OptionKeys();

  constructor(options: Options<T>) {
    this.all = computed(() =>
      listOf(readLive(options), "options={…}").map((given) => {
        const option = asOption(given);
        return { ...option, key: this.keyOf(option.value) };
      }),
    );
    this.#byKey = computed(() => new Map(this.all.value.map((option) => [option.key, option])));
    this.groups = computed(() => grouped(this.all.value));
  }

  /** Live, as all that is asked of it. */
  withKey(key: string): KeyedOption<T> | undefined {
    return this.#byKey.value.get(key);
  }

  /** Whether this may be chosen at all. */
  has(value: T): boolean {
    return this.#byKey.value.has(this.keyOf(value));
  }

  /** The same for the same value for as long as the control is there, whatever becomes of the options. */
  keyOf(value: T): string {
    return this.#keys.keyOf(value);
  }
}

/** Texts are their own keys, where pages can be read; all else has numbers, so that no value leaves the server. */
class OptionKeys {
  readonly #numbers = new Map<string, string>();

  keyOf(value: unknown): string {
    if (typeof value === "string" && value !== NOTHING && !value.startsWith("#")) return value;
    const json = JSON.stringify(value) ?? String(value);
    let key = this.#numbers.get(json);
    if (key === undefined) this.#numbers.set(json, (key = `#${this.#numbers.size + 1}`));
    return key;
  }
}

/** Throws a `TandemError` (`ui/bad-option`) for what is none. */
export function asOption<T>(given: Option<T> | T): Option<T> {
  if (typeof given === "string" || typeof given === "number") return { value: given, label: String(given) };
  if (typeof (given as Option<T> | null)?.label === "string") return given as Option<T>;
  throw new TandemError(
    "ui/bad-option",
    `Expected each option to be a text, a number or { value, label }, but got ${describe(given)}.`,
  );
}

/** In the order in which their headings come first. */
export function grouped<T>(options: readonly KeyedOption<T>[]): OptionGroup<T>[] {
  const groups = new Map<string | undefined, KeyedOption<T>[]>();
  for (const option of options) {
    const group = groups.get(option.group);
    if (group === undefined) groups.set(option.group, [option]);
    else group.push(option);
  }
  return Array.from(groups, ([label, members]) => ({ label, options: members }));
}

/** What stands for nothing where `value` does: the empty text keeps a signal of texts one. */
export const nothingLike = <T>(value: T | null): T | null =>
  value === undefined || (value as unknown) === "" ? value : null;

export const isNothing = (value: unknown): boolean => value === null || value === undefined || value === "";

/** Whether the lists have the same in them, in whatever order. */
export const holdsSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value) => other.some((match) => isAlike(value, match)));
