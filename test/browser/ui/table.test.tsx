import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { app, signal, UserFacingError, type Signal } from "tandem";
import {
  arraySource,
  DataTable,
  type ArraySource,
  type DataTableProps,
  type Filters,
  type RowKey,
  type SortBy,
} from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

interface Order {
  id: number;
  customer: string;
  city: string;
  total: number;
  paid: boolean;
  due: string;
}

const CITIES = ["Oslo", "Bergen", "Tromsø"];

const orders = (count: number): Order[] =>
  Array.from({ length: count }, (_, at) => ({
    id: at,
    customer: `Customer ${String(at).padStart(5, "0")}`,
    city: CITIES[at % 3]!,
    total: (at * 37) % 1_000,
    paid: at % 2 === 0,
    due: `2026-03-${String((at % 28) + 1).padStart(2, "0")}`,
  }));

const COLUMNS: DataTableProps<Order>["columns"] = [
  { key: "customer", editable: true, required: true, width: 220 },
  { key: "city", type: "select", options: CITIES, editable: true, width: 150 },
  { key: "total", type: "number", editable: true, min: 0, width: 150, format: (total) => `${total} kr` },
  { key: "paid", type: "boolean", editable: true, width: 110 },
  { key: "due", type: "date", editable: ({ paid }) => !paid, width: 170 },
];

interface Shown {
  source: ArraySource<Order>;
  sort: Signal<readonly SortBy[]>;
  filter: Signal<Filters>;
  selected: Signal<readonly RowKey[]>;
}

/** One for all sessions, so that the test writes what pages show. */
function shown(count = 1_000): Shown {
  return {
    source: arraySource(orders(count)),
    sort: signal<readonly SortBy[]>([]),
    filter: signal<Filters>({}),
    selected: signal<readonly RowKey[]>([]),
  };
}

function Orders({ source, ...state }: Shown, props: Partial<DataTableProps<Order>> = {}) {
  return () => (
    <main>
      <h1>Orders</h1>
      <DataTable
        {...{
          virtual: true,
          label: "Orders",
          rows: source,
          columns: COLUMNS,
          selection: "rows",
          filters: true,
          flash: true,
        }}
        onEdit={({ value }) => {
          if (value === "Nobody") throw new UserFacingError("Nobody is no customer.");
        }}
        {...state}
        {...props}
      />
      <button>What follows</button>
    </main>
  );
}

const cell = (page: Page, row: number, column: string) =>
  page.locator(`tandem-grid .ag-row[row-index="${row}"] [col-id="${column}"]`);
const text = (page: Page, row: number, column: string) => cell(page, row, column).textContent();
const header = (page: Page, name: string) => page.getByRole("columnheader", { name }).first();

async function open(table: Shown, props: Partial<DataTableProps<Order>> = {}, options = {}): Promise<WidgetPage> {
  const opened = await WidgetPage.open(app(Orders(table, props), { title: "Orders", lang: "en" }), options);
  await cell(opened.page, 0, "customer").waitFor();
  return opened;
}

it("Z30: a grid opens under the strict policy, asking no other host, and shows any row that is scrolled to", async () => {
  await using opened = await open(shown(100_000));
  const { page } = opened;
  await eventually(() => text(page, 0, "customer")).toBe("Customer 00000");
  await page.getByText("100,000 rows").waitFor();
  for (const row of [50_000, 99_999, 30]) {
    await page.locator(".ag-grid-viewport").evaluate((viewport, at) => (viewport.scrollTop = at * 36), row);
    await eventually(() => page.locator("tandem-grid").textContent()).toContain(
      `Customer ${String(row).padStart(5, "0")}`,
    );
  }
  // A bar that takes no room does not hide the end of the last column.
  const bar = page.locator(".ag-scrollbar-invisible > .ag-body-vertical-scroll-viewport");
  expect(await bar.evaluate((viewport) => getComputedStyle(viewport).backgroundColor)).toBe("rgba(0, 0, 0, 0)");
  expect(opened.troubles).toEqual([]);
});

it("Z33: sort, filter, chosen and hidden columns are the same in the grid and on the server", async () => {
  const table = shown();
  await using opened = await open(table, { columnMenu: true });
  const { page } = opened;
  await header(page, "Total").click();
  await eventually(() => text(page, 1, "total")).toBe("1 kr");
  await header(page, "Total").click();
  await eventually(() => text(page, 0, "total")).toBe("999 kr");
  await header(page, "Customer").click({ modifiers: ["Shift"] });
  await eventually(() => table.sort.peek()).toEqual([{ column: "total", descending: true }, { column: "customer" }]);
  await page.getByLabel("Filter by Customer").fill("customer 0010");
  await eventually(() => page.locator(".tandem-table-foot").textContent()).toContain("10 rows");
  await page.getByRole("button", { name: "Filter by City" }).click();
  await page.getByLabel("Bergen").check();
  await eventually(() => table.filter.peek()).toEqual({ customer: "customer 0010", city: { in: ["Bergen"] } });
  await page.keyboard.press("Escape");
  await eventually(() => text(page, 0, "customer")).toBe("Customer 00106");
  await cell(page, 0, "ag-Grid-SelectionColumn").locator("input").check();
  await eventually(() => table.selected.peek()).toEqual([106]);

  table.filter.value = {};
  table.sort.value = [{ column: "customer" }];
  table.selected.value = [1, 106];
  await eventually(() => text(page, 1, "customer")).toBe("Customer 00001");
  await eventually(() => page.getByLabel("Filter by Customer").inputValue()).toBe("");
  await eventually(() => cell(page, 1, "ag-Grid-SelectionColumn").locator("input").isChecked()).toBe(true);
  await page.getByRole("button", { name: "Choose: Columns" }).click();
  await page.getByLabel("City", { exact: true }).uncheck();
  await eventually(() => cell(page, 0, "city").count()).toBe(0);
  await page.getByLabel("Keep Paid in sight").click();
  await eventually(() =>
    page.locator(".ag-pinned-left-cols-container [col-id=paid], .ag-cell-last-left-pinned[col-id=paid]").count(),
  ).toBeGreaterThan(0);
  expect(opened.troubles).toEqual([]);
});

it("Z34: cells are edited with the keyboard and the pointer, and refused ones show what they were", async () => {
  const table = shown();
  await using opened = await open(table);
  const { page } = opened;
  await cell(page, 0, "customer").click();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ada");
  await page.keyboard.press("Enter");
  await eventually(() => table.source.find(0)?.customer).toBe("Ada");
  await eventually(() => text(page, 0, "customer")).toBe("Ada");
  // Enter has gone down, and what is typed begins anew.
  await page.keyboard.type("Nobody");
  await page.keyboard.press("Tab");
  await eventually(() => page.locator("tandem-grid [role=status]").textContent()).toBe("Nobody is no customer.");
  await eventually(() => text(page, 1, "customer")).toBe("Customer 00001");
  await eventually(() => cell(page, 1, "customer").getAttribute("class")).toContain("tandem-grid-refused");
  // Tab has gone on to the next cell, which is a choice.
  await page.keyboard.press("Escape");
  await cell(page, 1, "city").dblclick();
  await page.locator(".tandem-grid-editor").selectOption("Oslo");
  await page.keyboard.press("Enter");
  await eventually(() => table.source.find(1)?.city).toBe("Oslo");
  await cell(page, 2, "total").dblclick();
  await page.keyboard.type("-5");
  await page.keyboard.press("Escape");
  await eventually(() => text(page, 2, "total")).toBe("74 kr");
  await cell(page, 1, "paid").locator("input").click();
  await cell(page, 2, "paid").focus();
  await page.keyboard.press("Space");
  await eventually(() => [table.source.find(1)?.paid, table.source.find(2)?.paid]).toEqual([true, false]);
  // The page hears that it is fixed after the server knows that it was paid.
  await eventually(() => cell(page, 1, "due").getAttribute("class")).toContain("tandem-grid-fixed");
  await cell(page, 1, "due").dblclick();
  expect(await page.locator(".tandem-grid-editor").count()).toBe(0);
  expect(opened.troubles).toEqual([]);
});

it("Z35: cells are marked, copied, pasted, emptied and undone", async () => {
  const table = shown();
  await using opened = await open(table, {}, { permissions: ["clipboard-read", "clipboard-write"] });
  const { page } = opened;
  await cell(page, 0, "customer").click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await eventually(() => page.locator(".tandem-grid-range").count()).toBe(4);
  await page.keyboard.press("Control+C");
  await eventually(() => page.evaluate("navigator.clipboard.readText()")).toBe(
    "Customer 00000\tOslo\nCustomer 00001\tBergen",
  );
  await cell(page, 4, "customer").click();
  await page.keyboard.press("Control+V");
  await eventually(() => [4, 5].map((key) => table.source.find(key)?.customer)).toEqual([
    "Customer 00000",
    "Customer 00001",
  ]);
  expect(table.source.find(4)?.city).toBe("Oslo");
  await page.keyboard.press("Control+Z");
  await eventually(() => [4, 5].map((key) => table.source.find(key)?.customer)).toEqual([
    "Customer 00004",
    "Customer 00005",
  ]);
  await cell(page, 6, "total").click();
  await cell(page, 8, "total").click({ modifiers: ["Shift"] });
  await page.keyboard.press("Delete");
  await eventually(() => [6, 7, 8].map((key) => table.source.find(key)?.total)).toEqual([null, null, null]);
  await page.evaluate("navigator.clipboard.writeText('5')");
  await page.keyboard.press("Control+V");
  await eventually(() => [6, 7, 8].map((key) => table.source.find(key)?.total)).toEqual([5, 5, 5]);
  expect(opened.troubles).toEqual([]);
});

it("Z37: what changes on the server shows, whoever did it, and what a page missed it makes up for", async () => {
  const table = shown();
  await using opened = await open(table);
  const { page } = opened;
  const other = await page.context().newPage();
  await other.goto(opened.server.url);
  await cell(other, 3, "customer").waitFor();
  // A flash does not wait to be seen.
  await cell(other, 3, "customer").evaluate((element) => {
    const note = () =>
      element.classList.contains("ag-cell-data-changed") && Object.assign(window, { hasFlashed: true });
    new MutationObserver(note).observe(element, { attributeFilter: ["class"] });
  });
  await cell(page, 3, "customer").dblclick();
  await page.keyboard.type("Grace");
  await page.keyboard.press("Enter");
  await eventually(() => text(other, 3, "customer")).toBe("Grace");
  await other.waitForFunction(() => "hasFlashed" in globalThis);
  await other.close();

  table.source.update(4, { total: 12_345 });
  await eventually(() => text(page, 4, "total")).toBe("12345 kr");
  table.source.insert({ ...orders(1)[0]!, id: 5_000, customer: "First" }, 0);
  await eventually(() => text(page, 0, "customer")).toBe("First");
  await page.context().setOffline(true);
  await page.evaluate("window.dispatchEvent(new Event('offline'))");
  table.source.remove(5_000);
  table.source.update(0, { customer: "Meanwhile" });
  await page.context().setOffline(false);
  await eventually(() => text(page, 0, "customer")).toBe("Meanwhile");
  table.source.reset([]);
  await eventually(() => page.getByText("There are no rows.").isVisible()).toBe(true);
});

it("Z38: Tab leaves a grid of any length, in both directions, and Shift+Tab comes back to a cell", async () => {
  await using opened = await open(shown(100_000));
  const { page } = opened;
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await cell(page, 2, "customer").click();
  await page.keyboard.press("ArrowDown");
  await eventually(focused).toBe("Customer 00003");
  await page.keyboard.press("Tab");
  await eventually(focused).toBe("What follows");
  await page.keyboard.press("Shift+Tab");
  const isInGrid = () => page.evaluate(() => document.activeElement?.closest("tandem-grid") !== null);
  await eventually(isInGrid).toBe(true);
  for (let times = 0; times < 40 && (await isInGrid()); times++) await page.keyboard.press("Shift+Tab");
  await eventually(isInGrid).toBe(false);
});

it("Z38: a grid passes axe in both themes, also from right to left", async () => {
  await using opened = await open(shown(50), { onAdd: () => undefined, exportName: "orders.csv", columnMenu: true });
  expect(await opened.accessibilityFaults()).toEqual([]);
  const { page, troubles } = opened;
  const place = async (name: string) => (await cell(page, 0, name).boundingBox())!;
  const height = (await place("customer")).height;
  await page.evaluate(() => {
    document.body.dir = "rtl";
    document.body.dataset["density"] = "compact";
  });
  await eventually(async () => (await place("customer")).x > (await place("due")).x).toBe(true);
  await eventually(async () => (await place("customer")).height).toBeLessThan(height);
  expect(await opened.accessibilityFaults()).toEqual([]);
  expect(troubles).toEqual([]);
});

it("Z38: a plain table passes axe in both themes, works with the keyboard alone, and fits on a phone", async () => {
  const table = shown(60);
  const props = { virtual: false, onAdd: () => undefined, exportName: "orders.csv", columnMenu: true };
  const opened = await WidgetPage.open(app(Orders(table, props), { title: "Orders", lang: "en" }), {
    viewport: { width: 390, height: 800 },
  });
  await using _ = opened;
  const { page } = opened;
  expect(await opened.accessibilityFaults()).toEqual([]);
  await eventually(() => opened.scrollWidth()).toBe(390);
  await page.getByRole("button", { name: "Total" }).focus();
  await page.keyboard.press("Enter");
  await eventually(() => page.locator("tbody tr").nth(1).locator("td").nth(3).locator("input").inputValue()).toBe("35");
  await page.getByLabel("Total, Customer 00000").focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await eventually(() => table.source.find(0)?.total).toBe(7);
  await page.getByLabel("Total, Customer 00001").focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("-7");
  await page.keyboard.press("Enter");
  await eventually(() => page.getByText("Please choose 0 or more.").isVisible()).toBe(true);
  await eventually(() => page.getByLabel("Total, Customer 00001").inputValue()).toBe("37");
  expect(await opened.accessibilityFaults()).toEqual([]);
  expect(opened.troubles).toEqual([]);
});

it("Z30: a grid's first rows are there without any script, where they will be", async () => {
  await using opened = await WidgetPage.start(app(Orders(shown()), { title: "Orders", lang: "en" }), {
    javaScriptEnabled: false,
  });
  const { page } = opened;
  await page.goto(opened.server.url);
  const still = (await page.getByText("Customer 00003").boundingBox())!;
  const context = await page
    .context()
    .browser()!
    .newContext({ viewport: { width: 1280, height: 900 } });
  const live = await context.newPage();
  await live.goto(opened.server.url);
  await cell(live, 3, "customer").waitFor();
  await live.locator(".tandem-grid-preview").waitFor({ state: "hidden" });
  const moved = async () => {
    const now = (await cell(live, 3, "customer").boundingBox())!;
    return [Math.abs(now.y + now.height / 2 - (still.y + still.height / 2)) < 4, Math.abs(now.x - still.x) < 16];
  };
  await eventually(moved).toEqual([true, true]);
});
