import { describe, expect, it } from "vitest";
import { signal, UserFacingError } from "tandem";
import { arraySource, rowSource, type CellEdit, type Filters, type RowKey, type SortBy } from "tandem/ui";
import { deferred } from "../../support/promises.ts";
import { BIKES, cells, COLUMNS, EDITABLE, mountTable, summary, type Bike } from "./support.tsx";

const press = (app: Awaited<ReturnType<typeof mountTable>>, name: string) =>
  app.user.click(app.screen.getByRole("button", { name }));

describe("a table", () => {
  it("Z3: has its name, headers, rows and summary in its HTML", async () => {
    await using app = await mountTable();
    const table = app.screen.getByRole("table", { name: "Bikes" });
    const headers = app.within(table).getAllByRole("columnheader");
    expect(headers.map((header) => [header.textContent, header.getAttribute("aria-sort")])).toEqual(
      ["Model", "Price", "Kind", "Sold", "Day"].map((title) => [title, "none"]),
    );
    expect(cells(app, 3)).toEqual(["City bike", "All roads", "Road bike", "City bike"]);
    expect(app.html()).toContain("1–4 of 4");
    expect(summary(app)).toBe("1–4 of 4");
  });

  it("Z4: sorts by a press on a header, once more the other way, then not; empty cells last", async () => {
    const sort = signal<readonly SortBy[]>([]);
    await using app = await mountTable({ sort });
    await press(app, "Price");
    expect(cells(app, 2)).toEqual(["900", "1250", "2100", ""]);
    expect(app.screen.getByRole("columnheader", { name: "Price" }).getAttribute("aria-sort")).toBe("ascending");
    await press(app, "Price");
    expect(cells(app, 2)).toEqual(["2100", "1250", "900", ""]);
    expect(sort.peek()).toEqual([{ column: "price", descending: true }]);
    await press(app, "Price");
    expect(cells(app)).toEqual(BIKES.map(({ model }) => model));
  });

  it("Z4: sorts by several columns with Shift, options by their labels, and as the app says", async () => {
    const sort = signal<readonly SortBy[]>([{ column: "gone" }, { column: "kind" }]);
    await using app = await mountTable({ sort });
    expect(cells(app, 3)).toEqual(["All roads", "City bike", "City bike", "Road bike"]);
    await app.user.keyboard("{Shift>}");
    await press(app, "Model");
    await app.user.keyboard("{/Shift}");
    expect(cells(app)).toEqual(["gravel king", "Bolt", "Roadster", "Alpin"]);
    app.session.run(() => (sort.value = [{ column: "day" }]));
    await app.settle();
    expect(cells(app, 5)).toEqual(["2026-01-15", "2026-02-10", "2026-03-01", ""]);
  });

  it("Z5: filters by a part of a text, bounds, options, and yes or no", async () => {
    const filter = signal<Filters>({});
    await using app = await mountTable({ filter, filters: true });
    await app.user.type(app.screen.getByLabelText("Filter by Model"), "AL");
    await app.clock.advance(300);
    expect(cells(app)).toEqual(["Alpin"]);
    expect(filter.peek()).toEqual({ model: "AL" });
    await app.user.clear(app.screen.getByLabelText("Filter by Model"));
    await app.user.type(app.screen.getByLabelText("Price: min"), "1000");
    await app.clock.advance(300);
    expect(cells(app)).toEqual(["Roadster", "gravel king"]);
    await app.user.selectOptions(app.screen.getByLabelText("Filter by Sold"), "Yes");
    expect(cells(app)).toEqual(["gravel king"]);
    expect(filter.peek()).toEqual({ price: [1_000, null], sold: true });
    const set = async (filters: Filters) => {
      app.session.run(() => (filter.value = filters));
      await app.settle();
    };
    await set({ kind: { in: ["city"] }, day: ["2026-02-01", "2026-02-28"] });
    expect(cells(app)).toEqual(["Bolt"]);
    await set({ kind: { in: ["nowhere"] }, gone: "x" });
    expect(cells(app)).toHaveLength(4);
    await app.user.click(app.screen.getByLabelText("Road bike"));
    expect(cells(app)).toEqual(["Alpin"]);
  });

  it("Z6: has pages, of as many rows as people like, and goes to the first with another filter", async () => {
    const rows = Array.from({ length: 45 }, (_, at) => ({ ...BIKES[0]!, id: at, model: `Bike ${at}` }));
    const source = arraySource<Bike>(rows);
    await using app = await mountTable({ rows: source, pageSize: 20, filters: true });
    expect(summary(app)).toBe("1–20 of 45");
    await press(app, "Next page");
    await press(app, "Next page");
    expect([summary(app), cells(app).length]).toEqual(["41–45 of 45", 5]);
    expect(app.screen.getByRole<HTMLButtonElement>("button", { name: "Next page" }).disabled).toBe(true);
    for (let key = 40; key < 45; key++) source.remove(key);
    await app.settle();
    expect(summary(app)).toBe("21–40 of 40");
    await app.user.selectOptions(app.screen.getByLabelText("Rows"), "10");
    expect(summary(app)).toBe("21–30 of 40");
    await app.user.type(app.screen.getByLabelText("Filter by Model"), "Bike 1");
    await app.clock.advance(300);
    expect(summary(app)).toBe("1–10 of 11");
  });

  it("Z7: tells which rows are chosen of those that pass, and takes it from the app", async () => {
    const selected = signal<readonly RowKey[]>([2]);
    const filter = signal<Filters>({});
    await using app = await mountTable({ selection: "rows", selected, filter });
    const box = (name: string) => app.screen.getByLabelText<HTMLInputElement>(name);
    expect(box("Choose gravel king").checked).toBe(true);
    await app.user.click(box("Choose Bolt"));
    expect(selected.peek()).toEqual([2, 4]);
    app.session.run(() => (filter.value = { kind: { in: ["city"] } }));
    await app.settle();
    expect(selected.peek()).toEqual([4]);
    await app.user.click(box("Choose all rows on this page"));
    expect([...selected.peek()].map(Number).toSorted((a, b) => a - b)).toEqual([1, 4]);
    app.session.run(() => (filter.value = {}));
    await app.settle();
    expect([...selected.peek()].map(Number).toSorted((a, b) => a - b)).toEqual([1, 2, 4]);
    app.session.run(() => (selected.value = [3]));
    await app.settle();
    expect([box("Choose Alpin").checked, box("Choose Bolt").checked]).toEqual([true, false]);
  });

  it("Z7: of one that can be chosen, another takes its place", async () => {
    const selected = signal<readonly RowKey[]>([]);
    await using app = await mountTable({ selection: "row", selected });
    await app.user.click(app.screen.getByLabelText("Choose Roadster"));
    await app.user.click(app.screen.getByLabelText("Choose Bolt"));
    expect(selected.peek()).toEqual([4]);
  });
});

describe("cells that can be changed", () => {
  const edited = async (props = {}, options = {}) => {
    const rows = signal(BIKES);
    const edits: CellEdit<Bike>[] = [];
    const onEdit = (edit: CellEdit<Bike>) => void edits.push(edit);
    const app = await mountTable({ rows, columns: EDITABLE, onEdit, ...props }, options);
    const cell = (label: string) => app.screen.getByLabelText<HTMLInputElement>(label);
    const enter = async (label: string, text: string) => {
      await app.user.clear(cell(label));
      await app.user.type(cell(label), text);
      await app.user.tab();
      await app.settle();
    };
    return { app, rows, edits, cell, enter };
  };

  it("Z8: save what is entered when they are left, and tell the app what was there", async () => {
    const { app, rows, edits, enter } = await edited();
    await enter("Model, Roadster", "Tourer");
    expect(rows.peek()[0]).toEqual({ ...BIKES[0], model: "Tourer" });
    expect(edits).toEqual([
      {
        row: BIKES[0],
        key: 1,
        column: "model",
        value: "Tourer",
        previous: "Roadster",
        client: { id: 1, user: undefined },
      },
    ]);
    await app.close();
  });

  it("Z8: go down with Enter and up with Shift+Enter, and back with Escape", async () => {
    const { app, rows, edits, cell } = await edited();
    await app.user.click(cell("Model, gravel king"));
    await app.user.keyboard("!{Enter}");
    await app.settle();
    expect(rows.peek()[1]!.model).toBe("gravel king!");
    expect(app.document.activeElement).toBe(cell("Model, Alpin"));
    await app.user.keyboard("?{Escape}");
    expect(cell("Model, Alpin").value).toBe("Alpin");
    await app.user.keyboard("{Shift>}{Enter}{/Shift}");
    await app.settle();
    expect(app.document.activeElement).toBe(cell("Model, gravel king!"));
    expect(edits).toHaveLength(1);
    await app.close();
  });

  it("Z8: are what their type needs: a choice, a checkbox, a date", async () => {
    const { app, rows, cell } = await edited();
    await app.user.selectOptions(cell("Kind, Roadster"), "Road bike");
    await app.user.click(cell("Sold, Roadster"));
    await app.settle();
    expect(rows.peek()[0]).toMatchObject({ kind: "road", sold: true });
    expect(cell("Day, Roadster").type).toBe("date");
    await app.close();
  });

  it.each([
    ["Model, Roadster", "far too long a name", "Please use at most 12 characters."],
    ["Model, Roadster", " ", "Please fill this in."],
    ["Price, Roadster", "cheap", "Please enter a number."],
    ["Price, Roadster", "-5", "Please choose 0 or more."],
    ["Price, Roadster", "0.3", "Please choose a multiple of 0.5."],
  ])("Z9: %s refuses %j", async (label, text, problem) => {
    const { app, rows, edits, cell, enter } = await edited();
    const before = cell(label).value;
    cell(label).removeAttribute("maxlength");
    await enter(label, text);
    expect(app.screen.getByRole("alert").textContent).toBe(problem);
    expect([cell(label).value, cell(label).getAttribute("aria-invalid")]).toEqual([before, "true"]);
    expect([rows.peek(), edits]).toEqual([BIKES, []]);
    await app.close();
  });

  it("Z9: ask the schema and the column's own rule, and take what the schema makes of it", async () => {
    const schema = {
      "~standard": {
        version: 1 as const,
        vendor: "test",
        validate: async (value: unknown) =>
          value === "bad" ? { issues: [{ message: "Not by the schema." }] } : { value: String(value).toUpperCase() },
      },
    };
    const validate = (value: string) => (value === "WORSE" ? "Not by the rule." : undefined);
    const { app, rows, enter } = await edited({ columns: [{ key: "model", editable: true, schema, validate }] });
    await enter("Model, Roadster", "bad");
    expect(app.screen.getByRole("alert").textContent).toBe("Not by the schema.");
    await enter("Model, Roadster", "worse");
    expect(app.screen.getByRole("alert").textContent).toBe("Not by the rule.");
    await enter("Model, Roadster", "good");
    expect(rows.peek()[0]!.model).toBe("GOOD");
    await app.close();
  });

  it("Z10: go back when the app does not save them, with the text that is meant for people", async () => {
    const onEdit = ({ value }: CellEdit<Bike>) => {
      if (value === "Bolt") throw new UserFacingError("There is one already.");
      throw new Error("the database is gone");
    };
    const { app, rows, enter } = await edited({ onEdit }, { expectErrors: /database/ });
    await enter("Model, Roadster", "Bolt");
    expect(app.screen.getByText("There is one already.")).toBeTruthy();
    expect(app.errors).toEqual([]);
    await enter("Model, Roadster", "Other");
    expect(app.screen.getByText("This could not be saved.")).toBeTruthy();
    expect(app.errors).toHaveLength(1);
    expect(rows.peek()).toEqual(BIKES);
    await app.close();
  });

  it("Z10: take other changes of the row that the app answers with", async () => {
    const onEdit = async ({ row, value }: CellEdit<Bike>) => ({ price: Number(value) + 1, sold: !row.sold });
    const { app, rows, enter } = await edited({ onEdit });
    await enter("Price, Bolt", "10");
    expect(rows.peek()[3]).toMatchObject({ price: 11, sold: false });
    await app.close();
  });

  it("Z12: are taken back by Undo, the latest first", async () => {
    const { app, rows, enter } = await edited();
    expect(app.screen.queryByRole("button", { name: "Undo" })).toBeNull();
    await enter("Price, Bolt", "10");
    await enter("Price, Bolt", "20");
    await press(app, "Undo");
    expect(rows.peek()[3]!.price).toBe(10);
    await press(app, "Undo");
    expect(rows.peek()).toEqual(BIKES);
    expect(app.screen.queryByRole("button", { name: "Undo" })).toBeNull();
    await app.close();
  });

  it("Z13: cannot be in a row that may not, or a table that is disabled", async () => {
    const { app, cell } = await edited({ disabled: true });
    expect(app.screen.queryByLabelText("Day, Roadster")).toBeNull();
    expect(cell("Day, Bolt").disabled).toBe(true);
    await app.close();
  });
});

describe("rows", () => {
  it("Z14: of a source show in every table that has it, cell by cell", async () => {
    const source = arraySource(BIKES);
    await using ann = await mountTable({ rows: source });
    await using bob = await mountTable({ rows: source, sort: signal<readonly SortBy[]>([{ column: "model" }]) });
    source.update(4, { model: "Zoom" });
    source.update(4, { price: 1 });
    await ann.settle();
    await bob.settle();
    expect(cells(ann)).toEqual(["Roadster", "gravel king", "Alpin", "Zoom"]);
    expect(cells(bob)).toEqual(["Alpin", "gravel king", "Roadster", "Zoom"]);
    expect(ann.frames.operations.at(-1)?.length).toBeLessThanOrEqual(3);
    source.insert({ ...BIKES[0]!, id: 9, model: "New" }, 0);
    source.remove(1);
    await bob.settle();
    expect(cells(bob)).toEqual(["Alpin", "gravel king", "New", "Zoom"]);
    source.reset(BIKES.slice(0, 1));
    await ann.settle();
    expect([cells(ann), summary(ann)]).toEqual([["Roadster"], "1–1 of 1"]);
  });

  it("Z16: of a source that takes its time: loading, late answers left, failing and tried again", async () => {
    const answers: { name: string; resolve(rows: readonly Bike[]): void; reject(error: unknown): void }[] = [];
    const source = rowSource<Bike>({
      key: "id",
      rows: ({ filter }) => {
        const { promise, resolve, reject } = deferred<readonly Bike[]>();
        answers.push({ name: String(filter["model"] ?? ""), resolve, reject });
        return promise;
      },
      count: () => 2,
      find: () => undefined,
    });
    const filter = signal<Filters>({});
    await using app = await mountTable({ rows: source, filter }, { expectErrors: /offline/ });
    expect(app.screen.getByText("Loading…", { selector: ".tandem-table-none" })).toBeTruthy();
    app.session.run(() => (filter.value = { model: "b" }));
    await app.settle();
    answers[1]!.resolve([BIKES[1]!]);
    answers[0]!.resolve([BIKES[0]!]);
    await app.settle();
    expect([answers.map(({ name }) => name), cells(app)]).toEqual([["", "b"], ["gravel king"]]);
    app.session.run(() => (filter.value = { model: "c" }));
    answers[2]!.reject(new Error("offline"));
    await app.settle();
    expect(app.screen.getByRole("alert").textContent).toContain("The rows could not be loaded.");
    await press(app, "Try again");
    answers[3]!.resolve([BIKES[2]!]);
    await app.settle();
    expect(cells(app)).toEqual(["Alpin"]);
    expect(app.screen.queryByRole("alert")).toBeNull();
  });

  it("Z17: are added by the app, and deleted after a question", async () => {
    const rows = signal(BIKES);
    const selected = signal<readonly RowKey[]>([]);
    const deleted: unknown[] = [];
    await using app = await mountTable({
      rows,
      selected,
      selection: "rows",
      onAdd: async () => ({ ...BIKES[0]!, id: 9, model: "New" }),
      onDelete: (keys) => {
        if (keys.includes(4)) throw new UserFacingError("Not that one.");
        deleted.push(keys);
      },
    });
    await press(app, "Add row");
    expect(cells(app, 2)).toEqual(["New", ...BIKES.map(({ model }) => model)]);
    await app.user.click(app.screen.getByLabelText("Choose gravel king"));
    await press(app, "Delete 1 row");
    await press(app, "Keep");
    expect(rows.peek()).toHaveLength(5);
    await press(app, "Delete 1 row");
    await press(app, "Delete");
    expect([deleted, rows.peek().map(({ id }) => id), selected.peek()]).toEqual([[[2]], [9, 1, 3, 4], []]);
    await app.user.click(app.screen.getByLabelText("Choose Bolt"));
    await press(app, "Delete 1 row");
    await press(app, "Delete");
    expect(app.screen.getByText("Not that one.")).toBeTruthy();
    expect(rows.peek()).toHaveLength(4);
  });

  it("Z18: are exported as they are shown, and without formulas", async () => {
    const rows = [{ ...BIKES[0]!, model: '=HYPERLINK("http://x")' }, { ...BIKES[3]!, price: -5 }, BIKES[2]!];
    await using app = await mountTable({
      rows,
      exportName: "bikes.csv",
      filter: signal<Filters>({ kind: { in: ["city"] } }),
    });
    await press(app, "Export");
    await app.settle();
    expect(app.downloads[0]?.name).toBe("bikes.csv");
    expect((await app.downloads[0]!.text()).replace("\uFEFF", "")).toBe(
      'Model,Price,Kind,Sold,Day\r\n"\'=HYPERLINK(""http://x"")",1250,City bike,No,2026-03-01\r\nBolt,-5,City bike,Yes,2026-02-10\r\n',
    );
  });

  it("Z18: have no cell behind whatever sign a country has between cells, and no formula in wide letters", async () => {
    const rows = ["a;=1+1", "a\t=1+1", "＝1+1", "\n=1+1"].map((model, id) => ({ ...BIKES[0]!, id, model }));
    await using app = await mountTable({ rows, columns: [{ key: "model" }], exportName: "bikes.csv" });
    await press(app, "Export");
    await app.settle();
    expect((await app.downloads[0]!.text()).replace("\uFEFF", "")).toBe(
      'Model\r\n"a;=1+1"\r\n"a\t=1+1"\r\n\'＝1+1\r\n"\'\n=1+1"\r\n',
    );
  });

  it("Z19: look as their values say, also after a change, and are what the app makes of them", async () => {
    const source = arraySource(BIKES);
    const columns = [
      { key: "model", render: (row: { value: Bike }) => <b>{() => row.value.model}</b> },
      {
        key: "price",
        type: "number",
        format: (price: number | null) => (price === null ? "–" : `€ ${price}`),
        look: (price: number | null) =>
          price !== null && price > 2_000 ? { class: "dear", style: { color: "red" } } : undefined,
      },
      { id: "twice", value: ({ price }: Bike) => (price ?? 0) * 2 },
    ] as const;
    await using app = await mountTable({ rows: source, columns });
    const dear = () => [...app.document.querySelectorAll(".dear")].map((cell) => cell.textContent);
    expect([cells(app, 2), dear(), cells(app, 3)[0]]).toEqual([["€ 1250", "€ 2100", "–", "€ 900"], ["€ 2100"], "2500"]);
    expect(app.document.querySelectorAll("tbody b")).toHaveLength(4);
    source.update(4, { price: 5_000 });
    await app.settle();
    expect(dear()).toEqual(["€ 2100", "€ 5000"]);
  });

  it("Z19: show as they are formatted also where they can be changed", async () => {
    const columns = [
      { key: "price", type: "number", editable: true, format: (price: number | null) => `€ ${price}` },
    ] as const;
    await using app = await mountTable({ rows: signal(BIKES), columns });
    const shown = () => app.document.querySelector("[data-shown]")?.getAttribute("data-shown");
    expect([shown(), cells(app)[0]]).toEqual(["€ 1250", "1250"]);
    await app.user.clear(app.screen.getByLabelText("Price, € 1250"));
    await app.user.type(app.screen.getByLabelText("Price, € 1250"), "7{Enter}");
    await app.settle();
    expect(shown()).toBe("€ 7");
  });

  it("Z20: show in the columns that people choose, at least one", async () => {
    await using app = await mountTable({
      columnMenu: true,
      columns: [...COLUMNS.slice(0, 2), { key: "id", hidden: true }],
    });
    const titles = () => app.screen.getAllByRole("columnheader").map((header) => header.textContent);
    expect(titles()).toEqual(["Model", "Price"]);
    await app.user.click(app.screen.getByLabelText("Id"));
    await app.user.click(app.screen.getByLabelText("Model"));
    await app.user.click(app.screen.getByLabelText("Price"));
    expect(titles()).toEqual(["Id"]);
    expect(app.screen.getByLabelText<HTMLInputElement>("Id").disabled).toBe(true);
  });

  it("Z20: stay in sight in the columns that are kept there, beside each other", async () => {
    const columns = [{ key: "model", pinned: "start", width: 120 }, ...COLUMNS.slice(1)] as const;
    await using app = await mountTable({ columnMenu: true, columns });
    const kept = () =>
      [...app.document.querySelectorAll<HTMLElement>("thead [data-pinned]")].map((cell) => [
        cell.textContent,
        cell.getAttribute("style")?.replace(/\s|;$/g, ""),
      ]);
    expect(kept()).toEqual([["Model", "width:120px;min-width:120px;inset-inline-start:0px"]]);
    await app.user.click(app.screen.getByLabelText("Keep Kind in sight"));
    expect(kept()[1]).toEqual(["Kind", "width:160px;min-width:160px;inset-inline-start:120px"]);
    expect(app.screen.getByLabelText("Keep Kind in sight").getAttribute("aria-pressed")).toBe("true");
    await app.user.click(app.screen.getByLabelText("Keep Model in sight"));
    expect(kept()).toEqual([["Kind", "width:160px;min-width:160px;inset-inline-start:0px"]]);
  });

  it("Z21: that are not there say why, and clear the filter", async () => {
    const filter = signal<Filters>({ model: "zzz" });
    await using app = await mountTable({ filter });
    expect(app.screen.getByText("No row passes the filter.")).toBeTruthy();
    await press(app, "Clear the filter");
    expect(cells(app)).toHaveLength(4);
    await using empty = await mountTable({ rows: [], empty: <p>Nothing sold yet.</p> });
    expect(empty.screen.getByText("Nothing sold yet.")).toBeTruthy();
    expect(summary(empty)).toBe("No rows");
  });
});
