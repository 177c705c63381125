import type { Attribute, Numeric, TrueOrFalse, Word } from "./attribute-value.ts";

/** Roles of WAI-ARIA 1.2, and graphics roles. */
export type AriaRole = Word<
  | "alert"
  | "alertdialog"
  | "application"
  | "article"
  | "banner"
  | "blockquote"
  | "button"
  | "caption"
  | "cell"
  | "checkbox"
  | "code"
  | "columnheader"
  | "combobox"
  | "complementary"
  | "contentinfo"
  | "definition"
  | "deletion"
  | "dialog"
  | "document"
  | "emphasis"
  | "feed"
  | "figure"
  | "form"
  | "generic"
  | "graphics-document"
  | "graphics-object"
  | "graphics-symbol"
  | "grid"
  | "gridcell"
  | "group"
  | "heading"
  | "img"
  | "insertion"
  | "link"
  | "list"
  | "listbox"
  | "listitem"
  | "log"
  | "main"
  | "marquee"
  | "math"
  | "menu"
  | "menubar"
  | "menuitem"
  | "menuitemcheckbox"
  | "menuitemradio"
  | "meter"
  | "navigation"
  | "none"
  | "note"
  | "option"
  | "paragraph"
  | "presentation"
  | "progressbar"
  | "radio"
  | "radiogroup"
  | "region"
  | "row"
  | "rowgroup"
  | "rowheader"
  | "scrollbar"
  | "search"
  | "searchbox"
  | "separator"
  | "slider"
  | "spinbutton"
  | "status"
  | "strong"
  | "subscript"
  | "superscript"
  | "switch"
  | "tab"
  | "table"
  | "tablist"
  | "tabpanel"
  | "term"
  | "textbox"
  | "time"
  | "timer"
  | "toolbar"
  | "tooltip"
  | "tree"
  | "treegrid"
  | "treeitem"
>;

type Flag = Attribute<TrueOrFalse>;
type Tristate = Attribute<TrueOrFalse | "mixed">;
type Text = Attribute<string>;
type Count = Attribute<Numeric>;

/** States and properties of WAI-ARIA. `true` and `false` are written out, as ARIA wants them. */
export interface AriaAttributes {
  "aria-activedescendant"?: Text;
  "aria-atomic"?: Flag;
  "aria-autocomplete"?: Attribute<"none" | "inline" | "list" | "both">;
  "aria-braillelabel"?: Text;
  "aria-brailleroledescription"?: Text;
  "aria-busy"?: Flag;
  "aria-checked"?: Tristate;
  "aria-colcount"?: Count;
  "aria-colindex"?: Count;
  "aria-colindextext"?: Text;
  "aria-colspan"?: Count;
  "aria-controls"?: Text;
  "aria-current"?: Attribute<TrueOrFalse | "page" | "step" | "location" | "date" | "time">;
  "aria-describedby"?: Text;
  "aria-description"?: Text;
  "aria-details"?: Text;
  "aria-disabled"?: Flag;
  "aria-errormessage"?: Text;
  "aria-expanded"?: Flag;
  "aria-flowto"?: Text;
  "aria-haspopup"?: Attribute<TrueOrFalse | "menu" | "listbox" | "tree" | "grid" | "dialog">;
  "aria-hidden"?: Flag;
  "aria-invalid"?: Attribute<TrueOrFalse | "grammar" | "spelling">;
  "aria-keyshortcuts"?: Text;
  "aria-label"?: Text;
  "aria-labelledby"?: Text;
  "aria-level"?: Count;
  "aria-live"?: Attribute<"off" | "polite" | "assertive">;
  "aria-modal"?: Flag;
  "aria-multiline"?: Flag;
  "aria-multiselectable"?: Flag;
  "aria-orientation"?: Attribute<"horizontal" | "vertical">;
  "aria-owns"?: Text;
  "aria-placeholder"?: Text;
  "aria-posinset"?: Count;
  "aria-pressed"?: Tristate;
  "aria-readonly"?: Flag;
  "aria-relevant"?: Attribute<Word<"additions" | "removals" | "text" | "all" | "additions text">>;
  "aria-required"?: Flag;
  "aria-roledescription"?: Text;
  "aria-rowcount"?: Count;
  "aria-rowindex"?: Count;
  "aria-rowindextext"?: Text;
  "aria-rowspan"?: Count;
  "aria-selected"?: Flag;
  "aria-setsize"?: Count;
  "aria-sort"?: Attribute<"none" | "ascending" | "descending" | "other">;
  "aria-valuemax"?: Count;
  "aria-valuemin"?: Count;
  "aria-valuenow"?: Count;
  "aria-valuetext"?: Text;
  role?: Attribute<AriaRole>;
}
