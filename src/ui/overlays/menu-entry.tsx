import { Link } from "../../pages/link.ts";
import { Show } from "../../view/flow/show.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { Icon } from "../icons/icon.tsx";
import type { MenuEntry, MenuItem } from "./menu-items.ts";

/** What an entry is drawn as. */
export type EntryKind = "line" | "heading" | "action" | "switch" | "link";

export function kindOf(entry: MenuEntry): EntryKind {
  if (entry === "line") return "line";
  if ("heading" in entry) return "heading";
  if (entry.to !== undefined) return "link";
  return entry.checked === undefined ? "action" : "switch";
}

interface EntryProps {
  kind: EntryKind;
  entry: () => MenuEntry;
  /** Whether the menu is disabled, and so all that is in it. */
  isOff: Live<boolean> | undefined;
}

/** One line of a menu. What it says may change while it is there, and has the focus; what kind it is does not. */
export function Entry({ kind, entry, isOff }: EntryProps): Child {
  if (kind === "line") return <span role="separator" class="tandem-menu-line" />;
  if (kind === "heading")
    return <span class="tandem-menu-heading">{() => (entry() as { heading: string }).heading}</span>;
  const item = entry as () => MenuItem;
  return kind === "link" ? <Way item={item} /> : <Action item={item} isOff={isOff} isSwitch={kind === "switch"} />;
}

interface ItemProps {
  item: () => MenuItem;
}

function Action({ item, isOff, isSwitch }: ItemProps & Pick<EntryProps, "isOff"> & { isSwitch: boolean }): Child {
  return (
    <button
      type="button"
      role={isSwitch ? "menuitemcheckbox" : "menuitem"}
      class={["tandem-menu-item", { "tandem-tone-danger": () => item().tone === "danger" }]}
      tabindex={-1}
      disabled={() => readLive(item().disabled ?? false) || readLive(isOff ?? false)}
      aria-checked={isSwitch ? () => (readLive(item().checked) ? "true" : "false") : undefined}
      onClick={() => item().onSelect?.()}
    >
      {isSwitch ? <span class="tandem-menu-check" /> : null}
      <ItemContent item={item} />
    </button>
  );
}

function Way({ item }: ItemProps): Child {
  return (
    <Link role="menuitem" class="tandem-menu-item" tabindex={-1} to={() => item().to ?? ""}>
      <ItemContent item={item} />
    </Link>
  );
}

function ItemContent({ item }: ItemProps): Child {
  return [
    <Show when={() => readLive(item().icon)}>{(icon) => <Icon name={icon} />}</Show>,
    <span class="tandem-menu-text">{() => readLive(item().label)}</span>,
    <Show when={() => item().shortcut}>{(shortcut) => <kbd aria-hidden="true">{shortcut}</kbd>}</Show>,
  ];
}
