/** Headers that can only be read, in any case of letters. */
export type HeaderFacts = Pick<Headers, "get" | "has" | "forEach" | "keys" | "values" | "entries"> &
  Iterable<[string, string]>;

/** Headers as the web has them, of which writing throws. */
export function headerFacts(received: Readonly<Record<string, string | string[] | undefined>>): HeaderFacts {
  const headers = new Headers();
  for (const [name, value] of Object.entries(received)) {
    for (const each of [value ?? []].flat()) headers.append(name, each);
  }
  return Object.assign(headers, { append: refuse, set: refuse, delete: refuse });
}

function refuse(): never {
  throw new TypeError("The headers of a request are read-only.");
}
