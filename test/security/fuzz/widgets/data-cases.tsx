/** Tables, charts, logs and trees. */
import fc from "fast-check";
import { signal, UserFacingError } from "tandem";
import * as ui from "tandem/ui";
import type { FuzzCase, Target } from "./widget-attack.ts";

interface Person {
  id: number;
  name: string;
  age: number | null;
  born: string;
  team: string;
  away: boolean;
  fixed: string;
  constructor: string;
}

const people = (): Person[] =>
  Array.from({ length: 60 }, (_, at) => ({
    id: at + 1,
    name: `Name ${at}`,
    age: at % 9 === 0 ? null : 20 + at,
    born: `200${at % 10}-05-0${1 + (at % 9)}`,
    team: "abc"[at % 3]!,
    away: at % 2 === 0,
    fixed: "as it is",
    constructor: `of ${at}`,
  })) as Person[];

const columns: readonly ui.Column<Person>[] = [
  { key: "name", editable: true, maxLength: 30, pattern: /[\w ]*/, required: true },
  { key: "age", type: "number", editable: ({ id }) => id !== 3, min: 0, max: 150, step: 1 },
  { key: "born", type: "date", editable: true, min: "2000-01-01", max: "2030-12-31" },
  { key: "team", type: "select", options: ["a", "b", "c"], editable: true },
  { key: "away", type: "boolean", editable: true },
  { key: "fixed", filterable: false, sortable: false },
  { key: "constructor" as never, editable: true },
  { id: "sum", value: ({ age }) => (age ?? 0) + 1, type: "number" },
];

/** A button in each row. */
const ACTS: ui.Column<Person> = {
  id: "acts",
  render: (row) => <ui.Button onClick={() => void row.peek().id}>{() => row.value.name}</ui.Button>,
};

const NAMES = ["name", "age", "born", "team", "away", "fixed", "constructor", "sum", "__proto__", "toString", "id", ""];
const name = fc.constantFrom(...NAMES);
const TEXTS = [
  "Ann",
  "30",
  "-1",
  "151",
  "2026-02-30",
  "2026-05-05",
  "a",
  "z",
  "yes",
  "no",
  "",
  "1e400",
  "__proto__",
  "\ud800",
  "=1+1",
];
const cell = fc.oneof(
  fc.constantFrom<unknown>(...TEXTS, null, true, false, 30, -0, 1e308, 0.5),
  fc.double({ noNaN: true }),
);
const key = fc.oneof(fc.integer({ min: -1, max: 65 }), fc.constantFrom<unknown>("1", "__proto__", null, 1.5, 2 ** 53));
const bound = fc.constantFrom<unknown>(null, 0, 20, 1e308, -1, "2001-01-01", "2026-02-30", "z".repeat(40), true, {});

/** As a grid asks, and nearly so. */
export const GRID_REQUESTS: fc.Arbitrary<unknown> = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(fc.constant("rows"), fc.integer({ min: -1, max: 70 }), fc.integer({ min: -1, max: 520 })),
    },
    {
      weight: 5,
      arbitrary: fc.tuple(
        fc.constant("show"),
        fc.array(fc.oneof(fc.record({ column: name, descending: fc.boolean() }), fc.constant(null), name), {
          maxLength: 3,
        }),
        fc.oneof(
          fc
            .array(
              fc.tuple(
                name,
                fc.oneof(
                  fc.constantFrom<unknown>("1", "a", "", "x".repeat(10_001), true, false, null, 5),
                  fc.tuple(bound, bound),
                  fc.record({
                    in: fc.array(fc.constantFrom<unknown>("a", "b", "z", null, "__proto__"), { maxLength: 4 }),
                  }),
                ),
              ),
              { maxLength: 2 },
            )
            .map((entries) => Object.fromEntries(entries) as unknown),
          fc.constantFrom<unknown>(null, [], "x", 1),
        ),
      ),
    },
    { weight: 8, arbitrary: fc.tuple(fc.constant("edit"), fc.array(fc.tuple(key, name, cell), { maxLength: 6 })) },
    {
      weight: 1,
      arbitrary: fc.constant(["edit", Array.from({ length: 2_000 }, (_, at) => [1 + (at % 60), "name", `N${at}`])]),
    },
    { weight: 3, arbitrary: fc.constant(["undo"]) },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constant("choose"), fc.array(key, { maxLength: 8 }), fc.array(key, { maxLength: 3 })),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constant("chooseAll"), fc.constantFrom<unknown>(true, false, 1)) },
    { weight: 2, arbitrary: fc.tuple(fc.constant("look"), fc.array(key, { maxLength: 40 })) },
  )
  .map((request) => [request]);

const isDay = (day: string) =>
  /^20[0-3]\d-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00Z`).toISOString().startsWith(day);

function problemsOf(row: Person): string[] {
  const { name: called, age, born, team, away, fixed } = row;
  return [
    ...(typeof called === "string" && called.length <= 30 && /^[\w ]+$/.test(called) ? [] : [`called ${called}`]),
    ...(age === null || (Number.isInteger(age) && age >= 0 && age <= 150) ? [] : [`of age ${age}`]),
    ...(born === null || isDay(born) ? [] : [`born on ${born}`]),
    ...(team === null || ["a", "b", "c"].includes(team) ? [] : [`of team ${team}`]),
    ...(away === null || typeof away === "boolean" ? [] : [`away ${String(away)}`]),
    ...(fixed === "as it is" ? [] : ["changed where it cannot be"]),
  ];
}

interface TableOptions {
  virtual?: boolean;
  onEdit?: "takes" | "fails" | "together";
  source?: "array" | "asked";
  /** Whether cells are drawn by the app, with buttons in them. */
  rendered?: boolean;
}

/** A table with all that people can do with it, beside the same rows elsewhere. */
function table(label: string, { virtual = false, onEdit = "takes", source, rendered = false }: TableOptions): FuzzCase {
  return {
    name: label,
    words: { texts: TEXTS, requests: GRID_REQUESTS },
    meddles: 5,
    open(): Target {
      const [selected, sort, filter, disabled] = [
        signal<readonly ui.RowKey[]>([]),
        signal<readonly ui.SortBy[]>([]),
        signal<ui.Filters>({}),
        signal(false),
      ];
      let rows: readonly Person[] = people();
      const all = ui.arraySource<Person>(rows);
      const asked = ui.rowSource<Person>({
        key: "id",
        count: async () => rows.length,
        rows: async ({ from, to }) => rows.slice(from, to),
        find: async (of) => rows.find(({ id }) => id === of),
        keys: async ({ limit }) => rows.slice(0, limit).map(({ id }) => id),
      });
      const edited: ui.CellEdit<Person>[] = [];
      const write = ({ key: of, column, value }: ui.CellEdit<Person>) => {
        edited.push({ key: of, column, value } as never);
        rows = rows.map((row) => (row.id === of ? { ...row, [column]: value } : row));
      };
      const edits: Partial<ui.DataTableProps<Person>> =
        onEdit === "together"
          ? { onEdits: (together) => together.forEach(write) }
          : {
              onEdit(edit) {
                if (onEdit === "takes") return write(edit);
                if (edit.column === "name") throw new UserFacingError("Not this name.");
                throw new Error("the password of the database");
              },
            };
      const added = { next: 1_000 };
      const isKnown = (name: string) => NAMES.slice(0, 8).includes(name);
      const current = () => (source === "asked" ? rows : all.all);
      return {
        ...(onEdit === "fails" ? { appError: "the password of the database" } : {}),
        Screen: () => (
          <ui.DataTable
            label="People"
            rows={source === "asked" ? asked : all}
            columns={rendered ? [...columns, ACTS] : columns}
            virtual={virtual}
            pageSize={10}
            filters
            columnMenu
            selection="rows"
            selected={selected}
            sort={sort}
            filter={filter}
            disabled={disabled}
            exportName="people.csv"
            onDelete={(keys) => void (rows = rows.filter(({ id }) => !keys.includes(id)))}
            onAdd={() => (added.next > 1_020 ? undefined : { ...people()[0]!, id: added.next++ })}
            {...edits}
          />
        ),
        check: () => [
          ...current().flatMap(problemsOf),
          ...edited.flatMap(({ key: of, column }) =>
            column === "fixed" || (column === "age" && of === 3) || !isKnown(column) ? [`${column} was edited`] : [],
          ),
          ...(selected.peek().every((of) => typeof of === "number") ? [] : ["a row is chosen that is none"]),
          ...(selected.peek().length <= 100 ? [] : ["more rows are chosen than there are"]),
          ...sort
            .peek()
            .flatMap(({ column }) => (isKnown(column) && column !== "fixed" ? [] : [`sorted by ${column}`])),
          ...Object.keys(filter.peek()).flatMap((of) => (isKnown(of) && of !== "fixed" ? [] : [`filtered by ${of}`])),
        ],
        fixed: () =>
          disabled.peek() ? [current(), selected.peek(), sort.peek(), filter.peek(), edited.length] : undefined,
        meddles: [
          () => disabled.update((is) => !is),
          () => all.remove(all.all[0]?.id ?? 0),
          () => all.all[1] && all.update(all.all[1].id, { name: "Other" } as never),
          () => filter.set({}),
          () => selected.set([]),
        ],
      };
    },
  };
}

const number = fc.constantFrom<unknown>(0, 1, 2, 5, 0.5, -1, 1e308, 2 ** 53, null, "1");
const pair = fc.oneof(fc.tuple(number, number), fc.constantFrom<unknown>([], [1], [1, 2, 3], null, "x", {}));

/** As the page half of a chart tells, and nearly so. */
const CHART_DETAILS: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({
    type: fc.constant("click"),
    version: number,
    at: pair,
    isAdding: fc.constantFrom<unknown>(true, false, 1),
  }),
  fc.record({
    type: fc.constant("brush"),
    range: fc.oneof(
      fc.record({ x: pair }),
      fc.record({ y: pair }),
      fc.record({ x: pair, y: pair }),
      fc.constantFrom<unknown>(null, 1),
    ),
  }),
  fc.record({ type: fc.constant("zoom"), range: pair }),
  fc.record({ type: fc.constant("legend"), hidden: fc.oneof(fc.array(number, { maxLength: 5 }), number) }),
  fc.record({
    type: fc.constantFrom("event", "__proto__", "constructor", "toString"),
    name: fc.constantFrom("click", "x"),
    params: pair,
  }),
);

const POINTS = Array.from({ length: 40 }, (_, at) => ({
  x: at,
  y: (at * 7) % 13,
  who: "ab"[at % 2]!,
  day: `2026-05-${10 + (at % 9)}`,
}));

function chart(kind: ui.ChartKind, more: object): FuzzCase {
  return {
    name: `Chart, ${kind}`,
    words: { details: CHART_DETAILS },
    meddles: 2,
    open() {
      const [brush, zoom] = [signal<ui.ChartBrush | null>(null), signal<ui.ChartExtent | null>(null)];
      const [selected, hidden] = [signal<readonly number[]>([]), signal<readonly string[]>([])];
      const data = signal<readonly (typeof POINTS)[number][]>(POINTS);
      const clicks: ui.ChartClick<never>[] = [];
      const isExtent = (extent: unknown) =>
        extent === undefined ||
        (Array.isArray(extent) && extent.length === 2 && extent.every(Number.isFinite) && extent[0] <= extent[1]);
      const onClick = (click: never) => void clicks.push(click);
      const props = { label: "Chart", kind, data, brush, zoom, selected, hidden, onClick, exportable: true, ...more };
      return {
        Screen: () => <ui.Chart {...(props as never as ui.ChartProps)} />,
        check: () => [
          ...(isExtent(zoom.peek() ?? undefined) ? [] : [`zoomed to ${JSON.stringify(zoom.peek())}`]),
          ...(isExtent(brush.peek()?.x) && isExtent(brush.peek()?.y)
            ? []
            : [`brushed ${JSON.stringify(brush.peek())}`]),
          ...(selected.peek().every((row) => Number.isInteger(row) && row >= 0 && row < POINTS.length)
            ? []
            : ["chosen is no row"]),
          ...(hidden.peek().every((name) => typeof name === "string") ? [] : ["hidden is no series"]),
          ...(clicks.every(({ index }) => index >= -1 && index < POINTS.length) ? [] : ["clicked was no point"]),
        ],
        meddles: [() => data.set(POINTS.slice(0, 3)), () => data.set(POINTS)],
      };
    },
  };
}

const LOG_REQUESTS = fc.tuple(
  fc.constantFrom<unknown>(0, 1, 2, "0", null, -1),
  fc.constantFrom<unknown>(0, 1, 50, 500, -1, 0.5, 2 ** 53 - 1, "1", null),
  fc.constantFrom<unknown>(0, 1, 200, 1e9, 2 ** 53 - 1, -1, "x"),
);

export const DATA_CASES: readonly FuzzCase[] = [
  table("DataTable", {}),
  table("DataTable, virtual", { virtual: true }),
  table("DataTable, virtual, rendered", { virtual: true, rendered: true }),
  table("DataTable, rendered", { rendered: true }),
  table("DataTable, virtual, together", { virtual: true, onEdit: "together" }),
  table("DataTable, asked", { source: "asked" }),
  table("DataTable, virtual, asked", { virtual: true, source: "asked" }),
  table("DataTable, failing", { onEdit: "fails" }),
  table("DataTable, virtual, failing", { virtual: true, onEdit: "fails" }),
  chart("line", { x: "x", y: "y", series: "who" }),
  chart("bar", { x: "who", y: ["x", "y"] }),
  chart("scatter", { x: "x", y: "y", brushDirection: "xy" }),
  chart("pie", { x: "who", y: "y" }),
  chart("histogram", { x: "y", bins: 5 }),
  chart("heatmap", { x: "day", y: "who", value: "y" }),
  chart("boxplot", { x: "who", y: "y" }),
  {
    name: "StreamChart",
    meddles: 2,
    open() {
      let data!: ui.StreamData<"at" | "value">;
      let at = 0;
      return {
        Screen() {
          data = ui.streamData({ columns: ["at", "value"], rollover: 500 });
          return <ui.StreamChart label="Stream" data={data} x={{ kind: "number" }} group="all" />;
        },
        check: () => (data.length <= 500 ? [] : ["more rows are kept than there may be"]),
        meddles: [
          () => data.push({ at: ++at, value: at % 7 }),
          () => data.push(...Array.from({ length: 300 }, () => ({ at: ++at, value: 1 }))),
        ],
      };
    },
  },
  {
    name: "LogViewer",
    words: { texts: ["info", "error", "line 1", "(", "[a"], requests: LOG_REQUESTS },
    meddles: 3,
    open() {
      const log = ui.createLog({ capacity: 200 });
      for (let line = 0; line < 150; line++) log.append(`INFO line ${line} \u001b[31mred\u001b[0m`);
      return {
        Screen: () => <ui.LogViewer log={log} label="Log" />,
        check: () => [],
        meddles: [
          () => log.append(`ERROR ${"x".repeat(2_000)}`),
          () => log.clear(),
          () => log.append("a\u0000\ud800\u001b["),
        ],
      };
    },
  },
  {
    name: "JsonViewer",
    words: { texts: ["a", "b", "1", "__proto__"] },
    open() {
      const value = JSON.parse('{"__proto__":{"a":1},"constructor":[1,[2,[3]]],"b":{"c":"d"}}') as Record<
        string,
        unknown
      >;
      value["many"] = Array.from({ length: 5_000 }, (_, at) => ({ at }));
      return { Screen: () => <ui.JsonViewer label="Tree" value={value} openTo={2} />, check: () => [] };
    },
  },
];
