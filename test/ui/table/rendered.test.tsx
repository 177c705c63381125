import { describe, expect, it } from "vitest";
import { onCleanup, signal, type Signal } from "tandem";
import { arraySource, DataTable, rowSource, type DataTableProps, type RowSource } from "tandem/ui";
import { GRID_LIMITS, type GridConfig } from "../../../src/protocol/grid.ts";
import { GOODBYE_CODE } from "../../../src/session/channel/channel.ts";
import { promisesSettled } from "../../support/fake-clock.ts";
import { TestSession, type TestClient } from "../../support/test-session.ts";

interface Part {
  id: number;
  name: string;
}

const parts = (count: number): Part[] => Array.from({ length: count }, (_, id) => ({ id, name: `Part ${id}` }));
const keys = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

/** A virtual table with a column that renders. */
class Rendering {
  readonly built = new Set<number>();
  builds = 0;
  readonly unit = signal("pcs");
  readonly pressed: string[] = [];
  readonly isShown: Signal<boolean> = signal(true);
  readonly test: TestSession;
  readonly #name: string;
  #tag = 0;

  constructor(rows: RowSource<Part>, props: Partial<DataTableProps<Part>> = {}) {
    const columns: DataTableProps<Part>["columns"] = [
      { key: "name" },
      {
        id: "press",
        render: (row) => {
          const { id } = row.peek();
          this.built.add(id);
          this.builds++;
          onCleanup(() => void this.built.delete(id));
          return (
            <button onClick={() => void this.pressed.push(row.value.name)}>
              {() => row.value.name} in {this.unit}
            </button>
          );
        },
      },
    ];
    this.test = new TestSession(() => (
      <>{() => this.isShown.value && <DataTable {...{ virtual: true, label: "Parts", rows, columns, ...props }} />}</>
    ));
    const config = / config="([^"]*)"/.exec(this.test.html)![1]!.replaceAll("&quot;", '"');
    this.#name = (JSON.parse(config) as GridConfig).request;
  }

  get html(): string {
    return this.test.html.replaceAll(/<!--.*?-->/g, "");
  }

  /** A page says what it looks at, and what it builds has been built for long. */
  async look(client: TestClient, ...looked: number[][]): Promise<void> {
    for (const list of looked) client.word("request", ++this.#tag, this.#name, ["look", list]);
    await this.rest();
  }

  async rest(): Promise<void> {
    await promisesSettled();
    await this.test.clock.advanceAsync(1_000);
  }
}

describe("cells that are rendered in a virtual table", () => {
  it("Z190: those of the first rows are in the first paint, and live", async () => {
    const source = arraySource(parts(1_000));
    const table = new Rendering(source);
    expect(table.html).toMatch(/<td[^>]*>Part 3<\/td><td[^>]*><div[^>]*><button[^>]*>Part 3 in pcs</);
    expect(table.built).toEqual(new Set(keys(0, 40)));
    const client = table.test.connect();
    table.test.session.run(() => (table.unit.value = "boxes"));
    source.update(3, { name: "Bell" });
    await table.rest();
    expect(table.html).toContain("Bell in boxes");
    expect(table.builds).toBe(40);
    client.event(table.test.idOf("button", 3), "click");
    expect(table.pressed).toEqual(["Bell"]);
    expect(table.test.events("app/error")).toEqual([]);
  });

  it("Z191: a page has those that it looks at, and those that stay are not built again", async () => {
    const table = new Rendering(arraySource(parts(100_000)));
    const client = table.test.connect();
    await table.look(client, keys(5_000, 5_080));
    // The first paint of others has its rows.
    expect(table.built).toEqual(new Set([...keys(0, 15), ...keys(5_000, 5_080)]));
    await table.look(client, keys(5_060, 5_140));
    expect(table.built).toEqual(new Set([...keys(0, 15), ...keys(5_060, 5_140)]));
    expect(table.builds).toBe(40 + 80 + 60);
    const idle = table.test.clock.pending;
    // The second of these waits when the table goes.
    for (const look of [keys(0, 80), keys(80, 160)]) client.word("request", 50_000, nameOf(table), ["look", look]);
    await promisesSettled();
    expect(table.test.clock.pending).toBe(idle + 1);
    table.test.session.run(() => (table.isShown.value = false));
    expect([table.built.size, table.test.clock.pending]).toEqual([0, idle]);
  });

  it("Z191: pages can have so many rows built and no more, the latest to look before the others", async () => {
    const table = new Rendering(arraySource(parts(100_000)));
    const clients = Array.from({ length: 8 }, () => table.test.connect());
    for (const [at, client] of clients.entries()) {
      await table.look(client, keys((at + 1) * 1_000, (at + 1) * 1_000 + GRID_LIMITS.looked));
    }
    expect(table.built.size).toBe(GRID_LIMITS.rendered);
    expect([8_000, 8_299, 4_000].every((key) => table.built.has(key))).toBe(true);
    expect(table.built.has(1_000)).toBe(false);
    await table.look(clients[0]!, keys(1_000, 1_010));
    expect(table.built.has(1_000)).toBe(true);
  });

  it("Z191: however often a page looks elsewhere, it has so many rows built in a second and no more", async () => {
    const table = new Rendering(arraySource(parts(100_000)));
    const client = table.test.connect();
    const looks = Array.from({ length: 100 }, (_, at) => keys(at * 900, at * 900 + 300));
    for (const look of looks) {
      const before = table.builds;
      client.word("request", 10_000 + look[0]!, nameOf(table), ["look", look]);
      await promisesSettled();
      table.test.clock.advance(10);
      expect(table.builds - before).toBeLessThanOrEqual(300);
    }
    // 100 looks within a second.
    expect(table.builds).toBeLessThan(40 + 5_000 + 600);
    await table.rest();
    expect(table.built).toEqual(new Set([...keys(0, 15), ...looks.at(-1)!]));
  });

  it("Z193: a client that is gone leaves none", async () => {
    const table = new Rendering(arraySource(parts(100_000)));
    const [one, other] = [table.test.connect(), table.test.connect()];
    await table.look(one, keys(1_000, 1_050));
    await table.look(other, keys(2_000, 2_050));
    expect(table.built.size).toBe(115);
    other.drop();
    await table.rest();
    // Who may come back is not gone.
    expect(table.built.size).toBe(115);
    const third = table.test.connect();
    await table.look(third, keys(3_000, 3_050));
    third.ends(GOODBYE_CODE);
    await table.rest();
    expect(table.built).toEqual(new Set([...keys(0, 15), ...keys(1_000, 1_050), ...keys(2_000, 2_050)]));
  });

  it("Z191: of rows that are no more, and of claims to look at what there is not, nothing is built", async () => {
    const source = arraySource(parts(1_000));
    const table = new Rendering(source);
    const client = table.test.connect();
    await table.look(client, [5, 5, 5, 77, 99_999] as number[]);
    expect(table.built).toEqual(new Set([...keys(0, 15), 77]));
    source.remove(77);
    await table.rest();
    await table.look(client, [5, 6]);
    expect(table.built).toEqual(new Set([5, 6]));
    source.reset(parts(1_000).map(({ id }) => ({ id, name: `New ${id}` })));
    await table.rest();
    client.word("request", 50_000, nameOf(table), ["rows", 0, 100]);
    await table.rest();
    expect(table.html).toContain("New 5 in pcs");
  });

  it("Z191: a source that is asked has been asked for its rows already, and else is asked for each", async () => {
    const found: unknown[] = [];
    const rows = rowSource<Part>({
      key: "id",
      rows: async ({ from, to }) => parts(1_000).slice(from, to),
      count: async () => 1_000,
      find: async (key) => {
        found.push(key);
        return parts(1_000)[Number(key)];
      },
    });
    const table = new Rendering(rows);
    expect(table.built.size).toBe(0);
    const client = table.test.connect();
    client.word("request", 50_000, nameOf(table), ["rows", 0, 100]);
    await table.rest();
    await table.look(client, keys(0, 60));
    expect([table.built.size, found]).toEqual([60, []]);
    await table.look(client, [0, 500, 501]);
    expect([table.built, found]).toEqual([new Set([0, 500, 501]), [500, 501]]);
  });

  it("Z192: a hidden column has none", () => {
    const columns = (hidden: boolean): DataTableProps<Part>["columns"] => [
      { key: "name" },
      { id: "seen", hidden, render: () => <b>seen</b> },
    ];
    const html = (hidden: boolean) =>
      new TestSession(() => <DataTable virtual label="Parts" rows={parts(3)} columns={columns(hidden)} />).html;
    expect(html(false).match(/<b>seen/g)).toHaveLength(3);
    expect(html(true)).not.toContain("<b>seen");
  });
});

const nameOf = (table: Rendering): string =>
  (JSON.parse(/ config="([^"]*)"/.exec(table.test.html)![1]!.replaceAll("&quot;", '"')) as GridConfig).request;
