import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { Annotation, EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
import { codeTheme } from "./code-theme.ts";
import { languageNamed } from "./languages.ts";

/** What an editor is to be, by its element and the text area in it. */
export interface EditorFacts {
  /** What is highlighted; none while its script is still to come. */
  readonly language: string | undefined;
  readonly hasLineNumbers: boolean;
  readonly wraps: boolean;
  readonly isReadonly: boolean;
  readonly isDisabled: boolean;
  readonly isInvalid: boolean;
  readonly isRequired: boolean;
  /** Below 0 for any. */
  readonly maxLength: number;
  readonly placeholder: string;
  readonly label: string;
}

/** Marks changes that are no person's. */
export const fromServer = Annotation.define<boolean>();

export function extensionsFor(facts: EditorFacts, area: HTMLTextAreaElement): Extension {
  return [
    facts.hasLineNumbers ? [lineNumbers(), highlightActiveLineGutter()] : [],
    highlightSpecialChars(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    languageNamed(facts.language) ?? [],
    codeTheme,
    facts.wraps ? EditorView.lineWrapping : [],
    facts.placeholder.trim() === "" ? [] : placeholder(facts.placeholder),
    // Escape, and Tab leaves: CodeMirror sees to that by itself.
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
    EditorState.readOnly.of(facts.isReadonly || facts.isDisabled),
    EditorView.editable.of(!facts.isDisabled),
    facts.maxLength < 0 ? [] : noLongerThan(facts.maxLength),
    EditorView.editorAttributes.of({
      ...(facts.isInvalid ? { "data-invalid": "" } : {}),
      ...(facts.isDisabled ? { "data-disabled": "" } : {}),
    }),
    EditorView.contentAttributes.of(contentAttributes(facts)),
    described(area),
  ];
}

/** As a text area does: what would be too long is not entered. */
const noLongerThan = (maxLength: number): Extension =>
  EditorState.changeFilter.of(
    (change) =>
      change.annotation(fromServer) === true ||
      change.newDoc.length <= maxLength ||
      change.newDoc.length < change.startState.doc.length,
  );

const contentAttributes = (facts: EditorFacts): Record<string, string> => ({
  "aria-label": facts.label,
  tabindex: facts.isDisabled ? "-1" : "0",
  ...(facts.isInvalid ? { "aria-invalid": "true" } : {}),
  ...(facts.isRequired ? { "aria-required": "true" } : {}),
  ...(facts.isReadonly ? { "aria-readonly": "true" } : {}),
  ...(facts.isDisabled ? { "aria-disabled": "true" } : {}),
});

/** What describes the text area stands outside of the shadow tree, where ids do not reach. */
const described = (area: HTMLTextAreaElement): Extension =>
  EditorView.domEventHandlers({
    focus: (_, { contentDOM }) => {
      const ids = area.getAttribute("aria-describedby")?.split(" ") ?? [];
      const elements = ids.flatMap((id) => document.getElementById(id) ?? []);
      if ("ariaDescribedByElements" in contentDOM) contentDOM.ariaDescribedByElements = elements;
      else
        (contentDOM as HTMLElement).setAttribute(
          "aria-description",
          elements.map((part) => part.textContent).join(" "),
        );
    },
  });
