/**
 * What a form held when it was sent, in document order; of a file only its name. As the platform's `FormData`,
 * read only.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 *
 * export default function Greeting() {
 *   const name = signal("");
 *   return (
 *     <form onSubmit={(event) => name.set(event.data.get("name") ?? "")}>
 *       <input name="name" /> <button>Greet</button> {name}
 *     </form>
 *   );
 * }
 * ```
 */
export class FormValues implements Iterable<readonly [name: string, value: string]> {
  readonly #entries: readonly (readonly [name: string, value: string])[];

  constructor(entries: readonly (readonly [name: string, value: string])[]) {
    this.#entries = entries;
  }

  /** The first value under `name`, or `null`. */
  get(name: string): string | null {
    return this.#entries.find((entry) => entry[0] === name)?.[1] ?? null;
  }

  /** Every value under `name`. */
  getAll(name: string): string[] {
    return this.#entries.filter((entry) => entry[0] === name).map((entry) => entry[1]);
  }

  has(name: string): boolean {
    return this.#entries.some((entry) => entry[0] === name);
  }

  entries(): IterableIterator<readonly [name: string, value: string]> {
    return this.#entries.values();
  }

  [Symbol.iterator](): IterableIterator<readonly [name: string, value: string]> {
    return this.entries();
  }

  /** The first value under each name, as an object without a prototype: no name can reach into it. */
  get values(): Record<string, string> {
    const values: Record<string, string> = Object.create(null);
    for (const [name, value] of this.#entries) if (!(name in values)) values[name] = value;
    return values;
  }
}
