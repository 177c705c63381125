/** Each widget that holds a value, with constraints, and what of it may never be otherwise. */
import type { FileInfo, Signal } from "tandem";
import * as ui from "tandem/ui";

/** What each of them is given. */
export interface Facts {
  bind: Signal<never>;
  label: string;
  disabled?: Signal<boolean>;
  readonly?: Signal<boolean>;
  onChange: (value: unknown) => void;
}

/** A widget as it is tried: what it holds at first, and what it may hold. */
export interface ValueCase {
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
/** There and back, for `Date` takes the 30th of February for the 2nd of March. */
const isDay = (day: string) =>
  day === "" || (/^2026-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00Z`).toISOString().startsWith(day));
const isTime = (time: string) => /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?$/.test(time);
const short = (text: string) => text.length <= 5 && /^[a-z]*$/.test(text);
const text = { maxLength: 5, pattern: /[a-z]*/ };

/** By their names. */
export const VALUE_WIDGETS: Readonly<Record<string, ValueCase>> = {
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
    isAllowed: (time: string) => time === "" || (isTime(time) && time >= "08:00" && time.slice(0, 5) <= "18:00"),
    show: (facts) => <ui.TimeInput {...facts} min="08:00" max="18:00" />,
  },
  DateTimeInput: {
    first: "2026-05-05T09:30",
    isAllowed: (value: string) =>
      value === "" || (value[10] === "T" && isDay(value.slice(0, 10)) && isTime(value.slice(11))),
    show: (facts) => <ui.DateTimeInput {...facts} min="2026-01-01T00:00" max="2026-12-31T23:59" />,
  },
  MonthInput: {
    first: "2026-05",
    isAllowed: (month: string) => /^$|^2026-(?:0[1-9]|1[0-2])$/.test(month),
    show: (facts) => <ui.MonthInput {...facts} min="2026-01" max="2026-12" />,
  },
  WeekInput: {
    first: "2026-W20",
    isAllowed: (week: string) => /^$|^2026-W(?:0[1-9]|[1-4]\d|5[0-3])$/.test(week),
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
