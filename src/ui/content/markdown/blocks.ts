import type { Token } from "./parser.ts";

/** A block of text: what it is, and what is in it. */
export type Block = TextBlock | CodeBlock | ContainerBlock;

/** Text in lines: a paragraph, a heading, what is in a cell, a rule. */
export interface TextBlock {
  readonly kind: "text";
  /** What it holds, for comparison. */
  readonly key: string;
  /** None for what stands in a list item without a paragraph of its own. */
  readonly tag: string | undefined;
  readonly props: BlockProps;
  readonly inline: readonly Token[];
  /** For a task: whether it is done. */
  readonly task: boolean | undefined;
}

export interface CodeBlock {
  readonly kind: "code";
  readonly key: string;
  readonly language: string;
  readonly code: string;
}

export interface ContainerBlock {
  readonly kind: "container";
  readonly key: string;
  readonly tag: string;
  readonly props: BlockProps;
  readonly blocks: readonly Block[];
}

export type BlockProps = Readonly<Record<string, string | number>>;

const CONTAINER_TAGS = new Set(["ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr"]);
const TASK = /^\[([ xX])\][ \t]+/;

/** A block that ends at some token, and where the next begins. */
interface Read<T> {
  readonly block: T;
  readonly next: number;
}

/** The blocks that tokens make up. `context` is what else they depend on: what references lead to. */
export function readBlocks(tokens: readonly Token[], context = ""): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < tokens.length;) {
    const { block, next } = readBlock(tokens, at, context);
    if (block !== undefined) blocks.push(block);
    at = next;
  }
  return blocks;
}

function readBlock(tokens: readonly Token[], at: number, context: string): Read<Block | undefined> {
  const token = tokens[at]!;
  if (token.type === "fence" || token.type === "code_block") return { block: codeBlock(token), next: at + 1 };
  if (token.type === "hr") return { block: textBlock("hr", {}, { inline: [], content: "", context }), next: at + 1 };
  if (token.nesting !== 1) return { block: undefined, next: at + 1 };
  return CONTAINER_TAGS.has(token.tag) ? readContainer(tokens, at, context) : readText(tokens, at, context);
}

function readContainer(tokens: readonly Token[], at: number, context: string): Read<ContainerBlock> {
  const { tag, level } = tokens[at]!;
  const end = closingOf(tokens, at, level);
  const props = propsOf(tokens[at]!);
  const blocks = readBlocks(tokens.slice(at + 1, end), context);
  const inner = tag === "li" ? withTask(blocks) : blocks;
  const key = `${tag}${JSON.stringify(props)}[${inner.map((block) => block.key).join("\u0003")}]`;
  return { block: { kind: "container", key, tag, props, blocks: inner }, next: end + 1 };
}

function readText(tokens: readonly Token[], at: number, context: string): Read<TextBlock> {
  const open = tokens[at]!;
  const end = closingOf(tokens, at, open.level);
  const inline = tokens.slice(at + 1, end).find((token) => token.type === "inline");
  const tag = open.hidden ? undefined : open.tag;
  const text = { inline: inline?.children ?? [], content: inline?.content ?? "", context };
  return { block: textBlock(tag, propsOf(open), text), next: end + 1 };
}

function closingOf(tokens: readonly Token[], at: number, level: number): number {
  let end = at + 1;
  while (end < tokens.length && (tokens[end]!.level !== level || tokens[end]!.nesting !== -1)) end++;
  return end;
}

interface TextParts {
  inline: readonly Token[];
  content: string;
  context: string;
}

function textBlock(tag: string | undefined, props: BlockProps, { inline, content, context }: TextParts): TextBlock {
  // Only a text with a bracket can depend on a reference.
  const depends = content.includes("[") ? context : "";
  const key = `${tag ?? ""}${JSON.stringify(props)}${depends}\u0001${content}`;
  return { kind: "text", key, tag, props, inline, task: undefined };
}

function codeBlock(token: Token): CodeBlock {
  const language = /^[\w+#.-]+/.exec(token.info.trim())?.[0] ?? "";
  const code = token.content.replace(/\n$/, "");
  return { kind: "code", key: `code ${language}\u0001${code}`, language, code };
}

/** A list item that starts with `[ ]` or `[x]` is a task. */
function withTask(blocks: readonly Block[]): readonly Block[] {
  const [first, ...others] = blocks;
  if (first?.kind !== "text") return blocks;
  const [opening, ...rest] = first.inline;
  const mark = opening?.type === "text" ? TASK.exec(opening.content) : null;
  if (mark === null || opening === undefined) return blocks;
  const text = Object.assign(Object.create(Object.getPrototypeOf(opening) as object) as Token, opening, {
    content: opening.content.slice(mark[0].length),
  });
  return [{ ...first, inline: [text, ...rest], task: mark[1] !== " " }, ...others];
}

/** What of a token's attributes is shown: how cells are aligned, and where an ordered list starts. */
function propsOf(token: Token): BlockProps {
  const align = /^text-align:(left|right|center)$/.exec(String(token.attrGet("style") ?? ""))?.[1];
  const start = Number(token.attrGet("start") ?? Number.NaN);
  return {
    ...(align === undefined ? {} : { "data-align": align }),
    ...(token.tag === "ol" && Number.isSafeInteger(start) ? { start } : {}),
  };
}
