/** The cookies of a `Cookie` header, in its order, as they stand there: untrusted, and maybe several of one name. */
export function* cookiePairs(header: string | readonly string[] | undefined): Iterable<[name: string, value: string]> {
  for (const pair of String(header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at >= 0) yield [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  }
}
