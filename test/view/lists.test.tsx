import { describe, expect, it } from "vitest";
import { Op, type Operation } from "../../src/protocol/operations.ts";
import { onCleanup } from "../../src/reactive/cleanup.ts";
import { signal } from "../../src/reactive/signal.ts";
import { ErrorBoundary } from "../../src/view/flow/error-boundary.ts";
import { For } from "../../src/view/flow/for.ts";
import { Portal } from "../../src/view/flow/portal.ts";
import { Show } from "../../src/view/flow/show.ts";
import { longestIncreasing } from "../../src/view/longest-increasing.ts";
import type { Child } from "../../src/view/node.ts";
import { Random } from "../support/random.ts";
import { mount, show, type MountedView } from "./support/mounted.ts";

const letters = (page: MountedView) => page.html.replace(/<[^>]*>/g, "");
const kinds = (operations: readonly Operation[]) => operations.map(([op]) => op).filter((op) => op !== Op.Template);

/** A list of letters; how often each was built, and ended, is counted. */
function letterList(first: string) {
  const items = signal([...first]);
  const built: string[] = [];
  const ended: string[] = [];
  const page = mount(() => (
    <ul>
      <For each={items}>
        {(letter) => {
          built.push(letter);
          onCleanup(() => ended.push(letter));
          return <li>{letter}</li>;
        }}
      </For>
    </ul>
  ));
  const change = (next: string) => page.turn(() => items.set([...next]));
  return { page, change, built, ended, items };
}

describe("rows", () => {
  it("V24: without a key the row of the same item stays", () => {
    const { page, change, built, ended } = letterList("abc");
    change("cxa");
    expect(letters(page)).toBe("cxa");
    expect(built.join("")).toBe("abcx");
    expect(ended.join("")).toBe("b");
  });

  it("V24: with a key the row of the same key stays, and its item follows", () => {
    const items = signal([
      { id: 1, name: "Ann" },
      { id: 2, name: "Bob" },
    ]);
    let built = 0;
    const page = show(
      <For each={items} key={(item) => item.id}>
        {(item) => {
          built++;
          return <p>{() => item.value.name}</p>;
        }}
      </For>,
    );
    const operations = page.turn(() =>
      items.set([
        { id: 2, name: "Bo" },
        { id: 1, name: "Ann" },
      ]),
    );
    expect(kinds(operations)).toEqual([Op.Move, Op.Text]);
    expect(page.html).toBe("<p>Bo</p><p>Ann</p>");
    expect(built).toBe(2);
  });

  it("V24: a list of nothing, null and undefined are empty; what is no array is an error", () => {
    const items = signal<string[] | null | undefined>(undefined);
    const page = show(<For each={items}>{(item) => item}</For>);
    page.turn(() => items.set(["a"]));
    expect(kinds(page.turn(() => items.set(null)))).toEqual([Op.Clear]);
    expect(page.turn(() => items.set([]))).toEqual([]);
    page.turn(() => items.set(["b"]));
    page.turn(() => items.set(new Set(["c"]) as never));
    expect(page.errors).toEqual([expect.stringMatching(/array or nothing.*class Set/)]);
    expect(page.html).toBe("b");
    expect(show(<For each={"text" as never}>{() => "x"}</For>).errors).toEqual([expect.stringMatching(/string text/)]);
  });

  it("V26: a row is one element, several, text or nothing, and moves and goes as a whole", () => {
    const rows: Record<string, () => Child> = {
      element: () => <b>1</b>,
      several: () => [<i>2</i>, "and", <u>3</u>],
      fragment: () => (
        <>
          <s>4</s>
          {() => "live"}
        </>
      ),
      text: () => "text",
      nothing: () => null,
      live: () => () => <q>5</q>,
      list: () => <For each={[6, 7]}>{(n) => <em>{n}</em>}</For>,
      one: () => [<b>8</b>],
      component: () => {
        const Row = () => <b>9</b>;
        return <Row />;
      },
      portal: () => (
        <Portal>
          <dialog>10</dialog>
        </Portal>
      ),
    };
    const names = Object.keys(rows);
    const items = signal(names);
    const page = show(<For each={items}>{(name) => rows[name]!()}</For>);
    const random = new Random(26);
    for (let turn = 0; turn < 200; turn++) {
      const next = names.filter(() => random.chance(0.7)).sort(() => random.next() - 0.5);
      page.turn(() => items.set(next));
    }
    page.turn(() => items.set(["several", "nothing", "text", "fragment"]));
    expect(page.html).toBe("<i>2</i>and<u>3</u>text<s>4</s>live");
  });

  it("V27: equal items and equal keys make one row each", () => {
    const { page, change, built } = letterList("aab");
    change("baaa");
    expect(letters(page)).toBe("baaa");
    expect(built.join("")).toBe("aaba");
    change("a");
    change("abab");
    expect(letters(page)).toBe("abab");

    const items = signal([NaN, NaN, 0, -0]);
    const numbers = show(
      <For each={items} key={(n) => n}>
        {(n) => <i>{n}</i>}
      </For>,
    );
    numbers.turn(() => items.set([0, NaN, -0, NaN]));
    expect(letters(numbers)).toBe("0NaN0NaN");
  });

  it("V28: a row's index follows", () => {
    const items = signal([..."abc"]);
    const page = show(<For each={items}>{(letter, index) => <p>{() => `${index.value}${letter}`}</p>}</For>);
    page.turn(() => items.set([..."cab"]));
    expect(letters(page)).toBe("0c1a2b");
    page.turn(() => items.set([..."b"]));
    expect(letters(page)).toBe("0b");
  });
});

describe("moves and inserts", () => {
  const ascending = (a: number, b: number) => a - b;

  it.each<[from: string, to: string, kinds: number[]]>([
    ["", "abc", [Op.Insert]],
    ["abc", "abcde", [Op.Insert]],
    ["abc", "xyabc", [Op.Insert]],
    ["abc", "axybc", [Op.Insert]],
    ["abc", "axbyc", [Op.Insert, Op.Insert]],
    ["abcde", "ace", [Op.Remove]],
    ["abc", "", [Op.Clear]],
    ["abc", "xyz", [Op.Clear, Op.Insert]],
    ["abcdef", "fabcde", [Op.Move]],
    ["abcdef", "bcdefa", [Op.Move]],
    ["abcdef", "afcdeb", [Op.Move, Op.Move]],
    ["abcd", "dcba", [Op.Move, Op.Move, Op.Move]],
    ["abcd", "xdba", [Op.Remove, Op.Move, Op.Move, Op.Insert]],
  ])("V25: from %j to %j", (from, to, expected) => {
    const { page, change, ended } = letterList(from);
    change("qr"); // learns the template
    change(from);
    ended.length = 0;
    expect(kinds(change(to)).sort(ascending)).toEqual([...expected].sort(ascending));
    expect(letters(page)).toBe(to);
    expect(ended.sort().join("")).toBe([...from].filter((letter) => !to.includes(letter)).join(""));
  });

  it("V25: the rows that stay in place are as many as can be", () => {
    const random = new Random(25);
    for (let run = 0; run < 500; run++) {
      const values = Int32Array.from({ length: random.below(8) }, () => random.below(9) - 1);
      const distinct = values.map((value, i) => (values.indexOf(value) === i ? value : -1));
      const steady = longestIncreasing(distinct);
      expect(
        steady.every((at, i) => i === 0 || (at > steady[i - 1]! && distinct[at]! > distinct[steady[i - 1]!]!)),
      ).toBe(true);
      expect(steady.length).toBe(longestByForce([...distinct]));
    }
  });

  function longestByForce([first, ...rest]: number[], above = -1): number {
    if (first === undefined) return 0;
    const without = longestByForce(rest, above);
    return first > above ? Math.max(without, 1 + longestByForce(rest, first)) : without;
  }
});

describe("rows that fail", () => {
  const Row = ({ name }: { name: string }) => {
    if (name === "!") throw new Error("row");
    return <b title={() => tick.value}>{name}</b>;
  };
  const tick = signal("t");
  const subscribers = () => {
    let count = 0;
    type Entry = { nextSub: Entry | undefined };
    for (let link = (tick as unknown as { subs: Entry | undefined }).subs; link !== undefined; link = link.nextSub)
      count++;
    return count;
  };

  it("V32: without a boundary a failing row is empty, and the others are there", () => {
    const items = signal([..."a!b"]);
    const page = show(<For each={items}>{(name) => <Row name={name} />}</For>);
    expect(letters(page)).toBe("ab");
    page.turn(() => items.set([..."!b!c"]));
    expect(letters(page)).toBe("bc");
    expect(page.errors.length).toBe(2);
    page.view.dispose();
  });

  it("V32: a key that fails leaves the list as it is, and the next change recovers it", () => {
    const items = signal([..."ab"]);
    const page = show(
      <For
        each={items}
        key={(name) => {
          if (name === "!") throw new Error("key");
          return name;
        }}
      >
        {(name) => <i title={tick}>{name}</i>}
      </For>,
    );
    expect(page.turn(() => items.set([..."xb!"]))).toEqual([]);
    expect(page.errors).toEqual(["key"]);
    page.turn(() => items.set([..."bc"]));
    expect(letters(page)).toBe("bc");
    page.view.dispose();
    expect(subscribers()).toBe(0);
    items.set([..."a!"]);
    const second = show(
      <For
        each={items}
        key={(name) => {
          if (name === "!") throw new Error("key");
          return name;
        }}
      >
        {(name) => <i title={tick}>{name}</i>}
      </For>,
    );
    expect([letters(second), subscribers()]).toEqual(["", 0]);
    second.turn(() => items.set([..."a"]));
    expect(letters(second)).toBe("a");
    second.view.dispose();
  });

  it("V31: below a boundary a failing row fails it all, and nothing stays subscribed", () => {
    const items = signal([..."ab"]);
    let again = () => {};
    const page = show(
      <ErrorBoundary
        fallback={(error, reset) => {
          again = reset;
          return <p>{String(error)}</p>;
        }}
      >
        <For each={items}>{(name) => <Row name={name} />}</For>
      </ErrorBoundary>,
    );
    expect(subscribers()).toBe(2);
    page.turn(() => items.set([..."xa!b"]));
    expect(page.html).toBe("<p>Error: row</p>");
    expect(subscribers()).toBe(0);
    page.turn(again);
    expect(subscribers()).toBe(0);
    page.turn(() => {
      items.set([..."cd"]);
      again();
    });
    expect(letters(page)).toBe("cd");
    expect(page.errors).toEqual([]);
    page.view.dispose();
    expect(subscribers()).toBe(0);
  });

  it("V31: also while the list is built first", () => {
    const items = signal([..."ab!"]);
    const page = show(
      <ErrorBoundary fallback="failed">
        <For each={items}>{(name) => <Row name={name} />}</For>
      </ErrorBoundary>,
    );
    expect([page.html, subscribers()]).toEqual(["failed", 0]);
  });
});

describe("lists in lists", () => {
  it("V26: a list in a condition in a list", () => {
    const outer = signal([1, 2, 3]);
    const inner = signal([..."ab"]);
    const on = signal(true);
    const page = show(
      <For each={outer}>
        {(n, index) => (
          <Show when={() => on.value || n === 2}>
            {() => <For each={inner}>{(letter) => [n, letter, () => index.value]}</For>}
          </Show>
        )}
      </For>,
    );
    expect(letters(page)).toBe("1a01b02a12b13a23b2");
    page.turn(() => {
      on.set(false);
      outer.set([3, 2]);
      inner.set([..."ba"]);
    });
    expect(letters(page)).toBe("2b12a1");
    page.turn(() => {
      on.set(true);
      inner.set([..."c"]);
    });
    expect(letters(page)).toBe("3c02c1");
  });
});
