/** The 100,000 rows of ten columns that both grids show. */
export interface GridRow {
  id: number;
  name: string;
  city: string;
  price: number;
  amount: number;
  isPaid: boolean;
  day: string;
  note: string;
  share: number;
  code: string;
}

const CITIES = ["Oslo", "Bergen", "Trondheim", "Stavanger", "Tromsø"];

export const gridRows = (): GridRow[] =>
  Array.from({ length: 100_000 }, (_, at) => ({
    id: at,
    name: `Customer ${(at * 7_919) % 100_000}`,
    city: CITIES[at % CITIES.length]!,
    price: ((at * 37) % 10_000) / 10,
    amount: (at * 13) % 97,
    isPaid: at % 3 === 0,
    day: `2026-0${(at % 9) + 1}-${String((at % 28) + 1).padStart(2, "0")}`,
    note: `Note ${at}`,
    share: ((at * 31) % 1_000) / 1_000,
    code: (at * 2_654_435_761).toString(36),
  }));

export const GRID_COLUMNS = [
  { key: "id", type: "number", width: 100 },
  { key: "name", width: 170 },
  { key: "city", width: 130 },
  { key: "price", type: "number", width: 110 },
  { key: "amount", type: "number", width: 110 },
  { key: "isPaid", type: "boolean", width: 90 },
  { key: "day", type: "date", width: 130 },
  { key: "note", width: 130 },
  { key: "share", type: "number", width: 110 },
  { key: "code", width: 150 },
] as const;
