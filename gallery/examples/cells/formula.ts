/** What a formula can ask for: the value of a cell such as `B3`. */
export type Lookup = (cell: string) => number;

/** A formula that cannot be read or reckoned. Its message is what the cell shows. */
export class FormulaError extends Error {
  override readonly name = "FormulaError";
}

/** A formula, read once and reckoned whenever a cell it names has changed. */
export interface Formula {
  /** The cells it names. */
  readonly cells: ReadonlySet<string>;
  reckon(lookup: Lookup): number;
}

type Part = (lookup: Lookup) => number;

const FUNCTIONS: Record<string, (values: number[]) => number> = {
  sum: (values) => values.reduce((total, value) => total + value, 0),
  product: (values) => values.reduce((total, value) => total * value, 1),
  avg: (values) =>
    values.reduce((total, value) => total + value, 0) / values.length,
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  count: (values) => values.length,
};

/**
 * Reads what follows the equals sign, such as `B1 * (C1 - 2)` or `sum(A0:A9)`.
 *
 *     sum     = product { ("+" | "-") product }
 *     product = factor { ("*" | "/") factor }
 *     factor  = "-" factor | number | cell | name "(" range { "," range } ")" | "(" sum ")"
 *     range   = cell ":" cell | sum
 */
export function parseFormula(text: string): Formula {
  const tokens = text.match(/\d+(?:\.\d+)?|[a-z]+\d*|\S/gi) ?? [];
  const cells = new Set<string>();
  let at = 0;
  const take = (...expected: string[]) =>
    expected.includes(tokens[at] ?? "") ? tokens[at++] : undefined;
  const need = (expected: string) => {
    if (take(expected) === undefined) throw new FormulaError("#SYNTAX");
  };

  function sum(): Part {
    let left = product();
    for (let sign = take("+", "-"); sign; sign = take("+", "-"))
      left = combine(left, sign, product());
    return left;
  }

  function product(): Part {
    let left = factor();
    for (let sign = take("*", "/"); sign; sign = take("*", "/"))
      left = combine(left, sign, factor());
    return left;
  }

  function factor(): Part {
    if (take("-")) {
      const operand = factor();
      return (lookup) => -operand(lookup);
    }
    if (take("(")) {
      const inner = sum();
      need(")");
      return inner;
    }
    const token = tokens[at++] ?? "";
    if (/^\d/.test(token)) return () => Number(token);
    if (isCell(token)) return cell(token.toUpperCase());
    return call(token.toLowerCase());
  }

  function cell(name: string): Part {
    cells.add(name);
    return (lookup) => lookup(name);
  }

  function call(name: string): Part {
    const apply = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (apply === undefined)
      throw new FormulaError(/^[a-z]/.test(name) ? "#NAME" : "#SYNTAX");
    need("(");
    const parts = [range()];
    while (take(",")) parts.push(range());
    need(")");
    return (lookup) => apply(parts.flatMap((part) => part(lookup)));
  }

  function range(): (lookup: Lookup) => number[] {
    const [from = "", colon, to = ""] = tokens.slice(at, at + 3);
    if (colon === ":" && isCell(from) && isCell(to)) {
      at += 3;
      const parts = cellsBetween(from.toUpperCase(), to.toUpperCase()).map(
        cell,
      );
      return (lookup) => parts.map((part) => part(lookup));
    }
    const single = sum();
    return (lookup) => [single(lookup)];
  }

  const reckon = sum();
  if (at < tokens.length) throw new FormulaError("#SYNTAX");
  return { cells, reckon };
}

const isCell = (token: string) => /^[a-z]\d{1,2}$/i.test(token);

function combine(left: Part, sign: string, right: Part): Part {
  switch (sign) {
    case "+":
      return (lookup) => left(lookup) + right(lookup);
    case "-":
      return (lookup) => left(lookup) - right(lookup);
    case "*":
      return (lookup) => left(lookup) * right(lookup);
    default:
      return (lookup) => divide(left(lookup), right(lookup));
  }
}

function divide(dividend: number, divisor: number): number {
  if (divisor === 0) throw new FormulaError("#DIV/0");
  return dividend / divisor;
}

/** Every cell of the rectangle between two corners. */
function cellsBetween(from: string, to: string): string[] {
  const [left, right] = sorted(from.charCodeAt(0), to.charCodeAt(0));
  const [top, bottom] = sorted(Number(from.slice(1)), Number(to.slice(1)));
  const cells: string[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++)
      cells.push(String.fromCharCode(column) + row);
  }
  return cells;
}

const sorted = (a: number, b: number): [number, number] =>
  a <= b ? [a, b] : [b, a];
