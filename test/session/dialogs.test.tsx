import { describe, expect, it } from "vitest";
import { onCleanup } from "../../src/reactive/cleanup.ts";
import { computed } from "../../src/reactive/computed.ts";
import { effect } from "../../src/reactive/effect.ts";
import { signal } from "../../src/reactive/signal.ts";
import { SessionEnded } from "../../src/session/call-errors.ts";
import type { Dialog } from "../../src/session/dialogs/dialog.ts";
import type { DialogOptions } from "../../src/session/dialogs/dialog-options.ts";
import { App } from "../../src/session/app.ts";
import { session } from "../../src/session/facade.ts";
import { Session } from "../../src/session/session.ts";
import { createContext, useContext } from "../../src/view/flow/context.ts";
import { ErrorBoundary } from "../../src/view/flow/error-boundary.ts";
import { Show } from "../../src/view/flow/show.ts";
import { ref } from "../../src/view/ref.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { TestSession } from "../support/test-session.ts";
import { outcomeOf } from "../support/promises.ts";

const Page = () => <p>page</p>;

/** A session with one client, and a dialog in it that counts its closings by the person. */
function opened(options: DialogOptions = {}) {
  const test = new TestSession(Page);
  const client = test.connect();
  const closes: string[] = [];
  const dialog = test.session.showCustomDialog<string>(() => <h2>Flavours</h2>, {
    onClose: () => closes.push("onClose"),
    ...options,
  });
  return { test, client, dialog, closes, answer: outcomeOf(dialog.waitForClose()) };
}

const layers = (test: TestSession) => test.session.firstPaint().layers;
/** The id of the first dialog on the screen. */
const dialogId = (test: TestSession) => Number(/<dialog data-t="(\d+)"/.exec(layers(test))?.[1]);

describe("opening", () => {
  it("D1: shows at once what build returns, live, above the page", () => {
    const { test } = opened();
    expect(layers(test)).toContain("<h2>Flavours</h2>");
    const count = signal(1);
    const dialog = test.session.showCustomDialog(() => <p>{count} scoops</p>);
    expect(dialog.isOpen.value).toBe(true);
    test.session.run(() => void count.set(2));
    expect(layers(test)).toMatch(/2<!--\/--> scoops/);
    expect(test.html).not.toContain("scoops");
  });

  it("D1: a handler may open one after an await, and close it with what it was given", async () => {
    const answers: (string | undefined)[] = [];
    const open = async () => {
      await null;
      const dialog = session.showCustomDialog<string>((each) => (
        <button onClick={() => each.close("lemon")}>Lemon</button>
      ));
      answers.push(await dialog.waitForClose());
    };
    const test = new TestSession(() => <button onClick={open}>Choose</button>);
    const client = test.connect();
    client.event(3, "click");
    await test.settled();
    client.event(dialogId(test) + 1, "click");
    await test.settled();
    expect(answers).toEqual(["lemon"]);
    expect(layers(test)).toBe("");
  });

  it("D11: while a component or a computed is built, it is an error that says what to do", () => {
    const failures: unknown[] = [];
    const attempt = () => {
      try {
        session.showCustomDialog(() => null);
      } catch (error) {
        failures.push(error);
      }
      return "built";
    };
    const made = computed(attempt);
    const test = new TestSession(() => <p>{attempt()}</p>);
    test.session.run(() => made.value);
    expect(failures).toEqual([
      expect.objectContaining({ code: "dialogs/while-building", message: expect.stringContaining("effect") }),
      expect.objectContaining({ code: "dialogs/while-building" }),
    ]);
    expect(layers(test)).toBe("");
  });

  it("D12: if build throws, nothing is shown and showCustomDialog throws it", async () => {
    const test = new TestSession(Page);
    const ended: string[] = [];
    let waiting: { error?: unknown } = {};
    const fail = (dialog: Dialog) => {
      onCleanup(() => ended.push("its parts"));
      waiting = outcomeOf(dialog.waitForClose());
      throw new Error("no flavours");
    };
    expect(() => test.session.showCustomDialog(fail)).toThrow("no flavours");
    await test.settled();
    expect(layers(test)).toBe("");
    expect(waiting.error).toMatchObject({ message: "no flavours" });
    expect(ended).toEqual(["its parts"]);
    expect(test.log).toEqual([]);
  });

  it("D13: an option that does not exist is refused, and the nearest is named", () => {
    const test = new TestSession(Page);
    const options = { userClosable: false } as object;
    expect(() => test.session.showCustomDialog(() => null, options)).toThrow('Did you mean "userCloseable"?');
  });

  it("D13: so is one of a yes/no dialog, and an owner that is no ref", async () => {
    const test = new TestSession(Page);
    await expect(test.session.showYesNoDialog("?", { titel: "" } as object)).rejects.toThrow('Did you mean "title"?');
    const owner = { owningComponent: "panel" } as object;
    expect(() => test.session.showCustomDialog(() => null, owner)).toThrow(
      expect.objectContaining({ code: "dialogs/bad-owner" }),
    );
    expect(layers(test)).toBe("");
  });

  it("D21: its name is its label, or else the text of its first heading", () => {
    const { test } = opened({ label: 'Ice "cream"' });
    expect(layers(test)).toContain('aria-label="Ice &quot;cream&quot;"');
    const other = new TestSession(Page);
    const flavour = signal("R&D");
    other.session.showCustomDialog(() => (
      <section>
        <p>before</p>
        <h3 class="big">
          The <b>{flavour}</b> flavour
        </h3>
        <h2>Second</h2>
      </section>
    ));
    expect(layers(other)).toContain('aria-label="The R&amp;D flavour"');
    const nameless = new TestSession(Page);
    nameless.session.showCustomDialog(() => <p>text</p>);
    expect(layers(nameless)).not.toContain("aria-label");
  });
});

describe("closing", () => {
  it("D2: close(value) takes it away and gives all who wait the value, also later; onClose is not called", async () => {
    const { test, client, dialog, closes, answer } = opened();
    const second = outcomeOf(dialog.waitForClose());
    dialog.close("mint");
    await test.settled();
    expect([answer, second]).toEqual([{ value: "mint" }, { value: "mint" }]);
    expect(await dialog.waitForClose()).toBe("mint");
    expect(dialog.isOpen.value).toBe(false);
    expect(closes).toEqual([]);
    expect(layers(test)).toBe("");
    expect(client.operations.at(-1)).toEqual([5, 3]);
  });

  it("D2: it may be closed while it is being built", async () => {
    const test = new TestSession(Page);
    const dialog = test.session.showCustomDialog<number>((each) => {
      each.close(7);
      return <p>too late</p>;
    });
    expect(await dialog.waitForClose()).toBe(7);
    expect(layers(test)).toBe("");
  });

  it("D3: when the person closes it, those who wait get undefined and onClose is called, once", async () => {
    const { test, client, closes, answer } = opened();
    const id = dialogId(test);
    client.event(id, "close");
    client.event(id, "close");
    await test.settled();
    expect(answer).toEqual({ value: undefined });
    expect(closes).toEqual(["onClose"]);
    expect(layers(test)).toBe("");
  });

  it("D4: a later close changes nothing", async () => {
    const { test, dialog, answer } = opened();
    dialog.close("first");
    dialog.close("second");
    await test.settled();
    expect(answer).toEqual({ value: "first" });
    expect(await dialog.waitForClose()).toBe("first");
  });

  it("D5: one that is not userCloseable stays, whatever a client says", async () => {
    const { test, client, dialog, closes, answer } = opened({ userCloseable: false });
    expect(layers(test)).toContain('closedby="none"');
    client.event(dialogId(test), "close");
    await test.settled();
    expect([answer, closes, dialog.isOpen.value]).toEqual([{}, [], true]);
    expect(client.closed).toBeUndefined();
  });

  it("D12: an error of onClose is reported, also one that comes later, and those who wait have their answer", async () => {
    for (const onClose of [() => Promise.reject(new Error("late")), () => void JSON.parse("nonsense")]) {
      const { test, client, answer } = opened({ onClose });
      client.event(dialogId(test), "close");
      await test.settled();
      expect(answer).toEqual({ value: undefined });
      expect(test.log).toMatchObject([{ level: "error", event: "app/error" }]);
    }
  });
});

describe("what it belongs to", () => {
  it("D6: it closes when the element of its owningComponent leaves the screen", async () => {
    const shown = signal(true);
    const panel = ref();
    const test = new TestSession(() => (
      <Show when={shown}>
        <section ref={panel}>panel</section>
      </Show>
    ));
    const closes: string[] = [];
    const options = { owningComponent: panel, onClose: () => closes.push("closed") };
    const dialog = test.session.showCustomDialog(() => <p>for the panel</p>, options);
    const other = test.session.showCustomDialog(() => <p>for all</p>);
    test.session.run(() => void shown.set(false));
    expect(await dialog.waitForClose()).toBeUndefined();
    expect([closes, other.isOpen.value]).toEqual([["closed"], true]);
    expect(layers(test)).not.toContain("for the panel");
    // By now the panel is gone, so nothing is shown.
    const late = test.session.showCustomDialog(() => <p>too late</p>, options);
    expect(await late.waitForClose()).toBeUndefined();
    expect(closes).toEqual(["closed", "closed"]);
    expect(layers(test)).not.toContain("too late");
  });

  it("D24: a question is answered by its buttons, and with null by who closes it and when its owner goes", async () => {
    const shown = signal(true);
    const panel = ref();
    const test = new TestSession(() => (
      <Show when={shown}>
        <section ref={panel}>panel</section>
      </Show>
    ));
    const client = test.connect();
    const answers: unknown[] = [];
    const ask = () =>
      void test.session.showYesNoDialog("Sure?", { owningComponent: panel }).then((n) => answers.push(n));
    const button = (text: string) => Number(new RegExp(`<button data-t="(\\d+)"[^>]*>${text}`).exec(layers(test))![1]);
    for (const text of ["Yes", "No"]) {
      ask();
      client.event(button(text), "click");
      await test.settled();
    }
    ask();
    client.event(dialogId(test), "close");
    await test.settled();
    ask();
    test.session.run(() => void shown.set(false));
    await test.settled();
    expect(answers).toEqual([true, false, null, null]);
    expect(layers(test)).toBe("");
  });

  it("D6: opened by an effect it closes with the effect's run", async () => {
    const level = signal(1);
    const closed: number[] = [];
    const test = new TestSession(() => {
      effect(() => {
        const now = level.value;
        session.showCustomDialog(() => <p>level {now}</p>, { onClose: () => closed.push(now) });
      });
      return <p>page</p>;
    });
    expect(layers(test)).toContain("level 1");
    test.session.run(() => void level.set(2));
    expect(layers(test)).not.toContain("level 1");
    expect(layers(test)).toContain("level 2");
    expect(closed).toEqual([1]);
  });

  it("D7: it has the contexts and error boundaries of its owningComponent's place; without, contexts have their fallback", () => {
    const Currency = createContext("EUR");
    const panel = ref();
    const broken = signal(false);
    const Price = () => <p>{useContext(Currency)}</p>;
    const part = () => {
      if (broken.value) throw new Error("broken");
      return "sound";
    };
    const test = new TestSession(() => (
      <Currency.Provider value="CHF">
        <ErrorBoundary fallback={() => <p>caught</p>}>
          <section ref={panel}>panel</section>
        </ErrorBoundary>
      </Currency.Provider>
    ));
    test.session.showCustomDialog(() => <Price />);
    expect(layers(test)).toContain("<p>EUR</p>");
    test.session.showCustomDialog(
      () => (
        <div>
          <Price />
          {part}
        </div>
      ),
      { owningComponent: panel },
    );
    expect(layers(test)).toContain("<p>CHF</p>");
    test.session.run(() => void broken.set(true));
    expect(test.html).toContain("caught");
    expect(layers(test)).not.toContain("CHF");
  });
});

/** However a dialog is opened, whoever waits for it gets an answer. */
describe("nothing ever waits for good", () => {
  it("D8: when the session ends, those who wait are rejected with SessionEnded; onClose is not called", async () => {
    const { test, dialog, closes, answer } = opened();
    const yesNo = outcomeOf(test.session.showYesNoDialog("Sure?"));
    const seen: unknown[] = [];
    test.session.onEnded(() => {
      seen.push(dialog.isOpen.value);
      try {
        session.showCustomDialog(() => null);
      } catch (error) {
        seen.push(error);
      }
    });
    await test.session.close();
    await test.settled();
    expect(answer.error).toBeInstanceOf(SessionEnded);
    expect(yesNo.error).toBeInstanceOf(SessionEnded);
    expect(closes).toEqual([]);
    expect(seen).toEqual([false, expect.any(SessionEnded)]);
    await expect(dialog.waitForClose()).rejects.toBeInstanceOf(SessionEnded);
    await expect(test.session.showYesNoDialog("Late?")).rejects.toBeInstanceOf(SessionEnded);
    dialog.close("late");
    await expect(dialog.waitForClose()).rejects.toBeInstanceOf(SessionEnded);
  });

  it("D9: it is opened, answered and closed before there is a client", async () => {
    const test = new TestSession(Page);
    const dialog = test.session.showCustomDialog<string>(() => <h2>Early</h2>);
    dialog.close("at once");
    expect(await dialog.waitForClose()).toBe("at once");
    const client = test.connect();
    await test.settled();
    expect(client.messages).toEqual([["do", "dialogs", []]]);
  });

  it("D9: while its client is away the app closes it, and a client that was gone for good leaves it open", async () => {
    const { test, client, dialog, answer } = opened();
    const other = test.connect();
    client.says(["goodbye"]);
    await test.settled();
    expect([answer, dialog.isOpen.value]).toEqual([{}, true]);
    other.drop();
    dialog.close("decided");
    await test.settled();
    expect(answer).toEqual({ value: "decided" });
  });

  it("D9: any client may answer; the first answer counts, and a second means nothing", async () => {
    const test = new TestSession(Page);
    const [first, second] = [test.connect(), test.connect()];
    const answer = outcomeOf(test.session.showYesNoDialog("Sure?"));
    const buttons = [...layers(test).matchAll(/<button data-t="(\d+)"/g)].map(([, id]) => Number(id));
    second.event(buttons[1]!, "click");
    first.event(buttons[0]!, "click");
    first.event(dialogId(test), "close");
    await test.settled();
    expect(answer).toEqual({ value: true });
  });

  it("D10: aborting its signal closes it and rejects with the reason; onClose is not called", async () => {
    const controller = new AbortController();
    const { test, closes, answer } = opened({ signal: controller.signal });
    const yesNo = outcomeOf(test.session.showYesNoDialog("Sure?", { signal: controller.signal }));
    controller.abort(new Error("enough"));
    await test.settled();
    expect(answer.error).toMatchObject({ message: "enough" });
    expect(yesNo.error).toMatchObject({ message: "enough" });
    expect(closes).toEqual([]);
    expect(layers(test)).toBe("");
  });

  it("D10: a signal can be its time limit", async () => {
    const controller = new AbortController();
    const { test, answer } = opened({ signal: controller.signal });
    const yesNo = outcomeOf(test.session.showYesNoDialog("Sure?", { signal: controller.signal }));
    test.clock.setTimeout(() => controller.abort(new Error("too late")), 60_000);
    test.clock.advance(59_999);
    await test.settled();
    expect([answer, yesNo]).toEqual([{}, {}]);
    test.clock.advance(1);
    await test.settled();
    expect([answer.error?.message, yesNo.error?.message]).toEqual(["too late", "too late"]);
  });

  it("D9: what a client says that is no answer to a dialog settles none", async () => {
    const { test, client, answer } = opened();
    const yesNo = outcomeOf(test.session.showYesNoDialog("Sure?"));
    client.word("answer", 1, true, "yes");
    client.word("tell", "dialogs", { close: dialogId(test) });
    client.event(99_999, "close");
    client.event(dialogId(test), "click");
    await test.settled();
    expect([answer, yesNo]).toEqual([{}, {}]);
    client.event(dialogId(test), "close", { returnValue: ["odd"], __proto__: {} });
    await test.settled();
    expect([answer, yesNo]).toEqual([{ value: undefined }, {}]);
  });

  it("D10: with a signal that is aborted already, nothing is shown", async () => {
    const { test, answer } = opened({ signal: AbortSignal.abort(new Error("never")) });
    await test.settled();
    expect(answer.error).toMatchObject({ message: "never" });
    expect(layers(test)).toBe("");
  });

  it("D28: a stub shows none, and leaves who waits for one waiting", async () => {
    const outcomes: object[] = [];
    const { environment } = new TestSession(Page);
    const root = () => {
      effect(() => {
        outcomes.push(outcomeOf(session.showCustomDialog(() => <h2>Nobody here</h2>).waitForClose()));
        outcomes.push(outcomeOf(session.showYesNoDialog("Anybody?")));
      });
      return <p>page</p>;
    };
    const screen = await Session.readOnce(new App(root, {}), environment);
    await promisesSettled();
    expect(screen.layers).toBe("");
    expect(outcomes).toEqual([{}, {}]);
  });

  it("D19: a client that joins later is told to look after dialogs, and finds them in its page", async () => {
    const { test, client } = opened();
    await test.settled();
    expect(client.messages).toEqual([["do", "dialogs", []]]);
    const late = test.connect();
    await test.settled();
    expect(late.messages).toEqual([["do", "dialogs", []]]);
    expect(layers(test)).toMatch(/open="" data-dialog="modal"/);
  });

  it("D20: the whole screen, sent to a client that fell behind, has the dialog", () => {
    const { test } = opened();
    const [, , shown] = test.session.wholeScreen().at(-1) as unknown[];
    expect(JSON.stringify(shown)).toContain("Flavours");
  });
});
