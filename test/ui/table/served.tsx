import { DataTable, type DataTableProps } from "tandem/ui";
import type { GridConfig, GridNews } from "../../../src/protocol/grid.ts";
import { promisesSettled } from "../../support/fake-clock.ts";
import { TestSession, type TestClient } from "../../support/test-session.ts";
import { BIKES, COLUMNS, type Bike } from "./support.tsx";

/** A virtual table in a session, and a page that may ask it anything. */
export function served(props: Partial<DataTableProps<Bike>> = {}) {
  const test = new TestSession(() => <DataTable virtual label="Bikes" rows={BIKES} columns={COLUMNS} {...props} />);
  const client = test.connect();
  const attribute = <T,>(name: string): T =>
    JSON.parse(
      new RegExp(` ${name}="([^"]*)"`)
        .exec(test.html)![1]!
        .replaceAll("&quot;", '"')
        .replaceAll("&#39;", "'")
        .replaceAll("&amp;", "&"),
    ) as T;
  let tag = 0;
  /** As the page of a client, which is the first one unless told. */
  const askAs = async (asking: TestClient, ...args: unknown[]): Promise<{ ok: boolean; answer: unknown }> => {
    asking.word("request", ++tag, attribute<GridConfig>("config").request, args);
    await promisesSettled();
    const [, , ok, answer] = asking.messages.find((message) => (message as unknown[])[1] === tag) as [
      string,
      number,
      boolean,
      unknown,
    ];
    return { ok, answer };
  };
  const ask = (...args: unknown[]) => askAs(client, ...args);
  /** What the grid was told. */
  const news = () =>
    client.operations.flatMap((operation) =>
      operation[2] === "setAttribute" ? [JSON.parse((operation[3] as string[])[1]!) as GridNews] : [],
    );
  return { test, client, attribute, ask, askAs, news };
}
