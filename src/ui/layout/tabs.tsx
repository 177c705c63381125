import { computed } from "../../reactive/computed.ts";
import { signal, type ReadonlySignal, type Signal } from "../../reactive/signal.ts";
import { needPart } from "../../session/parts.ts";
import { For } from "../../view/flow/for.ts";
import { Show } from "../../view/flow/show.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { ref, type ElementRef } from "../../view/ref.ts";
import { freshId } from "../base/fresh-id.ts";
import { listOf } from "../base/list-of.ts";
import type { IconName } from "../icons/icon-name.ts";
import { Icon } from "../icons/icon.tsx";
import { signalProp } from "../base/signal-prop.ts";
import { Closing } from "./closing-tabs.ts";
import { Kept } from "./kept.tsx";

export interface Tab<Name extends string = string> {
  /** What `active` has while it is shown. */
  readonly name: Name;
  readonly label: Live<string>;
  readonly icon?: Live<IconName>;
  /** What it shows. */
  readonly content: () => Child;
  readonly disabled?: Live<boolean>;
  /** Offers to close it, by a cross or the Delete key: called then, to take it out of `tabs`. */
  readonly onClose?: () => unknown;
}

export interface TabsProps<Name extends string> {
  /** What the tabs are for; only read out. */
  label: string;
  tabs: Live<readonly Tab<Name>[]>;
  /** The name of the one that is shown, both ways; the first that is not disabled unless told. */
  active?: Signal<Name>;
  /**
   * When panels are built: `"kept"` builds each when it is first shown and keeps it, `"at-once"` all from the start,
   * `"one"` only the one that is shown. `"kept"` unless told.
   */
  panels?: "kept" | "at-once" | "one";
  /** Where the tabs stand; on a phone above in any case. `"top"` unless told. */
  placement?: "top" | "start";
  class?: ClassValue;
}

/**
 * Panels of which one is shown, and tabs to choose it.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Tabs } from "tandem/ui";
 *
 * export default function Settings() {
 *   const active = signal<"you" | "team">("you");
 *   return (
 *     <Tabs
 *       label="Settings"
 *       active={active}
 *       tabs={[
 *         { name: "you", label: "You", icon: "person", content: () => <p>Your name</p> },
 *         { name: "team", label: "Team", icon: "people", content: () => <p>Your team</p> },
 *       ]}
 *     />
 *   );
 * }
 * ```
 *
 * The arrow keys go through the tabs. From Shiny's `navset_tab`, PyWebIO's `put_tabs` and Rio's `Switcher`.
 */
export function Tabs<Name extends string>({
  label,
  tabs,
  active,
  panels = "kept",
  placement = "top",
  class: className,
}: TabsProps<Name>): Child {
  needPart("ui");
  const chosen: Signal<Name | undefined> = signalProp(active, "active={…} of Tabs") ?? signal(undefined);
  const id = freshId("tabs");
  const all = () => listOf(readLive(tabs), "tabs={…} of Tabs");
  const shown = computed(() => shownOf(all(), chosen.value));
  const refs = new TabRefs();
  const closing = new Closing({
    all,
    gone: (name, next) => {
      refs.forget(name);
      if (next === undefined) return;
      if (!all().some((tab) => tab.name === chosen.peek())) chosen.value = next.name as Name;
      refs.of(chosen.peek()!).focus();
    },
  });
  return (
    <div class={["tandem-tabs", className]} data-placement={placement}>
      <div
        role="tablist"
        class="tandem-tablist"
        aria-label={label}
        aria-orientation={placement === "start" ? "vertical" : undefined}
      >
        <For each={all}>
          {(tab) => (
            <TabButton
              {...{ tab, id, shown }}
              control={refs.of(tab.name)}
              onChoose={() => void (chosen.value = tab.name)}
              onClose={() => closing.start(tab)}
            />
          )}
        </For>
      </div>
      <For each={all}>{(tab) => <Panel tab={tab} id={id} shown={shown} panels={panels} />}</For>
    </div>
  );
}

/** The tab that is shown: the chosen one, if it is there, and else the first that may be. */
function shownOf<Name extends string>(tabs: readonly Tab<Name>[], chosen: Name | undefined): Name | undefined {
  if (tabs.some((tab) => tab.name === chosen)) return chosen;
  return tabs.find((tab) => !readLive(tab.disabled ?? false))?.name;
}

/** The elements of tabs by their names, to give them the focus. */
class TabRefs {
  readonly #all = new Map<string, ElementRef>();

  of(name: string): ElementRef {
    let found = this.#all.get(name);
    if (found === undefined) this.#all.set(name, (found = ref()));
    return found;
  }

  forget(name: string): void {
    this.#all.delete(name);
  }
}

/** Of a name that may have anything in it, as that of a file: what lists of ids take for one. */
const idPart = (name: string): string => name.replace(/[^\w-]/gu, (other) => `.${other.codePointAt(0)}`);

interface PartProps {
  tab: Tab;
  id: string;
  shown: ReadonlySignal<string | undefined>;
}

interface TabButtonProps extends PartProps {
  control: ElementRef;
  onChoose: () => void;
  onClose: () => unknown;
}

function TabButton({ tab, id, shown, control, onChoose, onClose }: TabButtonProps): Child {
  const isShown = () => shown.value === tab.name;
  const isCloseable = tab.onClose !== undefined;
  const button = (
    <button
      ref={control}
      type="button"
      role="tab"
      class="tandem-tab"
      id={`${id}-tab-${idPart(tab.name)}`}
      aria-controls={`${id}-${idPart(tab.name)}`}
      aria-selected={() => (isShown() ? "true" : "false")}
      tabindex={() => (isShown() ? 0 : -1)}
      disabled={tab.disabled}
      aria-keyshortcuts={isCloseable ? "Delete" : undefined}
      onClick={onChoose}
      onKeyDown={isCloseable ? { keys: ["Delete"], handler: onClose } : undefined}
    >
      {tab.icon === undefined ? null : <Icon name={tab.icon} />}
      <span>{tab.label}</span>
    </button>
  );
  if (!isCloseable) return button;
  return (
    <span class="tandem-tab-frame" role="presentation">
      {button}
      {/* A list of tabs has nothing but tabs: who does not point closes with the Delete key, as the tab says. */}
      <button
        type="button"
        class="tandem-tab-close"
        tabindex={-1}
        aria-hidden="true"
        title={() => `Close ${readLive(tab.label)}`}
        disabled={tab.disabled}
        onClick={onClose}
      />
    </span>
  );
}

function Panel({ tab, id, shown, panels }: PartProps & { panels: "kept" | "at-once" | "one" }): Child {
  const isShown = () => shown.value === tab.name;
  return (
    <div
      role="tabpanel"
      class="tandem-tabpanel"
      id={`${id}-${idPart(tab.name)}`}
      aria-labelledby={`${id}-tab-${idPart(tab.name)}`}
      tabindex={0}
      hidden={() => !isShown()}
    >
      {panels === "at-once" ? (
        tab.content()
      ) : panels === "one" ? (
        <Show when={isShown}>{tab.content}</Show>
      ) : (
        <Kept when={isShown}>{tab.content}</Kept>
      )}
    </div>
  );
}
