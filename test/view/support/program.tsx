import fc from "fast-check";
import { signal, type Signal } from "../../../src/reactive/signal.ts";
import { ErrorBoundary } from "../../../src/view/flow/error-boundary.ts";
import { For } from "../../../src/view/flow/for.ts";
import { Portal } from "../../../src/view/flow/portal.ts";
import { Show } from "../../../src/view/flow/show.ts";
import { Match, Switch } from "../../../src/view/flow/switch.ts";
import { JsxNode, rawHtml, type Child } from "../../../src/view/node.ts";

/**
 * Random programs: an app made of nested views over a few signals, and writes to these. An app is a plain value, so
 * that a failing one can be printed, made smaller and kept.
 */

/** `live`: one of the numbers, an index into them. */
export type Piece =
  | { is: "text"; text: string }
  | { is: "nothing" }
  | { is: "number"; live: number }
  | { is: "words"; live: number }
  | { is: "raw"; live: number }
  | { is: "element"; tag: string; live: number; attribute: string; children: Piece[] }
  | { is: "picture"; live: number; children: Piece[] }
  | { is: "control"; kind: "text" | "checkbox" | "area" | "select"; live: number }
  | { is: "component"; children: Piece[] }
  | { is: "list"; live: number; children: Piece[] }
  | { is: "show"; live: number; children: Piece[]; fallback: Piece[]; takesValue: boolean }
  | { is: "switch"; live: number; children: Piece[]; fallback: Piece[] }
  | { is: "any"; live: number; children: Piece[] }
  | { is: "for"; list: number; keyed: boolean; indexed: boolean; children: Piece[] }
  | { is: "boundary"; children: Piece[]; fallback: Piece[] }
  | { is: "broken"; live: number; where: "component" | "place" | "attribute" | "tag" | "row" | "item" }
  | { is: "portal"; children: Piece[] };

export interface Item {
  readonly id: number;
  readonly text: string;
}

export type Write = { to: "number"; live: number; value: number } | { to: "list"; list: number; items: Item[] };

export interface Program {
  readonly root: Piece[];
  readonly numbers: number[];
  readonly lists: Item[][];
  /** Each turn's writes. */
  readonly turns: Write[][];
}

const NUMBERS = 3;
const LISTS = 2;

const live = fc.nat(NUMBERS - 1);
const list = fc.nat(LISTS - 1);
const text = fc.constantFrom("a", "b", "<&>", "", "x y");

const broken: fc.Arbitrary<Piece> = fc.record({
  is: fc.constant("broken" as const),
  live,
  where: fc.constantFrom("component", "place", "attribute", "tag", "row", "item"),
});

const { pieces } = fc.letrec<{ piece: Piece; pieces: Piece[] }>((tie) => {
  const children = tie("pieces");
  /** Mostly with something in it that may fail. */
  const watched = fc
    .tuple(children, fc.option(broken, { freq: 4 }), children)
    .map(([before, failing, after]) => (failing === null ? before : [...before, failing, ...after]));
  const of = <Is extends Piece["is"]>(is: Is, rest: object) =>
    fc.record({ is: fc.constant(is), ...rest }) as unknown as fc.Arbitrary<Piece>;
  return {
    pieces: fc.array(tie("piece"), { maxLength: 3, depthIdentifier: "pieces" }),
    piece: fc.oneof(
      { maxDepth: 4, depthIdentifier: "pieces", depthSize: "medium" },
      { arbitrary: of("number", { live }), weight: 3 },
      { arbitrary: of("text", { text }), weight: 2 },
      { arbitrary: of("words", { live }), weight: 1 },
      { arbitrary: of("nothing", {}), weight: 1 },
      { arbitrary: of("raw", { live }), weight: 1 },
      { arbitrary: of("control", { live, kind: fc.constantFrom("text", "checkbox", "area", "select") }), weight: 1 },
      { arbitrary: broken, weight: 2 },
      {
        arbitrary: of("element", {
          tag: fc.constantFrom("p", "b", "section"),
          live,
          attribute: fc.constantFrom("", "class", "title", "hidden", "onClick", "fixed"),
          children,
        }),
        weight: 6,
      },
      { arbitrary: of("picture", { live, children }), weight: 1 },
      { arbitrary: of("component", { children }), weight: 2 },
      { arbitrary: of("list", { live, children }), weight: 1 },
      { arbitrary: of("show", { live, children, fallback: children, takesValue: fc.boolean() }), weight: 4 },
      { arbitrary: of("switch", { live, children, fallback: children }), weight: 2 },
      { arbitrary: of("any", { live, children }), weight: 3 },
      { arbitrary: of("for", { list, keyed: fc.boolean(), indexed: fc.boolean(), children }), weight: 6 },
      { arbitrary: of("boundary", { children: watched, fallback: children }), weight: 4 },
      { arbitrary: of("portal", { children }), weight: 1 },
    ),
  };
});

const items = fc.array(fc.record({ id: fc.nat(6), text: fc.constantFrom("a", "b", "c") }), { maxLength: 6 });
const write: fc.Arbitrary<Write> = fc.oneof(
  fc.record({ to: fc.constant("number" as const), live, value: fc.nat(4) }),
  fc.record({ to: fc.constant("list" as const), list, items }),
);

export const programs: fc.Arbitrary<Program> = fc.record({
  root: pieces,
  numbers: fc.array(fc.nat(4), { minLength: NUMBERS, maxLength: NUMBERS }),
  lists: fc.array(items, { minLength: LISTS, maxLength: LISTS }),
  turns: fc.array(fc.array(write, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
});

/** Where a piece stands: in a row, whose text it may show; in an SVG, which has other elements. */
interface At {
  row?: () => string;
  inSvg?: boolean;
}

const tagAt = (tag: string, { inSvg }: At): string => (inSvg && tag !== "script" ? "g" : tag);

/** One run of a program's app. Items that are equal are the same object, so that rows are found again. */
export class RunningProgram {
  readonly numbers: Signal<number>[];
  readonly lists: Signal<readonly Item[]>[];
  /** What fallbacks were given to build their children again. */
  readonly resets = new Set<() => void>();
  readonly #program: Program;
  readonly #known = new Map<string, Item>();
  clicks = 0;

  constructor(program: Program) {
    this.#program = program;
    this.numbers = program.numbers.map((value) => signal(value));
    this.lists = program.lists.map((items) => signal(this.#same(items)));
  }

  readonly Root = (): Child => this.#all(this.#program.root, {});

  write(writes: readonly Write[]): void {
    for (const write of writes) {
      if (write.to === "number") this.numbers[write.live]!.set(write.value);
      else this.lists[write.list]!.set(this.#same(write.items));
    }
  }

  /** Tries once more whatever is broken. */
  reset(): void {
    for (const reset of this.resets) reset();
    this.resets.clear();
  }

  #same(items: readonly Item[]): Item[] {
    return items.map((item) => {
      const name = `${item.id}${item.text}`;
      const known = this.#known.get(name);
      if (known === undefined) this.#known.set(name, item);
      return known ?? item;
    });
  }

  #all(pieces: readonly Piece[], at: At): Child {
    const children = pieces.map((piece) => this.#child(piece, at));
    return children.length === 1 ? children[0] : children;
  }

  #child(piece: Piece, at: At): Child {
    const number = "live" in piece ? this.numbers[piece.live]! : signal(0);
    const inside = () => ("children" in piece ? this.#all(piece.children, at) : null);
    const otherwise = () => ("fallback" in piece ? this.#all(piece.fallback, at) : null);
    switch (piece.is) {
      case "text":
        return piece.text;
      case "nothing":
        return null;
      case "number":
        return number;
      case "words":
        return () => (number.value % 2 === 0 ? `even${at.row?.() ?? ""}` : null);
      case "raw":
        return () => (number.value > 1 ? rawHtml(`<${tagAt("i", at)}>raw${number.value}</${tagAt("i", at)}>`) : "");
      case "element":
        return new JsxNode(tagAt(piece.tag, at), { ...this.#attributes(piece, number, at), children: inside() });
      case "picture":
        return (
          <svg>
            {this.#all(piece.children, { ...at, inSvg: true })}
            <foreignObject>
              <p>{() => (number.value > 1 ? this.#all(piece.children, { ...at, inSvg: false }) : "small")}</p>
            </foreignObject>
          </svg>
        );
      case "control":
        return at.inSvg ? null : this.#control(piece, number);
      case "component": {
        const Component = () => inside();
        return <Component />;
      }
      case "list":
        return [inside(), [inside(), number.peek()]];
      case "show":
        return (
          <Show when={() => number.value > 1 && number.value} fallback={otherwise()}>
            {piece.takesValue ? (value) => [() => value.value, inside()] : inside()}
          </Show>
        );
      case "switch":
        return (
          <Switch fallback={otherwise()}>
            <Match when={() => number.value === 0}>{inside()}</Match>
            <Match when={() => number.value < 3}>{(value) => [inside(), () => String(value.value)]}</Match>
          </Switch>
        );
      case "any":
        return () => {
          if (number.value === 0) return null;
          if (number.value === 1) return "text";
          return number.value === 2
            ? inside()
            : [inside(), new JsxNode(tagAt("b", at), { children: number.value }), number];
        };
      case "for":
        return this.#list(piece, at);
      case "boundary":
        return (
          <ErrorBoundary
            fallback={(error, reset) => {
              this.resets.add(reset);
              return [(error as Error).message, otherwise()];
            }}
          >
            {inside()}
          </ErrorBoundary>
        );
      case "broken":
        return this.#broken(piece, number, at);
      case "portal":
        return <Portal>{inside()}</Portal>;
    }
  }

  #attributes(piece: Piece & { is: "element" }, number: Signal<number>, at: At): object {
    switch (piece.attribute) {
      case "":
        return {};
      case "hidden":
        return { hidden: () => number.value % 2 === 0 };
      case "class":
        return { class: { a: () => number.value > 1, b: () => number.value > 2 }, id: at.row?.() };
      case "onClick":
        return { onClick: () => this.clicks++ };
      case "fixed":
        return { title: `fixed${number.peek()}${at.row?.() ?? ""}` };
      default:
        return { [piece.attribute]: () => (number.value > 2 ? null : `${number.value}"<`) };
    }
  }

  #control({ kind }: Piece & { is: "control" }, number: Signal<number>): Child {
    const value = () => `v${number.value}`;
    switch (kind) {
      case "text":
        return <input value={value} onInput={() => {}} />;
      case "checkbox":
        return <input type="checkbox" checked={() => number.value > 1} disabled={() => number.value > 2} />;
      case "area":
        return <textarea value={value} rows={number.peek()} />;
      case "select":
        return (
          <select value={value}>
            <option value="v1">1</option>
            <Show when={() => number.value > 1}>
              <option value={value}>{value}</option>
            </Show>
          </select>
        );
    }
  }

  #list(piece: Piece & { is: "for" }, at: At): Child {
    const each = this.lists[piece.list]!;
    const contents = (index: (() => number) | null, row: () => string) => {
      const children = this.#all(piece.children, { ...at, row });
      return index === null ? children : [index, children];
    };
    if (piece.keyed) {
      return (
        <For each={each} key={(item) => item.id}>
          {piece.indexed
            ? (item, index) =>
                contents(
                  () => index.value,
                  () => item.value.text,
                )
            : (item) => [() => item.value.text, contents(null, () => item.peek().text)]}
        </For>
      );
    }
    return piece.indexed ? (
      <For each={each}>
        {(item, index) =>
          contents(
            () => index.value,
            () => item.text,
          )
        }
      </For>
    ) : (
      <For each={each}>{(item) => contents(null, () => item.text)}</For>
    );
  }

  #broken({ where }: Piece & { is: "broken" }, number: Signal<number>, at: At): Child {
    const node = (tag: string, props: object) => new JsxNode(tagAt(tag, at), props as Record<string, unknown>);
    const failing = () => {
      if (number.value === 3) throw new Error("three");
      return number.value;
    };
    switch (where) {
      case "component": {
        const Broken = () => node("i", { children: failing() });
        return () => number.value > 0 && <Broken />;
      }
      case "place":
        return failing;
      case "attribute":
        return node("i", { class: failing, children: number });
      case "tag":
        return () => node(number.value === 3 ? "script" : "u", { children: number.value });
      case "item": {
        const Item = () => {
          if (number.peek() > 1 && at.row?.() === "b") throw new Error("item");
          return node("i", { class: number, children: number });
        };
        return <Item />;
      }
      case "row":
        return (
          <For
            each={() => [number.value, 7, number.value * 2]}
            key={(n) => {
              if (n === 2) throw new Error("key");
              return n;
            }}
          >
            {(n) => {
              if (n.peek() === 3) throw new Error("row");
              return node("s", { children: n });
            }}
          </For>
        );
    }
  }
}
