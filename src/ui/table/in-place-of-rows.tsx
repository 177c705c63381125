import type { ReadonlySignal } from "../../reactive/signal.ts";
import { Show } from "../../view/flow/show.ts";
import type { Child } from "../../view/node.ts";
import type { TableState } from "./table-state.ts";

export type RowsStatus = "loading" | "ready" | "failed";

interface InPlaceProps<Row extends object> {
  table: TableState<Row>;
  status: ReadonlySignal<RowsStatus>;
  /** Whether rows are shown while others are on their way; live. */
  hasRows: () => boolean;
  reload: () => void;
}

/** What stands where rows would, while there are none. */
export function InPlaceOfRows<Row extends object>({ table, status, hasRows, reload }: InPlaceProps<Row>): Child {
  const isEmpty = () => status.value === "ready" && table.total.value === 0;
  const isFiltered = () => Object.keys(table.wanted.value.filter).length > 0;
  return [
    <Show when={() => status.value === "loading" && !hasRows()}>
      <p class="tandem-table-none">Loading…</p>
    </Show>,
    <Show when={() => status.value === "failed"}>
      <div class="tandem-table-none" role="alert">
        <p>The rows could not be loaded.</p>
        <button type="button" class="tandem-button" onClick={reload}>
          Try again
        </button>
      </div>
    </Show>,
    <Show when={isEmpty}>
      <div class="tandem-table-none">
        <Show when={isFiltered} fallback={table.props.empty ?? <p>There are no rows.</p>}>
          <p>No row passes the filter.</p>
          <button
            type="button"
            class="tandem-button"
            data-size="small"
            disabled={table.props.disabled}
            onClick={() => (table.filter.value = {})}
          >
            Clear the filter
          </button>
        </Show>
      </div>
    </Show>,
  ];
}
