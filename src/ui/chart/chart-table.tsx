import { computed } from "../../reactive/computed.ts";
import { signal, type ReadonlySignal } from "../../reactive/signal.ts";
import { For } from "../../view/flow/for.ts";
import { Show } from "../../view/flow/show.ts";
import type { Child } from "../../view/node.ts";
import type { TableText } from "./table-rows.ts";

const PAGE = 100;
const MOST = 2_000;

/** "Show as table": a chart's points as text, made when somebody asks for it. */
export function ChartTable({ table, label }: { table: ReadonlySignal<TableText>; label: string }): Child {
  const isOpen = signal(false);
  return (
    <details class="tandem-chart-data" bind={isOpen}>
      <summary>
        Show as table<span class="tandem-unseen">: {label}</span>
      </summary>
      <Show when={isOpen}>{() => <TableBody table={table} label={label} />}</Show>
    </details>
  );
}

function TableBody({ table, label }: { table: ReadonlySignal<TableText>; label: string }): Child {
  const limit = signal(PAGE);
  const rows = computed(() => table.value.rows(limit.value));
  const rest = computed(() => Math.min(MOST, table.value.count) - rows.value.length);
  return [
    <div class="tandem-chart-scroll" tabindex={0} role="region" aria-label={`${label}, as a table`}>
      <table>
        <thead>
          <tr>
            <For each={() => table.value.columns}>
              {({ title, isNumber }) => (
                <th scope="col" data-number={isNumber ? "" : undefined}>
                  {title}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={rows}>
            {(row) => (
              <tr>
                {row.map((text, column) => (
                  <td data-number={table.peek().columns[column]?.isNumber ? "" : undefined}>{text}</td>
                ))}
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>,
    <Show when={() => rest.value > 0}>
      <p class="tandem-chart-more">
        {() => `${rows.value.length} of ${table.value.count} rows.`}{" "}
        <button type="button" class="tandem-chart-button" onClick={() => void (limit.value += PAGE)}>
          Show more
        </button>
      </p>
    </Show>,
  ];
}
