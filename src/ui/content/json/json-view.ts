import { computed } from "../../../reactive/computed.ts";
import { onCleanup } from "../../../reactive/cleanup.ts";
import { effect } from "../../../reactive/effect.ts";
import { untracked } from "../../../reactive/graph.ts";
import { debounced } from "../../../reactive/rate.ts";
import { selector } from "../../../reactive/selector.ts";
import { signal, type Signal } from "../../../reactive/signal.ts";
import { currentSession } from "../../../session/current.ts";
import { ref, type ElementRef } from "../../../view/ref.ts";
import { childToward, rootNode, type JsonNode } from "./json-nodes.ts";
import { findInJson, type JsonPlace } from "./json-search.ts";

/** A row that was seen: whether it is open, and its element. */
interface RowState {
  readonly isOpen: Signal<boolean>;
  readonly element: ElementRef<"li">;
}

const QUIET_BEFORE_SEARCH = 200;

/** What a viewer of JSON knows: what is open, what is chosen, and what was found. */
export class JsonView {
  readonly query = signal("");
  readonly selected = signal<JsonNode | undefined>(undefined);
  readonly found = signal<readonly JsonPlace[]>([]);
  /** Which of those found is shown; -1 for none. */
  readonly current = signal(-1);
  readonly isSearching = signal(false);
  /** Whether the row with this id is the chosen one. */
  readonly isSelected = selector(computed(() => this.selected.value?.id));
  readonly #value: () => unknown;
  readonly #rows = new Map<string, RowState>();
  readonly #openTo: number;

  constructor(value: () => unknown, openTo: number) {
    this.#value = value;
    this.#openTo = openTo;
    this.#follow();
  }

  row({ id, path, range }: JsonNode): RowState {
    let state = this.#rows.get(id);
    if (state === undefined) {
      state = { isOpen: signal(range === undefined && path.length < this.#openTo), element: ref() };
      this.#rows.set(id, state);
    }
    return state;
  }

  toggle(node: JsonNode): void {
    this.selected.value = node;
    this.row(node).isOpen.update((isOpen) => !isOpen);
  }

  /** Goes to the next one found, or the one before; round and round. */
  step(by: 1 | -1): void {
    const { length } = this.found.peek();
    if (length > 0) this.#goTo((this.current.peek() + by + length) % length);
  }

  #goTo(index: number): void {
    const place = this.found.peek()[index];
    this.current.value = place === undefined ? -1 : index;
    if (place === undefined) return;
    const node = this.#open(place);
    this.selected.value = node;
    this.row(node).element.scrollIntoView({ block: "nearest" });
  }

  /** Opens all rows above a place, and answers its own. */
  #open(place: JsonPlace): JsonNode {
    let node = rootNode(untracked(this.#value));
    for (const index of place) {
      do {
        this.row(node).isOpen.value = true;
        node = childToward(node, index);
      } while (node.range !== undefined);
    }
    return node;
  }

  #follow(): void {
    const needle = debounced(() => this.query.value.trim().toLowerCase(), QUIET_BEFORE_SEARCH);
    effect(() => {
      const text = needle.value;
      if (text === "") return untracked(() => this.#show([]));
      this.#search(this.#value(), text);
    });
  }

  #search(value: unknown, text: string): void {
    const { clock } = currentSession();
    const search = findInJson(value, text);
    let timer: unknown;
    const step = () => {
      const { done, value: found } = search.next();
      if (done) untracked(() => this.#show(found));
      else timer = clock.setTimeout(step, 0);
    };
    this.isSearching.value = true;
    step();
    onCleanup(() => clock.clearTimeout(timer));
  }

  #show(found: readonly JsonPlace[]): void {
    this.isSearching.value = false;
    this.found.value = found;
    this.#goTo(0);
  }
}
