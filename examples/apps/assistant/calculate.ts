/** A sum that stands in a text. */
const SUM = /[-+\d(][-+*/().\d\s×÷^]*[\d)]/g;

/** What the sum in a text comes to; nothing where there is none. */
export function calculate(
  text: string,
): { text: string; result: number } | undefined {
  for (const [found] of text.matchAll(SUM)) {
    if (!/\d\s*[-+*/×÷^]\s*[-(\d]/.test(found)) continue;
    const result = new Sum(found).value();
    if (result !== undefined && Number.isFinite(result))
      return { text: found.trim(), result };
  }
  return undefined;
}

/** Reads a sum by its grammar: terms of factors of powers. Nothing of it is ever run. */
class Sum {
  readonly #tokens: string[];

  constructor(text: string) {
    this.#tokens = text.match(/\d+(?:\.\d+)?|[-+*/()×÷^]/g) ?? [];
  }

  value(): number | undefined {
    const result = this.#terms();
    return this.#tokens.length === 0 ? result : undefined;
  }

  #terms(): number {
    let sum = this.#factors();
    for (
      let sign = this.#take("+-");
      sign !== undefined;
      sign = this.#take("+-")
    ) {
      sum += (sign === "+" ? 1 : -1) * this.#factors();
    }
    return sum;
  }

  #factors(): number {
    let product = this.#power();
    for (
      let sign = this.#take("*/×÷");
      sign !== undefined;
      sign = this.#take("*/×÷")
    ) {
      const factor = this.#power();
      product =
        sign === "*" || sign === "×" ? product * factor : product / factor;
    }
    return product;
  }

  #power(): number {
    const base = this.#atom();
    return this.#take("^") === undefined ? base : base ** this.#power();
  }

  #atom(): number {
    if (this.#take("-") !== undefined) return -this.#atom();
    if (this.#take("(") === undefined)
      return Number(this.#tokens.shift() ?? Number.NaN);
    const inner = this.#terms();
    return this.#take(")") === undefined ? Number.NaN : inner;
  }

  #take(among: string): string | undefined {
    const [next] = this.#tokens;
    return next !== undefined && next.length === 1 && among.includes(next)
      ? this.#tokens.shift()
      : undefined;
  }
}
