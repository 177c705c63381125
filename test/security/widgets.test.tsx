import { describe, expect, it } from "vitest";
import { signal, type FileInfo, type Signal } from "tandem";
import * as ui from "tandem/ui";
import { read } from "../../scripts/support/source-files.js";
import { TestSession } from "../support/test-session.ts";

interface Facts {
  bind: Signal<never>;
  label: string;
  disabled?: Signal<boolean>;
  readonly?: Signal<boolean>;
  onChange: (value: unknown) => void;
}

/** A widget as it is tried: what it holds at first, and what it may hold. */
interface Case {
  first: unknown;
  isAllowed: (value: never) => boolean;
  show: (facts: Facts) => unknown;
}

const within = (least: number, most: number) => (value: number) =>
  Number.isInteger(value) && value >= least && value <= most;
const options = ["a", "b", { value: "c", label: "C", disabled: true }];
const oneOf = (value: string | null) => value === null || value === "a" || value === "b";
const someOf = (values: string[]) => values.length <= 2 && values.every((value) => oneOf(value));
const limits = { min: 2, max: 8, step: 2 };
const dates = { min: "2026-01-01", max: "2026-12-31" };
const isDay = (day: string) => day === "" || (/^2026-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)));
const short = (text: string) => text.length <= 5 && /^[a-z]*$/.test(text);
const text = { maxLength: 5, pattern: /[a-z]*/ };

/** Each with its constraints, by its name. */
const WIDGETS: Record<string, Case> = {
  TextInput: { first: "ok", isAllowed: short, show: (facts) => <ui.TextInput {...facts} {...text} /> },
  PasswordInput: { first: "ok", isAllowed: short, show: (facts) => <ui.PasswordInput {...facts} {...text} /> },
  Textarea: { first: "ok", isAllowed: short, show: (facts) => <ui.Textarea {...facts} {...text} /> },
  CodeInput: { first: "ok", isAllowed: short, show: (facts) => <ui.CodeInput {...facts} {...text} /> },
  SearchInput: {
    first: "ok",
    isAllowed: (value: string) => value.length <= 5,
    show: (facts) => <ui.SearchInput {...facts} maxLength={5} />,
  },
  NumberInput: {
    first: 4,
    isAllowed: (value: number | null) => value === null || (within(2, 8)(value) && value % 2 === 0),
    show: (facts) => <ui.NumberInput {...facts} {...limits} />,
  },
  Slider: {
    first: 4,
    isAllowed: (value: number) => within(2, 8)(value) && value % 2 === 0,
    show: (facts) => <ui.Slider {...facts} {...limits} />,
  },
  RangeSlider: {
    first: { from: 4, to: 6 },
    isAllowed: ({ from, to }: ui.NumberRange) => within(2, to)(from) && within(from, 8)(to) && (from + to) % 2 === 0,
    show: (facts) => <ui.RangeSlider {...facts} {...limits} />,
  },
  Rating: { first: 3, isAllowed: within(0, 5), show: (facts) => <ui.Rating {...facts} /> },
  DateInput: { first: "2026-05-05", isAllowed: isDay, show: (facts) => <ui.DateInput {...facts} {...dates} /> },
  TimeInput: {
    first: "09:30",
    isAllowed: (time: string) => time === "" || (time >= "08:00" && time <= "18:00"),
    show: (facts) => <ui.TimeInput {...facts} min="08:00" max="18:00" />,
  },
  DateTimeInput: {
    first: "2026-05-05T09:30",
    isAllowed: (value: string) => value === "" || isDay(value.slice(0, 10)),
    show: (facts) => <ui.DateTimeInput {...facts} min="2026-01-01T00:00" max="2026-12-31T23:59" />,
  },
  MonthInput: {
    first: "2026-05",
    isAllowed: (month: string) => /^$|^2026-(?:0[1-9]|1[0-2])$/.test(month),
    show: (facts) => <ui.MonthInput {...facts} min="2026-01" max="2026-12" />,
  },
  WeekInput: {
    first: "2026-W20",
    isAllowed: (week: string) => /^$|^2026-W\d\d$/.test(week),
    show: (facts) => <ui.WeekInput {...facts} min="2026-W01" max="2026-W53" />,
  },
  DateRangeInput: {
    first: { from: "2026-05-05", to: "2026-05-06" },
    isAllowed: ({ from, to }: ui.DateRange) => isDay(from) && isDay(to) && from <= to,
    show: (facts) => <ui.DateRangeInput {...facts} {...dates} />,
  },
  ColorInput: {
    first: "#1f5fbf",
    isAllowed: (color: string) => /^#[\da-f]{6}$/.test(color),
    show: (facts) => <ui.ColorInput {...facts} swatches={["#b3261e"]} />,
  },
  Checkbox: { first: true, isAllowed: isFlag, show: (facts) => <ui.Checkbox {...facts} /> },
  SwitchInput: { first: true, isAllowed: isFlag, show: (facts) => <ui.SwitchInput {...facts} /> },
  Select: { first: "a", isAllowed: oneOf, show: (facts) => <ui.Select {...facts} options={options} placeholder="?" /> },
  RadioGroup: { first: "a", isAllowed: oneOf, show: (facts) => <ui.RadioGroup {...facts} options={options} /> },
  SegmentedControl: {
    first: "a",
    isAllowed: oneOf,
    show: (facts) => <ui.SegmentedControl {...facts} options={options} />,
  },
  CheckboxGroup: {
    first: ["a"],
    isAllowed: someOf,
    show: (facts) => <ui.CheckboxGroup {...facts} options={options} />,
  },
  ToggleGroup: { first: ["a"], isAllowed: someOf, show: (facts) => <ui.ToggleGroup {...facts} options={options} /> },
  Combobox: { first: "a", isAllowed: oneOf, show: (facts) => <ui.Combobox {...facts} options={options} /> },
  MultiSelect: {
    first: ["a"],
    isAllowed: someOf,
    show: (facts) => <ui.MultiSelect {...facts} options={options} selectAll />,
  },
  TagsInput: {
    first: ["a"],
    isAllowed: (tags: string[]) => tags.length <= 3 && tags.every(short),
    show: (facts) => <ui.TagsInput {...facts} max={3} tag={text} />,
  },
  FileInput: {
    first: [],
    isAllowed: (files: FileInfo[]) => files.length === 0,
    show: ({ readonly: _, ...facts }) => <ui.FileInput {...facts} />,
  },
};

function isFlag(value: unknown): boolean {
  return typeof value === "boolean";
}

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

function open(widget: Case, { fieldset = false } = {}) {
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

const cases = Object.entries(WIDGETS).map(([name, widget]) => ({ name, widget }));

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
    expect(Object.keys(WIDGETS).toSorted()).toEqual(holding.toSorted());
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
