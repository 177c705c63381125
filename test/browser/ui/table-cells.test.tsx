import type { Page, WebSocketRoute } from "playwright-core";
import { expect, it } from "vitest";
import { app, onCleanup, session, signal, type Signal } from "tandem";
import { arraySource, DataTable, type ArraySource, type DataTableProps, type Filters, type RowKey } from "tandem/ui";
import { Op } from "../../../src/protocol/operations.ts";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

interface Part {
  id: number;
  name: string;
  count: number;
}

const parts = (count: number): Part[] =>
  Array.from({ length: count }, (_, id) => ({ id, name: `Part ${String(id).padStart(5, "0")}`, count: id % 50 }));

/** A table whose cells are rendered, and what of them there is on the server. */
class Shop {
  readonly source: ArraySource<Part>;
  readonly filter: Signal<Filters> = signal<Filters>({});
  readonly selected: Signal<readonly RowKey[]> = signal<readonly RowKey[]>([]);
  readonly direction = signal<"ltr" | "rtl">("ltr");
  readonly isShown = signal(true);
  /** What was typed into cells. */
  readonly notes = new Map<number, string>();
  readonly ordered: number[] = [];
  /** One for all cells. */
  readonly unit = signal("pcs");
  /** Cells that are built just now. */
  readonly built = new Set<object>();
  mostBuilt = 0;
  /** Of the session that was opened last. */
  shareUrl = "";
  /** Whether its page is away. */
  isAway = false;

  constructor(count = 100_000) {
    this.source = arraySource(parts(count));
  }

  /** With a property of its own in each session, so that each has its own cells. */
  table(props: Partial<DataTableProps<Part>> = {}) {
    this.shareUrl = session.shareUrl();
    session.onDisconnected(() => void (this.isAway = true));
    const columns: DataTableProps<Part>["columns"] = [
      { key: "name", width: 200, editable: true },
      {
        key: "count",
        type: "number",
        width: 150,
        render: (row) => {
          const mark = {};
          this.built.add(mark);
          this.mostBuilt = Math.max(this.mostBuilt, this.built.size);
          onCleanup(() => void this.built.delete(mark));
          return (
            <span class="count">
              {() => row.value.count} {this.unit}
            </span>
          );
        },
      },
      {
        id: "order",
        title: "Order",
        width: 260,
        render: (row) => [
          <button type="button" class="order" onClick={() => void this.ordered.push(row.value.id)}>
            Order {() => row.value.name}
          </button>,
          <input
            class="note"
            aria-label={() => `Note for ${row.value.name}`}
            onInput={({ value }) => void this.notes.set(row.value.id, value)}
          />,
        ],
      },
    ];
    return (
      <main dir={this.direction}>
        <h1>Shop</h1>
        <button>Before</button>
        {() =>
          this.isShown.value && (
            <DataTable
              {...{ virtual: true, label: "Parts", filters: true, columnMenu: true }}
              rows={this.source}
              columns={columns}
              filter={this.filter}
              {...props}
            />
          )
        }
        <button>What follows</button>
      </main>
    );
  }
}

const cell = (page: Page, row: number, column: string) =>
  page.locator(`tandem-grid .ag-row[row-index="${row}"] [col-id="${column}"]`);
const count = (page: Page, row: number) => cell(page, row, "count").textContent();
const order = (page: Page, row: number) => cell(page, row, "order").locator(".order");
const note = (page: Page, row: number) => cell(page, row, "order").locator(".note");
const scrollTo = (page: Page, row: number) =>
  page.locator(".ag-grid-viewport").evaluate((viewport, at) => (viewport.scrollTop = at * 36), row);

async function open(shop: Shop, props: Partial<DataTableProps<Part>> = {}, limits = {}): Promise<WidgetPage> {
  const shown = app(() => shop.table(props), { title: "Shop", lang: "en" });
  const opened = await WidgetPage.open(shown, {}, limits);
  await order(opened.page, 0).waitFor();
  return opened;
}

it("Z190: cells of a grid are what the server renders, and live", async () => {
  const shop = new Shop();
  await using opened = await open(shop);
  const { page } = opened;
  await eventually(() => count(page, 3)).toBe("3 pcs");
  shop.unit.value = "boxes";
  await eventually(() => count(page, 3)).toBe("3 boxes");
  const held = await cell(page, 3, "count").locator(".count").elementHandle();
  shop.source.update(3, { count: 77 });
  await eventually(() => count(page, 3)).toBe("77 boxes");
  expect(await held!.evaluate((element) => element.isConnected)).toBe(true);
  await order(page, 2).click();
  await eventually(() => shop.ordered).toEqual([2]);
  await note(page, 1).fill("soon");
  await eventually(() => shop.notes.get(1)).toBe("soon");
  for (const row of [50_000, 99_990, 200]) {
    await scrollTo(page, row);
    await order(page, row).click();
    await eventually(() => shop.ordered.at(-1)).toBe(row);
  }
  expect(opened.troubles).toEqual([]);
});

it("Z190: before the grid has come, cells stand where they will be", async () => {
  const shop = new Shop();
  const root = app(() => shop.table(), { title: "Shop", lang: "en" });
  await using opened = await WidgetPage.start(root, { javaScriptEnabled: false });
  await opened.page.goto(opened.server.url);
  const still = (await opened.page.getByRole("button", { name: "Order Part 00003" }).boundingBox())!;
  const browser = opened.page.context().browser()!;
  const live = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await live.goto(opened.server.url);
  await order(live, 3).waitFor();
  const now = (await order(live, 3).boundingBox())!;
  expect(Math.abs(now.y + now.height / 2 - (still.y + still.height / 2))).toBeLessThan(4);
  expect(Math.abs(now.x - still.x)).toBeLessThan(16);
});

it("Z191: only rows in sight are built, and what goes leaves nothing", async () => {
  const shop = new Shop();
  await using opened = await open(shop);
  const { page } = opened;
  for (let row = 500; row <= 20_000; row += 1_500) {
    await scrollTo(page, row);
    await order(page, row).waitFor();
  }
  expect(shop.mostBuilt).toBeLessThan(300);
  // Here and in the grid, what is built is there once.
  const facts = () =>
    page.evaluate(() => {
      const contents = [...document.querySelectorAll(".count")];
      return { all: contents.length, inGrid: contents.filter((one) => one.closest("tandem-grid")).length };
    });
  await eventually(async () => (await facts()).all - shop.built.size).toBe(0);
  await eventually(async () => (await facts()).inGrid).toBeGreaterThan(20);
  shop.source.remove(19_400);
  await scrollTo(page, 19_400);
  await eventually(() => order(page, 19_400).textContent()).toBe("Order Part 19401");
  await eventually(async () => (await facts()).all - shop.built.size).toBe(0);
  shop.isShown.value = false;
  await eventually(() => shop.built.size).toBe(0);
  await eventually(() => page.locator("tandem-grid-cells, tandem-grid, .count").count()).toBe(0);
  shop.isShown.value = true;
  await eventually(() => count(page, 3)).toBe("3 pcs");
  expect(opened.troubles).toEqual([]);
});

it("Z192: sorting, filtering, hiding and another direction leave contents as they are", async () => {
  const shop = new Shop(1_000);
  await using opened = await open(shop);
  const { page } = opened;
  await note(page, 4).fill("kept");
  await page.getByRole("columnheader", { name: "Name" }).first().click();
  await page.getByRole("columnheader", { name: "Name" }).first().click();
  await eventually(() => order(page, 0).textContent()).toBe("Order Part 00999");
  await eventually(() => count(page, 0)).toBe("49 pcs");
  shop.filter.value = { name: "0000" };
  await eventually(() => order(page, 5).textContent()).toBe("Order Part 00004");
  await order(page, 5).click();
  await eventually(() => shop.ordered).toEqual([4]);
  await page.getByRole("button", { name: "Choose: Columns" }).click();
  await page.getByLabel("Count", { exact: true }).uncheck();
  await eventually(() => page.locator(".count").count()).toBe(0);
  await eventually(() => shop.built.size).toBe(0);
  await page.getByLabel("Count", { exact: true }).check();
  await eventually(() => count(page, 5)).toBe("4 pcs");
  await page.keyboard.press("Escape");
  await note(page, 5).fill("here before and after");
  shop.direction.value = "rtl";
  await eventually(() => page.locator(".ag-rtl").count()).toBeGreaterThan(0);
  await eventually(() => note(page, 5).inputValue()).toBe("here before and after");
  await eventually(() => count(page, 5)).toBe("4 pcs");
  expect(opened.troubles).toEqual([]);
});

/** Some browsers can move what has the focus, others only take it out and put it in. */
const BROWSERS = ["where browsers move elements", "where browsers only take elements out and put them in"];

const withoutMoves = "for (const { prototype } of [Element, Document, DocumentFragment]) delete prototype.moveBefore";

it.each(BROWSERS)("Z192: what is typed in a cell stays, with the focus, when its row moves, %s", async (browser) => {
  const shop = new Shop(1_000);
  await using opened = await WidgetPage.start(app(() => shop.table(), { title: "Shop", lang: "en" }));
  const { page } = opened;
  if (browser !== BROWSERS[0]) await page.addInitScript(withoutMoves);
  await opened.visit();
  await note(page, 4).click();
  await page.keyboard.type("half");
  shop.source.insert({ id: 5_000, name: "First", count: 1 }, 0);
  await eventually(() => order(page, 0).textContent()).toBe("Order First");
  await eventually(() => note(page, 5).inputValue()).toBe("half");
  await page.keyboard.type(" a word");
  await eventually(() => shop.notes.get(4)).toBe("half a word");
  // Out of sight, the row with the focus is still there.
  await scrollTo(page, 600);
  await order(page, 600).waitFor();
  await page.keyboard.type("!");
  await eventually(() => shop.notes.get(4)).toBe("half a word!");
  expect(opened.troubles).toEqual([]);
});

it.each(BROWSERS)("Z192: a page that gets all of the screen anew keeps what is typed in cells, %s", async (browser) => {
  const shop = new Shop(1_000);
  await using opened = await WidgetPage.start(
    app(() => shop.table(), { title: "Shop", lang: "en" }),
    {},
    { maxBacklogOperations: 20 },
  );
  const { page } = opened;
  if (browser !== BROWSERS[0]) await page.addInitScript(withoutMoves);
  const lines: WebSocketRoute[] = [];
  let isDown = false;
  let screens = 0;
  await page.routeWebSocket(/./, (line) => {
    if (isDown) return void line.close();
    lines.push(line);
    const server = line.connectToServer();
    server.onMessage((frame) => {
      if (String(frame).includes(`[[${Op.Sync},`)) screens++;
      line.send(frame);
    });
  });
  // Where WebSockets fail for some time, the page would go on over HTTP.
  await page.route(/\/line(\/|\?|$)/, (route) => route.abort());
  await page.goto(opened.server.url);
  await order(page, 0).waitFor();
  await eventually(() => count(page, 3)).toBe("3 pcs");
  await note(page, 3).click();
  await page.keyboard.type("half");
  await eventually(() => shop.notes.get(3)).toBe("half");
  isDown = true;
  await lines[0]!.close();
  await page.keyboard.type(" a");
  const typed = await note(page, 3).elementHandle();
  await eventually(() => shop.isAway).toBe(true);
  // An operation for each cell, which are too many to wait.
  shop.unit.value = "boxes";
  shop.source.update(3, { count: 99 });
  isDown = false;
  await eventually(() => screens).toBe(1);
  await eventually(() => count(page, 3)).toBe("99 boxes");
  await eventually(() => count(page, 4)).toBe("4 boxes");
  await page.keyboard.type(" word");
  await eventually(() => shop.notes.get(3)).toBe("half a word");
  expect(await typed!.evaluate((input) => input.isConnected)).toBe(true);
  shop.unit.value = "bags";
  await eventually(() => count(page, 3)).toBe("99 bags");
  await order(page, 3).click();
  await eventually(() => shop.ordered).toEqual([3]);
  expect(await page.locator("tandem-grid-cells .tandem-grid-content").count()).toBeGreaterThan(0);
  // Nothing stands in two places.
  const names = () => page.locator(".order").allTextContents();
  await eventually(async () => (await names()).length - new Set(await names()).size).toBe(0);
});

it("Z193: pages of one session look at different rows, and one that goes leaves nothing", async () => {
  const shop = new Shop();
  await using opened = await open(shop);
  const { page } = opened;
  await scrollTo(page, 70_000);
  await order(page, 70_000).waitFor();
  const other = await page.context().newPage();
  await other.goto(new URL(shop.shareUrl, opened.server.url).href);
  await order(other, 2).waitFor();
  await order(other, 2).click();
  await order(page, 70_001).click();
  await eventually(() => shop.ordered).toEqual([2, 70_001]);
  shop.unit.value = "bags";
  await eventually(() => count(page, 70_000)).toBe("0 bags");
  await eventually(() => count(other, 2)).toBe("2 bags");
  const alone = () => page.evaluate(() => document.querySelectorAll("tandem-grid-cells tr[data-key='30']").length);
  await eventually(alone).toBe(1);
  await other.close({ runBeforeUnload: true });
  await eventually(alone).toBe(0);
  await eventually(() => count(page, 70_000)).toBe("0 bags");
});

it("Z194: Enter and F2 go into a cell, Tab through it, Escape back, and Tab leaves the grid all the same", async () => {
  const shop = new Shop();
  await using opened = await open(shop);
  const { page } = opened;
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.classList.contains("ag-cell")
        ? `cell ${activeElement.getAttribute("col-id")}`
        : (activeElement?.getAttribute("aria-label") ?? activeElement?.textContent);
    });
  await cell(page, 2, "name").click();
  for (const _ of ["count", "order"]) await page.keyboard.press("ArrowRight");
  await eventually(focused).toBe("cell order");
  await page.keyboard.press("Enter");
  await eventually(focused).toBe("Order Part 00002");
  expect(shop.ordered).toEqual([]);
  await page.keyboard.press("Enter");
  await eventually(() => shop.ordered).toEqual([2]);
  await page.keyboard.press("Tab");
  await eventually(focused).toBe("Note for Part 00002");
  // Keys are the control's: none of them is the grid's.
  await page.keyboard.type("abc x");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("Z");
  await eventually(() => shop.notes.get(2)).toBe("Zabc x");
  await page.keyboard.press("Delete");
  await eventually(() => shop.notes.get(2)).toBe("Zbc x");
  await page.keyboard.press("Escape");
  await eventually(focused).toBe("cell order");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("F2");
  await eventually(focused).toBe("Order Part 00003");
  await page.keyboard.press("F2");
  await eventually(focused).toBe("cell order");
  await page.keyboard.press("Tab");
  await eventually(focused).toBe("What follows");
  await page.keyboard.press("Shift+Tab");
  await eventually(() => page.evaluate(() => document.activeElement?.closest("tandem-grid") !== null)).toBe(true);
  await scrollTo(page, 0);
  await order(page, 4).waitFor();
  await cell(page, 4, "order").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await eventually(focused).toBe("Note for Part 00004");
  await page.keyboard.press("Tab");
  await eventually(focused).toBe("What follows");
  // A cell without anything to use is none to go into.
  await cell(page, 4, "count").focus();
  await page.keyboard.press("Enter");
  expect(await focused()).toBe("cell count");
  expect(await opened.accessibilityFaults()).toEqual([]);
  expect(opened.troubles).toEqual([]);
});
