import type { Live } from "../../view/node.ts";
import type { IconName } from "../icons/icon-name.ts";

/** Something to choose in a menu. */
export interface MenuItem {
  readonly label: Live<string>;
  readonly icon?: Live<IconName>;
  /** What is done when it is chosen. */
  readonly onSelect?: () => unknown;
  /** A page it leads to, in place of `onSelect`. */
  readonly to?: string;
  readonly disabled?: Live<boolean>;
  /** For one that is switched on and off: whether it is on. */
  readonly checked?: Live<boolean>;
  /** `"danger"` for what cannot be undone. */
  readonly tone?: "danger";
  /** A key that does the same, to be shown. */
  readonly shortcut?: string;
}

/** What a menu has: things to choose, `"line"` between them, and headings. */
export type MenuEntry = MenuItem | "line" | { readonly heading: string };
