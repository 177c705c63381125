import { TandemError } from "../core/errors.ts";
import { untracked } from "../reactive/graph.ts";
import { readLive } from "./live.ts";
import { JsxNode, type Child, type Live } from "./node.ts";
import type { NamedControl } from "./view.ts";

type Props = Readonly<Record<string, unknown>>;

/** Inputs that hold nothing a name could stand for. */
const UNNAMEABLE = new Set(["file", "hidden", "button", "submit", "reset", "image"]);

/** A control bound by `name`, with what it holds at first, by its other props. */
export function namedControl(tag: string, props: Props, name: string): NamedControl {
  const type = tag === "input" ? String(props["type"] ?? "text") : "";
  if (UNNAMEABLE.has(type) || !BINDS.has(tag)) throw unnameable(tag, type);
  return { name, isShared: type === "radio", ...firstValue(tag, type, props) };
}

function firstValue(tag: string, type: string, props: Props): Pick<NamedControl, "kind" | "initial"> {
  if (OPENS.has(tag)) return { kind: "flag", initial: Boolean(given(props["open"])) };
  if (type === "checkbox") return { kind: "flag", initial: Boolean(given(props["checked"])) };
  const value = given(props["value"]);
  if (type === "radio") return { kind: "text", initial: given(props["checked"]) ? String(value) : undefined };
  if (type === "number") return { kind: "number", initial: toNumber(value) };
  if (type === "range") return { kind: "number", initial: toNumber(value) ?? middle(props) };
  if (tag === "select" && props["multiple"])
    return { kind: "list", initial: Array.isArray(value) ? value.map(String) : [] };
  const fallback = tag === "select" ? (firstChoice(props["children"] as Child) ?? "") : "";
  return { kind: "text", initial: value === null || value === undefined ? fallback : String(value) };
}

const OPENS = new Set(["details", "dialog"]);
const BINDS = new Set(["input", "select", "textarea", ...OPENS]);

const given = (value: unknown): unknown => untracked(() => readLive(value as Live<unknown>));

function toNumber(value: unknown): number | null {
  const number = value === "" || value === null || value === undefined ? NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}

/** Where browsers put a slider that says nothing else. */
function middle(props: Props): number {
  const min = toNumber(given(props["min"])) ?? 0;
  const max = toNumber(given(props["max"])) ?? 100;
  return Math.max(min, min + (max - min) / 2);
}

/** What a browser chooses by itself, as far as the options are written out: the first that can be chosen. */
function firstChoice(children: Child): string | undefined {
  for (const child of ([children] as unknown[]).flat(8)) {
    if (!(child instanceof JsxNode)) continue;
    const { value, children: inside, disabled } = child.props;
    const choice =
      child.type === "option"
        ? disabled === true
          ? undefined
          : (value ?? inside)
        : child.type === "optgroup"
          ? firstChoice(inside as Child)
          : undefined;
    if (typeof choice === "string" || typeof choice === "number") return String(choice);
  }
  return undefined;
}

function unnameable(tag: string, type: string): TandemError {
  const what = type === "" ? `<${tag}>` : `<${tag} type="${type}">`;
  return new TandemError(
    "view/bad-bind",
    `Expected bind on a control that holds a value, but got it on ${what}. Listen to its events instead.`,
  );
}
