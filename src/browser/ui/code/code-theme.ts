import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";
import { EditorView } from "codemirror";

/** The colours of highlighted code elsewhere on the page. */
const color = (name: string) => `var(--tandem-code-${name})`;

const highlighting = HighlightStyle.define([
  { tag: [tags.comment, tags.meta, tags.quote], color: color("comment"), fontStyle: "italic" },
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.bool, tags.null], color: color("keyword") },
  { tag: [tags.string, tags.regexp, tags.special(tags.string)], color: color("string") },
  { tag: [tags.number, tags.atom, tags.unit, tags.link, tags.url], color: color("number") },
  { tag: [tags.definition(tags.variableName), tags.function(tags.variableName), tags.tagName], color: color("name") },
  { tag: [tags.typeName, tags.className, tags.namespace, tags.definition(tags.typeName)], color: color("type") },
  { tag: [tags.attributeName, tags.propertyName], color: color("attribute") },
  { tag: tags.heading, color: color("name"), fontWeight: "600" },
  { tag: tags.strong, fontWeight: "600" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
]);

/** Follows the page's tokens, light and dark. */
const theme = EditorView.theme({
  "&": {
    border: "1px solid var(--tandem-border-control)",
    borderRadius: "var(--tandem-radius)",
    background: "var(--tandem-control-surface)",
    color: "var(--tandem-text)",
    fontSize: "var(--tandem-font-size-s)",
    overflow: "hidden",
  },
  "&.cm-focused": {
    outline: "var(--tandem-focus-ring)",
    outlineOffset: "-1px",
    borderColor: "transparent",
  },
  "&[data-invalid]": { borderColor: "var(--tandem-error)" },
  "&[data-disabled]": { opacity: "0.6" },
  "&[data-disabled] .cm-content": { cursor: "not-allowed" },
  ".cm-scroller": {
    maxHeight: "calc(var(--max-rows) * 1.5em + 0.75rem)",
    fontFamily: "var(--tandem-font-mono)",
    lineHeight: "1.5",
    overflow: "auto",
  },
  ".cm-content, .cm-gutter": { minHeight: "calc(var(--rows) * 1.5em + 0.75rem)" },
  ".cm-content": { padding: "0.375rem 0", caretColor: "var(--tandem-text)" },
  ".cm-line": { padding: "0 0.75rem" },
  ".cm-placeholder": { color: "var(--tandem-text-muted)" },
  ".cm-gutters": {
    border: "0",
    background: "var(--tandem-sunken)",
    color: "var(--tandem-text-muted)",
    fontVariantNumeric: "tabular-nums",
  },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "2.5em", padding: "0 0.6em" },
  ".cm-activeLine": { background: "color-mix(in oklab, var(--tandem-text) 4%, transparent)" },
  ".cm-activeLineGutter": { background: "none", color: "var(--tandem-text)" },
  "&:not(.cm-focused) .cm-activeLine": { background: "none" },
  ".cm-cursor": { borderLeftColor: "var(--tandem-text)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in oklab, var(--tandem-accent) 25%, transparent)",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    background: "color-mix(in oklab, var(--tandem-accent) 18%, transparent)",
    outline: "1px solid color-mix(in oklab, var(--tandem-accent) 45%, transparent)",
  },
  ".cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket": { background: "none", color: "var(--tandem-error)" },
  ".cm-panels": { background: "var(--tandem-raised)", color: "var(--tandem-text)" },
});

export const codeTheme = [theme, syntaxHighlighting(highlighting, { fallback: true })];
