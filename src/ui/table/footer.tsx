import { dropWhileBusy } from "../../reactive/order.ts";
import { Show } from "../../view/flow/show.ts";
import type { Child } from "../../view/node.ts";
import type { RowPage } from "./plain/row-page.ts";
import type { TableState } from "./table-state.ts";
import { tellChoice } from "./tell-choice.ts";

const SIZES = [10, 25, 50, 100];

/** Below a table: how many rows there are, and which are chosen. */
export function Footer<Row extends object>(props: { table: TableState<Row>; page?: RowPage<Row> }): Child {
  const { table, page } = props;
  const { selected, mode } = table.choice;
  return (
    <div class="tandem-table-foot">
      <p role="status">
        {() => (page === undefined ? rowsText(table) : pageText(table, page))}
        {mode === "rows" && <>{() => (selected.value.length > 0 ? ` · ${count(selected.value.length)} chosen` : "")}</>}
      </p>
      {page && table.choice.canBeAll && <ChooseAll table={table} page={page} />}
      {page && <Pager table={table} page={page} />}
    </div>
  );
}

/** Once all rows of a page are chosen, those of the other pages are offered, too. */
function ChooseAll<Row extends object>({ table, page }: { table: TableState<Row>; page: RowPage<Row> }): Child {
  const { choice, source, total } = table;
  const isPageChosen = () => {
    const chosen = new Set(choice.selected.value);
    return page.rows.value.length > 0 && page.rows.value.every((row) => chosen.has(source.keyOf(row)));
  };
  const hasMore = () => choice.selected.value.length < (total.value ?? 0);
  return (
    <Show when={() => hasMore() && isPageChosen()}>
      <button
        type="button"
        class="tandem-button tandem-tone-neutral"
        data-appearance="outlined"
        data-size="small"
        disabled={table.props.disabled}
        onClick={dropWhileBusy(async () => tellChoice(await choice.chooseAll(true)))}
      >
        Choose all {() => rowCount(total.value ?? 0)}
      </button>
    </Show>
  );
}

function rowsText<Row extends object>({ total }: TableState<Row>): string {
  return total.value === undefined ? "Loading…" : rowCount(total.value);
}

const rowCount = (rows: number): string => (rows === 1 ? "1 row" : `${count(rows)} rows`);

function pageText<Row extends object>(table: TableState<Row>, page: RowPage<Row>): string {
  const total = table.total.value;
  if (total === undefined) return page.status.value === "failed" ? "" : "Loading…";
  if (total === 0) return "No rows";
  return `${count(page.first)}–${count(page.last)} of ${count(total)}`;
}

/** Only where there is more than one page, or would be with a smaller one. */
function Pager<Row extends object>({ table, page }: { table: TableState<Row>; page: RowPage<Row> }): Child {
  const sizes = [...new Set([...SIZES, page.size.peek()])].sort((a, b) => a - b);
  const needsPages = () => (table.total.value ?? 0) > Math.min(page.size.value, sizes[0]!);
  const isFirst = () => page.page.value === 0;
  const isLast = () => page.page.value >= page.pages - 1;
  return (
    <Show when={needsPages}>
      <nav class="tandem-table-pager" aria-label={`Pages of ${table.props.label}`}>
        <label>
          Rows{" "}
          <select
            class="tandem-table-size"
            value={() => String(page.size.value)}
            onChange={({ value }) => resize(page, value)}
          >
            {sizes.map((size) => (
              <option value={String(size)}>{size}</option>
            ))}
          </select>
        </label>
        <StepButton label="First page" sign="«" disabled={isFirst} onClick={() => page.go(0)} />
        <StepButton label="Previous page" sign="‹" disabled={isFirst} onClick={() => page.go(page.page.peek() - 1)} />
        <span class="tandem-table-page">
          Page {() => count(page.page.value + 1)} of {() => count(page.pages)}
        </span>
        <StepButton label="Next page" sign="›" disabled={isLast} onClick={() => page.go(page.page.peek() + 1)} />
        <StepButton label="Last page" sign="»" disabled={isLast} onClick={() => page.go(Infinity)} />
      </nav>
    </Show>
  );
}

/** Stays about where it was. */
function resize<Row extends object>(page: RowPage<Row>, chosen: string): void {
  const first = page.page.peek() * page.size.peek();
  page.size.value = Number(chosen);
  page.page.value = Math.floor(first / page.size.peek());
}

function StepButton(props: { label: string; sign: string; disabled: () => boolean; onClick: () => unknown }): Child {
  const { label, sign, disabled, onClick } = props;
  return (
    <button type="button" class="tandem-table-step" aria-label={label} disabled={disabled} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

const count = (number: number): string => number.toLocaleString("en");
