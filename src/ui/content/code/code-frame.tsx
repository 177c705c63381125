import { needPart } from "../../../session/parts.ts";
import { freshId } from "../../base/fresh-id.ts";
import type { ClassValue } from "../../../view/jsx/class-and-style.ts";
import type { Child } from "../../../view/node.ts";
import { CopyButton } from "../copy-button.tsx";
import { languageName } from "./languages.ts";

export interface CodeFrameProps {
  language: string;
  /** Above the code, such as the name of its file. */
  title?: string | undefined;
  /** What it is called for those who do not see it. */
  label?: string | undefined;
  hasCopyButton?: boolean;
  isNumbered?: boolean;
  firstNumber?: number;
  isWrapped?: boolean;
  maxHeight?: string | undefined;
  class?: ClassValue;
  /** The lines. */
  children: Child;
}

/** What is around lines of code: what they are, and a button that copies them. */
export function CodeFrame(props: CodeFrameProps): Child {
  needPart("ui");
  const { language, title, hasCopyButton = true, isNumbered = false, firstNumber = 1, isWrapped = false } = props;
  const id = freshId("code");
  const name = languageName(language);
  const label = props.label ?? title ?? (name === "" ? "Code" : `Code in ${name}`);
  const lineNumbers = isNumbered ? { "counter-reset": `tandem-line ${firstNumber - 1}` } : undefined;
  return (
    <figure
      class={["tandem-code", isNumbered && "tandem-code-numbered", isWrapped && "tandem-code-wrapped", props.class]}
    >
      <figcaption class="tandem-code-head">
        <span class="tandem-code-title">{title ?? name}</span>
        {title === undefined || name === "" ? null : <span class="tandem-code-language">{name}</span>}
        {hasCopyButton ? <CopyButton from={id} label="Copy" /> : null}
      </figcaption>
      <pre tabindex={0} role="group" aria-label={label} style={{ "max-height": props.maxHeight }}>
        <code id={id} style={lineNumbers} translate="no">
          {props.children}
        </code>
      </pre>
    </figure>
  );
}
