import { TandemError } from "../../core/errors.ts";
import { isSignal, type ReadonlySignal } from "../../reactive/signal.ts";
import { describe } from "../attribute-kinds.ts";
import { ListBinding } from "../bindings/list-binding.ts";
import type { Child, JsxNode, Live } from "../node.ts";
import { RegionNode } from "../special-nodes.ts";

type Items<T> = Live<readonly T[] | null | undefined>;

/** Rows recognised by the item itself. */
export interface ForProps<T> {
  each: Items<T>;
  /** Runs once for each new item. */
  children: (item: T, index: ReadonlySignal<number>) => Child;
  key?: undefined;
}

/** Rows recognised by a key of the item. */
export interface KeyedForProps<T> {
  each: Items<T>;
  /** What a row is recognised by, such as an id: unique among the items. */
  key: (item: T) => unknown;
  /** Runs once for each new key. `item` follows: another object with the same key is shown by the same row. */
  children: (item: ReadonlySignal<T>, index: ReadonlySignal<number>) => Child;
}

/**
 * Shows a row for each item of a list; when the list changes, rows are added, removed and moved, never built again.
 *
 * @example
 * ```tsx
 * import { For, signal } from "tandem";
 *
 * export default function Fruits() {
 *   const fruits = signal(["apple", "pear"]);
 *   return (
 *     <ul>
 *       <For each={fruits}>{(fruit, index) => <li>{() => index.value + 1}. {fruit}</li>}</For>
 *     </ul>
 *   );
 * }
 * ```
 *
 * Without `key`, a row belongs to the item itself (for objects: the same object). With `key={(item) => item.id}`, it
 * belongs to the key, and `children` gets the item as a signal.
 */
export function For<T>(props: ForProps<T>): JsxNode;
export function For<T>(props: KeyedForProps<T>): JsxNode;
export function For<T>(props: ForProps<T> | KeyedForProps<T>): JsxNode {
  const { each, key, children } = props as { each: Items<T>; key?: (item: T) => unknown; children: unknown };
  if (typeof children !== "function") {
    throw new TandemError(
      "view/bad-for",
      `Expected the child of <For> to be a function from an item to its row, but got ${describe(children)}. Write {(item) => <li>{item}</li>}.`,
    );
  }
  const source = typeof each === "function" || isSignal(each) ? each : () => each;
  const options = { each: source, keyOf: key, render: children } as unknown as ConstructorParameters<
    typeof ListBinding
  >[1];
  return new RegionNode((environment, id) => new ListBinding(environment, options, id));
}
