import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { app, signal, UserFacingError, type Signal } from "tandem";
import { arraySource, DataTable, type DataTableProps, type Filters, type RowKey } from "tandem/ui";
import { GRID_LIMITS } from "../../../src/protocol/grid.ts";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

interface Bell {
  id: number;
  name: string;
  price: number | null;
  loud: boolean;
}

const bells = (count: number): Bell[] =>
  Array.from({ length: count }, (_, id) => ({ id, name: `Bell ${id}`, price: id % 10, loud: id % 2 === 0 }));

const COLUMNS: DataTableProps<Bell>["columns"] = [
  { key: "name", editable: true, width: 200 },
  { key: "price", type: "number", editable: true, min: 0, width: 150 },
  { key: "loud", type: "boolean", editable: true, width: 110 },
];

interface Shown {
  filter: Signal<Filters>;
  selected: Signal<readonly RowKey[]>;
}

async function open(count: number, props: Partial<DataTableProps<Bell>> = {}, options = {}) {
  const shown: Shown = { filter: signal<Filters>({}), selected: signal<readonly RowKey[]>([]) };
  const source = arraySource(bells(count));
  const table = () => (
    <main>
      <h1>Bells</h1>
      <DataTable
        {...{ virtual: true, label: "Bells", rows: source, columns: COLUMNS, selection: "rows", filters: true }}
        {...shown}
        {...props}
      />
    </main>
  );
  const opened = await WidgetPage.open(app(table, { title: "Bells", lang: "en" }), options);
  return { opened, source, ...shown, [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() };
}

const cell = (page: Page, row: number, column: string) =>
  page.locator(`tandem-grid .ag-row[row-index="${row}"] [col-id="${column}"]`);
const all = (page: Page) => page.getByLabel("Choose all rows", { exact: true });
const status = (page: Page) => page.locator("tandem-grid [role=status]").textContent();
/** What describes a cell, to who hears it read out; and what it shows to who points at it, which is the same. */
const described = (page: Page, row: number, column: string) =>
  cell(page, row, column).evaluate((element) => {
    const id = element.getAttribute("aria-describedby");
    const text = id && document.getElementById(id)!.textContent;
    const title = element.querySelector("[title]")?.getAttribute("title") ?? null;
    return title === text ? text : `${text}, but ${title}`;
  });
const own = (page: Page) => page.locator("tandem-grid .tandem-grid-message[aria-hidden]").textContent();

it("Z195: the header's checkbox, and Ctrl+A, choose all rows that pass the filter, wherever they are", async () => {
  await using shown = await open(5_000);
  const { selected, filter } = shown;
  const { page } = shown.opened;
  await cell(page, 0, "name").waitFor();
  await all(page).check();
  await eventually(() => selected.peek().length).toBe(5_000);
  await eventually(() => page.getByText("5,000 chosen").isVisible()).toBe(true);
  await eventually(() => cell(page, 3, "ag-Grid-SelectionColumn").locator("input").isChecked()).toBe(true);
  await cell(page, 3, "ag-Grid-SelectionColumn").locator("input").uncheck();
  await eventually(() => selected.peek().length).toBe(4_999);
  expect(selected.peek()).not.toContain(3);
  await eventually(() => all(page).evaluate((box) => (box as HTMLInputElement).indeterminate)).toBe(true);

  filter.value = { name: "bell 12" };
  await eventually(() => selected.peek().length).toBe(111);
  await eventually(() => all(page).isChecked()).toBe(true);
  await all(page).uncheck();
  await eventually(() => selected.peek().length).toBe(0);
  filter.value = {};
  // Those that were not shown are chosen still.
  await eventually(() => selected.peek().length).toBe(4_999 - 111);
  filter.value = { name: "bell 12" };
  await eventually(() => page.getByText("111 rows").isVisible()).toBe(true);
  // A row that gives way to another takes the focus with it.
  await eventually(() => cell(page, 1, "name").textContent()).toBe("Bell 120");
  await cell(page, 1, "name").click();
  await page.keyboard.press("Control+A");
  await eventually(() => selected.peek().length).toBe(111);
  await eventually(() => all(page).isChecked()).toBe(true);
  // In its cell, the space bar is its key.
  await page.getByRole("columnheader", { name: "Choose all rows" }).focus();
  await page.keyboard.press("Space");
  await eventually(() => selected.peek().length).toBe(0);
  // What the key does goes by what the page shows.
  await eventually(() => all(page).isChecked()).toBe(false);
  await page.keyboard.press("Space");
  await eventually(() => selected.peek().length).toBe(111);
  expect(await shown.opened.accessibilityFaults()).toEqual([]);
  expect(shown.opened.troubles).toEqual([]);
});

it("Z197: of more rows than can be chosen at once, the grid says so, and its checkbox shows what is chosen", async () => {
  await using shown = await open(GRID_LIMITS.all + 1);
  const { page } = shown.opened;
  await cell(page, 0, "name").waitFor();
  await all(page).click();
  const message = "These would be 10,001 rows. Choose at most 10,000 at once: filter for fewer.";
  await eventually(() => status(page)).toBe(message);
  await eventually(() => all(page).isChecked()).toBe(false);
  expect(shown.selected.peek()).toEqual([]);
  shown.source.remove(5);
  await eventually(() => page.getByText("10,000 rows", { exact: true }).isVisible()).toBe(true);
  await all(page).click();
  await eventually(() => shown.selected.peek().length).toBe(10_000);
  await eventually(() => status(page)).toBe("");
});

it("Z195: a plain table offers all rows once those of its page are chosen", async () => {
  await using shown = await open(1_000, { virtual: false });
  const { page } = shown.opened;
  const rest = page.getByRole("button", { name: "Choose all 1,000 rows" });
  expect(await rest.count()).toBe(0);
  await page.getByLabel("Choose all rows on this page").check();
  await rest.click();
  await eventually(() => shown.selected.peek().length).toBe(1_000);
  await eventually(() => rest.count()).toBe(0);
  await eventually(() => page.getByLabel("Choose all rows on this page").isChecked()).toBe(true);
  await page.getByLabel("Choose all rows on this page").uncheck();
  await eventually(() => shown.selected.peek().length).toBe(975);
  expect(await shown.opened.accessibilityFaults()).toEqual([]);
});

it("Z198: each cell that was refused says why, and the status line how many and why the first was", async () => {
  const onEdit: DataTableProps<Bell>["onEdit"] = ({ value }) => {
    if (value === "Nobody") throw new UserFacingError("Nobody is no bell.");
    if (value === true) throw new UserFacingError("Too loud.");
  };
  await using shown = await open(100, { onEdit }, { permissions: ["clipboard-read", "clipboard-write"] });
  const { page } = shown.opened;
  await cell(page, 1, "name").waitFor();
  await page.evaluate("navigator.clipboard.writeText('Good\\t5\\tno\\nNobody\\t-1\\tyes')");
  await cell(page, 1, "name").click();
  await page.keyboard.press("Control+V");
  await eventually(() => shown.source.find(1)?.name).toBe("Good");
  // Row 2 is loud already, so that nothing of it is refused.
  await eventually(() => status(page)).toBe("2 of 6 cells were not changed. The first: Nobody is no bell.");
  expect(await described(page, 2, "name")).toBe("Nobody is no bell.");
  expect(await cell(page, 2, "name").textContent()).toBe("Bell 2");
  const refusal = await described(page, 2, "price");
  expect(refusal).toBe("Please choose 0 or more.");
  expect(await cell(page, 2, "price").getAttribute("aria-invalid")).toBe("true");
  expect(await described(page, 1, "name")).toBe(null);
  await cell(page, 3, "loud").focus();
  await page.keyboard.press("Space");
  await eventually(() => status(page)).toBe("3 cells were not changed. The first: Nobody is no bell.");
  expect(await described(page, 3, "loud")).toBe("Too loud.");
  expect(await shown.opened.accessibilityFaults()).toEqual([]);

  await cell(page, 2, "price").focus();
  await eventually(() => own(page)).toBe("Please choose 0 or more.");
  await page.keyboard.press("ArrowLeft");
  await eventually(() => own(page)).toBe("Nobody is no bell.");
  // Escape takes the mark off; a change that is allowed, too; and a change by somebody else.
  await page.keyboard.press("Escape");
  await eventually(() => described(page, 2, "name")).toBe(null);
  await eventually(() => status(page)).toBe("2 cells were not changed. The first: Please choose 0 or more.");
  await cell(page, 2, "price").focus();
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await eventually(() => cell(page, 2, "price").getAttribute("aria-invalid")).toBe(null);
  await eventually(() => status(page)).toBe("Too loud.");
  shown.source.update(3, { loud: true });
  await eventually(() => described(page, 3, "loud")).toBe(null);
  await eventually(() => status(page)).toBe("");
  expect(shown.opened.troubles).toEqual([]);
});
