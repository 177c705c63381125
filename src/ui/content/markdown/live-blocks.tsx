import { signal, type Signal } from "../../../reactive/signal.ts";
import { For } from "../../../view/flow/for.ts";
import type { Child } from "../../../view/node.ts";
import { CodeFrame } from "../code/code-frame.tsx";
import { GrowingHighlight } from "../code/growing-highlight.ts";
import { ShownLines } from "../code/shown-lines.tsx";
import { keepSame } from "../keyed-items.ts";
import type { Block, CodeBlock, ContainerBlock } from "./blocks.ts";
import { renderContainer, renderText, type MarkdownStyle } from "./render.tsx";

/** A block on the screen. Lists, tables and code change from the inside: what grows at the end sends its end. */
export class LiveBlock {
  readonly #style: MarkdownStyle;
  #block: Block;
  readonly #inner: LiveBlocks | undefined;
  readonly #lines: ShownLines | undefined;
  readonly #highlight = new GrowingHighlight();

  constructor(block: Block, style: MarkdownStyle) {
    this.#block = block;
    this.#style = style;
    if (block.kind === "container") this.#inner = new LiveBlocks(block.blocks, style);
    if (block.kind === "code") this.#lines = new ShownLines(this.#linesOf(block));
  }

  get key(): string {
    return this.#block.key;
  }

  /** Takes on what `block` holds, where it is the same kind of thing. */
  become(block: Block): boolean {
    if (!isAlike(this.#block, block)) return false;
    this.#block = block;
    if (block.kind === "container") this.#inner!.show(block.blocks);
    if (block.kind === "code") this.#lines!.show(this.#linesOf(block));
    return true;
  }

  render(): Child {
    const block = this.#block;
    if (block.kind === "text") return renderText(block, this.#style);
    if (block.kind === "container") return renderContainer(block, this.#inner!.render());
    return <CodeFrame language={block.language}>{this.#lines!.render()}</CodeFrame>;
  }

  #linesOf({ code, language }: CodeBlock) {
    return this.#highlight.lines(code, language, false);
  }
}

/** Blocks on the screen, one below the other. */
export class LiveBlocks {
  readonly #style: MarkdownStyle;
  readonly #blocks: Signal<readonly LiveBlock[]>;

  constructor(blocks: readonly Block[], style: MarkdownStyle) {
    this.#style = style;
    this.#blocks = signal(blocks.map((block) => new LiveBlock(block, style)));
  }

  show(blocks: readonly Block[]): void {
    this.#blocks.value = keepSame(this.#blocks.peek(), blocks, (old, block) =>
      old?.become(block) ? old : new LiveBlock(block, this.#style),
    );
  }

  render(): Child {
    return <For each={this.#blocks}>{(block) => block.render()}</For>;
  }
}

function isAlike(old: Block, next: Block): boolean {
  if (old.kind === "code") return next.kind === "code" && old.language === next.language;
  return old.kind === "container" && next.kind === "container" && frameOf(old) === frameOf(next);
}

const frameOf = ({ tag, props, blocks: [first] }: ContainerBlock): string =>
  `${tag}${JSON.stringify(props)}${first?.kind === "text" && first.task !== undefined}`;
