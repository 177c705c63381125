import { Checkbox, SwitchInput, type CheckboxProps, type SwitchInputProps } from "../../ui/inputs/checkbox.tsx";
import { ColorInput, type ColorInputProps } from "../../ui/inputs/color-input.tsx";
import {
  DateInput,
  DateTimeInput,
  TimeInput,
  type DateInputProps,
  type DateTimeInputProps,
  type TimeInputProps,
} from "../../ui/inputs/date-input.tsx";
import { DateRangeInput, type DateRange, type DateRangeInputProps } from "../../ui/inputs/date-range-input.tsx";
import { NumberInput, type NumberInputProps } from "../../ui/inputs/number-input.tsx";
import { PasswordInput, type PasswordInputProps } from "../../ui/inputs/password-input.tsx";
import { RangeSlider, type NumberRange, type RangeSliderProps } from "../../ui/inputs/range-slider.tsx";
import { Rating, type RatingProps } from "../../ui/inputs/rating.tsx";
import { SearchInput, type SearchInputProps } from "../../ui/inputs/search-input.tsx";
import { Slider, type SliderProps } from "../../ui/inputs/slider.tsx";
import { TextInput, type TextInputProps } from "../../ui/inputs/text-input.tsx";
import { Textarea, type TextareaProps } from "../../ui/inputs/textarea.tsx";
import type { TextType } from "../../ui/inputs/text-rules.ts";
import { readLive } from "../../view/live.ts";
import type { Live } from "../../view/node.ts";
import type { ControlKind } from "./control-field.tsx";

const nothing = (): string => "";
const isNothing = (value: string): boolean => value === "";
const off = (): boolean => false;

const TEXT = ["placeholder", "minLength", "maxLength", "pattern", "patternMessage"] as const;
const BOX = ["prefix", "suffix"] as const;
const SLIDER = ["min", "max", "step", "format", "marks", "hideValue"] as const;
const TEMPORAL = ["min", "max", "step"] as const;

const least = ({ min }: { min?: Live<number> }): number => readLive(min) ?? 0;
const most = ({ max }: { max?: Live<number> }): number => readLive(max) ?? 100;

const line = (name: TextType): ControlKind<string, TextInputProps> => ({
  name,
  control: TextInput,
  fixed: { type: name },
  takes: [...TEXT, ...BOX, "autocomplete", "suggestions", "clearable", "showCount", "debounce"],
  initial: nothing,
  isEmpty: isNothing,
});

const password: ControlKind<string, PasswordInputProps> = {
  name: "password",
  control: PasswordInput,
  takes: [...TEXT, "autocomplete", "concealed"],
  initial: nothing,
  isEmpty: isNothing,
};

/** It is to be answered on Enter, and so hears of each key. */
const search: ControlKind<string, SearchInputProps> = {
  name: "search",
  control: SearchInput,
  fixed: { debounce: 0 },
  takes: ["placeholder", "maxLength", "suggestions"],
  initial: nothing,
  isEmpty: isNothing,
};

const textarea: ControlKind<string, TextareaProps> = {
  name: "textarea",
  control: Textarea,
  takes: [...TEXT, "rows", "autoGrow", "maxRows", "showCount", "monospace", "debounce"],
  initial: nothing,
  isEmpty: isNothing,
};

const number: ControlKind<number | null, NumberInputProps, null> = {
  name: "number",
  control: NumberInput,
  takes: [...BOX, "min", "max", "step", "integer", "placeholder", "steppers", "format", "debounce"],
  initial: () => null,
  isEmpty: (value) => value === null,
};

const slider: ControlKind<number, SliderProps> = { name: "slider", control: Slider, takes: SLIDER, initial: least };

const range: ControlKind<NumberRange, RangeSliderProps> = {
  name: "range",
  control: RangeSlider,
  takes: SLIDER,
  initial: (options) => ({ from: least(options), to: most(options) }),
};

const rating: ControlKind<number, RatingProps> = {
  name: "rating",
  control: Rating,
  takes: ["max", "half"],
  initial: () => 0,
  isEmpty: (value) => value === 0,
};

const date: ControlKind<string, DateInputProps> = {
  name: "date",
  control: DateInput,
  takes: TEMPORAL,
  initial: nothing,
  isEmpty: isNothing,
};

const time: ControlKind<string, TimeInputProps> = { ...date, name: "time", control: TimeInput };
const dateTime: ControlKind<string, DateTimeInputProps> = { ...date, name: "dateTime", control: DateTimeInput };

const dateRange: ControlKind<DateRange, DateRangeInputProps> = {
  name: "dateRange",
  control: DateRangeInput,
  takes: ["min", "max", "fromLabel", "toLabel", "presets"],
  initial: () => ({ from: "", to: "" }),
  isEmpty: ({ from, to }) => from === "" && to === "",
};

const color: ControlKind<string, ColorInputProps> = {
  name: "color",
  control: ColorInput,
  takes: ["swatches", "hideText"],
  initial: () => "#000000",
};

/** `required`: it must be so. */
const checkbox: ControlKind<boolean, CheckboxProps> = {
  name: "checkbox",
  control: Checkbox,
  takes: [],
  initial: off,
  required: false,
};

const switchKind: ControlKind<boolean, SwitchInputProps> = {
  name: "switch",
  control: SwitchInput,
  takes: [],
  initial: off,
  required: false,
};

/** Kinds of fields whose control is a widget, by the names they have in `field` and `ask`. */
export const KINDS = {
  text: line("text"),
  email: line("email"),
  url: line("url"),
  tel: line("tel"),
  password,
  search,
  textarea,
  number,
  slider,
  range,
  rating,
  date,
  time,
  dateTime,
  dateRange,
  color,
  checkbox,
  switch: switchKind,
} as const;
