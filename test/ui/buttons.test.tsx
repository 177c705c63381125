import { describe, expect, it } from "vitest";
import { Show, signal } from "tandem";
import { BusyButton, Button, ButtonGroup, IconButton, LinkButton, type BusyTask } from "tandem/ui";
import { deferred, type Deferred } from "../support/promises.ts";
import { TestSession } from "../support/test-session.ts";

describe("a button", () => {
  it("U170: submits nothing unless told, and looks as it is told", () => {
    const { html } = new TestSession(() => (
      <Button tone="danger" size="small" wide icon="trash">
        Delete
      </Button>
    ));
    expect(html).toMatch(/<button type="button" class="tandem-button tandem-tone-danger" data-appearance="filled"/);
    expect(html).toMatch(/data-size="small" data-wide="true"/);
    expect(new TestSession(() => <Button type="submit">Save</Button>).html).toContain('type="submit"');
  });

  it("U170: a forged click on a disabled one does nothing", () => {
    let clicks = 0;
    const off = signal(true);
    const test = new TestSession(() => (
      <p>
        <Button disabled={off} onClick={() => clicks++}>
          Go
        </Button>
      </p>
    ));
    const client = test.connect();
    client.event(test.idOf("button"), "click");
    expect(clicks).toBe(0);
    test.session.run(() => (off.value = false));
    client.event(test.idOf("button"), "click");
    expect(clicks).toBe(1);
  });

  it("U171: stays pressed as its signal says", () => {
    const pressed = signal(false);
    const test = new TestSession(() => <Button pressed={pressed}>Bold</Button>);
    expect(test.html).toContain('aria-pressed="false"');
    test.session.run(() => (pressed.value = true));
    expect(test.html).toContain('aria-pressed="true"');
    expect(new TestSession(() => <Button>Plain</Button>).html).not.toContain("aria-pressed");
  });

  it("U172: a link button has a real address, and none while it is disabled", () => {
    const off = signal(false);
    const test = new TestSession(() => (
      <p>
        <LinkButton to="/orders" disabled={off}>
          Orders
        </LinkButton>
      </p>
    ));
    expect(test.html).toMatch(/<a href="\/orders"[^>]*>|<a [^>]*href="\/orders"/);
    test.session.run(() => (off.value = true));
    expect(test.html).toMatch(/<a [^>]*role="link" aria-disabled="true"/);
    expect(test.html).not.toContain("href");
  });

  it("U173: an icon button has a label for those who hear it and those who see it", () => {
    const { html } = new TestSession(() => <IconButton icon="trash" label="Delete" />);
    expect(html).toMatch(/<button type="button"[^>]*aria-label="Delete" title="Delete"/);
  });

  it("U176: a group has a name", () => {
    const { html } = new TestSession(() => (
      <ButtonGroup label="Period">
        <Button>Day</Button>
      </ButtonGroup>
    ));
    expect(html).toContain('<div role="group" aria-label="Period" class="tandem-button-group">');
  });
});

describe("a busy button", () => {
  function start({ cancellable = false } = {}) {
    const tasks: (BusyTask & { end: Deferred<void> })[] = [];
    const shown = signal(true);
    const test = new TestSession(() => (
      <main>
        <Show when={shown}>
          <BusyButton
            cancellable={cancellable}
            task={(task) => {
              const end = deferred();
              tasks.push({ ...task, end });
              return end.promise;
            }}
          >
            Import
          </BusyButton>
        </Show>
      </main>
    ));
    const client = test.connect();
    const click = (number = 0) => client.event(test.idOf("button", number), "click");
    return { test, client, tasks, shown, click };
  }

  it("U174: runs its task once at a time, whoever clicks, and says that it is busy and how far", async () => {
    const { test, tasks, click } = start();
    const other = test.connect();
    click();
    click();
    other.event(test.idOf("button"), "click");
    expect(tasks).toHaveLength(1);
    expect(test.html).toMatch(/data-busy="" aria-busy="true" aria-disabled="true"/);
    expect(test.html).toMatch(/role="status"[^>]*>(?:<!--\d+-->)?Working…/);
    test.session.run(() => tasks[0]!.progress(0.5));
    expect(test.html).toMatch(/<progress[^>]*value="0.5"/);
    tasks[0]!.end.resolve();
    await test.settled();
    expect(test.html).not.toContain("aria-busy");
    click();
    expect(tasks).toHaveLength(2);
  });

  it("U175: cancelling aborts the task, and what it throws then is no error", async () => {
    const { test, tasks, click } = start({ cancellable: true });
    click();
    expect(test.html).toContain('aria-label="Cancel"');
    click(1);
    expect(tasks[0]!.signal.aborted).toBe(true);
    tasks[0]!.end.reject(tasks[0]!.signal.reason);
    await test.settled();
    expect(test.log.filter(({ level }) => level === "error")).toEqual([]);
    expect(test.html).not.toContain("Cancel");
  });

  it("U175: a task ends with its button, and what it throws else is reported", async () => {
    const { test, tasks, click, shown } = start();
    click();
    tasks[0]!.end.reject(new Error("no room"));
    await test.settled();
    expect(test.log.filter(({ level }) => level === "error")).toHaveLength(1);
    click();
    test.session.run(() => (shown.value = false));
    expect(tasks[1]!.signal.aborted).toBe(true);
  });
});
