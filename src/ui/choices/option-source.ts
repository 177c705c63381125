import { computed } from "../../reactive/computed.ts";
import { untracked } from "../../reactive/graph.ts";
import { resource, type Resource } from "../../reactive/resource.ts";
import { req } from "../../reactive/silence.ts";
import { signal, type ReadonlySignal } from "../../reactive/signal.ts";
import { fold } from "./fold.ts";
import { grouped, OptionSet, type KeyedOption, type Option, type OptionGroup, type Options } from "./options.ts";

/** Finds options for what is typed; `signal` aborts when something else is looked for. */
export type OptionSearch<T> = (
  query: string,
  context: { signal: AbortSignal },
) => readonly (Option<T> | T)[] | PromiseLike<readonly (Option<T> | T)[]>;

/** Where the options of a list that opens come from. */
export interface SourceProps<T> {
  /** What there is to choose; of more than 200, the server shows those that fit what is typed. */
  options?: Options<T>;
  /** In place of `options`: looks for them on the server, for lists that are too long to be shown. The latest wins. */
  search?: OptionSearch<T>;
  /** Milliseconds that typing pauses before `search` is asked; 200 unless told. */
  debounce?: number;
  /** Most options that are shown at a time; 100 unless told. */
  limit?: number;
}

/** As many options are in the page, which then finds among them by itself, at once. */
const MOST_IN_PAGE = 200;

export type SourceState = "ready" | "loading" | "failed";

/** The options of a list that opens, as far as they are shown. */
export class OptionSource<T> {
  /** What is looked for. */
  readonly query = signal("");
  /** Nothing is looked for, and nothing shown, before somebody is there. */
  readonly isWanted = signal(false);
  /** All of them, or what was found last. */
  readonly options: OptionSet<T>;
  /** Those that fit what is looked for. */
  readonly found: ReadonlySignal<readonly KeyedOption<T>[]>;
  readonly groups: ReadonlySignal<readonly OptionGroup<T>[]>;
  /** How many more there are than are shown. */
  readonly left: ReadonlySignal<number>;
  readonly #search: Resource<{ query: string; options: readonly (Option<T> | T)[] }> | undefined;

  constructor({ options = [], search, limit = 100 }: SourceProps<T>) {
    this.#search = search === undefined ? undefined : resource((context) => this.#ask(search, context.signal));
    this.options = new OptionSet<T>(this.#search === undefined ? options : () => this.#search?.value?.options ?? []);
    this.found = computed(() => (this.#search === undefined ? this.#fitting() : this.options.all.value));
    const shown = computed(() => (this.isInPage ? this.options.all.value : this.found.value.slice(0, limit)));
    this.groups = computed(() => (this.isWanted.value ? grouped(shown.value) : []));
    this.left = computed(() => (this.isInPage ? 0 : this.found.value.length - shown.value.length));
  }

  /** Whether the page has all of them; live. */
  get isInPage(): boolean {
    return this.#search === undefined && this.options.all.value.length <= MOST_IN_PAGE;
  }

  /** Whether only what is found is known. */
  get isSearch(): boolean {
    return this.#search !== undefined;
  }

  /** What the options shown are for; nothing while they are not there. Live. */
  get answered(): string | undefined {
    if (this.#search === undefined) return this.isWanted.value ? this.query.value : undefined;
    const { state } = this.#search;
    return state.status === "ready" ? state.value.query : undefined;
  }

  /** Live. */
  get state(): SourceState {
    const status = this.#search?.state.status;
    if (status === undefined) return this.isWanted.value ? "ready" : "loading";
    return status === "idle" ? "loading" : status;
  }

  /** For the input that is typed in. */
  readonly pacing = (debounce = 200): { debounce?: number } => (this.isSearch ? { debounce } : {});

  /** Looks again after that failed. */
  readonly retry = (): void => void this.#search?.refresh();

  /** The one option that is called this. */
  named(text: string): KeyedOption<T> | undefined {
    const name = fold(text);
    return untracked(() => {
      const alike = this.options.all.value.filter(({ label, disabled }) => !disabled && fold(label) === name);
      return alike.find(({ label }) => label === text) ?? (alike.length === 1 ? alike[0] : undefined);
    });
  }

  #fitting(): readonly KeyedOption<T>[] {
    const words = fold(this.query.value);
    const all = this.options.all.value;
    return words === "" ? all : all.filter(({ label, help = "" }) => fold(`${label} ${help}`).includes(words));
  }

  async #ask(search: OptionSearch<T>, aborted: AbortSignal) {
    req(this.isWanted.value);
    const query = this.query.value;
    return { query, options: await untracked(() => search(query, { signal: aborted })) };
  }
}
