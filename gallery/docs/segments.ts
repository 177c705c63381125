/** What a page is made of, in order: prose, and examples that can run. */
export type Segment =
  | { readonly kind: "prose"; readonly text: string }
  | { readonly kind: "example"; readonly code: string };

const EXAMPLE = /^```tsx\n([^]*?)^```\n?/gm;

export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(EXAMPLE)) {
    segments.push({ kind: "prose", text: text.slice(end, match.index) }, { kind: "example", code: match[1]! });
    end = match.index + match[0].length;
  }
  segments.push({ kind: "prose", text: text.slice(end) });
  return segments.filter((segment) => segment.kind === "example" || segment.text.trim() !== "");
}

/** Links from file to file as addresses here; a file that is no page here is only named. */
export function withLinks(text: string, page: string, addressOf: (path: string) => string | undefined): string {
  return text.replace(/\[([^\]]+)\]\((?!\w+:|#)([^)\s]+?)\.md(?:#[^)\s]*)?\)/g, (_, words: string, file: string) => {
    const address = addressOf(new URL(file, `docs:/${page}`).pathname.slice(1));
    return address === undefined ? words : `[${words}](${address})`;
  });
}
