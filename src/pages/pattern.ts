import { TandemError } from "../core/errors.ts";

interface Segment {
  readonly kind: "literal" | "one" | "rest";
  /** A literal's text in lower case, or a parameter's name. */
  readonly text: string;
  readonly isOptional: boolean;
}

/** The texts of a path's parameters, by name; what is optional and missing is not in it. */
export type PathTexts = ReadonlyMap<string, string>;

/**
 * A path with parameters: `/orders/:id`, `/orders/:id?` with or without it, `/files/*path` with all that follows.
 * Case means nothing in what is fixed; a slash at the end means nothing at all.
 */
export class Pattern {
  readonly path: string;
  readonly #segments: readonly Segment[];

  constructor(path: string) {
    this.path = path;
    this.#segments = path
      .split("/")
      .slice(1)
      .filter((text, index, all) => text !== "" || index < all.length - 1)
      .map(readSegment);
    this.#check();
  }

  get names(): string[] {
    return this.#segments.filter(({ kind }) => kind !== "literal").map(({ text }) => text);
  }

  /** The parameters' texts, decoded; `undefined` if the path is another. */
  match(parts: readonly string[]): PathTexts | undefined {
    const texts = new Map<string, string>();
    return matchFrom(this.#segments, parts, texts) ? texts : undefined;
  }

  /** The path with these texts in their places. */
  fill(texts: PathTexts): string {
    const parts: string[] = [];
    for (const { kind, text, isOptional } of this.#segments) {
      const value = kind === "literal" ? text : texts.get(text);
      if (value === undefined && isOptional) continue;
      if (kind === "literal") parts.push(encodeURIComponent(this.#literal(text)));
      else if (kind === "one") parts.push(encodePart(text, value));
      else parts.push(...(value ?? "").split("/").map((part) => encodePart(text, part)));
    }
    return `/${parts.join("/")}`;
  }

  /** As the app wrote it. */
  #literal(text: string): string {
    return this.path.split("/").find((part) => part.toLowerCase() === text) ?? text;
  }

  #check(): void {
    const { names } = this;
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw badPath(this.path, `the parameter "${twice}" stands in it twice`);
    const rest = this.#segments.findIndex(({ kind }) => kind === "rest");
    if (rest >= 0 && rest < this.#segments.length - 1) throw badPath(this.path, "something follows its * part");
  }
}

/** The parts of a path between its slashes, decoded; `undefined` where that is not possible. */
export function pathParts(path: string): string[] | undefined {
  const parts = path.split("/").slice(1);
  while (parts.at(-1) === "") parts.pop();
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function matchFrom(segments: readonly Segment[], parts: readonly string[], texts: Map<string, string>): boolean {
  const [segment, ...others] = segments;
  if (segment === undefined) return parts.length === 0;
  const [part, ...left] = parts;
  if (segment.kind === "rest") {
    if (part !== undefined) texts.set(segment.text, parts.join("/"));
    return part !== undefined || segment.isOptional;
  }
  if (part !== undefined && takes(segment, part) && matchFrom(others, left, texts)) {
    if (segment.kind === "one") texts.set(segment.text, part);
    return true;
  }
  return segment.isOptional && matchFrom(others, parts, texts);
}

const takes = ({ kind, text }: Segment, part: string): boolean =>
  kind === "one" ? part !== "" : part.toLowerCase() === text;

function readSegment(text: string, _index: number, all: readonly string[]): Segment {
  const parameter = /^([:*])([A-Za-z_]\w*)(\??)$/.exec(text);
  if (parameter !== null) {
    const [, mark, name, optional] = parameter;
    return { kind: mark === ":" ? "one" : "rest", text: name!, isOptional: optional === "?" };
  }
  if (/[:*?#]/.test(text) || text === "") throw badPath(`/${all.join("/")}`, `it has a part "${text}"`);
  return { kind: "literal", text: text.toLowerCase(), isOptional: false };
}

/** A part that is empty, or that browsers would take for a step up, cannot stand in a path. */
function encodePart(name: string, text: string | undefined): string {
  if (text === undefined || text === "" || text === "." || text === "..") {
    throw new TandemError(
      "pages/bad-param",
      `Expected a value for the parameter "${name}" that can stand in a path, but got ${text === undefined ? "none" : `"${text}"`}.`,
    );
  }
  return encodeURIComponent(text);
}

function badPath(path: string, fault: string): TandemError {
  return new TandemError(
    "pages/bad-path",
    `Expected a path such as "/orders/:id", "/orders/:id?" or "/files/*path", but got "${path}": ${fault}.`,
  );
}
