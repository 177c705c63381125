import { needPart } from "../../session/parts.ts";
import { For } from "../../view/flow/for.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { listOf } from "../base/list-of.ts";
import { openSignal, type Openness } from "../base/openness.ts";
import { Button } from "../buttons/button.tsx";
import type { ButtonLook } from "../buttons/button-look.ts";
import { IconButton } from "../buttons/icon-button.tsx";
import type { IconName } from "../icons/icon-name.ts";
import { Entry, kindOf } from "./menu-entry.tsx";
import type { MenuEntry } from "./menu-items.ts";
import { PopupState, type Placement } from "./popup-state.ts";

export interface MenuProps extends Omit<ButtonLook, "wide"> {
  /** What the button that opens it says; with `iconOnly` it is only read out. */
  label: string;
  items: Live<readonly MenuEntry[]>;
  /** Shows only the icon: three dots, unless `icon` is told. */
  iconOnly?: boolean;
  icon?: Live<IconName>;
  /** Whether it is open: a signal, both ways; something live to be followed; or `true` from the start. */
  open?: Openness;
  /** `"bottom-start"` unless told. */
  placement?: Placement;
  disabled?: Live<boolean>;
}

/**
 * A button that opens a list of things to do.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Menu } from "tandem/ui";
 *
 * export default function Note() {
 *   const name = signal("Shopping list");
 *   const isPinned = signal(false);
 *   return (
 *     <p>
 *       {name}{" "}
 *       <Menu
 *         label="More"
 *         iconOnly
 *         items={[
 *           { label: "Rename", icon: "pencil", shortcut: "F2", onSelect: () => name.set("Groceries") },
 *           { label: "Pinned", checked: isPinned, onSelect: () => isPinned.update((is) => !is) },
 *           { label: "All notes", to: "/notes" },
 *           "line",
 *           { label: "Empty", icon: "trash", tone: "danger", onSelect: () => name.set("Nothing") },
 *         ]}
 *       />
 *     </p>
 *   );
 * }
 * ```
 *
 * Arrow keys, Home, End and first letters go through it, Escape closes it. The server refuses what is disabled. From
 * Shiny's `nav_menu`.
 */
export function Menu({
  label,
  items,
  iconOnly = false,
  icon,
  open,
  placement = "bottom-start",
  disabled,
  ...look
}: MenuProps): Child {
  needPart("ui");
  const state = new PopupState("menu", open === undefined ? undefined : openSignal(open, "a Menu"));
  const button = { ...look, ...state.buttonProps("menu"), disabled };
  return [
    iconOnly ? (
      <IconButton {...button} icon={icon ?? "three-dots"} label={label} />
    ) : (
      <Button {...button} icon={icon} class={[look.class, "tandem-menu-button"]}>
        {label}
      </Button>
    ),
    // A span, as a menu may stand in a paragraph.
    <span {...state.popupProps(placement)} class="tandem-floating" role="menu" aria-label={label}>
      <For each={() => rowsOf(listOf(readLive(items), "items={…} of a Menu"))} key={(row) => row.key}>
        {(row) => <Entry kind={kindOf(row.peek().entry)} entry={() => row.value.entry} isOff={disabled} />}
      </For>
    </span>,
  ];
}

/** Known by where they stand: one that changes stays the same element, with the focus it may have. */
const rowsOf = (items: readonly MenuEntry[]) =>
  items.map((entry, index) => ({ entry, key: `${index} ${kindOf(entry)}` }));
