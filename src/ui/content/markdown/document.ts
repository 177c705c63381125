import { readBlocks, type Block } from "./blocks.ts";
import { parseMarkdown, type References } from "./parser.ts";

/** A block at the top, and where its text begins. */
interface TopBlock {
  readonly start: number;
  readonly block: Block;
}

/**
 * A text in Markdown as blocks. When it grows at its end, as a streamed answer does, only the last block is read again:
 * the ones before are done, whatever comes.
 */
export class MarkdownDocument {
  #text = "";
  #tops: readonly TopBlock[] = [];
  /** Of the blocks before the last. */
  #references: References = {};
  #context = "";
  #blocks: readonly Block[] = [];

  /** The blocks of `text`; the same objects as before where nothing has changed. */
  read(text: string): readonly Block[] {
    const clean = text.replace(/\r\n?/g, "\n");
    if (clean === this.#text) return this.#blocks;
    if (!this.#grow(clean)) this.#readAll(clean);
    this.#text = clean;
    return (this.#blocks = this.#tops.map(({ block }) => block));
  }

  #grow(text: string): boolean {
    const last = this.#tops.at(-1);
    if (last === undefined || !text.startsWith(this.#text)) return false;
    const { tokens, references } = parseMarkdown(text.slice(last.start), this.#references);
    // What it newly refers to may stand anywhere in what came before.
    if (Object.keys(references).length !== Object.keys(this.#references).length) return false;
    this.#tops = [...this.#tops.slice(0, -1), ...topBlocks(text, last.start, { tokens, context: this.#context })];
    return true;
  }

  #readAll(text: string): void {
    const { tokens, references } = parseMarkdown(text);
    const names = Object.keys(references);
    this.#context = names.length === 0 ? "" : JSON.stringify(references);
    this.#tops = topBlocks(text, 0, { tokens, context: this.#context });
    const last = this.#tops.at(-1);
    // Those of the last block may still change with it.
    const own = names.length === 0 || last === undefined ? {} : parseMarkdown(text.slice(last.start)).references;
    this.#references = Object.fromEntries(Object.entries(references).filter(([name]) => !(name in own)));
  }
}

type Tokens = ReturnType<typeof parseMarkdown>["tokens"];

function topBlocks(text: string, from: number, { tokens, context }: { tokens: Tokens; context: string }): TopBlock[] {
  const tops: TopBlock[] = [];
  let line = 0;
  let start = from;
  for (let at = 0; at < tokens.length;) {
    let end = at;
    while (end < tokens.length && (tokens[end]!.level !== 0 || tokens[end]!.nesting === 1)) end++;
    const next = end + 1;
    const firstLine = tokens[at]!.map?.[0] ?? line;
    for (; line < firstLine; line++) start = text.indexOf("\n", start) + 1;
    const [block] = readBlocks(tokens.slice(at, next), context);
    if (block !== undefined) tops.push({ start, block });
    at = next;
  }
  return tops;
}
