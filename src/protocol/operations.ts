/**
 * What a frame from the server asks the screen to do. The one vocabulary of tree changes: the view engine
 * writes it, the browser's `dom-target` and the tests' tree apply it.
 *
 * Words used here:
 * - an **id** is a number that the session gave to an element, or to a pair of comments; never used twice;
 * - a **region** is a place whose content changes: an element (its whole inside), or the stretch between
 *   `<!--id-->` and its matching `<!--/-->`;
 * - a **range** is what one list row occupies: a single element, or a stretch between such comments;
 * - a **template** is a piece of markup that is sent once and then named by its number.
 */

export const Op = {
  /** `[0, region, text]` Replaces the content of a region by text. */
  Text: 0,
  /** `[1, id, name, value]` Sets an attribute; `null` removes it, `true` sets it empty. */
  Attribute: 1,
  /** `[2, id, name, value]` Sets a property of the element (`value`, `checked`, …). */
  Property: 2,
  /** `[3, region, content]` Replaces the content of a region. */
  Fill: 3,
  /** `[4, region, before, template, flat]` Inserts instances of one template before the range `before` (0: at the
   * region's end). `flat` is base, values…, base, values…, one stretch of 1 + slot count for each instance. */
  Insert: 4,
  /** `[5, ...ids]` Removes ranges. */
  Remove: 5,
  /** `[6, region, before, id]` Moves the range `id` before the range `before` (0: to the region's end). */
  Move: 6,
  /** `[7, region]` Empties a region. */
  Clear: 7,
  /** `[8, template, definition]` Defines a template. A negative number is valid in this frame only. */
  Template: 8,
  /** `[9, root, layers, page]` The whole screen as it is now: content of region 1, of region 2, page facts. */
  Sync: 9,
  /** `[10, ref, method, args]` Calls a method of the element with `data-ref="ref"`. */
  Call: 10,
  /** `[11, page]` Changes page facts; only the given ones. */
  Page: 11,
} as const;

/** The id of the page's root element, `<html>`; only its attributes change. */
export const PAGE_ID = 0;
/** Region ids every page has: the app's own content, and what floats above it (`Portal`). */
export const ROOT_REGION = 1;
export const LAYER_REGION = 2;
/** The first id a session gives to its own elements. */
export const FIRST_ID = 3;

/** Facts about the page that are not elements. */
export interface PageFacts {
  title?: string;
}

/**
 * What fills a region: text, one instance of a template, the rows of a list, or HTML that the app asked for
 * as raw. A list's first element is an array; an instance's is a number.
 */
export type Content = string | Instance | Instance[] | RawHtmlContent;
/** `[template, base, ...slot values]`; the instance's ids are `base`, `base + 1`, … in document order. */
export type Instance = [template: number, base: number, ...values: SlotValue[]];
export interface RawHtmlContent {
  html: string;
  /** Its namespace, if that is not HTML. */
  in?: "svg" | "math";
}
/** By the slot's kind: text of a text slot; content of a region; value of an attribute or property. */
export type SlotValue = Content | AttributeValue | Json;
export type AttributeValue = string | true | null;
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export type Operation =
  | [op: typeof Op.Text, region: number, text: string]
  | [op: typeof Op.Attribute, id: number, name: string, value: AttributeValue]
  | [op: typeof Op.Property, id: number, name: string, value: Json]
  | [op: typeof Op.Fill, region: number, content: Content]
  | [op: typeof Op.Insert, region: number, before: number, template: number, flat: SlotValue[]]
  | [op: typeof Op.Remove, ...ids: number[]]
  | [op: typeof Op.Move, region: number, before: number, id: number]
  | [op: typeof Op.Clear, region: number]
  | [op: typeof Op.Template, template: number, definition: TemplateNode[]]
  | [op: typeof Op.Sync, root: Content, layers: Content, page: PageFacts]
  | [op: typeof Op.Call, ref: number, method: string, args: Json[]]
  | [op: typeof Op.Page, page: PageFacts];

/**
 * One node of a template definition:
 * - a string: constant text;
 * - `0` ({@link Hole.Text}): a text slot, without id (may be empty: then there is no node);
 * - `1` ({@link Hole.Region}): a region between comments; takes the next id and the next slot value;
 * - `2` ({@link Hole.Inside}): the content of the enclosing element, which is the region; takes the next slot value;
 * - an array: an element, `[tag, attributes, ...children]`. Tag `"!"` is no element but a row of several roots
 *   between comments, and has an id. A tag outside HTML starts with its namespace at the template's root
 *   and where the namespace changes: `"svg:circle"`, `"math:mi"`, `"html:div"` (inside `foreignObject`).
 */
export type TemplateNode = string | typeof Hole.Text | typeof Hole.Region | typeof Hole.Inside | TemplateElement;
export type TemplateElement = [tag: string, attributes: TemplateAttributes | 0, ...children: TemplateNode[]];
export const Hole = { Text: 0, Region: 1, Inside: 2 } as const;

/**
 * Attributes of a template element: a string or `true` is constant, `0` takes the next slot value. A name that
 * starts with a dot is a property (`".value"`). `"@"` says that the element has the next id; its text lists the
 * events the server listens to on it (see `EventDeclaration`), empty for none. Order of ids and slots:
 * an element's own id, its attributes as listed, then its children.
 */
export type TemplateAttributes = { [name: string]: string | true | 0 };
