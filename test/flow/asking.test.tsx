import { describe, expect, it } from "vitest";
import { z } from "zod";
import { session, SessionEnded, signal } from "tandem";
import { ask, field, show } from "tandem/flow";
import { deferred } from "../support/promises.ts";
import { answering, mounted, shownIn } from "./support.tsx";

describe("a question", () => {
  it("Y30: is answered with what is in it, and goes", async () => {
    await using test = await mounted();
    const { outcome } = await test.start(() => ask.text("Your name?"));
    const { type, press, forms } = answering(test.app);
    await type("Your name?", "Ada");
    await press("Continue");
    expect(outcome).toEqual({ value: "Ada" });
    expect(forms()).toBe(0);
    test.app.expectInStep();
  });

  it("Y30: answered twice, or late, it is answered once, and what is asked next is not", async () => {
    await using test = await mounted();
    const { app } = test;
    const { outcome } = await test.start(async () => [
      await ask.text("First?"),
      await ask.text("Second?", { value: "b" }),
    ]);
    const { type, forms } = answering(app);
    await type("First?", "a");
    // Both are on their way before the page hears of the first.
    app.network.pause("down");
    const form = app.document.querySelector("form")!;
    form.requestSubmit();
    form.requestSubmit();
    await app.settle();
    app.network.resume();
    await app.settle();
    expect([forms(), outcome]).toEqual([1, {}]);
    app.screen.getByLabelText(/Second/);
  });

  it("Y31: must be answered unless told, and says what is missing beside its field", async () => {
    await using test = await mounted();
    const { outcome } = await test.start(() => ask.text("Your name?"));
    const { press, complaints, type } = answering(test.app);
    await press("Continue");
    expect([complaints(), outcome]).toEqual([["Please fill this in."], {}]);
    await type("Your name?", "Ada");
    expect(complaints()).toEqual([]);
  });

  it("Y31: one that need not be answered takes nothing for an answer, and does not validate it", async () => {
    await using test = await mounted();
    const validated: string[] = [];
    const validate = (value: string) => void validated.push(value);
    const { outcome } = await test.start(() => ask.text("Your name?", { required: false, validate }));
    await answering(test.app).press("Continue");
    expect([outcome, validated]).toEqual([{ value: "" }, []]);
  });

  it("Y31: what its control does not allow is no answer, also half typed", async () => {
    await using test = await mounted();
    const { outcome } = await test.start(() => ask.text("Code", { value: "ab", pattern: /[a-z]+/ }));
    const { type, complaints } = answering(test.app);
    await type("Code", "1{Enter}");
    expect([outcome, complaints()]).toEqual([{}, ["Please match the expected format."]]);
  });

  it("Y32: validate is asked when the field is left, and before an answer is taken; what is right clears the mark", async () => {
    await using test = await mounted();
    const validate = (value: string) => (value.startsWith("B") ? "Not Bob." : undefined);
    const { outcome } = await test.start(() => ask.text("Your name?", { validate }));
    const { type, leave, press, complaints } = answering(test.app);
    await type("Your name?", "Bob");
    await leave("Your name?");
    expect(complaints()).toEqual(["Not Bob."]);
    await press("Continue");
    expect([outcome, complaints()]).toEqual([{}, ["Not Bob."]]);
    await test.app.user.clear(test.app.screen.getByLabelText(/name/));
    await type("Your name?", "Ada");
    await leave("Your name?");
    expect(complaints()).toEqual([]);
    await press("Continue");
    expect(outcome).toEqual({ value: "Ada" });
  });

  it("Y32: it may take its time; then nothing can be changed, a second submit is nothing, and cancelling goes", async () => {
    await using test = await mounted();
    const checks = [deferred<string | undefined>(), deferred<string | undefined>()];
    let asked = 0;
    const validate = () => checks[asked++]!.promise;
    const { outcome } = await test.start(() => ask.text("User name", { value: "ada", validate, cancelable: true }));
    const { press, complaints } = answering(test.app);
    await press("Continue");
    const form = test.app.document.querySelector("form")!;
    expect([form.getAttribute("aria-busy"), form.querySelector("fieldset")!.disabled]).toEqual(["true", true]);
    form.requestSubmit();
    await test.app.settle();
    expect(asked).toBe(1);
    checks[0]!.resolve("Taken.");
    await test.app.settle();
    expect([complaints(), form.getAttribute("aria-busy"), outcome]).toEqual([["Taken."], null, {}]);
    await press("Continue");
    await press("Cancel");
    expect(outcome).toEqual({ value: null });
    checks[1]!.resolve(undefined);
    await test.app.settle();
    expect(outcome).toEqual({ value: null });
  });

  it("Y33: a validator that throws says that it could not be checked, and is reported", async () => {
    await using test = await mounted(undefined, { expectErrors: true });
    const validate = () => Promise.reject(new Error("the registry is down"));
    const { outcome } = await test.start(() => ask.text("User name", { value: "ada", validate }));
    const { press, complaints } = answering(test.app);
    await press("Continue");
    expect([complaints(), outcome]).toEqual([["This could not be checked. Please try again."], {}]);
    expect(test.app.errors.map(({ error, source }) => [(error as Error).message, source])).toEqual([
      ["the registry is down", 'the validation of "User name" failed'],
    ]);
  });

  it("Y36: a Standard Schema validates, and makes the answer", async () => {
    await using test = await mounted();
    const schema = z.string().regex(/^\d+$/, "Digits only.").transform(Number);
    const { outcome } = await test.start(() => ask.text("How many?", { validate: schema }));
    const { type, press, complaints } = answering(test.app);
    await type("How many?", "x");
    await press("Continue");
    expect(complaints()).toEqual(["Digits only."]);
    await test.app.user.clear(test.app.screen.getByLabelText(/How/));
    await type("How many?", "12");
    await press("Continue");
    expect(outcome).toEqual({ value: 12 });
  });

  it("Y37: may be cancelled where that is allowed, and is then null", async () => {
    await using test = await mounted();
    const { outcome } = await test.start(() =>
      ask.text("Your name?", { cancelable: true, cancelText: "Not now", submitText: "That is it" }),
    );
    const { type, press } = answering(test.app);
    await type("Your name?", "half");
    test.app.screen.getByRole("button", { name: "That is it" });
    await press("Not now");
    expect(outcome).toEqual({ value: null });
  });

  it("Y40: several at once: the newest is in front, and older ones come back with what was typed", async () => {
    await using test = await mounted();
    const first = await test.start(() => ask.text("First?"));
    const { type, press, inFront } = answering(test.app);
    await type("First?", "half");
    const second = await test.start(() => ask.text("Second?"));
    expect(inFront()).toEqual(["Second?"]);
    await type("Second?", "two");
    await press("Continue");
    expect([second.outcome, first.outcome, inFront()]).toEqual([{ value: "two" }, {}, ["First?"]]);
    await type("First?", " done");
    await press("Continue");
    expect(first.outcome).toEqual({ value: "half done" });
    test.app.expectInStep();
  });

  it("Y41: rejects with SessionEnded when the session ends, and nobody is told of an error", async () => {
    const test = await mounted();
    const { outcome } = await test.start(() => ask.text("Your name?"));
    test.app.session.run(() => void ask.text("Nobody waits"));
    await test.app.session.close();
    await test.app.settle();
    expect(outcome.error).toBeInstanceOf(SessionEnded);
    expect(() => test.app.session.run(() => ask.text("Too late"))).toThrow(SessionEnded);
    await test.app.close();
  });

  it("Y41: rejects with the reason of its signal, and goes; with one that is aborted it does not come", async () => {
    await using test = await mounted();
    const controller = new AbortController();
    const { outcome } = await test.start(() => ask.text("Your name?", { signal: controller.signal }));
    const { forms } = answering(test.app);
    expect(forms()).toBe(1);
    await test.run(() => controller.abort(new Error("never mind")));
    expect([forms(), outcome]).toEqual([0, { error: new Error("never mind") }]);
    const again = await test.start(() => ask.text("Your name?", { signal: controller.signal }));
    expect([forms(), again.outcome]).toEqual([0, { error: new Error("never mind") }]);
  });

  it("Y42: what is asked next at once takes its place in one frame", async () => {
    await using test = await mounted();
    const twice = async () => [await ask.text("First?", { value: "a" }), await ask.text("Second?")];
    await test.start(twice);
    const { press, inFront } = answering(test.app);
    const panel = test.app.document.querySelector(".tandem-panel");
    await press("Continue");
    expect(inFront()).toEqual(["Second?"]);
    expect(test.app.document.querySelector(".tandem-panel")).toBe(panel);
  });

  it("Y5: a component that asks while it is built is told what to do instead", async () => {
    const failures: unknown[] = [];
    await using test = await mounted(() => {
      try {
        void ask.text("Too early");
      } catch (error) {
        failures.push(error);
      }
      return <main>Page</main>;
    });
    expect(failures).toEqual([expect.objectContaining({ code: "flow/while-building" })]);
    expect(answering(test.app).forms()).toBe(0);
  });

  it("Y48: options that it has not are refused, with the nearest it has", async () => {
    await using test = await mounted();
    const refused = (fn: () => unknown) => expect(test.run(async () => fn())).rejects;
    await refused(() => ask.text("x", { cancelabel: true } as never)).toMatchObject({ code: "options/unknown" });
    await refused(() => ask.text("x", { maxLenght: 3 } as never)).toThrow("maxLength");
    await refused(() => ask.text("x", { validate: 5 as never })).toMatchObject({ code: "flow/bad-validator" });
    await refused(() => ask.form("x", { a: "b" as never })).toMatchObject({ code: "flow/not-a-field" });
    await refused(() => ask.form("x", null as never)).toMatchObject({ code: "options/not-an-object" });
    await refused(() => ask.actions("x", [])).toMatchObject({ code: "flow/no-actions" });
    await refused(() => ask.text("x", { signal: 5 as never })).toMatchObject({ code: "session/not-an-abort-signal" });
    expect(answering(test.app).forms()).toBe(0);
  });
});

describe("buttons that answer", () => {
  it("Y38: give what they stand for, which stays on the server", async () => {
    await using test = await mounted();
    const boat = { name: "Argo" };
    const buttons = ["None", { label: "Argo", value: boat }, { label: "Sunk", value: null, disabled: true }] as const;
    const { outcome } = await test.start(() => ask.actions("Which boat?", buttons));
    const { press } = answering(test.app);
    expect(test.app.screen.queryByRole("button", { name: "Continue" })).toBe(null);
    expect(test.app.document.querySelector("form")!.innerHTML).not.toContain("value=");
    await press("Argo");
    expect(outcome.value).toBe(boat);
  });

  it("Y38: or set all fields back, or cancel", async () => {
    await using test = await mounted();
    const ship = () =>
      ask.form("Ship", {
        name: field.text("Name", { value: "Argo" }),
        deed: field.actions("Deed", [
          "Sail",
          { label: "Start over", kind: "reset" },
          { label: "Leave", kind: "cancel" },
        ]),
      });
    const { outcome } = await test.start(ship);
    const { type, press } = answering(test.app);
    await type("Name", "!");
    await press("Start over");
    expect(test.app.screen.getByLabelText<HTMLInputElement>(/Name/).value).toBe("Argo");
    await press("Leave");
    expect(outcome).toEqual({ value: null });
    const again = await test.start(ship);
    await type("Name", " II{Enter}");
    expect(again.outcome).toEqual({ value: { name: "Argo II", deed: "Sail" } });
  });

  it("Y46: confirm is true or false, and null where it may be cancelled", async () => {
    await using test = await mounted();
    const { press } = answering(test.app);
    const sure = await test.start(() => ask.confirm("Delete it?", { yesText: "Delete", danger: true }));
    await press("Delete");
    const unsure = await test.start(() => ask.confirm("Delete it?"));
    await press("No");
    const neither = await test.start(() => ask.confirm("Delete it?", { cancelable: true }));
    await press("Cancel");
    expect([sure.outcome, unsure.outcome, neither.outcome]).toEqual([
      { value: true },
      { value: false },
      { value: null },
    ]);
  });

  it("Y39: a submit without the click of a button is no answer, nor is the click of a disabled one", async () => {
    await using test = await mounted();
    const off = signal(true);
    const { outcome } = await test.start(() =>
      ask.actions("Launch?", [{ label: "Now", value: "now", disabled: off }, "Later"]),
    );
    test.app.document.querySelector("form")!.requestSubmit();
    await test.app.settle();
    // A page that is not honest enables it by itself.
    const now = test.app.screen.getByRole<HTMLButtonElement>("button", { name: "Now" });
    now.disabled = false;
    now.click();
    await test.app.settle();
    expect([outcome, answering(test.app).complaints()]).toEqual([{}, ["Please choose something."]]);
    await test.run(() => off.set(false));
    await answering(test.app).press("Now");
    expect(outcome).toEqual({ value: "now" });
  });
});

describe("a form", () => {
  it("Y34: is validated as a whole only when each of its fields is right", async () => {
    await using test = await mounted();
    const seen: unknown[] = [];
    const fields = {
      user: field.text("User", { validate: (value) => (value.length < 3 ? "Too short." : undefined) }),
      mail: field.email("E-mail"),
    };
    const validate = (values: { user: string; mail: string }) => {
      seen.push(values);
      return values.mail.startsWith(values.user) ? undefined : { mail: "Not the user's." };
    };
    const { outcome } = await test.start(() => ask.form("Account", fields, { validate, text: <p>All of it.</p> }));
    const { type, press, complaints } = answering(test.app);
    test.app.screen.getByRole("heading", { name: "Account" });
    test.app.screen.getByText("All of it.");
    await type("User", "ad");
    await press("Continue");
    expect([complaints(), seen]).toEqual([["Too short.", "Please fill this in."], []]);
    await type("E-mail", "bob@sea.example");
    await press("Continue");
    expect([complaints(), seen]).toEqual([["Too short."], []]);
    await type("User", "a");
    await press("Continue");
    expect([complaints(), seen, outcome]).toEqual([
      ["Not the user's."],
      [{ user: "ada", mail: "bob@sea.example" }],
      {},
    ]);
    await test.app.user.clear(test.app.screen.getByLabelText(/E-mail/));
    await type("E-mail", "ada@sea.example");
    await press("Continue");
    expect(outcome).toEqual({ value: { user: "ada", mail: "ada@sea.example" } });
  });

  it("Y35: a sentence is about all of it, and a schema tells each field its own and makes the answer", async () => {
    await using test = await mounted(undefined, { expectErrors: true });
    const pair = () => ({ low: field.text("Low", { value: "5" }), high: field.text("High", { value: "" }) });
    const { press, complaints, type } = answering(test.app);
    const problem = () => test.app.document.querySelector(".tandem-ask-problem")!.textContent;
    const ordered = await test.start(() =>
      ask.form("Range", pair(), { validate: ({ low, high }) => (low > high ? "That is upside down." : undefined) }),
    );
    await type("High", "3");
    await press("Continue");
    expect([problem(), ordered.outcome]).toEqual(["That is upside down.", {}]);
    await test.app.user.clear(test.app.screen.getByLabelText(/High/));
    await type("High", "7");
    await press("Continue");
    expect([ordered.outcome, complaints()]).toEqual([{ value: { low: "5", high: "7" } }, []]);

    const schema = z
      .object({ low: z.string().transform(Number), high: z.coerce.number().max(9, "At most 9.") })
      .refine(({ low, high }) => low < high, "Mind the order.");
    const made = await test.start(() => ask.form("Range", pair(), { validate: schema }));
    await type("High", "3");
    await press("Continue");
    expect(problem()).toBe("Mind the order.");
    await type("High", "0");
    await press("Continue");
    expect([complaints(), made.outcome]).toEqual([["At most 9."], {}]);
    await test.app.user.clear(test.app.screen.getByLabelText(/High/));
    await type("High", "7");
    await press("Continue");
    expect(made.outcome).toEqual({ value: { low: 5, high: 7 } });

    const broken = await test.start(() =>
      ask.form("Broken", { a: field.text("A", { value: "x" }) }, { validate: () => Promise.reject(new Error("oops")) }),
    );
    await press("Continue");
    expect([problem(), broken.outcome]).toEqual(["This could not be checked. Please try again.", {}]);
    expect(test.app.errors.map(({ source }) => source)).toEqual(["the validation of a form failed"]);
  });

  it("Y43: fields follow each other, are written by the app, and come and go with a condition", async () => {
    await using test = await mounted();
    const changes: string[] = [];
    const kind = field.text("Kind", {
      onChange: (value) => {
        changes.push(value);
        nick.value = value.toUpperCase();
      },
    });
    const nick = field.text(() => `Nickname of the ${kind.value || "pet"}`, {
      help: () => `${kind.value.length} letters`,
    });
    const wings = field.text("Wings", { value: "none", when: () => kind.value === "bird" });
    const { outcome } = await test.start(() => ask.form("Pet", { kind, nick, wings }));
    const { type, press } = answering(test.app);
    expect(test.app.screen.queryByLabelText(/Wings/)).toBe(null);
    await type("Kind", "bird");
    expect(test.app.screen.getByLabelText<HTMLInputElement>(/Nickname of the bird/).value).toBe("BIRD");
    test.app.screen.getByText("4 letters");
    expect(changes).toEqual(["b", "bi", "bir", "bird"]);
    await type("Wings", "x");
    await type("Kind", "ie");
    await press("Continue");
    expect(outcome).toEqual({ value: { kind: "birdie", nick: "BIRDIE", wings: "none" } });
    test.app.expectInStep();
  });

  it("Y44: a field that is asked for again has what it had, so that people can go back", async () => {
    await using test = await mounted();
    const name = field.text("Name");
    const back = await test.start(() => ask.form("1", { name }, { cancelable: true, cancelText: "Back" }));
    const { type, press } = answering(test.app);
    await type("Name", "Ada");
    await press("Back");
    expect(back.outcome).toEqual({ value: null });
    const again = await test.start(() => ask.form("1", { name }));
    await expect(test.run(async () => ask.form("2", { name }))).rejects.toMatchObject({ code: "flow/field-in-use" });
    await press("Continue");
    expect(again.outcome).toEqual({ value: { name: "Ada" } });
  });

  it("Y39: what a page says of its fields counts for nothing but what their controls were given", async () => {
    await using test = await mounted();
    const { outcome } = await test.start(() => ask.form("Ship", { name: field.text("Name", { value: "Argo" }) }));
    // Fields too many, and the one there is missing.
    const page = test.app.document.querySelector("form")!;
    page.querySelector("input")!.remove();
    page.insertAdjacentHTML("beforeend", '<input name="price" value="0"><input name="__proto__" value="x">');
    page.requestSubmit();
    await test.app.settle();
    expect(outcome).toEqual({ value: { name: "Argo" } });
  });
});

describe("questions of the app's own", () => {
  it("Y45: show anything, and are answered by it, once", async () => {
    await using test = await mounted();
    const { outcome } = await test.start(() =>
      ask.custom<number>(({ answer }) => (
        <p>
          <button onClick={() => (answer(1), answer(2))}>One</button>
        </p>
      )),
    );
    await test.app.user.click(test.app.screen.getByRole("button", { name: "One" }));
    await test.app.settle();
    expect(outcome).toEqual({ value: 1 });
    expect(test.app.screen.queryByRole("button")).toBe(null);
  });

  it("Y45: a field may have any control, and values that never leave the server", async () => {
    await using test = await mounted();
    const moon = { name: "Io", secret: 42 };
    const place = field.custom<typeof moon | null>("Place", {
      value: null,
      isEmpty: (value) => value === null,
      render: (self) => (
        <button type="button" onClick={() => (self.value = moon)}>
          {() => self.value?.name ?? "Choose"}
        </button>
      ),
    });
    const { outcome } = await test.start(() => ask.form("Trip", { place }));
    const { press, complaints } = answering(test.app);
    await press("Continue");
    expect(complaints()).toEqual(["Please fill this in."]);
    await press("Choose");
    expect(test.app.screen.getByRole("group", { name: /Place/ }).textContent).toContain("Io");
    await press("Continue");
    expect(outcome.value).toEqual({ place: moon });
  });
});

describe("where questions stand", () => {
  it("Y50: at the bottom of the window, or after what is shown, as the environment or the question says", async () => {
    await using test = await mounted();
    await test.run(() => show("shown"));
    await test.start(() => ask.text("Docked?"));
    const places = () =>
      [...test.app.document.querySelectorAll(".tandem-question")].map((question) =>
        question.closest(".tandem-panel") === null ? "inline" : "docked",
      );
    expect(places()).toEqual(["docked"]);
    await test.start(() => ask.text("Inline?", { panel: "inline" }));
    expect(places().toSorted()).toEqual(["docked", "inline"]);
    await test.run(() => session.setEnv({ inputPanelFixed: false }));
    expect(places()).toEqual(["inline", "inline"]);
    expect(answering(test.app).inFront()).toEqual(["Inline?"]);
    expect(shownIn(test.app)).toEqual(["shown"]);
    test.app.expectInStep();
  });

  it("Y50: the panel's heights are those of the environment", async () => {
    await using test = await mounted();
    await test.run(() => session.setEnv({ inputPanelMinHeight: 120, inputPanelInitHeight: 240 }));
    await test.start(() => ask.text("Docked?"));
    const style = test.app.document.querySelector(".tandem-panel")!.getAttribute("style");
    expect(style).toContain("--tandem-panel-least: 120px");
    expect(style).toContain("--tandem-panel-first: 240px");
  });

  it("Y51: while a modal dialog is open, in that", async () => {
    await using test = await mounted();
    const { outcome } = await test.start(() => ask.text("Under it?"));
    const { type, press } = answering(test.app);
    await type("Under it?", "ye");
    const dialog = await test.run(() => session.showCustomDialog(() => <h2>Box</h2>));
    expect(test.app.document.querySelector("dialog form")).not.toBe(null);
    await type("Under it?", "s");
    await press("Continue");
    expect(outcome).toEqual({ value: "yes" });
    await test.run(() => dialog.close());
    test.app.expectInStep();
  });
});
