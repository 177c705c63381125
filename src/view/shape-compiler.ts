/**
 * Turns a shape into what the server writes (stretches of HTML with gaps) and what a client is told
 * (a definition). Runs once for each template.
 *
 * The grammar of a shape, as `builder.ts` writes it:
 *
 *     content  = { element | literal | region | slot }
 *     element  = "<" tag [ Id events EndEvents ] { attribute } ">" content "</"
 *     attribute= " " name [ "=" ( Literal | Slot ) ]
 *     literal  = Literal          a text whose value stands in the block's list of literals
 *     region   = Region           a live stretch between comments, with an id of its own
 *     slot     = Slot             the live content of the enclosing element
 *
 * A tag may start with a namespace (`svg:circle`); the tag `!` is a row of several roots.
 */
import { Hole, type TemplateAttributes, type TemplateElement, type TemplateNode } from "../protocol/operations.ts";
import { escapeHtml, isVoidElement } from "./markup.ts";
import { Gap, Mark, Origin, type CompiledTemplate } from "./shape.ts";

export function compileShape(
  key: string,
  constants: readonly (string | null)[],
): CompiledTemplate & { origins: Origin[] } {
  const compiler = new ShapeCompiler(key, constants);
  const definition = compiler.content();
  return { definition, ...compiler.finish() };
}

class ShapeCompiler {
  readonly #key: string;
  readonly #constants: readonly (string | null)[];
  #at = 0;
  #literal = 0;
  /** Of the present stretch of HTML. Joined, as the engine keeps what `+=` makes as a tree, to be walked at every use. */
  #pieces: string[] = [];
  readonly #strings: string[] = [];
  readonly #gaps: Gap[] = [];
  readonly #origins: Origin[] = [];

  constructor(key: string, constants: readonly (string | null)[]) {
    this.#key = key;
    this.#constants = constants;
  }

  finish(): { strings: string[]; gaps: Gap[]; origins: Origin[] } {
    this.#strings.push(this.#pieces.join(""));
    return { strings: this.#strings, gaps: this.#gaps, origins: this.#origins };
  }

  /** Reads children up to the end tag or the end of the shape. */
  content(): TemplateNode[] {
    const nodes: TemplateNode[] = [];
    while (this.#at < this.#key.length) {
      const mark = this.#key[this.#at]!;
      if (mark === "<" && this.#key[this.#at + 1] === "/") return nodes;
      this.#at++;
      if (mark === Mark.Literal) nodes.push(this.#text());
      else if (mark === Mark.Region) nodes.push(this.#region());
      else if (mark === Mark.Slot) nodes.push(this.#inside());
      else nodes.push(this.#element());
    }
    return nodes;
  }

  #text(): TemplateNode {
    const constant = this.#nextLiteral();
    if (constant === null) {
      this.#gap(Gap.Text);
      return Hole.Text;
    }
    this.#pieces.push(escapeHtml(constant));
    return constant;
  }

  #region(): TemplateNode {
    this.#pieces.push("<!--");
    this.#gap(Gap.Id);
    this.#pieces.push("-->");
    this.#liveGap(Gap.Live);
    this.#pieces.push("<!--/-->");
    return Hole.Region;
  }

  #inside(): TemplateNode {
    this.#liveGap(Gap.Live);
    return Hole.Inside;
  }

  #element(): TemplateElement {
    const tag = this.#readWhile((char) => char > " " && char !== ">");
    if (tag === "!") return this.#severalRoots();
    const name = tag.slice(tag.indexOf(":") + 1);
    this.#pieces.push(`<${name}`);
    const attributes = Object.create(null) as TemplateAttributes; // "__proto__" is a name like any other
    if (this.#key[this.#at] === Mark.Id) this.#identity(attributes);
    const contentValue = this.#attributes(name, attributes);
    this.#at++; // ">"
    this.#pieces.push(">");
    // A parser drops a line break right after the start tag of these, so one more keeps the content whole.
    if (name === "textarea" || name === "pre") this.#pieces.push("\n");
    if (contentValue !== undefined) this.#textareaValue(contentValue);
    const children = this.content();
    this.#at += 2; // "</"
    if (!isVoidElement(name)) this.#pieces.push(`</${name}>`);
    return [tag, Object.keys(attributes).length === 0 ? 0 : attributes, ...children];
  }

  #severalRoots(): TemplateElement {
    this.#at += 2; // Id, EndEvents
    this.#pieces.push("<!--");
    this.#gap(Gap.Id);
    this.#pieces.push("-->");
    this.#at++; // ">"
    const children = this.content();
    this.#at += 2;
    this.#pieces.push("<!--/-->");
    return ["!", { "@": "" }, ...children];
  }

  #identity(attributes: TemplateAttributes): void {
    this.#at++;
    const events = this.#readWhile((char) => char !== Mark.EndEvents);
    this.#at++;
    attributes["@"] = events;
    this.#pieces.push(' data-t="');
    this.#gap(Gap.Id);
    this.#pieces.push('"');
    if (events !== "") this.#pieces.push(` data-on="${escapeHtml(events)}"`);
  }

  /** Returns the value of a textarea, which HTML writes as content. */
  #attributes(tag: string, attributes: TemplateAttributes): string | null | undefined | "live" {
    let contentValue: string | null | undefined | "live";
    while (this.#key[this.#at] === " ") {
      this.#at++;
      const name = this.#readWhile((char) => char !== "=" && char !== " " && char !== ">");
      if (this.#key[this.#at] !== "=") {
        attributes[name] = true;
        if (name[0] !== ".") this.#pieces.push(` ${name}=""`);
        continue;
      }
      this.#at++;
      const mark = this.#key[this.#at++]!;
      const isContent = tag === "textarea" && name === ".value";
      if (mark === Mark.Slot) {
        attributes[name] = 0;
        if (isContent) contentValue = "live";
        else this.#liveGap(Gap.Live);
      } else {
        const constant = this.#nextLiteral();
        attributes[name] = constant ?? 0;
        if (isContent) contentValue = constant;
        else this.#literalAttribute(htmlName(tag, name), constant);
      }
    }
    return contentValue;
  }

  #literalAttribute(name: string, constant: string | null): void {
    this.#pieces.push(` ${name}="`);
    if (constant === null) this.#gap(Gap.Text);
    else this.#pieces.push(escapeHtml(constant));
    this.#pieces.push('"');
  }

  #textareaValue(value: string | null | "live"): void {
    if (value === "live") this.#liveGap(Gap.Content);
    else if (value === null) this.#gap(Gap.Text);
    else this.#pieces.push(escapeHtml(value));
  }

  #nextLiteral(): string | null {
    const constant = this.#constants[this.#literal++]!;
    this.#origins.push(constant === null ? Origin.VaryingLiteral : Origin.ConstantLiteral);
    return constant;
  }

  #liveGap(gap: Gap): void {
    this.#origins.push(Origin.Live);
    this.#gap(gap);
  }

  #gap(gap: Gap): void {
    this.#strings.push(this.#pieces.join(""));
    this.#gaps.push(gap);
    this.#pieces = [];
  }

  #readWhile(belongs: (char: string) => boolean): string {
    const start = this.#at;
    while (belongs(this.#key[this.#at]!)) this.#at++;
    return this.#key.slice(start, this.#at);
  }
}

/** The attribute that stands for a property in HTML text. */
function htmlName(tag: string, name: string): string {
  if (name[0] !== ".") return name;
  return tag === "select" && name === ".value" ? "data-value" : name.slice(1);
}
