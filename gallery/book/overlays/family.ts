import type { BookFamily } from "../entry.ts";
import dialog from "./dialog.tsx";
import drawer from "./drawer.tsx";
import menu from "./menu.tsx";
import popover from "./popover.tsx";
import tooltip from "./tooltip.tsx";

export const overlays: BookFamily = {
  path: "overlays",
  title: "Overlays",
  entries: [dialog, drawer, popover, menu, tooltip],
};
