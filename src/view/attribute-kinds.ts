import { TandemError } from "../core/errors.ts";
import type { AttributeValue } from "../protocol/operations.ts";
import { classText } from "./class-text.ts";
import type { ClassValue, StyleValue } from "./jsx/class-and-style.ts";
import { styleText } from "./style-text.ts";

/** How a prop of an element is treated, which only its name decides. */
export type PropKind =
  | AttributeKind
  | { kind: "event"; type: string }
  | { kind: "property"; name: string; check: (value: unknown) => unknown }
  | { kind: "control" }
  | { kind: "children" | "ref" | "bind" | "ignored" };

export interface AttributeKind {
  kind: "attribute";
  toValue: (value: unknown) => AttributeValue;
  /** Whether a text stands for itself: `toValue` has nothing to check or change. */
  verbatim: boolean;
  /** May be given as a list or record, and is left out when that comes to nothing. */
  composite: boolean;
}

/** Props that are properties of a control rather than attributes; on other elements they are attributes. */
const CONTROL_PROPERTIES = new Set(["value", "checked", "selected", "indeterminate", "muted"]);
/** Attributes for which `true` and `false` are words. */
const WORDY = /^(aria-|data-)|^(draggable|contenteditable|spellcheck|translate|autocapitalize|writingsuggestions)$/;
const URLS = new Set(
  "href src action formaction xlink:href poster data cite background ping manifest srcset imagesrcset".split(" "),
);
const VALID_NAME = /^[a-zA-Z_:][\w:.-]*$/;

const kinds = new Map<string, PropKind>();
/** Names come from app code, but a careless spread could bring names out of data: beyond this, none are kept. */
const MAX_KINDS = 4096;

export function propKind(name: string): PropKind {
  let kind = kinds.get(name);
  if (kind === undefined) {
    kind = classify(name);
    if (kinds.size < MAX_KINDS) kinds.set(name, kind);
  }
  return kind;
}

const plain = attribute(toPlain, { verbatim: true });
const className = attribute((value) => classText(value as ClassValue) || null, { verbatim: true, composite: true });
const style = attribute((value) => styleText(value as StyleValue) || null, { verbatim: true, composite: true });
const word = attribute(toWord, { verbatim: true });

function attribute(toValue: AttributeKind["toValue"], is: { verbatim?: true; composite?: true } = {}): AttributeKind {
  return { kind: "attribute", toValue, verbatim: is.verbatim ?? false, composite: is.composite ?? false };
}

function classify(name: string): PropKind {
  if (name === "children" || name === "ref" || name === "bind") return { kind: name };
  if (name === "key") return { kind: "ignored" };
  if (name.startsWith("on:")) return { kind: "event", type: checkName(name.slice(3)) };
  if (/^on[A-Z]/.test(name)) return { kind: "event", type: checkName(name.slice(2).toLowerCase()) };
  if (name.startsWith("prop:")) return property(checkName(name.slice(5)));
  if (CONTROL_PROPERTIES.has(name)) return { kind: "control" };
  if (name === "class") return className;
  if (name === "style") return style;
  refuseDangerous(checkName(name));
  if (URLS.has(name.toLowerCase())) return attribute((value) => safeUrl(name, toPlain(value)));
  if (name.toLowerCase() === "attributename") return attribute((value) => safeTarget(toPlain(value)));
  if (WORDY.test(name)) return word;
  return plain;
}

/** A property can do what the attribute of its name does. */
function property(name: string): PropKind {
  refuseDangerous(name);
  const isUrl = URLS.has(name.toLowerCase());
  const check = (value: unknown) => (isUrl && typeof value === "string" ? safeUrl(name, value) : value);
  return { kind: "property", name, check };
}

/** Whether `text` can be written as it is. */
export const isVerbatim = (kind: PropKind, text: string): boolean =>
  kind.kind === "attribute" && kind.verbatim && (text !== "" || !kind.composite);

/** What the page's runtime reads. */
const OWN_NAMES = new Set(["data-t", "data-on", "data-do", "data-ref"]);

function checkName(name: string): string {
  if (VALID_NAME.test(name)) return name;
  throw new TandemError("view/bad-attribute", `Expected the name of an attribute, but got ${JSON.stringify(name)}.`);
}

function refuseDangerous(name: string): void {
  const lower = name.toLowerCase();
  if (lower.startsWith("on")) {
    throw new TandemError(
      "view/refused-attribute",
      `Expected an event handler as a function, but got the attribute ${name}. Write on${lower[2]?.toUpperCase()}${lower.slice(3)}={(event) => …}.`,
    );
  }
  if (OWN_NAMES.has(lower)) {
    throw new TandemError(
      "view/refused-attribute",
      `The attribute ${name} is one that Tandem sets itself. Choose another name.`,
    );
  }
  if (lower === "srcdoc" || lower === "innerhtml" || lower === "outerhtml" || lower === "http-equiv") {
    throw new TandemError(
      "view/refused-attribute",
      `The attribute ${name} would turn text into markup. Use children, or rawHtml(…) for HTML that you vouch for.`,
    );
  }
}

function toPlain(value: unknown): AttributeValue {
  if (value === null || value === undefined || value === false) return null;
  if (value === true || typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  throw new TandemError(
    "view/bad-attribute",
    `Expected text, a number, a boolean or nothing as the value of an attribute, but got ${describe(value)}.`,
  );
}

function toWord(value: unknown): AttributeValue {
  return typeof value === "boolean" ? String(value) : toPlain(value);
}

export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return `an object of class ${value.constructor?.name ?? "without a name"}`;
  return typeof value === "function" ? "a function" : `${typeof value} ${String(value)}`;
}

/** An SVG animation of a link's target would get round the check of the target. */
function safeTarget(value: AttributeValue): AttributeValue {
  if (typeof value !== "string" || !/href|^on/i.test(value)) return value;
  throw new TandemError(
    "view/refused-attribute",
    `Expected attributeName to name a presentation attribute, but got ${JSON.stringify(value)}. Make the link itself live.`,
  );
}

const SCRIPT_URL = /^(?:javascript|vbscript|livescript):/i;
const DATA_URL = /^data:(?!image\/|audio\/|video\/|font\/)/i;

/** Refuses URLs that run code. Browsers skip control characters and spaces in front and inside of a scheme, so this does. */
function safeUrl(name: string, value: AttributeValue): AttributeValue {
  if (typeof value !== "string") return value;
  // eslint-disable-next-line no-control-regex -- control characters are the point
  const bare = value.replace(/[\u0000-\u0020\u007f-\u009f\u200b\ufeff]+/g, "");
  if (!SCRIPT_URL.test(bare) && !DATA_URL.test(bare)) return value;
  throw new TandemError(
    "view/refused-url",
    `Expected an address in ${name}, but got one that runs code: ${JSON.stringify(value.slice(0, 40))}. Use an event handler.`,
  );
}
