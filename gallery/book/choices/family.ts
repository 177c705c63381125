import type { BookFamily } from "../entry.ts";
import checkboxGroup from "./checkbox-group.tsx";
import codeInput from "./code-input.tsx";
import combobox from "./combobox.tsx";
import fileInput from "./file-input.tsx";
import multiSelect from "./multi-select.tsx";
import radioGroup from "./radio-group.tsx";
import segmentedControl from "./segmented-control.tsx";
import select from "./select.tsx";
import tagsInput from "./tags-input.tsx";
import toggleGroup from "./toggle-group.tsx";

export const choices: BookFamily = {
  path: "choices",
  title: "Choices",
  entries: [
    select,
    combobox,
    multiSelect,
    radioGroup,
    checkboxGroup,
    segmentedControl,
    toggleGroup,
    tagsInput,
    fileInput,
    codeInput,
  ],
};
