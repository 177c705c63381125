import type { BookFamily } from "../entry.ts";
import checkbox from "./checkbox.tsx";
import colorInput from "./color-input.tsx";
import dateInput from "./date-input.tsx";
import dateRangeInput from "./date-range-input.tsx";
import dateTimeInput from "./date-time-input.tsx";
import monthInput from "./month-input.tsx";
import numberInput from "./number-input.tsx";
import passwordInput from "./password-input.tsx";
import rangeSlider from "./range-slider.tsx";
import rating from "./rating.tsx";
import searchInput from "./search-input.tsx";
import slider from "./slider.tsx";
import switchInput from "./switch-input.tsx";
import textInput from "./text-input.tsx";
import textarea from "./textarea.tsx";
import timeInput from "./time-input.tsx";
import weekInput from "./week-input.tsx";

export const inputs: BookFamily = {
  path: "inputs",
  title: "Inputs",
  entries: [
    textInput,
    searchInput,
    passwordInput,
    numberInput,
    textarea,
    checkbox,
    switchInput,
    slider,
    rangeSlider,
    dateInput,
    dateRangeInput,
    timeInput,
    dateTimeInput,
    monthInput,
    weekInput,
    colorInput,
    rating,
  ],
};
