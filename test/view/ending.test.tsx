import { describe, expect, it } from "vitest";
import { computed } from "../../src/reactive/computed.ts";
import { onCleanup } from "../../src/reactive/cleanup.ts";
import { effect } from "../../src/reactive/effect.ts";
import { untracked } from "../../src/reactive/graph.ts";
import { signal, type Signal } from "../../src/reactive/signal.ts";
import { Await } from "../../src/view/flow/await.ts";
import { For } from "../../src/view/flow/for.ts";
import { Portal } from "../../src/view/flow/portal.ts";
import { Show } from "../../src/view/flow/show.ts";
import { Match, Switch } from "../../src/view/flow/switch.ts";
import { ErrorBoundary } from "../../src/view/flow/error-boundary.ts";
import type { Component } from "../../src/view/node.ts";
import { mount, show } from "./support/mounted.ts";

const isWatched = (source: unknown): boolean => (source as { subs: unknown }).subs !== undefined;

/** Something of everything that subscribes. */
function Everything({ n, text }: { n: Signal<number>; text: Signal<string> }) {
  effect(() => void n.value);
  const twice = computed(() => n.value * 2);
  return (
    <main class={{ a: () => n.value > 1 }} style={{ width: () => `${n.value}px` }} onClick={() => {}}>
      {n} {twice} {() => n.value}
      <input bind={text} onKeyDown={() => {}} />
      <input type="radio" name="r" value="1" bind={text} />
      <input type="checkbox" indeterminate={() => n.value > 0} />
      <Show when={() => n.value > 0}>
        <b title={text}>{n}</b>
        <Portal>
          <dialog onClose={() => {}}>{n}</dialog>
        </Portal>
      </Show>
      <For each={() => [n.value, 5]} key={(item) => item}>
        {(item, index) => (
          <p onClick={() => {}}>
            {item} {index} {n}
          </p>
        )}
      </For>
      <ErrorBoundary fallback="failed">{() => <i>{n}</i>}</ErrorBoundary>
    </main>
  );
}

describe("disposal", () => {
  it("V47: nothing stays subscribed after 1000 views, and no handler is left", () => {
    const n = signal(1);
    const text = signal("1");
    const Root: Component = () => <Everything n={n} text={text} />;
    for (let i = 0; i < 1000; i++) {
      const page = mount(Root);
      if (i % 100 === 0) page.turn(() => n.set(i / 100 + 2));
      page.view.dispose();
      if (page.view.handlers.size !== 0) throw new Error(`${page.view.handlers.size} handlers are left`);
    }
    expect([isWatched(n), isWatched(text)]).toEqual([false, false]);
  });

  it("V47: a view that is gone sends and runs nothing", () => {
    const n = signal(1);
    const text = signal("1");
    const page = show(<Everything n={n} text={text} />);
    page.turn();
    const button = page.idOf("main");
    n.set(7);
    page.view.dispose();
    page.owner.flush();
    expect(page.view.takeOperations()).toEqual([]);
    expect(page.dispatch(button, "click")).toBeUndefined();
    expect(page.view.html()).toEqual({ root: "", layers: "" });
    expect(page.errors).toEqual([]);
  });

  it("V47: what leaves the screen leaves nothing behind", () => {
    const on = signal(true);
    const n = signal(1);
    const text = signal("1");
    const page = show(
      <Show when={on}>
        <Everything n={n} text={text} />
      </Show>,
    );
    page.turn();
    page.turn(() => on.set(false));
    expect([isWatched(n), isWatched(text), page.view.handlers.size]).toEqual([false, false, 0]);
    expect(page.view.unpaintedOperations()).toEqual([]);
    page.turn(() => on.set(true));
    expect(page.view.handlers.size).toBeGreaterThan(0);
  });

  it("V47: a binding that ends its own view in the middle of its run", () => {
    const n = signal(1);
    const page = mount(() => (
      <p>
        {() => {
          if (n.value === 2) page.view.dispose();
          return n.value === 2 ? <b>{n}</b> : n.value;
        }}
      </p>
    ));
    page.owner.turn(() => n.set(2));
    expect(isWatched(n)).toBe(false);
    expect(page.view.html().root).toBe("");
  });

  it("V48: what a component made ends in the reverse order of its making", () => {
    const log: string[] = [];
    const note = (what: string) => onCleanup(() => log.push(what));
    const Inner = ({ name }: { name: string }) => {
      note(`${name} inner`);
      return null;
    };
    const Outer = () => {
      note("first");
      effect(() => note("effect"));
      note("second");
      return (
        <p>
          <Inner name="direct" />
          <Show when={true}>
            <Inner name="nested" />
          </Show>
          <For each={["a", "b"]}>{(name) => <Inner name={name} />}</For>
        </p>
      );
    };
    const on = signal(true);
    const page = show(<Show when={on}>{() => <Outer />}</Show>);
    page.turn();
    page.turn(() => on.set(false));
    expect(log).toEqual(["b inner", "a inner", "nested inner", "direct inner", "second", "effect", "first"]);
  });

  it("V48: a cleanup that fails is reported, and the others run", () => {
    const log: string[] = [];
    const n = signal(1);
    const Part = () => {
      onCleanup(() => log.push("first"));
      onCleanup(() => {
        throw new Error("cleanup");
      });
      onCleanup(() => log.push(`last ${n.value}`));
      return null;
    };
    const page = show(<Part />);
    page.view.dispose();
    expect([log, page.errors, isWatched(n)]).toEqual([["last 1", "first"], ["cleanup"], false]);
  });

  it("V48: an effect that was disposed by hand is not disposed again", () => {
    let ended = 0;
    let dispose = () => {};
    const Part = () => {
      const handle = effect(() => onCleanup(() => ended++));
      dispose = () => handle.dispose();
      return null;
    };
    const page = mount(Part);
    page.turn();
    dispose();
    page.view.dispose();
    expect(ended).toBe(1);
  });
});

describe("signals read too early", () => {
  const n = signal(1);
  const warnings = (root: Component) => {
    const page = mount(root, { development: true });
    page.turn();
    return page.warnings;
  };

  it("V49: a component that reads one while it builds is named, with the fix", () => {
    const Counter = () => <p>{n.value}</p>;
    expect(warnings(() => <Counter />)).toEqual([
      expect.stringMatching(/^view\/read-once: Counter reads .*count\.peek\(\)/),
    ]);
    expect(warnings(Counter)).toEqual([expect.stringMatching(/Counter reads/)]);
    expect(mount(Counter).warnings).toEqual([]);
  });

  it("V49: also through a computed", () => {
    const twice = computed(() => n.value * 2);
    const Twice = () => <p>{twice.value}</p>;
    expect(warnings(Twice)).toEqual([expect.stringMatching(/Twice reads/)]);
    expect(isWatched(n)).toBe(false);
  });

  it("V49: so is the content of Show, Match, Await and the fallback of an ErrorBoundary", async () => {
    const Fails = () => {
      throw new Error("one");
    };
    const Careless = () => (
      <p>
        <Show when={n}>{(value) => <b>{value.value}</b>}</Show>
        <Switch>
          <Match when={n}>{(value) => <b>{value.value}</b>}</Match>
        </Switch>
        <Await value={Promise.resolve(1)}>{(value) => <b>{value + n.value}</b>}</Await>
        <ErrorBoundary fallback={() => <b>{n.value}</b>}>
          <Fails />
        </ErrorBoundary>
      </p>
    );
    const page = mount(Careless, { development: true });
    await page.settle();
    expect(page.warnings.map((warning) => /: (.*) reads/.exec(warning)?.[1])).toEqual([
      "The content of <Show>",
      "The content of <Match>",
      "The fallback of <ErrorBoundary>",
      "The content of <Await>",
    ]);
  });

  it("V49: peek, untracked, functions, effects and what Tandem reads itself are silent", () => {
    const Quiet = () => {
      const twice = computed(() => n.value * 2);
      effect(() => void n.value);
      return (
        <p title={() => n.value.toString()} onClick={() => n.value++}>
          {n.peek()} {untracked(() => n.value)} {twice.peek()} {() => n.value} {twice}
          <Show when={n}>{(value) => value}</Show>
          <For each={() => [n.value]}>{(item) => item}</For>
          <Await value={async () => n.value}>{(value) => value}</Await>
        </p>
      );
    };
    expect(warnings(Quiet)).toEqual([]);
  });

  it("V49: one that fails is still named", () => {
    const Failing = () => {
      if (n.value === 1) throw new Error("one");
      return null;
    };
    const page = mount(() => <Failing />, { development: true });
    expect(page.warnings).toEqual([expect.stringMatching(/Failing reads/)]);
    expect(page.errors).toEqual(["one"]);
  });
});
