import { describe, expect, it } from "vitest";
import { Show, signal } from "tandem";
import { clear, Output, outputScope, popup, remove, scope, scrollTo, show, useScope } from "tandem/flow";
import { deferred } from "../support/promises.ts";
import { mounted, shownIn, texts } from "./support.tsx";

describe("a scope", () => {
  it("Y20: is a named part of what is shown, that others are shown in, after and within", async () => {
    await using test = await mounted();
    await test.run(() => {
      show("before");
      scope("list", { content: "first" });
      show("after");
      show("second", { scope: "list" });
      scope("inner", { within: "list", position: 1 }).show("deep");
      show("root again", { scope: "root", position: 0 });
    });
    expect(shownIn(test.app)).toEqual(["root again", "before", ["first", ["deep"], "second"], "after"]);
    test.app.expectInStep();
  });

  it("Y21: its name is checked, and one that is taken stays what it is", async () => {
    await using test = await mounted();
    await test.run(() => scope("a", { content: "original" }));
    for (const name of ["a b", "", "ä", 5]) {
      await expect(test.run(async () => scope(name as string))).rejects.toMatchObject({ code: "flow/bad-scope-name" });
    }
    for (const name of ["a", "root"]) {
      await expect(test.run(async () => scope(name))).rejects.toMatchObject({ code: "flow/scope-exists" });
    }
    expect(shownIn(test.app)).toEqual([["original"]]);
  });

  it("Y22: one that is not there is named, with the nearest that is", async () => {
    await using test = await mounted();
    await test.run(() => scope("progress"));
    await expect(test.run(async () => show("x", { scope: "progess" }))).rejects.toMatchObject({
      code: "flow/no-scope",
      message: expect.stringContaining('Did you mean "progress"?'),
    });
    await expect(test.run(async () => clear("nothing-like-it"))).rejects.toMatchObject({ code: "flow/no-scope" });
  });

  it("Y23: useScope shows in it, also after awaits, makes it if need be, and returns what its function does", async () => {
    await using test = await mounted();
    const work = deferred();
    const { outcome } = await test.start(() =>
      useScope("report", async () => {
        show("begun");
        await work.promise;
        show("done");
        expect(outputScope().name).toBe("report");
        return useScope("part", () => (show("nested"), 5));
      }),
    );
    await test.run(() => show("elsewhere"));
    work.resolve();
    await test.app.settle();
    expect(outcome).toEqual({ value: 5 });
    expect(shownIn(test.app)).toEqual([["begun", "done", ["nested"]], "elsewhere"]);
    expect(await test.run(() => outputScope().name)).toBe("root");
  });

  it("Y24: with clear it is emptied and filled again where it is", async () => {
    await using test = await mounted();
    await test.run(() => {
      useScope("x", () => show("old"));
      show("below");
    });
    await test.run(() => useScope("x", () => show("new"), { clear: true }));
    expect(shownIn(test.app)).toEqual([["new"], "below"]);
  });

  it("Y25: clear empties it, remove takes it away; then its name is free, and so are those of the scopes within", async () => {
    await using test = await mounted();
    const inner = await test.run(() => {
      scope("a").show("x");
      return scope("b", { within: "a" });
    });
    await test.run(() => clear("a"));
    expect(shownIn(test.app)).toEqual([[]]);
    expect(inner.isShown.value).toBe(false);
    await test.run(() => {
      scope("b", { within: "a", content: "new b" });
      remove("a");
      scope("b", { content: "free" });
      scope("a");
    });
    expect(shownIn(test.app)).toEqual([["free"], []]);
    await test.run(() => clear());
    expect(shownIn(test.app)).toEqual([]);
    test.app.expectInStep();
  });

  it("Y25: the root stays, and can be emptied", async () => {
    await using test = await mounted();
    await test.run(() => show("x"));
    await expect(test.run(async () => remove("root"))).rejects.toMatchObject({ code: "flow/root-scope" });
    await test.run(() => clear("root"));
    expect(shownIn(test.app)).toEqual([]);
  });

  it("Y26: what is shown in one that has been removed is shown nowhere, and fails nobody", async () => {
    await using test = await mounted();
    const late = await test.run(() =>
      useScope("gone", () => {
        remove("gone");
        return [show("x"), scope("within").show("y")];
      }),
    );
    expect(late.map((each) => each.isShown.value)).toEqual([false, false]);
    await test.run(() => (late[0]!.update("z"), scope("within")));
    expect(shownIn(test.app)).toEqual([[]]);
  });

  it("Y27: is brought into view, in the same turn as it is filled, too", async () => {
    await using test = await mounted();
    const calls: unknown[] = [];
    test.app.window.Element.prototype.scrollIntoView = function (this: Element, options) {
      calls.push([this.textContent, options]);
    };
    await test.run(() => {
      scope("far").show("away");
      scrollTo("far", { behavior: "smooth", block: "end" });
    });
    await test.run(() => outputScope("far").scrollTo());
    expect(calls).toEqual([
      ["away", { behavior: "smooth", block: "end" }],
      ["away", {}],
    ]);
  });

  it("Y28: may stand in a component, as long as that is there", async () => {
    const open = signal(true);
    await using test = await mounted(() => (
      <Show when={open}>
        <aside>
          <Output scope="log" />
        </aside>
      </Show>
    ));
    await test.run(() => show("a line", { scope: "log" }));
    const aside = () => test.app.document.querySelector("aside [data-scope=log]");
    expect(texts(aside()!)).toEqual(["a line"]);
    await test.run(() => open.set(false));
    await expect(test.run(async () => show("x", { scope: "log" }))).rejects.toMatchObject({ code: "flow/no-scope" });
    await test.run(() => open.set(true));
    expect(texts(aside()!)).toEqual([]);
  });

  it("Y21: scopes of one session are none of another", async () => {
    await using one = await mounted();
    await using other = await mounted();
    const strange = await one.run(() => scope("a"));
    await expect(other.run(async () => show("x", { scope: strange }))).rejects.toMatchObject({
      code: "flow/bad-scope-name",
    });
  });
});

describe("popup", () => {
  it("Y29: shows a dialog whose scope can be filled later, until anybody closes it", async () => {
    await using test = await mounted();
    const box = await test.run(() => popup("Details", <p>at once</p>));
    await test.run(() => useScope(box.scope, () => show("later")));
    const dialog = test.app.screen.getByRole("dialog", { name: "Details" });
    expect(texts(dialog.querySelector(".tandem-scope")!)).toEqual(["at once", "later"]);
    await test.app.user.click(test.app.screen.getByRole("button", { name: "Close" }));
    await box.closed;
    expect(box.scope.isShown.value).toBe(false);
    await test.run(() => box.close());
    expect(test.app.screen.queryByRole("dialog")).toBe(null);
  });

  it("Y29: several may be open, one that may not be closed by the person among them", async () => {
    await using test = await mounted();
    const boxes = await test.run(() => [popup("One"), popup("Two", "x", { closeable: false, size: "small" })]);
    const names = () => test.app.screen.getAllByRole("dialog").map((dialog) => dialog.getAttribute("aria-label"));
    expect(names()).toEqual(["One", "Two"]);
    expect(test.app.screen.getAllByRole("button", { name: "Close" })).toHaveLength(1);
    await test.run(() => boxes[1]!.close());
    expect(names()).toEqual(["One"]);
  });
});
