import { jsx } from "../../../view/jsx/runtime.ts";
import type { Child } from "../../../view/node.ts";
import { CodeFrame } from "../code/code-frame.tsx";
import { highlightLines } from "../code/highlight.ts";
import { fixedLines } from "../code/shown-lines.tsx";
import type { Block, ContainerBlock, TextBlock } from "./blocks.ts";
import { inlineContent, type MarkdownImages } from "./inline.tsx";

/** How blocks are shown. */
export interface MarkdownStyle {
  readonly images: MarkdownImages;
  /** What level a heading of level 1 has. */
  readonly headingLevel: number;
}

/** A block that will not change. */
export function fixedBlock(block: Block, style: MarkdownStyle): Child {
  switch (block.kind) {
    case "text":
      return renderText(block, style);
    case "code":
      return <CodeFrame language={block.language}>{fixedLines(highlightLines(block.code, block.language))}</CodeFrame>;
    case "container":
      return renderContainer(
        block,
        block.blocks.map((inner) => fixedBlock(inner, style)),
      );
  }
}

/** A container around what is in it. A table scrolls by itself where the page is narrow. */
export function renderContainer({ tag, props, blocks }: ContainerBlock, children: Child): Child {
  const isTasks = tag === "li" && blocks[0]?.kind === "text" && blocks[0].task !== undefined;
  const element = jsx(tag, { ...props, ...(isTasks ? { class: "tandem-task" } : {}), children });
  if (tag !== "table") return element;
  return (
    <div class="tandem-markdown-table" tabindex={0} role="group" aria-label="Table">
      {element}
    </div>
  );
}

export function renderText({ tag, props, inline, task }: TextBlock, style: MarkdownStyle): Child {
  if (tag === "hr") return <hr />;
  const content = inlineContent(inline, style.images);
  const children = task === undefined ? content : [<TaskMark isDone={task} />, content];
  return tag === undefined ? children : jsx(shownTag(tag, style), { ...props, children });
}

const TaskMark = ({ isDone }: { isDone: boolean }): Child => (
  <span
    class={isDone ? "tandem-task-mark tandem-task-done" : "tandem-task-mark"}
    role="img"
    aria-label={isDone ? "Done:" : "To do:"}
  />
);

function shownTag(tag: string, { headingLevel }: MarkdownStyle): string {
  const level = /^h([1-6])$/.exec(tag)?.[1];
  return level === undefined ? tag : `h${Math.min(6, Number(level) + headingLevel - 1)}`;
}
