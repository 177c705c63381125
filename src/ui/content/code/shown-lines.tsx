import { signal, type ReadonlySignal, type Signal } from "../../../reactive/signal.ts";
import { For } from "../../../view/flow/for.ts";
import type { Child } from "../../../view/node.ts";
import { keepSame } from "../keyed-items.ts";
import type { CodeLine } from "./highlight.ts";

/** A line as it is on the screen. */
class ShownLine {
  readonly key: string;
  readonly line: CodeLine;

  constructor(line: CodeLine) {
    this.key = keyOf(line);
    this.line = line;
  }
}

/** Lines of code on the screen: where some change, the others stay. */
export class ShownLines {
  readonly #lines: Signal<readonly ShownLine[]>;

  constructor(lines: readonly CodeLine[]) {
    this.#lines = signal(lines.map((line) => new ShownLine(line)));
  }

  show(lines: readonly CodeLine[]): void {
    const next = lines.map((line) => ({ key: keyOf(line), line }));
    this.#lines.value = keepSame(this.#lines.peek(), next, (_, { line }) => new ShownLine(line));
  }

  render(marked?: ReadonlySet<number>): Child {
    if (marked === undefined)
      return <For each={this.#lines}>{({ line }) => <Line line={line} isMarked={false} />}</For>;
    const isMarked = (index: ReadonlySignal<number>) => marked.has(index.peek() + 1);
    return <For each={this.#lines}>{({ line }, index) => <Line line={line} isMarked={isMarked(index)} />}</For>;
  }
}

/** Lines that will not change. */
export const fixedLines = (lines: readonly CodeLine[], marked?: ReadonlySet<number>): Child =>
  lines.map((line, index) => <Line line={line} isMarked={marked?.has(index + 1) ?? false} />);

/** With its line break, so that what is selected and copied has it. */
function Line({ line, isMarked }: { line: CodeLine; isMarked: boolean }): Child {
  return (
    <span class={isMarked ? "tandem-code-line tandem-code-marked" : "tandem-code-line"}>
      {line.map(({ text, kind }) => (kind === "" ? text : <span class={kind}>{text}</span>))}
      {"\n"}
    </span>
  );
}

const keyOf = (line: CodeLine): string => line.map(({ text, kind }) => `${kind}\u0001${text}`).join("\u0002");
