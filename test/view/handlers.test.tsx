import { describe, expect, it } from "vitest";
import { Op } from "../../src/protocol/operations.ts";
import { effect } from "../../src/reactive/effect.ts";
import { signal } from "../../src/reactive/signal.ts";
import { req } from "../../src/reactive/silence.ts";
import { isSilence } from "../../src/reactive/silence.ts";
import { command } from "../../src/view/commands.ts";
import { For } from "../../src/view/flow/for.ts";
import { Show } from "../../src/view/flow/show.ts";
import { HandlerTable, handlerKey } from "../../src/view/handlers.ts";
import { JsxNode } from "../../src/view/node.ts";
import { ref } from "../../src/view/ref.ts";
import { mount, show } from "./support/mounted.ts";

describe("handlers", () => {
  it("V37: an event runs the handler of its element and type; without one, nothing happens", () => {
    const log: unknown[] = [];
    const page = show(
      <div onClick={({ type }) => log.push("div", type)}>
        <For each={[1, 2]}>
          {(n) => <button value={`${n}`} onClick={({ x }) => log.push(n, x)} onFocus={() => log.push("focus")} />}
        </For>
      </div>,
    );
    expect(page.fire("button value=2", "click", { at: [5, 0, 0, 0] })).toMatchObject({ refused: null });
    page.fire("div", "click");
    page.fire("button value=1", "focus");
    expect(log).toEqual([2, 5, "div", "click", "focus"]);
    expect(page.dispatch(page.idOf("div"), "focus")).toBeUndefined();
    expect(page.dispatch(page.idOf("div"), "nothing-of-the-kind")).toBeUndefined();
    expect(page.dispatch(999, "click")).toBeUndefined();
  });

  it("V37: it answers what the handler returns", () => {
    const page = show(<button onClick={() => 5 as never} />);
    expect(page.fire("button", "click")).toEqual({ refused: null, result: 5 });
  });

  it("V36: req in a handler stops it", () => {
    const page = show(<button onClick={() => void req(null)} />);
    let caught: unknown;
    try {
      page.fire("button", "click");
    } catch (error) {
      caught = error;
    }
    expect(isSilence(caught)).toBe(true);
  });

  it("V38: options travel in the element's declaration", () => {
    const page = show(
      new JsxNode("form", {
        onSubmit: () => {},
        onKeyDown: { handler: () => {}, keys: ["Enter", " ", "a,b"], preventDefault: true },
        onScroll: { handler: () => {}, throttle: 100 },
        "on:my:Event": { handler: () => {}, stopPropagation: true, selfOnly: true, debounce: 250 },
        onClick: undefined,
      }),
    );
    expect(page.view.html().root).toBe(
      `<form data-t="3" data-on="submit:p keydown:p:kEnter,%20,a%2Cb scroll:t100 my%3AEvent:s:x:d250"></form>`,
    );
    expect(page.fire("form", "my:Event")).toMatchObject({ refused: null });
  });

  it("V38: a bound control takes the options of the app's handler", () => {
    const text = signal("");
    for (const props of [
      { bind: text, onInput: { handler: () => {}, debounce: 300 } },
      { onInput: { handler: () => {}, debounce: 300 }, bind: text },
    ]) {
      expect(show(new JsxNode("input", props)).view.html().root).toContain(`data-on="input:d300"`);
    }
  });

  it("V46: commands travel with their element, and a handler among them runs here", () => {
    const text = ref();
    let clicks = 0;
    const page = show(
      <>
        <p ref={text} />
        <button
          onClick={[command.toggle(text), command.addClass("busy"), () => clicks++]}
          onFocus={command.hide("#x")}
        />
      </>,
    );
    page.fire("button", "click");
    expect(clicks).toBe(1);
    const [, commands] = /data-do="([^"]*)"/.exec(page.view.html().root)!;
    const key = /data-ref="(\d+)"/.exec(page.view.html().root)![1];
    expect(JSON.parse(commands!.replaceAll("&quot;", `"`))).toEqual({
      click: [
        ["toggle", `[data-ref="${key}"]`],
        ["add-class", "", "busy"],
      ],
      focus: [["hide", "#x"]],
    });
    expect(page.view.html().root).toContain(`data-on="click"`);
    expect(page.dispatch(page.idOf("button"), "focus")).toBeUndefined();
  });

  it("V46: commands alone leave no handler", () => {
    const page = show(<button onClick={command.show("#a")} />);
    expect(page.view.handlers.size).toBe(0);
  });
});

describe("the table of handlers", () => {
  it("V37: finds what it holds, few or many, and forgets what is deleted", () => {
    const table = new HandlerTable();
    const handlers = Array.from({ length: 40 }, (_, i) => () => i);
    const types = ["click", "input", "focus"].map(
      (type, index) => (show(new JsxNode("p", { [`on:${type}`]: () => {} })), index),
    );
    expect(types.length).toBe(3);
    for (const count of [5, 16, 17, 40]) {
      for (let i = 0; i < count; i++) table.set(i * 10, handlerKey(i % 3, 0), handlers[i]!);
      for (let i = 0; i < count; i++)
        expect(table.get(i * 10 + (i % 3), "click") ?? table.get(i * 10 + (i % 3), "input")).toBeDefined();
      expect(table.get(9999, "click")).toBeUndefined();
      for (let i = 0; i < count; i++) table.delete(i * 10, handlerKey(i % 3, 0));
      table.delete(12345, 0);
      expect(table.size).toBe(0);
    }
  });
});

describe("refs", () => {
  it("V45: a ref calls methods of its element", () => {
    const field = ref();
    const page = show(<input ref={field} />);
    page.turn(() => {
      field.focus();
      field.focus({ preventScroll: true });
      field.blur();
      field.scrollIntoView({ block: "center" });
      field.call("setSelectionRange", 0, 3);
    });
    expect(page.client.calls.map(([, ...call]) => call)).toEqual([
      ["focus", []],
      ["focus", [{ preventScroll: true }]],
      ["blur", []],
      ["scrollIntoView", [{ block: "center" }]],
      ["setSelectionRange", [0, 3]],
    ]);
    expect(page.view.html().root).toContain(`data-ref="${page.client.calls[0]![0]}"`);
  });

  it("V45: a call comes after all that the same turn changed, which may be what shows the element", () => {
    const on = signal(false);
    const field = ref();
    const page = show(
      <Show when={on}>
        <input ref={field} disabled={() => !on.value} />
      </Show>,
    );
    const sent = page.turn(() => {
      field.focus();
      field.call("select");
      on.set(true);
    });
    expect(field.isMounted).toBe(true);
    expect(sent.map(([op]) => op)).toEqual([Op.Template, Op.Fill, Op.Call, Op.Call]);
    expect(page.client.calls.map(([, method]) => method)).toEqual(["focus", "select"]);
    expect(page.turn()).toEqual([]);
  });

  it("V45: a call whose element is not there even then is an error; one whose element goes is none", () => {
    const on = signal(true);
    const field = ref();
    const page = show(
      <Show when={on}>
        <input ref={field} />
      </Show>,
    );
    page.turn(() => {
      field.focus();
      on.set(false);
    });
    expect([page.errors, page.client.calls]).toEqual([[], []]);
    page.turn(() => field.focus());
    expect(page.errors).toEqual([expect.stringMatching(/Expected an element on the screen to call focus\(\)/)]);
  });

  it("V45: its element may be built anew, before the old one goes or after", () => {
    const items = signal(["a"]);
    const field = ref();
    const page = show(<For each={items}>{(name) => <input ref={field} name={name} />}</For>);
    page.turn(() => items.set(["b"]));
    expect(field.isMounted).toBe(true);
    page.turn(() => items.set([]));
    expect(field.isMounted).toBe(false);
  });

  it("V45: the call comes after what shows the element", () => {
    const on = signal(false);
    const Field = () => {
      const field = ref();
      effect(() => field.focus());
      return <input ref={field} />;
    };
    const page = mount(() => (
      <Show when={on}>
        <Field />
      </Show>
    ));
    expect(page.turn(() => on.set(true)).map(([op]) => op)).toEqual([Op.Template, Op.Fill, Op.Call]);
  });
});
