import { describe, expect, it } from "vitest";
import { SessionEnded, signal } from "tandem";
import { waitForChange } from "tandem/flow";
import { mounted } from "./support.tsx";

describe("waitForChange", () => {
  it("Y70: resolves with the first that changes, a control's value too, and its name", async () => {
    const name = signal("");
    await using test = await mounted(() => (
      <main>
        <input bind={name} aria-label="Name" />
      </main>
    ));
    const count = signal(1);
    const { outcome } = await test.start(() => waitForChange({ name, doubled: () => count.value * 2 }));
    expect(outcome).toEqual({});
    await test.app.user.type(test.app.screen.getByLabelText("Name"), "A");
    await test.app.settle();
    expect(outcome).toEqual({ value: { name: "name", value: "A" } });
    const again = await test.start(() => waitForChange({ name, doubled: () => count.value * 2 }));
    await test.run(() => count.set(4));
    expect(again.outcome).toEqual({ value: { name: "doubled", value: 8 } });
  });

  it("Y70: is undefined when its time is over, and leaves no timer behind", async () => {
    await using test = await mounted();
    const source = signal(0);
    const { outcome } = await test.start(() => waitForChange({ source }, { timeout: 1_000 }));
    await test.app.clock.advance(999);
    expect(outcome).toEqual({});
    await test.app.clock.advance(1);
    expect(outcome).toEqual({ value: undefined });
    expect("value" in outcome).toBe(true);
  });

  it("Y70: rejects with the reason of its signal, and with SessionEnded", async () => {
    const test = await mounted();
    const controller = new AbortController();
    const source = signal(0);
    const first = await test.start(() => waitForChange({ source }, { signal: controller.signal }));
    const second = await test.start(() => waitForChange({ source }));
    await test.run(() => controller.abort(new Error("enough")));
    expect(first.outcome).toEqual({ error: new Error("enough") });
    await test.app.session.close();
    await test.app.settle();
    expect(second.outcome.error).toBeInstanceOf(SessionEnded);
    expect(() => test.app.session.run(() => waitForChange({ source }))).toThrow(SessionEnded);
    await test.app.close();
  });

  it("Y70: a timeout that is none is refused", async () => {
    await using test = await mounted();
    const refused = test.run(async () => waitForChange({ a: signal(0) }, { timeout: -1 }));
    await expect(refused).rejects.toMatchObject({ code: "flow/bad-timeout" });
  });
});
