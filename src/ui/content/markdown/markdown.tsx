import { effect } from "../../../reactive/effect.ts";
import { untracked } from "../../../reactive/graph.ts";
import { needPart } from "../../../session/parts.ts";
import type { ClassValue } from "../../../view/jsx/class-and-style.ts";
import { readLive } from "../../../view/live.ts";
import type { Child, Live } from "../../../view/node.ts";
import { MarkdownDocument } from "./document.ts";
import type { MarkdownImages } from "./inline.tsx";
import { LiveBlocks } from "./live-blocks.tsx";
import { fixedBlock, type MarkdownStyle } from "./render.tsx";

export interface MarkdownProps {
  /** The text; where it is live, only blocks that change are sent. */
  text: Live<string>;
  /** Which images are shown: those of this server unless told; others are links. */
  images?: MarkdownImages;
  /** What level a heading of level 1 has on the page; 1 unless told. */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  class?: ClassValue;
}

/**
 * A text in Markdown: CommonMark with GitHub's tables, tasks, struck text and bare links, and code in colour.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Markdown } from "tandem/ui";
 *
 * export function Note() {
 *   const text = signal("# Hello\n\nThis is **bold**.");
 *   return <Markdown text={text} headingLevel={2} />;
 * }
 * ```
 *
 * Safe for what others wrote: HTML in it is text, links lead to pages, mail and telephones only, and those to elsewhere
 * open beside the app. A text that grows costs what is added, not what is there. From PyWebIO's `put_markdown`, which
 * lets HTML through.
 */
export function Markdown({ text, images = "own", headingLevel = 1, class: className }: MarkdownProps): Child {
  needPart("ui");
  const style: MarkdownStyle = { images, headingLevel };
  return (
    <div class={["tandem-markdown", className]}>
      {typeof text === "string" ? fixed(text, style) : live(() => readLive(text), style)}
    </div>
  );
}

const fixed = (text: string, style: MarkdownStyle): Child =>
  new MarkdownDocument().read(text).map((block) => fixedBlock(block, style));

function live(read: () => string, style: MarkdownStyle): Child {
  const document = new MarkdownDocument();
  const blocks = new LiveBlocks(document.read(untracked(read)), style);
  effect(() => blocks.show(document.read(read())));
  return blocks.render();
}
