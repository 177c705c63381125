import { describe, expect, it } from "vitest";
import { Op } from "../../src/protocol/operations.ts";
import { onCleanup } from "../../src/reactive/cleanup.ts";
import { effect } from "../../src/reactive/effect.ts";
import { signal } from "../../src/reactive/signal.ts";
import { untracked } from "../../src/reactive/graph.ts";
import { Await } from "../../src/view/flow/await.ts";
import { createContext, useContext } from "../../src/view/flow/context.ts";
import { ErrorBoundary } from "../../src/view/flow/error-boundary.ts";
import { For } from "../../src/view/flow/for.ts";
import { Portal } from "../../src/view/flow/portal.ts";
import { Show } from "../../src/view/flow/show.ts";
import { Match, Switch } from "../../src/view/flow/switch.ts";
import type { Child } from "../../src/view/node.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { deferred } from "../support/promises.ts";
import { mount, show } from "./support/mounted.ts";

const Broken = ({ message = "broken" }: { message?: string }): Child => {
  throw new Error(message);
};

describe("Show", () => {
  it("V29: its children are built when the condition begins to hold, and let go when it ends", () => {
    const n = signal(0);
    const log: string[] = [];
    const Inside = () => {
      log.push("built");
      onCleanup(() => log.push("ended"));
      return <b>{n}</b>;
    };
    const page = mount(() => (
      <p>
        <Show when={() => n.value > 1} fallback={<i>few</i>}>
          <Inside />
        </Show>
      </p>
    ));
    expect([page.html, log]).toEqual(["<p><i>few</i></p>", []]);
    for (const next of [2, 3, 4]) page.turn(() => n.set(next));
    expect([page.html, log]).toEqual(["<p><b>4</b></p>", ["built"]]);
    page.turn(() => n.set(0));
    expect([page.html, log]).toEqual(["<p><i>few</i></p>", ["built", "ended"]]);
    page.turn(() => n.set(9));
    expect(log).toEqual(["built", "ended", "built"]);
  });

  it("V29: a function gets the value as a signal, never empty", () => {
    const user = signal<{ name: string } | null>(null);
    let built = 0;
    const page = show(
      <Show when={user} fallback="nobody">
        {(shown) => {
          built++;
          return <b>{() => shown.value.name}</b>;
        }}
      </Show>,
    );
    page.turn(() => user.set({ name: "Ann" }));
    page.turn(() => user.set({ name: "Bob" }));
    expect([page.html, built]).toEqual(["<b>Bob</b>", 1]);
    page.turn(() => user.set(null));
    page.turn(() => user.set({ name: "Cy" }));
    expect([page.html, built, page.errors]).toEqual(["<b>Cy</b>", 2, []]);
  });

  it("V29: fixed conditions, and children that are a list or a live function", () => {
    const n = signal(1);
    const page = show(
      <>
        <Show when={true}>
          <i />
          {n}
        </Show>
        <Show when={0} fallback="no">
          yes
        </Show>
        <Show when={true}>{() => n.value * 10}</Show>
      </>,
    );
    page.turn(() => n.set(2));
    expect(page.html).toBe("<i></i>2no20");
  });
});

describe("Switch", () => {
  it("V30: it shows the first Match that holds, else its fallback", () => {
    const n = signal(0);
    let built = 0;
    const page = show(
      <Switch fallback={<i>none</i>}>
        <Match when={() => n.value === 1}>one</Match>
        {false}
        <Match when={() => n.value > 0 && n.value < 4}>
          {(value) => {
            built++;
            return <b>{() => String(value.value)}</b>;
          }}
        </Match>
        {[<Match when={() => n.value === 5}>{null}</Match>]}
      </Switch>,
    );
    const seen = [0, 1, 2, 3, 5, 6].map((next) => (page.turn(() => n.set(next)), page.html));
    expect(seen).toEqual(["<i>none</i>", "one", "<b>true</b>", "<b>true</b>", "", "<i>none</i>"]);
    expect(built).toBe(1);
  });

  it("V30: while the choice stays, nothing changes", () => {
    const n = signal(2);
    const page = show(
      <Switch>
        <Match when={() => n.value > 1}>
          <b>many</b>
        </Match>
      </Switch>,
    );
    expect(page.turn(() => n.set(3))).toEqual([]);
  });

  it("V30: anything else in it is an error, and so is a Match elsewhere", () => {
    const page = show(
      <p>
        <Switch>
          <b>no</b>
        </Switch>
        <Match when={true}>no</Match>
      </p>,
    );
    expect(page.errors).toEqual([expect.stringMatching(/only <Match>/), expect.stringMatching(/inside <Switch>/)]);
  });
});

describe("ErrorBoundary", () => {
  it("V31: it shows its fallback when something in it throws while it is built", () => {
    const page = show(
      <main>
        <ErrorBoundary fallback={(error) => <p>{String(error)}</p>}>
          <b>
            before
            <Show when={true}>
              <Broken />
            </Show>
          </b>
        </ErrorBoundary>
        <ErrorBoundary fallback="sorry">
          <Broken />
        </ErrorBoundary>
        <ErrorBoundary fallback="unused">fine</ErrorBoundary>
      </main>,
    );
    expect(page.html).toBe("<main><p>Error: broken</p>sorryfine</main>");
    expect(page.errors).toEqual([]);
  });

  it("V31: or later, in a text, an attribute, a list or what is built then", () => {
    const n = signal(1);
    const odd = () => {
      if (n.value === 2) throw new Error("two");
      return String(n.value);
    };
    const places: Child[] = [
      <p>{odd}</p>,
      <p title={odd} />,
      <input value={odd} />,
      <For each={() => [odd()]}>{(text) => text}</For>,
      () => (n.value === 2 ? <Broken message="two" /> : "1"),
      <Show when={() => n.value === 2}>
        <Broken message="two" />
      </Show>,
      <a href={() => (n.value === 2 ? "javascript:two" : "/")} />,
    ];
    for (const place of places) {
      n.set(1);
      let reset = () => {};
      const page = show(
        <ErrorBoundary
          fallback={(error, again) => {
            reset = again;
            return (error as Error).message;
          }}
        >
          {place}
        </ErrorBoundary>,
      );
      const before = page.html;
      page.turn(() => n.set(2));
      expect(page.html).toContain("two");
      page.turn(() => n.set(1));
      expect(page.html).toContain("two");
      page.turn(reset);
      expect([page.html, page.errors]).toEqual([before, []]);
    }
  });

  it("V31: reset builds the children again; one that comes late does nothing", () => {
    const n = signal(1);
    const resets: (() => void)[] = [];
    let built = 0;
    const Fragile = () => {
      built++;
      if (untracked(() => n.value) === 1) throw new Error("one");
      return <b>{n}</b>;
    };
    const page = mount(() => (
      <ErrorBoundary
        fallback={(_, reset) => {
          resets.push(reset);
          return "failed";
        }}
      >
        <Fragile />
      </ErrorBoundary>
    ));
    page.turn(resets[0]);
    expect([page.html, built, resets.length]).toEqual(["failed", 2, 2]);
    page.turn(() => n.set(2));
    page.turn(resets[1]);
    expect(page.html).toBe("<b>2</b>");
    page.turn(resets[1]);
    page.turn(resets[0]);
    expect(built).toBe(3);
  });

  it("V31: an error of the fallback goes to the next boundary, else it is reported", () => {
    const nested = show(
      <ErrorBoundary fallback={(error) => `outer ${(error as Error).message}`}>
        <p>
          <ErrorBoundary fallback={() => <Broken message="fallback" />}>
            <Broken />
          </ErrorBoundary>
        </p>
      </ErrorBoundary>,
    );
    expect([nested.html, nested.errors]).toEqual(["outer fallback", []]);
    const alone = show(
      <p>
        <ErrorBoundary
          fallback={() => {
            throw new Error("fallback");
          }}
        >
          <Broken />
        </ErrorBoundary>
      </p>,
    );
    expect([alone.html, alone.errors]).toEqual(["<p></p>", ["fallback"]]);
  });

  it("V31: later errors of a fallback, and the inner of two boundaries", () => {
    const n = signal(1);
    const odd = (bad: number) => () => {
      if (n.value === bad) throw new Error(`bad ${bad}`);
      return n.value;
    };
    const page = show(
      <ErrorBoundary fallback={(error) => `outer ${(error as Error).message}`}>
        <ErrorBoundary fallback={(error) => [`inner ${(error as Error).message} `, odd(3)]}>{odd(2)}</ErrorBoundary>!
      </ErrorBoundary>,
    );
    page.turn(() => n.set(2));
    expect(page.html).toBe("inner bad 2 2!");
    page.turn(() => n.set(3));
    expect(page.html).toBe("outer bad 3");
  });

  it("V31: what was half built ends", () => {
    const n = signal(1);
    const log: string[] = [];
    const Part = () => {
      onCleanup(() => log.push("cleanup"));
      effect(() => void log.push(`effect ${n.value}`));
      return <b onClick={() => {}}>{n}</b>;
    };
    const page = mount(() => (
      <ErrorBoundary fallback="failed">
        <Part />
        <Portal>
          <Part />
        </Portal>
        <Show when={true}>
          <Part />
          <Broken />
        </Show>
      </ErrorBoundary>
    ));
    page.turn();
    page.turn(() => n.set(2));
    expect(log).toEqual(["cleanup", "cleanup", "cleanup"]);
    expect(page.html).toBe("failed");
    expect(page.view.handlers.size).toBe(0);
    expect((n as unknown as { subs: unknown }).subs).toBeUndefined();
  });

  it("V31: errors of event handlers are not its business", () => {
    const page = show(
      <ErrorBoundary fallback="failed">
        <button
          onClick={() => {
            throw new Error("click");
          }}
        >
          x
        </button>
      </ErrorBoundary>,
    );
    expect(() => page.fire("button", "click")).toThrow("click");
    expect(page.html).toBe("<button>x</button>");
  });
});

describe("contexts", () => {
  const Color = createContext("grey");
  const Shown = () => <b>{useContext(Color)}</b>;

  it("V33: a value reaches all below its provider, also what is built later", () => {
    const on = signal(false);
    const page = show(
      <>
        <Shown />
        <Color.Provider value="red">
          <Shown />
          <Color.Provider value="blue">
            <Shown />
          </Color.Provider>
          <Show when={on}>
            <Shown />
          </Show>
          <For each={() => (on.value ? [1] : [])}>{() => [<Shown />, useContext(Color)]}</For>
          {() => on.value && <Shown />}
          <Portal>
            <Shown />
          </Portal>
        </Color.Provider>
        <Shown />
      </>,
    );
    expect(page.html).toBe("<b>grey</b><b>red</b><b>blue</b><b>grey</b>|<b>red</b>");
    page.turn(() => on.set(true));
    expect(page.html).toBe("<b>grey</b><b>red</b><b>blue</b><b>red</b><b>red</b>red<b>red</b><b>grey</b>|<b>red</b>");
  });

  it("V33: null and undefined are values too", () => {
    const Maybe = createContext<string | null | undefined>("fallback");
    const Seen = () => String(useContext(Maybe));
    const page = show([
      <Maybe.Provider value={null}>
        <Seen />
      </Maybe.Provider>,
      <Maybe.Provider value={undefined}>
        <Seen />
      </Maybe.Provider>,
    ]);
    expect(page.html).toBe("nullundefined");
  });

  it("V33: useContext elsewhere is an error", () => {
    expect(() => useContext(Color)).toThrow(/component's body/);
    const page = show(<p onClick={() => useContext(Color)}>{() => useContext(Color)}</p>);
    expect(page.errors).toEqual([expect.stringMatching(/component's body/)]);
    expect(() => page.fire("p", "click")).toThrow(/component's body/);
  });
});

describe("Portal", () => {
  it("V34: its children stand in the page's layers, and go with it", () => {
    const first = signal(true);
    const second = signal(false);
    const n = signal(1);
    const page = show(
      <main>
        <Show when={first}>
          a
          <Portal>
            <dialog>{n}</dialog>
          </Portal>
        </Show>
        <Show when={second}>
          <Portal>
            <i>{n}</i>
            <b />
            <Portal>inner</Portal>
          </Portal>
        </Show>
      </main>,
    );
    expect(page.html).toBe("<main>a</main>|<dialog>1</dialog>");
    page.turn(() => second.set(true));
    expect(page.html).toBe("<main>a</main>|<dialog>1</dialog><i>1</i><b></b>inner");
    page.turn(() => {
      first.set(false);
      n.set(2);
    });
    page.turn(() => second.set(false));
    expect(page.html).toBe("<main></main>");
    page.turn(() => first.set(true));
    page.view.dispose();
    expect(page.view.html()).toEqual({ root: "", layers: "" });
  });

  it("V34: in a picture or a disabled fieldset it is neither", () => {
    let clicks = 0;
    const page = show(
      <fieldset disabled>
        <svg>
          <Portal>
            <button onClick={() => clicks++}>x</button>
          </Portal>
        </svg>
      </fieldset>,
    );
    page.fire("button", "click");
    expect(clicks).toBe(1);
  });

  it("V34: one that appears sends one insert", () => {
    const on = signal(false);
    const page = show(
      <Show when={on}>
        <Portal>
          <dialog>{on}</dialog>
        </Portal>
      </Show>,
    );
    const operations = page.turn(() => on.set(true)).filter(([op]) => op !== Op.Template);
    expect(operations.map(([op, region]) => [op, region])).toEqual([
      [Op.Insert, 2],
      [Op.Fill, 3],
    ]);
  });
});

describe("Await", () => {
  it("V35: it shows its fallback, then the value", async () => {
    const { promise, resolve } = deferred<string>();
    const page = show(
      <Await value={promise} fallback={<i>wait</i>}>
        {(text) => <b>{text}</b>}
      </Await>,
    );
    expect(page.html).toBe("<i>wait</i>");
    resolve("done");
    await page.settle();
    expect(page.html).toBe("<b>done</b>");
  });

  it("V35: failed gets the error; retry starts again, and a late answer of an earlier try is ignored", async () => {
    const tries: ReturnType<typeof deferred<string>>[] = [];
    let again = () => {};
    const page = show(
      <Await
        value={() => {
          tries.push(deferred());
          return tries.at(-1)!.promise;
        }}
        fallback="wait"
        failed={(error, retry) => {
          again = retry;
          return String(error);
        }}
      >
        {(text) => <b>{text}</b>}
      </Await>,
    );
    tries[0]!.reject("no");
    await page.settle();
    expect(page.html).toBe("no");
    page.turn(again);
    expect(page.html).toBe("wait");
    page.turn(again);
    tries[1]!.resolve("late");
    await page.settle();
    expect(page.html).toBe("wait");
    tries[2]!.resolve("third");
    await page.settle();
    expect(page.html).toBe("<b>third</b>");
  });

  it("V35: a function that throws at once has failed", async () => {
    const page = show(
      <Await
        value={() => {
          throw new Error("at once");
        }}
        failed={(error) => (error as Error).message}
      >
        {() => "never"}
      </Await>,
    );
    await page.settle();
    expect([page.html, page.errors]).toEqual(["at once", []]);
  });

  it("V35: without failed, the error goes to the boundary, else it is reported", async () => {
    const failing = () => Promise.reject(new Error("no"));
    const watched = show(
      <ErrorBoundary fallback="caught">
        <Await value={failing}>{() => "never"}</Await>
      </ErrorBoundary>,
    );
    const alone = show(<Await value={failing}>{() => "never"}</Await>);
    await watched.settle();
    await alone.settle();
    expect([watched.html, watched.errors]).toEqual(["caught", []]);
    expect([alone.html, alone.errors]).toEqual(["", ["no"]]);
  });

  it("V35: one that has ended hears no answer", async () => {
    const { promise, resolve } = deferred<string>();
    const on = signal(true);
    let shown = 0;
    const page = show(
      <Show when={on}>
        <Await value={promise}>{() => ++shown}</Await>
      </Show>,
    );
    page.turn(() => on.set(false));
    resolve("late");
    await promisesSettled();
    expect(page.queue.isEmpty).toBe(true);
    expect([page.turn(), shown]).toEqual([[], 0]);
  });
});
