import { describe, expect, it } from "vitest";
import { signal, type Signal } from "tandem";
import { read } from "../../scripts/support/source-files.js";
import { TestSession } from "../support/test-session.ts";
import { VALUE_WIDGETS, type Facts, type ValueCase } from "./value-widgets.tsx";

const TYPES = [
  ["focus", "input", "change", "keydown", "blur"],
  ["click", "dblclick", "keyup", "paste", "submit", "reset", "toggle", "close", "select"],
  ["dragenter", "drop", "tandem-tags", "tandem-split", "tandem-popup", "tandem-chart", "wa-change"],
].flat();

/** What honest controls say, what they never would, and what is of another type. */
const PAYLOADS: readonly object[] = [
  ["", "a", "b", "c", "B", "#1", "on", "true", "abcdefg", "A1", "__proto__", "constructor", "\u0000", "a\nb"],
  ["6", "2", "0", "3", "-2", "100", "1e999", "-1e999", "NaN", "Infinity", "0x4", " 4", "4,5", "4.001"],
  ["2026-06-06", "2025-01-01", "2026-02-31", "2026-06", "2026-W21", "2026-06-06T10:00", "10:00", "23:00", "99:99"],
  ["#00ff00", "#0f0", "red", "url(x)", "x".repeat(50_000), `${"1".repeat(50_000)}x`],
]
  .flat()
  .map((v): object => ({ v }))
  .concat(
    [[], ["a", "b"], ["b"], ["c"], ["6", "8"]].map((v) => ({ v })),
    [{}, { c: true }, { c: false }, { v: "a", c: true }, { v: "b", c: true }, { v: "b", c: false }],
    [{ o: true }, { bad: 1 }, { v: "b", bad: 1 }, { k: "Enter", code: "Enter", v: "b" }, { k: "Backspace", v: "" }],
    [["b"], ["z", "A1", "x".repeat(500)], "b", 7, null, { b: 1 }, [1, null, ["b"], {}]].map((d) => ({ d })),
    [{ f: [["__proto__", "b"]], by: "x=b" }, { d: Array.from({ length: 2_000 }, (_, at) => `${"abcdef"[at % 6]}`) }],
  );

function open(widget: ValueCase, { fieldset = false } = {}) {
  const value = signal(widget.first) as Signal<never>;
  const [disabled, readonly, isOut] = [signal(false), signal(false), signal(false)];
  const heard: unknown[] = [];
  const facts: Facts = { bind: value, label: "It", disabled, readonly, onChange: (now) => void heard.push(now) };
  const test = new TestSession(
    () =>
      (fieldset ? <fieldset disabled={isOut}>{widget.show(facts) as never}</fieldset> : widget.show(facts)) as never,
    { limits: { eventBurst: 1e9, eventsPerSecond: 1e9 } },
  );
  const client = test.connect();
  const ids = () => [...test.html.matchAll(/data-t="(\d+)"/g)].map(([, id]) => Number(id));
  /** Every event on every element; `after` looks at each. */
  const forge = (after: () => void = () => {}) => {
    for (const id of ids()) {
      for (const type of TYPES) {
        for (const payload of PAYLOADS) {
          client.event(id, type, payload);
          after();
        }
      }
    }
  };
  /** What opens when it has the focus is there, too. */
  const focusAll = () => ids().forEach((id) => client.event(id, "focus"));
  const lock = (which: Signal<boolean>) => test.session.run(() => (which.value = true));
  return { test, client, value, disabled, readonly, isOut, heard, forge, focusAll, lock };
}

const cases = Object.entries(VALUE_WIDGETS).map(([name, widget]) => ({ name, widget }));

describe("a widget", () => {
  it("X19: is tried here if it holds a value", () => {
    const { values } = (JSON.parse(read("test/public-names.json")) as Record<string, { values: string[] }>)[
      "tandem/ui"
    ]!;
    const holding = values.filter((name) =>
      /^(?!ButtonGroup)[A-Z]\w*(?:Input|Select|Group|Slider)$|^(?:Rating|Checkbox|Textarea|Combobox|Select|Slider|SegmentedControl)$/.test(
        name,
      ),
    );
    expect(Object.keys(VALUE_WIDGETS).toSorted()).toEqual(holding.toSorted());
  });

  it.each(cases)(
    "X19: $name holds only what is allowed, whatever is sent to whichever of its elements",
    ({ widget }) => {
      const { client, value, test, forge, focusAll } = open(widget);
      const wrong = new Set<string>();
      focusAll();
      forge(() => {
        if (!widget.isAllowed(value.peek())) wrong.add(JSON.stringify(value.peek()).slice(0, 100));
      });
      expect([...wrong]).toEqual([]);
      expect(client.closed).toBeUndefined();
      expect(test.log.filter(({ level }) => level === "error")).toEqual([]);
    },
  );

  it.each(cases.flatMap((each) => ["disabled", "readonly", "fieldset"].map((how) => ({ ...each, how }))))(
    "X19: $name keeps its value while it may not be changed ($how)",
    ({ widget, name, how }) => {
      if (name === "FileInput" && how === "readonly") return;
      const opened = open(widget, { fieldset: how === "fieldset" });
      opened.focusAll();
      opened.lock(how === "disabled" ? opened.disabled : how === "readonly" ? opened.readonly : opened.isOut);
      const before = opened.value.peek();
      opened.forge();
      expect(opened.value.peek()).toEqual(before);
      expect(opened.heard).toEqual([]);
      expect(opened.client.closed).toBeUndefined();
    },
  );
});
