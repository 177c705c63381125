import { describe, expect, it } from "vitest";
import { computed, signal, type Child } from "tandem";
import { Alert, Dialog, Drawer, Menu, Popover, type Openness } from "tandem/ui";
import { TestSession } from "../support/test-session.ts";

const layers = (test: TestSession) => test.session.firstPaint().layers;
const dialogId = (test: TestSession) => Number(/<dialog data-t="(\d+)"/.exec(layers(test))?.[1] ?? 0);

describe.each([
  ["Dialog", Dialog],
  ["Drawer", Drawer],
] as const)("the open of a %s", (_, Panel) => {
  const start = (open: Openness, onClose?: () => unknown) => {
    const test = new TestSession(() => (
      <main>
        <Panel title="Bells" open={open} onClose={onClose}>
          Three
        </Panel>
      </main>
    ));
    return { test, client: test.connect() };
  };

  it("W213: true is open as long as it is there, and until it is closed", () => {
    let closed = 0;
    const { test, client } = start(true, () => closed++);
    expect(layers(test)).toContain("Three");
    client.event(dialogId(test), "close");
    expect([layers(test), closed]).toEqual(["", 1]);
  });

  it("W213: a function and a computed are followed, and onClose makes them false", () => {
    const order = signal<number | null>(null);
    for (const open of [() => order.value !== null, computed(() => order.value !== null)]) {
      const { test, client } = start(open, () => order.set(null));
      expect(layers(test)).toBe("");
      test.session.run(() => order.set(12));
      expect(layers(test)).toContain("Three");
      client.event(dialogId(test), "close");
      expect([layers(test), order.peek()]).toEqual(["", null]);
      test.session.run(() => order.set(13));
      expect(layers(test)).toContain("Three");
      test.session.run(() => order.set(null));
      expect(layers(test)).toBe("");
    }
  });

  it("W213: what was closed though it is still true opens again when it was false and is true", () => {
    const wanted = signal(true);
    const { test, client } = start(() => wanted.value);
    client.event(dialogId(test), "close");
    expect([layers(test), wanted.peek()]).toEqual(["", true]);
    test.session.run(() => wanted.set(false));
    test.session.run(() => wanted.set(true));
    expect(layers(test)).toContain("Three");
  });
});

it("W213: a popover, a menu and an alert are told alike", () => {
  const told = signal(true);
  const isTold = () => told.value;
  const test = new TestSession(() => (
    <main>
      <Popover button="Filter" title="Filter" open={isTold}>
        City
      </Popover>
      <Menu label="More" items={[{ label: "Rename" }]} open={true} />
      <Alert open={isTold}>Closed on Monday</Alert>
    </main>
  ));
  const opened = () => test.html.match(/data-open/g)?.length ?? 0;
  expect([opened(), test.html.includes("Closed on Monday")]).toEqual([2, true]);
  test.session.run(() => told.set(false));
  expect([opened(), test.html.includes("Closed on Monday")]).toEqual([1, false]);
});

it("W213: anything else says what was expected, what came and what to do", () => {
  type Case = (open: never) => Child;
  const cases: [what: string, build: Case][] = [
    ["a Dialog", (open) => <Dialog title="Bells" open={open} children="Three" />],
    ["a Drawer", (open) => <Drawer title="Bells" open={open} children="Three" />],
    ["a Popover", (open) => <Popover button="Bells" title="Bells" open={open} children="Three" />],
    ["a Menu", (open) => <Menu label="Bells" items={[]} open={open} />],
    ["an Alert", (open) => <Alert open={open}>Three</Alert>],
  ];
  const errorOf = (root: () => Child) => new TestSession(root).events("app/error")[0]?.["error"];
  for (const [what, build] of cases) {
    for (const open of [false, "open", 1, {}] as never[]) {
      const never = open === (false as never) ? " A component runs once, so that it would never open." : "";
      expect(errorOf(() => build(open))).toMatchObject({
        code: "ui/bad-open",
        message: expect.stringMatching(
          `^Expected open={…} of ${what} to be a signal, a function, or true, but got .+\\.${never} Make one`,
        ),
      });
    }
  }
  expect(errorOf(() => <Dialog title="Bells" open={undefined as never} children="Three" />)).toMatchObject({
    code: "ui/bad-open",
    message: expect.stringContaining("but got undefined."),
  });
});
