import { UserFacingError } from "tandem";
import {
  rowSource,
  type CellEdits,
  type Filters,
  type RowKey,
  type SortBy,
} from "tandem/ui";
import { z } from "zod";
import { need } from "./accounts.ts";
import { all, one, run, transaction } from "./database.ts";
import { note } from "./journal.ts";
import { CATEGORIES } from "./seed.ts";

export const Product = z.object({
  sku: z
    .string()
    .regex(
      /^[A-Z]{2}-\d{4}$/,
      "Two letters, a dash and four digits, as in BR-1001.",
    ),
  name: z
    .string()
    .trim()
    .min(2, "At least two letters.")
    .max(60, "At most 60 characters."),
  category: z.enum(CATEGORIES, "Choose a category."),
  price: z
    .number("Please enter a price.")
    .min(0, "Not below 0.")
    .max(100_000, "Not above 100,000."),
  stock: z
    .number("Please enter a number.")
    .int("A whole number.")
    .min(0, "Not below 0."),
  active: z.boolean(),
  added: z.iso.date("Please enter a date."),
});

export type ProductValues = z.infer<typeof Product>;
export type Product = ProductValues & { id: number };

type Stored = Omit<Product, "active"> & { active: number };
type Value = string | number;

/** The columns that there are: nothing else comes into an SQL text. */
const COLUMNS = Object.keys(Product.shape) as (keyof ProductValues)[];

const productOf = (row: Stored): Product => ({
  ...row,
  active: row.active === 1,
});
const stored = (value: unknown): Value =>
  typeof value === "boolean" ? Number(value) : (value as Value);

/** A table's filter as SQL. */
function where(filter: Filters): { sql: string; values: Value[] } {
  const tests: string[] = [];
  const values: Value[] = [];
  const test = (sql: string, ...given: Value[]) => {
    tests.push(sql);
    values.push(...given);
  };
  for (const name of COLUMNS) {
    const wanted = filter[name];
    if (wanted === undefined) continue;
    if (typeof wanted === "boolean") test(`${name} = ?`, Number(wanted));
    else if (typeof wanted === "string")
      test(`instr(lower(${name}), ?) > 0`, wanted.toLowerCase());
    else if ("in" in wanted) {
      test(
        `${name} in (${wanted.in.map(() => "?").join(", ")})`,
        ...wanted.in.map(String),
      );
    } else {
      if (wanted[0] !== null) test(`${name} >= ?`, wanted[0]);
      if (wanted[1] !== null) test(`${name} <= ?`, wanted[1]);
    }
  }
  return {
    sql: tests.length === 0 ? "" : `where ${tests.join(" and ")}`,
    values,
  };
}

function order(sort: readonly SortBy[]): string {
  const known = sort.filter(({ column }) =>
    COLUMNS.includes(column as keyof ProductValues),
  );
  const by = known.map(
    ({ column, descending }) =>
      `${column} collate nocase ${descending ? "desc" : "asc"}`,
  );
  return `order by ${[...by, "id"].join(", ")}`;
}

/** All products, for every session that shows them: what one person changes, all see. */
export const products = rowSource<Product>({
  key: "id",
  rows({ from, to, sort, filter }) {
    const { sql, values } = where(filter);
    return all<Stored>(
      `select * from products ${sql} ${order(sort)} limit ? offset ?`,
      [...values, to - from, from],
    ).map(productOf);
  },
  count({ filter }) {
    const { sql, values } = where(filter);
    return one<{ count: number }>(
      `select count(*) count from products ${sql}`,
      values,
    )!.count;
  },
  find: (id) => findProduct(id),
});

export function findProduct(id: RowKey): Product | undefined {
  const found = one<Stored>("select * from products where id = ?", [
    Number(id),
  ]);
  return found && productOf(found);
}

/** Figures of all of them. */
export interface Totals {
  products: number;
  value: number;
  low: number;
}

export const totals = (): Totals =>
  one<Totals>(
    "select count(*) products, coalesce(sum(price * stock), 0) value, coalesce(sum(stock < 5 and active), 0) low from products",
  )!;

/** Saves a new product, or another state of one. */
export function saveProduct(values: ProductValues, id?: number): void {
  const { name } = need("edit");
  if (isTaken(values.sku, id))
    throw new UserFacingError(`There is a product ${values.sku} already.`);
  transaction(() => {
    if (id === undefined) {
      const marks = COLUMNS.map(() => "?").join(", ");
      run(
        `insert into products (${COLUMNS.join(", ")}) values (${marks})`,
        COLUMNS.map((key) => stored(values[key])),
      );
      note(name, "added", `${values.sku} ${values.name}`);
    } else {
      const set = COLUMNS.map((key) => `${key} = ?`).join(", ");
      const { changes } = run(`update products set ${set} where id = ?`, [
        ...COLUMNS.map((key) => stored(values[key])),
        id,
      ]);
      if (changes === 0)
        throw new UserFacingError("Somebody has deleted this product.");
      note(name, "changed", `${values.sku} ${values.name}`);
    }
  });
  products.reset();
}

/** Whether another product has this number. */
export const isTaken = (sku: string, id = 0): boolean =>
  one("select 1 from products where sku = ? and id <> ?", [sku, id]) !==
  undefined;

/** Cells that were changed in the table: all are saved, or none. */
export function saveCells(edits: CellEdits<Product>): void {
  const { name } = need("edit");
  transaction(() => {
    for (const { row, column, value, previous } of edits) {
      if (column === "id") continue;
      if (column === "sku" && isTaken(value, row.id)) {
        throw new UserFacingError(`There is a product ${value} already.`);
      }
      run(`update products set ${column} = ? where id = ?`, [
        stored(value),
        row.id,
      ]);
      note(name, "changed", `${row.sku} ${column}: ${previous} → ${value}`);
    }
  });
}

export function deleteProducts(keys: readonly RowKey[]): void {
  const { name } = need("edit");
  transaction(() => {
    for (const key of keys) {
      const product = findProduct(key);
      if (product === undefined) continue;
      run("delete from products where id = ?", [product.id]);
      note(name, "deleted", `${product.sku} ${product.name}`);
    }
  });
}
