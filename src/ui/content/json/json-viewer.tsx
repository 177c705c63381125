import { currentSession } from "../../../session/current.ts";
import { needPart } from "../../../session/parts.ts";
import { copyText } from "../../base/copy-text.ts";
import { Show } from "../../../view/flow/show.ts";
import type { ClassValue } from "../../../view/jsx/class-and-style.ts";
import { readLive } from "../../../view/live.ts";
import type { Child, Live } from "../../../view/node.ts";
import { Button } from "../../buttons/button.tsx";
import { IconButton } from "../../buttons/icon-button.tsx";
import { CopyButton } from "../copy-button.tsx";
import { childNodes, isBranch, pathText, rootNode, type JsonNode } from "./json-nodes.ts";
import { MOST_FOUND } from "./json-search.ts";
import { jsonText, kindOfValue, rowText } from "./json-text.ts";
import { JsonView } from "./json-view.ts";

export interface JsonViewerProps {
  /** Anything: what JSON has, and also dates, maps, sets and lists of numbers. */
  value: Live<unknown>;
  /** What it is. */
  label: string;
  /** How many levels are open at first; 1 unless told. */
  openTo?: number;
  /** As in CSS: what is longer scrolls. */
  height?: string;
  /** Whether there is a search above; `true` unless told. */
  search?: boolean;
  class?: ClassValue;
}

/**
 * Shows data as a tree. Only what is opened is sent, so the data may be huge; many values at one place stand in stretches
 * of a hundred.
 *
 * @example
 * ```tsx
 * import { JsonViewer } from "tandem/ui";
 *
 * export const Facts = () => <JsonViewer label="Facts of this process" value={process.versions} openTo={2} />;
 * ```
 *
 * Search looks at keys and values on the server, all of them. By keyboard it is a tree: arrows, Home, End, Enter. Path and
 * value of the chosen row can be copied.
 */
export function JsonViewer({
  value,
  label,
  openTo = 1,
  height,
  search = true,
  class: className,
}: JsonViewerProps): Child {
  needPart("ui");
  const read = () => readLive(value);
  const view = new JsonView(read, openTo);
  return (
    <section class={["tandem-json", className]} aria-label={label}>
      {search ? <SearchBar view={view} /> : null}
      <tandem-tree class="tandem-json-tree" style={{ "max-height": height }}>
        <ul role="tree" aria-label={label}>
          {() => <Row node={rootNode(read())} view={view} />}
        </ul>
      </tandem-tree>
      <Chosen view={view} />
    </section>
  );
}

function Row({ node, view }: { node: JsonNode; view: JsonView }): Child {
  const state = view.row(node);
  const hasMore = isBranch(node);
  const select = () => void (view.selected.value = node);
  const text = rowText(node);
  return (
    <li
      role="treeitem"
      ref={state.element}
      tabindex={-1}
      aria-expanded={hasMore ? () => state.isOpen.value : undefined}
      aria-selected={() => view.isSelected(node.id)}
      onFocus={select}
    >
      <div class="tandem-json-row" data-row="" onClick={hasMore ? () => view.toggle(node) : select}>
        <span class={hasMore ? "tandem-json-twisty" : "tandem-json-no-twisty"} aria-hidden="true" />
        {node.label === "" ? null : (
          <span class={node.range ? "tandem-json-range" : "tandem-json-key"}>{node.label}</span>
        )}
        {node.label === "" || text === "" ? null : ": "}
        <span class={`tandem-json-${kindOfValue(node.value)}`}>{text}</span>
      </div>
      {hasMore ? (
        <Show when={() => state.isOpen.value}>
          <ul role="group">
            {childNodes(node).map((child) => (
              <Row node={child} view={view} />
            ))}
          </ul>
        </Show>
      ) : null}
    </li>
  );
}

function SearchBar({ view }: { view: JsonView }): Child {
  const { query, found, current, isSearching } = view;
  const none = () => found.value.length === 0;
  return (
    <div class="tandem-json-bar">
      <input
        type="search"
        class="tandem-input"
        data-size="small"
        aria-label="Search keys and values"
        placeholder="Search"
        maxlength={200}
        bind={query}
        onKeyDown={{ keys: ["Enter"], preventDefault: true, handler: () => view.step(1) }}
      />
      <span class="tandem-json-found" role="status">
        {() =>
          foundText({
            query: query.value.trim(),
            count: found.value.length,
            at: current.value,
            isSearching: isSearching.value,
          })
        }
      </span>
      <IconButton icon="chevron-up" label="Previous" size="small" disabled={none} onClick={() => view.step(-1)} />
      <IconButton icon="chevron-down" label="Next" size="small" disabled={none} onClick={() => view.step(1)} />
    </div>
  );
}

interface FoundFacts {
  query: string;
  count: number;
  at: number;
  isSearching: boolean;
}

function foundText({ query, count, at, isSearching }: FoundFacts): string {
  if (query === "") return "";
  if (isSearching) return "Searching…";
  if (count === 0) return "Nothing found";
  return `${at + 1} of ${count.toLocaleString("en")}${count === MOST_FOUND ? " or more" : ""}`;
}

/** The path of the chosen row, and what can be copied of it. */
function Chosen({ view }: { view: JsonView }): Child {
  const path = () => (view.selected.value === undefined ? "" : pathText(view.selected.value.path));
  return (
    <Show when={() => view.selected.value !== undefined}>
      <div class="tandem-json-chosen">
        <code>{path}</code>
        <CopyButton text={path} label="Copy path" />
        <Button icon="copy" size="small" appearance="plain" onClick={() => copyValue(view)}>
          Copy value
        </Button>
      </div>
    </Show>
  );
}

/** More would be too much for one message. */
const MOST_COPIED = 5_000_000;

async function copyValue({ selected }: JsonView): Promise<void> {
  const session = currentSession();
  const text = jsonText(selected.peek()?.value);
  if (text.length > MOST_COPIED) return void session.notify("That is too much to copy.", { kind: "warning" });
  await copyText(text, "The browser does not let this page copy.");
}
