import { Badge } from "tandem/ui";
import { computed } from "tandem";
import type { Column } from "../data/column.ts";
import { numberText } from "../data/frame.ts";
import type { SessionData } from "../session-data.ts";

/** What each column has in it, of the rows that pass. */
export function ColumnList({ data }: { data: SessionData }) {
  return (
    <ul class="columns">
      {data.frame.columns.map((column) => (
        <li>
          <h3>{column.name}</h3> <Badge>{column.type}</Badge>
          <ColumnFacts column={column} data={data} />
        </li>
      ))}
    </ul>
  );
}

function ColumnFacts({ column, data }: { column: Column; data: SessionData }) {
  const facts = computed(() =>
    column.words === null
      ? numberFacts(column, data.rows.value)
      : wordFacts(column, data.rows.value),
  );
  return (
    <dl>
      {() =>
        facts.value.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))
      }
    </dl>
  );
}

type Facts = readonly (readonly [name: string, value: string])[];

function numberFacts(column: Column, rows: Uint32Array): Facts {
  let [count, sum, low, high] = [0, 0, Infinity, -Infinity];
  for (const row of rows) {
    const value = column.numbers![row]!;
    if (Number.isNaN(value)) continue;
    count++;
    sum += value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const empty: Facts[number] = [
    "empty",
    (rows.length - count).toLocaleString("en"),
  ];
  if (count === 0) return [empty];
  if (column.type === "boolean")
    return [
      ["yes", `${sum.toLocaleString("en")} of ${count.toLocaleString("en")}`],
      empty,
    ];
  const ends: Facts = [
    ["smallest", numberText(column, low)],
    ["largest", numberText(column, high)],
  ];
  const mean =
    column.type === "date" ? sum / count : Number((sum / count).toPrecision(5));
  const asFraction = {
    name: column.name,
    type: column.type === "date" ? "date" : "number",
  } as const;
  return [...ends, ["mean", numberText(asFraction, mean)], empty];
}

const MOST = 3;

function wordFacts({ words }: Column, rows: Uint32Array): Facts {
  const counts = new Map<string, number>();
  let empty = 0;
  for (const row of rows) {
    const word = words!.at(row);
    if (word === "") empty++;
    else if (counts.size < 100_000 || counts.has(word))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST);
  return [
    [
      "different",
      `${counts.size.toLocaleString("en")}${counts.size >= 100_000 ? " or more" : ""}`,
    ],
    ...most.map(([word, count]): Facts[number] => [
      word.slice(0, 60),
      count.toLocaleString("en"),
    ]),
    ["empty", empty.toLocaleString("en")],
  ];
}
