import type { Child } from "../../../view/node.ts";
import { highlightLines, type CodeLine } from "../code/highlight.ts";
import type { Block } from "./blocks.ts";
import { MarkdownDocument } from "./document.ts";
import type { MarkdownImages } from "./inline.tsx";
import { renderContainer, renderText, type MarkdownStyle } from "./render.tsx";
import { staticHtml } from "./static-html.ts";

export interface MarkdownHtmlOptions {
  /** Which images are in it; none unless told, as what it goes into may be far from this server: they are links. */
  images?: MarkdownImages;
  /** What level a heading of level 1 has; 1 unless told. */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
}

/**
 * A text in Markdown as HTML, to be saved or sent by mail: what `Markdown` shows, and as safe.
 *
 * @example
 * ```tsx
 * import { session } from "tandem";
 * import { Button, markdownHtml } from "tandem/ui";
 *
 * const save = (text: string) => session.saveFile(`<!doctype html>\n${markdownHtml(text)}`, "note.html");
 *
 * export const Save = ({ text }: { text: string }) => <Button onClick={() => save(text)}>Save</Button>;
 * ```
 *
 * It has classes and no styles: pieces of code have those of highlight.js, marks of tasks `tandem-task-mark` and
 * `tandem-task-done`.
 */
export function markdownHtml(text: string, options: MarkdownHtmlOptions = {}): string {
  const style: MarkdownStyle = { images: options.images ?? "none", headingLevel: options.headingLevel ?? 1 };
  return new MarkdownDocument()
    .read(text)
    .map((block) => staticHtml(staticBlock(block, style)))
    .join("\n");
}

function staticBlock(block: Block, style: MarkdownStyle): Child {
  switch (block.kind) {
    case "text":
      return renderText(block, style);
    case "code":
      return <StaticCode lines={highlightLines(block.code, block.language)} />;
    case "container":
      return renderContainer(
        block,
        block.blocks.map((inner) => staticBlock(inner, style)),
      );
  }
}

const StaticCode = ({ lines }: { lines: readonly CodeLine[] }): Child => (
  <pre>
    <code>
      {lines.map((line) => [
        line.map(({ text, kind }) => (kind === "" ? text : <span class={kind}>{text}</span>)),
        "\n",
      ])}
    </code>
  </pre>
);
