import { Link } from "../../pages/link.ts";
import type { Signal } from "../../reactive/signal.ts";
import { needPart } from "../../session/parts.ts";
import { For } from "../../view/flow/for.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { Button } from "../buttons/button.tsx";
import type { ButtonLook } from "../buttons/button-look.ts";
import { IconButton } from "../buttons/icon-button.tsx";
import type { IconName } from "../icons/icon-name.ts";
import { Icon } from "../icons/icon.tsx";
import type { MenuEntry, MenuItem } from "./menu-items.ts";
import { PopupState, type Placement } from "./popup-state.ts";

export interface MenuProps extends Omit<ButtonLook, "wide"> {
  /** What the button that opens it says; with `iconOnly` it is only read out. */
  label: string;
  items: Live<readonly MenuEntry[]>;
  /** Shows only the icon: three dots, unless `icon` is told. */
  iconOnly?: boolean;
  icon?: Live<IconName>;
  /** Whether it is open, both ways. */
  open?: Signal<boolean>;
  /** `"bottom-start"` unless told. */
  placement?: Placement;
  disabled?: Live<boolean>;
}

/**
 * A button that opens a list of things to do.
 *
 * @example
 * ```tsx
 * import { Menu } from "tandem/ui";
 *
 * export const More = ({ rename, remove }: { rename(): void; remove(): void }) => (
 *   <Menu
 *     label="More"
 *     iconOnly
 *     items={[
 *       { label: "Rename", icon: "pencil", onSelect: rename, shortcut: "F2" },
 *       { label: "Open orders", to: "/orders" },
 *       "line",
 *       { label: "Delete", icon: "trash", tone: "danger", onSelect: remove },
 *     ]}
 *   />
 * );
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
  const state = new PopupState("menu", open);
  const button = { ...look, ...state.buttonProps("menu"), disabled };
  return [
    iconOnly ? (
      <IconButton {...button} icon={icon ?? "three-dots"} label={label} />
    ) : (
      <Button {...button} icon={icon} class={[look.class, "tandem-menu-button"]}>
        {label}
      </Button>
    ),
    <div {...state.popupProps(placement)} class="tandem-popup" role="menu" aria-label={label}>
      <For each={() => readLive(items)}>{(entry) => <Entry entry={entry} />}</For>
    </div>,
  ];
}

function Entry({ entry }: { entry: MenuEntry }): Child {
  if (entry === "line") return <hr class="tandem-menu-line" />;
  if ("heading" in entry) return <div class="tandem-menu-heading">{entry.heading}</div>;
  return entry.to === undefined ? <Action item={entry} /> : <Way item={entry} to={entry.to} />;
}

function Action({ item }: { item: MenuItem }): Child {
  const { checked, disabled, onSelect, tone } = item;
  return (
    <button
      type="button"
      role={checked === undefined ? "menuitem" : "menuitemcheckbox"}
      class={["tandem-menu-item", tone && `tandem-tone-${tone}`]}
      tabindex={-1}
      disabled={disabled}
      aria-checked={checked === undefined ? undefined : () => (readLive(checked) ? "true" : "false")}
      onClick={() => onSelect?.()}
    >
      <ItemContent item={item} />
    </button>
  );
}

function Way({ item, to }: { item: MenuItem; to: string }): Child {
  return (
    <Link role="menuitem" class="tandem-menu-item" tabindex={-1} to={to}>
      <ItemContent item={item} />
    </Link>
  );
}

function ItemContent({ item: { label, icon, checked, shortcut } }: { item: MenuItem }): Child {
  return [
    checked === undefined ? null : <span class="tandem-menu-check" />,
    icon === undefined ? null : <Icon name={icon} />,
    <span class="tandem-menu-text">{label}</span>,
    shortcut === undefined ? null : <kbd aria-hidden="true">{shortcut}</kbd>,
  ];
}
