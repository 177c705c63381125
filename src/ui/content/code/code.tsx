import { effect } from "../../../reactive/effect.ts";
import { untracked } from "../../../reactive/graph.ts";
import type { ClassValue } from "../../../view/jsx/class-and-style.ts";
import { readLive } from "../../../view/live.ts";
import type { Child, Live } from "../../../view/node.ts";
import { CodeFrame } from "./code-frame.tsx";
import { highlightLines } from "./highlight.ts";
import { fixedLines, ShownLines } from "./shown-lines.tsx";

export interface CodeProps {
  /** The code; where it is live, only lines that change are sent. */
  code: Live<string>;
  /** Such as `"typescript"`, `"py"` or `"json"`; plain text unless told. */
  language?: string;
  /** Above the code, such as the name of its file. */
  title?: string;
  /** For those who do not see it; its title or language unless told. */
  label?: string;
  lineNumbers?: boolean;
  /** The number of the first line; 1 unless told. */
  firstNumber?: number;
  /** Lines to mark, counted from 1. */
  marked?: readonly number[];
  /** Breaks long lines, which else scroll. */
  wrap?: boolean;
  /** Whether there is a button that copies it; `true` unless told. */
  copy?: boolean;
  /** As in CSS, such as `"20rem"`: longer code scrolls. */
  maxHeight?: string;
  class?: ClassValue;
}

/**
 * Code with its pieces in colour, told apart on the server: the page needs no script for it.
 *
 * @example
 * ```tsx
 * import { Code } from "tandem/ui";
 *
 * export const Greeting = () => (
 *   <Code language="typescript" title="greeting.ts" code={'export const hello = "Hello";'} lineNumbers />
 * );
 * ```
 *
 * Line numbers are not copied. Languages are the common ones of highlight.js; others, and code above 200,000 characters,
 * are shown without colour. From PyWebIO's `put_code`.
 */
export function Code(props: CodeProps): Child {
  const { code, language = "", marked } = props;
  const isLive = typeof code !== "string";
  const read = () => highlightLines(trimmedEnd(readLive(code)), language);
  const markedLines = marked === undefined ? undefined : new Set(marked);
  return (
    <CodeFrame
      language={language}
      title={props.title}
      label={props.label}
      hasCopyButton={props.copy ?? true}
      isNumbered={props.lineNumbers ?? false}
      firstNumber={props.firstNumber ?? 1}
      isWrapped={props.wrap ?? false}
      maxHeight={props.maxHeight}
      class={props.class}
    >
      {isLive ? liveLines(read, markedLines) : fixedLines(read(), markedLines)}
    </CodeFrame>
  );
}

function liveLines(read: () => ReturnType<typeof highlightLines>, marked: ReadonlySet<number> | undefined): Child {
  const shown = new ShownLines(untracked(read));
  effect(() => shown.show(read()));
  return shown.render(marked);
}

const trimmedEnd = (code: string): string => code.replace(/\r\n?/g, "\n").replace(/\n$/, "");
