import { parseMarkdown, type Token } from "./parser.ts";

/** What a text in Markdown says, without its marks: to be read out. */
export function plainText(markdown: string): string {
  return parseMarkdown(markdown).tokens.map(blockText).filter(Boolean).join("\n");
}

function blockText({ type, children, content }: Token): string {
  if (type === "fence" || type === "code_block") return content.trimEnd();
  return type === "inline" ? (children ?? []).map(inlineText).join("") : "";
}

const inlineText = ({ type, content }: Token): string =>
  type === "softbreak" || type === "hardbreak" ? "\n" : content;
