import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { mount } from "tandem/testing";
import * as ui from "tandem/ui";
import type { ProgressTask } from "tandem/ui";
import { TestSession } from "../../support/test-session.ts";

describe("feedback", () => {
  it("W140: an alert is read out by its kind, says it in a word, and closes both ways", async () => {
    const open = signal(true);
    let closed = 0;
    await using app = await mount(() => [
      <ui.Alert open={open} closeable onClose={() => closed++}>
        Backups run at night.
      </ui.Alert>,
      <ui.Alert kind="error" title="Down">
        The line is down.
      </ui.Alert>,
    ]);
    expect(app.screen.getByRole("status").textContent).toContain("Backups");
    expect(app.screen.getByRole("alert").textContent).toContain("Down");
    app.screen.getByRole("img", { name: "Error:" });
    await app.user.click(app.screen.getByRole("button", { name: "Close" }));
    expect([open.peek(), closed, app.screen.queryByRole("status")]).toEqual([false, 1, null]);
    app.session.run(() => (open.value = true));
    await app.settle();
    app.screen.getByRole("status");
  });

  it("W141: a bar and a ring say how far it is, of any maximum, and nothing where nobody knows", async () => {
    const value = signal<number | undefined>(50);
    await using app = await mount(() => [
      <ui.ProgressBar label="Import" value={value} max={200} />,
      <ui.ProgressCircle label="Disk" value={value} max={200} />,
    ]);
    const bar = app.document.querySelector("progress")!;
    const ring = app.document.querySelector('[role="progressbar"]')!;
    expect([bar.getAttribute("value"), ring.getAttribute("aria-valuenow")]).toEqual(["0.25", "25"]);
    app.session.run(() => (value.value = 500));
    await app.settle();
    expect([bar.getAttribute("value"), ring.getAttribute("aria-valuenow")]).toEqual(["1", "100"]);
    app.session.run(() => (value.value = undefined));
    await app.settle();
    expect([bar.hasAttribute("value"), ring.hasAttribute("aria-valuenow")]).toEqual([false, false]);
  });

  it("W141: a spinner says what is waited for, and a skeleton says nothing", async () => {
    await using app = await mount(() => [<ui.Spinner label="Loading orders" />, <ui.Skeleton lines={3} />]);
    expect(app.screen.getByRole("status").textContent).toBe("Loading orders");
    expect(app.document.querySelector(".tandem-skeleton")!.getAttribute("aria-hidden")).toBe("true");
    expect(app.document.querySelectorAll(".tandem-skeleton-text")).toHaveLength(3);
  });

  it("W142: a task tells how far it is and what it does, and gives its result", async () => {
    let go = (): void => {};
    const task = signal<ProgressTask<string> | undefined>(undefined);
    const start = () =>
      (task.value = ui.runWithProgress(
        async (progress) => {
          progress.report(1, 4);
          progress.say("Row 1");
          await new Promise<void>((resolve) => (go = resolve));
          return "result";
        },
        { label: "Importing" },
      ));
    await using app = await mount(() => [
      <ui.Button onClick={start}>Start</ui.Button>,
      <ui.TaskProgress task={task} />,
    ]);
    await app.user.click(app.screen.getByText("Start"));
    app.screen.getByText("Row 1");
    expect(app.document.querySelector("progress")!.getAttribute("value")).toBe("0.25");
    expect(app.screen.getByRole("status").textContent).toBe("Importing has begun.");
    go();
    expect(await task.peek()!.done).toBe("result");
    await app.settle();
    expect([task.peek()!.state.peek(), app.screen.getByRole("status").textContent]).toEqual([
      "done",
      "Importing: done.",
    ]);
  });

  it("W142: cancelled, its signal aborts, it resolves with nothing, and what it says then is not heard", async () => {
    const reasons: unknown[] = [];
    const task = signal<ProgressTask | undefined>(undefined);
    const start = () =>
      (task.value = ui.runWithProgress(
        (progress, aborted) =>
          new Promise((resolve) => {
            aborted.addEventListener("abort", () => {
              reasons.push((aborted.reason as Error).name);
              progress.say("still here");
              resolve("late");
            });
          }),
        { label: "Importing" },
      ));
    await using app = await mount(() => [
      <ui.Button onClick={start}>Start</ui.Button>,
      <ui.TaskProgress task={task} onRetry={start} />,
    ]);
    await app.user.click(app.screen.getByText("Start"));
    await app.user.click(app.screen.getByText("Cancel"));
    expect(await task.peek()!.done).toBeUndefined();
    expect([reasons, task.peek()!.state.peek(), task.peek()!.text.peek()]).toEqual([["AbortError"], "cancelled", ""]);
    await app.user.click(app.screen.getByText("Try again"));
    expect(task.peek()!.state.peek()).toBe("running");
  });

  it("W143: a failure is logged with an id that the person is told, and shows no other notice", async () => {
    const task = signal<ProgressTask | undefined>(undefined);
    const start = () =>
      (task.value = ui.runWithProgress(
        () => {
          throw new Error("out of paper");
        },
        { label: "Printing" },
      ));
    await using app = await mount(
      () => [<ui.Button onClick={start}>Start</ui.Button>, <ui.TaskProgress task={task} />],
      { expectErrors: /paper/ },
    );
    await app.user.click(app.screen.getByText("Start"));
    await app.settle();
    expect(app.screen.getByRole("status").textContent).toBe("Printing: out of paper");
    expect(app.screen.queryByRole("alert")).toBeNull();
    expect(app.errors).toHaveLength(1);
  });

  it("W143: in production the person is told the id alone", async () => {
    const test = new TestSession(() => {
      const task = ui.runWithProgress(() => Promise.reject(new Error("out of paper")), { label: "Printing" });
      return <ui.TaskProgress task={task} />;
    });
    test.connect();
    await test.settled();
    const { errorId } = test.events("app/error")[0]! as unknown as { errorId: string };
    expect(test.html).toContain(`Quote ${errorId} to report it.`);
    expect(test.html).not.toContain("paper");
  });
});
