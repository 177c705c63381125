import type { BookFamily } from "../entry.ts";
import accordion from "./accordion.tsx";
import breadcrumb from "./breadcrumb.tsx";
import card from "./card.tsx";
import grid from "./grid.tsx";
import row from "./row.tsx";
import sidebarLayout from "./sidebar-layout.tsx";
import split from "./split.tsx";
import stack from "./stack.tsx";
import stepper from "./stepper.tsx";
import tabs from "./tabs.tsx";
import toolbar from "./toolbar.tsx";

export const layout: BookFamily = {
  path: "layout",
  title: "Layout",
  entries: [stack, row, grid, card, split, tabs, accordion, toolbar, breadcrumb, stepper, sidebarLayout],
};
