import { Flag, propagate, settle, track, type Link, type SourceNode } from "./graph.ts";
import type { FlushQueue } from "./flush-queue.ts";
import { currentOwner } from "./owner.ts";
import { Reaction } from "./reaction.ts";
import type { ReadonlySignal } from "./readable.ts";
import { toSignal, type Source } from "./source.ts";

/** Stands for "no key" while nobody asks, and while the source throws. */
const NOTHING: unknown = Symbol("nothing selected");

/** Whether one key is the selected one. Lives in its hub for as long as something reads it. */
class KeyNode<K> implements SourceNode {
  subs?: Link = undefined;
  subsTail?: Link = undefined;
  flags: number = Flag.Mutable;
  readonly #hub: SelectorHub<K>;
  readonly #key: K;
  #selected: boolean;

  constructor(hub: SelectorHub<K>, key: K) {
    this.#hub = hub;
    this.#key = key;
    this.#selected = hub.isSelected(key);
  }

  refresh(): boolean {
    this.flags = Flag.Mutable;
    const before = this.#selected;
    this.#selected = this.#hub.isSelected(this.#key);
    return before !== this.#selected;
  }

  unwatched(): void {
    this.#hub.forget(this.#key);
  }
}

/**
 * Watches the source for all keys, and tells only the two that a change concerns. It runs before every
 * effect, and at once when asked while stale. It follows the source only while some key is read.
 */
class SelectorHub<K> extends Reaction {
  readonly queue: FlushQueue;
  readonly #source: ReadonlySignal<K>;
  readonly #keys = new Map<K, KeyNode<K>>();
  #selected: unknown = NOTHING;
  #following = false;

  constructor(queue: FlushQueue, source: ReadonlySignal<K>) {
    super(queue.nextOrder());
    this.queue = queue;
    this.#source = source;
  }

  override get priority(): number {
    return Infinity;
  }

  describe(): string {
    return "selector";
  }

  isSelected(key: K): boolean {
    return sameKey(this.#selected, key);
  }

  /** Read by what runs now. */
  read(key: K): boolean {
    if (this.#following) this.runIfStale();
    else this.#follow();
    let node = this.#keys.get(key);
    if (node === undefined) this.#keys.set(key, (node = new KeyNode(this, key)));
    else if (node.flags & Flag.Dirty) settle(node);
    track(node);
    if (node.subs === undefined) this.forget(key); // nobody was there to track it
    return this.isSelected(key);
  }

  forget(key: K): void {
    this.#keys.delete(key);
    if (this.#keys.size > 0) return;
    this.#following = false;
    this.dispose();
  }

  protected override rerun(): void {
    const before = this.#selected;
    this.#follow();
    if (sameKey(before, this.#selected)) return;
    this.#tell(before);
    this.#tell(this.#selected);
  }

  #follow(): void {
    this.#following = true;
    const outer = this.beginRun();
    try {
      this.#selected = this.#source.value;
    } catch (error) {
      this.#selected = NOTHING;
      this.queue.report(error, this);
    } finally {
      this.endRun(outer);
    }
  }

  #tell(key: unknown): void {
    const node = this.#keys.get(key as K);
    if (node !== undefined) propagate(node);
  }
}

/** As a `Map` compares its keys. */
function sameKey(a: unknown, b: unknown): boolean {
  return a === b || (a !== a && b !== b);
}

/**
 * Answers "is this the selected one?" for any number of rows; a change reruns only the two rows it concerns.
 *
 * @example
 * ```tsx
 * import { For, selector, signal } from "tandem";
 *
 * export default function People({ names }: { names: string[] }) {
 *   const chosen = signal<string | undefined>(undefined);
 *   const isChosen = selector(chosen);
 *   return (
 *     <ul>
 *       <For each={names}>
 *         {(name) => (
 *           <li class={() => (isChosen(name) ? "chosen" : "")} onClick={() => chosen.set(name)}>
 *             {name}
 *           </li>
 *         )}
 *       </For>
 *     </ul>
 *   );
 * }
 * ```
 *
 * Keys are compared as in a `Map`. While the source throws, nothing is selected. Keys no longer read are
 * forgotten.
 */
export function selector<K>(source: Source<K>): (key: K) => boolean {
  const hub = new SelectorHub(currentOwner().queue, toSignal(source, "selector"));
  return (key) => hub.read(key);
}
