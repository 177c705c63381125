import { computed } from "../../reactive/computed.ts";
import type { Signal } from "../../reactive/signal.ts";
import { FieldOfSignal, type FieldHome } from "../base/field.ts";
import { PartSignal, propertyOf } from "./part-signal.ts";
import { isPlain } from "../base/plain-values.ts";

/** Where a field's value is, and which form hears of it. */
export interface FieldPlace<T = unknown> {
  readonly name: string;
  readonly value: Signal<T>;
  readonly home: FieldHome;
}

type Path = readonly PropertyKey[];
type AnyField = FieldOfSignal<unknown>;

/** What stands for a value in a form. */
interface FieldNode {
  /** What the app has of it. */
  readonly shown: object;
  /** The field that what is said of `path` is said beside. */
  find(path: Path): AnyField | undefined;
  reset(): void;
}

/** The shape of a form is that of its values at first: an object has a field for each property, a list has rows. */
function nodeAt(place: FieldPlace): FieldNode {
  const value = place.value.peek();
  if (Array.isArray(value)) return new ListNode(new Rows(place as FieldPlace<unknown[]>));
  return isPlain(value) ? new FieldGroup(place) : new ValueNode(place);
}

class ValueNode implements FieldNode {
  readonly shown: AnyField;

  constructor({ name, value, home }: FieldPlace) {
    this.shown = new FieldOfSignal(name, value, home);
  }

  find(): AnyField {
    return this.shown;
  }

  reset(): void {
    this.shown.reset();
  }
}

/** The fields of an object. */
export class FieldGroup implements FieldNode {
  readonly shown: object;
  readonly #nodes: ReadonlyMap<string, FieldNode>;
  readonly #place: FieldPlace;
  #whole: AnyField | undefined;

  constructor(place: FieldPlace) {
    const { name, value, home } = place;
    const prefix = name === "" ? "" : `${name}.`;
    this.#place = place;
    this.#nodes = new Map(
      Object.keys(value.peek() as object).map((key) => [
        key,
        nodeAt({ name: prefix + key, value: propertyOf(value, key), home }),
      ]),
    );
    this.shown = Object.fromEntries(Array.from(this.#nodes, ([key, node]) => [key, node.shown]));
  }

  /** The object as one field. */
  get whole(): AnyField {
    const { name, value, home } = this.#place;
    return (this.#whole ??= new FieldOfSignal(name, value, home));
  }

  find([key, ...rest]: Path): AnyField | undefined {
    const node = key === undefined ? undefined : this.#nodes.get(String(key));
    return node?.find(rest) ?? this.#whole;
  }

  /** The field of `path`, of whatever kind. */
  fieldAt([key, ...rest]: Path): AnyField | undefined {
    if (key === undefined) return this.whole;
    const node = this.#nodes.get(String(key));
    return node instanceof FieldGroup ? node.fieldAt(rest) : node?.find(rest);
  }

  reset(): void {
    this.#whole?.reset();
    for (const node of this.#nodes.values()) node.reset();
  }
}

class ListNode implements FieldNode {
  readonly shown: Rows;

  constructor(rows: Rows) {
    this.shown = rows;
  }

  find([index, ...rest]: Path): AnyField {
    const row = rest.length === 0 ? undefined : this.shown.rows.peek()[Number(index)];
    return row?.node.find(rest) ?? (this.shown as AnyField);
  }

  reset(): void {
    this.shown.reset();
  }
}

/** A list as a field. Its value is the truth; the rows follow, and those moved by their own methods stay the same. */
class Rows extends FieldOfSignal<unknown[]> {
  readonly home: FieldHome;
  #all: (Row | undefined)[] = [];
  readonly rows = computed(() => this.#settled(this.value.value));

  constructor({ name, value, home }: FieldPlace<unknown[]>) {
    super(name, value, home);
    this.home = home;
  }

  add(item: unknown, index = this.value.peek().length): void {
    this.#arrange(
      this.rows.peek().toSpliced(index, 0, undefined as never),
      this.value.peek().toSpliced(index, 0, item),
    );
  }

  remove({ index }: Row): void {
    this.#arrange(this.rows.peek().toSpliced(index, 1), this.value.peek().toSpliced(index, 1));
  }

  move(row: Row, to: number): void {
    const moved = <T>(list: readonly T[]): T[] => list.toSpliced(row.index, 1).toSpliced(to, 0, list[row.index]!);
    this.#arrange(moved(this.rows.peek()), moved(this.value.peek()));
  }

  override reset(): void {
    super.reset();
    for (const row of this.rows.peek()) row.node.reset();
  }

  #arrange(rows: (Row | undefined)[], list: unknown[]): void {
    for (const row of this.rows.peek()) row.index = rows.indexOf(row);
    this.#all = rows;
    this.value.value = list;
    this.error.value = undefined;
    this.leave();
  }

  #settled(list: readonly unknown[]): readonly Row[] {
    const isSettled = this.#all.length === list.length && !this.#all.includes(undefined);
    if (!isSettled) {
      for (const row of this.#all.slice(list.length)) row?.leaveList();
      this.#all = list.map((_, index) => this.#all[index] ?? new Row(this, index));
    }
    return this.#all as Row[];
  }
}

/** An object in a list. */
class Row {
  /** Where it is now; -1 when it is gone. */
  index: number;
  readonly node: FieldNode;
  readonly #list: Rows;

  constructor(list: Rows, index: number) {
    this.#list = list;
    this.index = index;
    const value = this.#valueIn(list.value);
    this.node = nodeAt({ name: list.name, value, home: list.home });
  }

  get fields(): object {
    return this.node.shown;
  }

  remove(): void {
    if (this.index >= 0) this.#list.remove(this);
  }

  moveTo(index: number): void {
    if (this.index >= 0) this.#list.move(this, index);
  }

  leaveList(): void {
    this.index = -1;
  }

  /** What reads it just before it goes still finds what was there. */
  #valueIn(list: Signal<unknown[]>): Signal<unknown> {
    let last: unknown;
    return new PartSignal({
      read: () => {
        const items = list.value;
        return this.index in items ? (last = items[this.index]) : last;
      },
      write: (next) => this.index >= 0 && list.set(list.peek().with(this.index, next)),
    });
  }
}
