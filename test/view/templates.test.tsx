import { describe, expect, it } from "vitest";
import { Op, type Operation } from "../../src/protocol/operations.ts";
import { signal } from "../../src/reactive/signal.ts";
import { ref } from "../../src/view/ref.ts";
import { command } from "../../src/view/commands.ts";
import { For } from "../../src/view/flow/for.ts";
import { Show } from "../../src/view/flow/show.ts";
import { JsxNode } from "../../src/view/node.ts";
import { MAX_SHAPES, shapeCount } from "../../src/view/template.ts";
import { ModelScreen } from "./support/model-screen.ts";
import { mount, show } from "./support/mounted.ts";

const beyond = (operations: readonly Operation[]) =>
  operations.filter(([op, , definition]) => op === Op.Template && JSON.stringify(definition).includes("data-beyond"));

describe("learning what is constant", () => {
  it("V11: views of one structure share a template; what differs becomes a slot", () => {
    const names = signal<string[]>([]);
    const page = show(
      <ul>
        <For each={names}>
          {(name) => (
            <li class="row" title={name}>
              Name: <b>{name}</b>
            </li>
          )}
        </For>
      </ul>,
    );
    page.turn(() => names.set(["a"]));
    page.turn(() => names.set(["a", "b"]));
    const operations = page.turn(() => names.set(["a", "b", "c", "d"]));
    expect(operations).toEqual([[Op.Insert, 3, 0, expect.any(Number), [6, "c", "c", 7, "d", "d"]]]);
    expect(page.html).toContain(`<li class="row" title="d">Name: <b>d</b></li>`);
  });

  it("V11: rows built before and after it is learned stand in one insert", () => {
    const names = signal<string[]>([]);
    const page = show(
      <ol>
        <For each={names}>{(name) => <li lang="x">{name}</li>}</For>
      </ol>,
    );
    const operations = page.turn(() => names.set(["a", "b", "c"]));
    expect(operations.map(([op]) => op)).toEqual([Op.Template, Op.Insert, Op.Template, Op.Insert]);
    expect(page.html).toBe(`<ol><li lang="x">a</li><li lang="x">b</li><li lang="x">c</li></ol>`);
    page.turn(() => names.set(["c", "x", "a"]));
  });

  it("V11: literals and live slots keep their order, attributes before children", () => {
    const live = signal(0);
    const rows = signal<number[]>([]);
    const Row = ({ n }: { n: number }) => (
      <p id={`i${n}`} class={() => `c${live.value}`} title={`t${n}`}>
        {n}
        <input value={() => `v${live.value}`} placeholder={`p${n}`} name={`n${n}`} />
        {live}
        <textarea value={`area${n}`} lang={`l${n}`} onFocus={command.show(`#x${n}`)} />
        <textarea lang={`l${n}`} value={() => `live${live.value}`} onFocus={command.show(`#x${n}`)} rows={n} />
        <select value={`s${n}`} lang={`l${n}`} />
        {n} {live}
      </p>
    );
    const page = show(<For each={rows}>{(n) => <Row n={n} />}</For>);
    page.turn(() => rows.set([1]));
    page.turn(() => rows.set([1, 2]));
    page.turn(() => rows.set([1, 2, 3]));
    page.turn(() => live.set(7));
    page.turn(() => rows.set([4, 3, 5]));
    expect(page.html).toContain(
      `<textarea lang="l5" rows="5" data-do="{&quot;focus&quot;:[[&quot;show&quot;,&quot;#x5&quot;]]}">`,
    );
  });

  it("V11: true, text and numbers as fixed attributes", () => {
    const rows = signal<number[]>([]);
    const page = show(
      <For each={rows}>
        {(n) => (
          <input
            type="checkbox"
            hidden={n % 2 === 0}
            checked={n > 1}
            tabindex={n}
            aria-busy={n === 1}
            value={`${n}`}
            disabled
          />
        )}
      </For>,
    );
    page.turn(() => rows.set([1, 2, 3]));
    expect(page.html).toContain(
      `<input type="checkbox" hidden="" checked="" tabindex="2" aria-busy="false" value="2" disabled="">`,
    );
  });
});

describe("telling clients", () => {
  const Toggled = ({ on }: { on: () => boolean }) => (
    <Show when={on}>
      <b>on</b>
    </Show>
  );

  it("V13: a template is defined before its first use, once", () => {
    const on = signal(false);
    const page = show(
      <p>
        <Toggled on={() => on.value} />
      </p>,
    );
    expect(page.turn(() => on.set(true)).map(([op]) => op)).toEqual([Op.Template, Op.Fill]);
    page.turn(() => on.set(false));
    expect(page.turn(() => on.set(true)).map(([op]) => op)).toEqual([Op.Fill]);
  });

  it("V13: one that joins later is told what the others know", () => {
    const on = signal(false);
    const page = show(
      <p>
        <Toggled on={() => on.value} />
      </p>,
    );
    page.turn(() => on.set(true));
    page.turn(() => on.set(false));
    const late = ModelScreen.painted(page.view.html());
    late.apply(page.view.templateDefinitions());
    late.apply(page.turn(() => on.set(true)));
    expect(String(late)).toBe(String(page.client));
  });

  it("V13: another session is told by itself, with the same number", () => {
    const [first, second] = [1, 2].map(() => {
      const on = signal(false);
      const page = show(
        <p>
          <Toggled on={() => on.value} />
        </p>,
      );
      return page.turn(() => on.set(true));
    });
    expect(second).toEqual(first);
  });
});

describe("what a session keeps", () => {
  it("V14: no block holds its static markup", () => {
    const Page = ({ name }: { name: string }) => (
      <main>
        <h1>{`A long heading that every session shows ${"x".repeat(1000)}`}</h1>
        <p>{name}</p>
      </main>
    );
    const slots = ["a", "b"].map(
      (name) =>
        show(<Page name={name} />)
          .view.wholeScreen()
          .at(-1)![1] as unknown[],
    );
    expect(slots[1]).toEqual([expect.any(Number), 3, "b"]);
    expect(slots[0]![0]).not.toBe(slots[1]![0]);
  });
});

describe("too many shapes", () => {
  it("V12: beyond the limit a template is private: each frame that uses it defines it, once", () => {
    const node = (n: number) => new JsxNode("p", { [`data-odd-${n}`]: "", children: [<b>{n}</b>, () => n] });
    while (shapeCount() < MAX_SHAPES) show(node(shapeCount()));
    const odd = signal<string[]>([]);
    const field = ref();
    const page = mount(() => (
      <section>
        <For each={odd}>
          {(name) => (
            <p data-beyond="1" title={name}>
              {name} <Show when={() => true}>{() => <q data-beyond="2">{name}</q>}</Show>
              <input ref={field} onFocus={() => {}} />
            </p>
          )}
        </For>
      </section>
    ));
    const first = page.turn(() => odd.set(["a", "b", "c"]));
    const numbers = beyond(first).map(([, number]) => number as number);
    expect(Math.max(...numbers)).toBeLessThan(0);
    expect(new Set(numbers).size).toBe(numbers.length);
    const second = page.turn(() => odd.set(["c", "d", "a"]));
    expect(beyond(second).length).toBeGreaterThan(0);
    expect(page.html).toContain(`<p data-beyond="1" title="d">d <q data-beyond="2">d</q>`);
    expect(shapeCount()).toBe(MAX_SHAPES);
    expect(page.fire("input", "focus")).toMatchObject({ refused: null });
    const late = ModelScreen.blank();
    late.apply(page.view.wholeScreen());
    expect(String(late)).toBe(String(page.client));
    page.view.dispose();
    expect(page.view.handlers.size).toBe(0);
  });
});
