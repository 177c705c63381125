import { TandemError } from "../core/errors.ts";
import { swapOwner } from "../reactive/owner.ts";
import { isSignal } from "../reactive/signal.ts";
import type { Reaction } from "../reactive/reaction.ts";
import { isSilence } from "../reactive/silence.ts";
import { describe, isVerbatim, propKind } from "./attribute-kinds.ts";
import { ContentBinding } from "./bindings/content-binding.ts";
import type { Source } from "./bindings/binding.ts";
import type { Block } from "./block.ts";
import { callComponent } from "./component-call.ts";
import { ElementWriter, NO_ID } from "./element-writer.ts";
import type { DisabledGuard, Environment, Namespace } from "./environment.ts";
import type { Handler } from "./handlers.ts";
import { JsxNode, RawHtml, type Child, type Component } from "./node.ts";
import { RawSlot } from "./raw-slot.ts";
import type { Slot } from "./slot.ts";
import { PortalNode, RegionNode, ScopeNode, type RegionBinding } from "./special-nodes.ts";
import { Mark, Origin } from "./shape.ts";
import { findTemplate, type Template } from "./template.ts";

const NO_SLOTS: readonly (Slot | string)[] = [];
const VALID_TAG = /^[a-zA-Z][\w.-]*$/;
/** Tags found good. Most come from app code, but a name could come out of data: beyond this, none are kept. */
const checkedTags = new Set<string>();
const MAX_CHECKED_TAGS = 1024;
const REFUSED_TAGS = new Map([
  ["script", "Code runs on the server; for the browser's part use commands."],
  ["style", "Give CSS to app(Root, { styles }), or use the style prop."],
  ["base", "Set the server's basePath."],
]);

/**
 * Builds one block: walks a description from the top down, writing the block's shape, and collects what is its own.
 * Components are called on the way and leave nothing behind but their markup. Blocks nested in regions are built
 * after this block's range of ids is closed, so that the ids of a block are consecutive.
 */
export class Builder {
  readonly block: Block;
  environment: Environment;
  readonly slots: Slot[] = [];
  readonly literals: string[] = [];
  #shape = "";
  #ids = 0;
  readonly #base: number;
  #handlerKeys: number[] | null = null;
  #handlers: Handler[] | null = null;
  #later: (() => void)[] | null = null;
  /** The id of the element whose only child is being built, if it has one, and where in the shape that would stand. */
  #enclosingId = NO_ID;
  #enclosingAt = 0;

  constructor(block: Block) {
    this.block = block;
    this.environment = block.environment;
    this.#base = block.environment.view.nextId;
  }

  /** What the block shows, without a root of its own. */
  content(child: Child): void {
    this.#child(child, false);
  }

  /** What a list row shows: one element with an id, or else a range between comments. */
  row(render: () => Child): void {
    let root = this.#call(render);
    for (;;) {
      if (Array.isArray(root) && root.length === 1) root = root[0] as Child;
      else if (root instanceof JsxNode && typeof root.type === "function") root = this.#callNode(root);
      else break;
    }
    if (root instanceof JsxNode && isElement(root) && isAllowed(root.type)) {
      this.#element(root, { needsId: true });
      return;
    }
    this.takeId();
    this.#shape += `<!${Mark.Id}${Mark.EndEvents}>`;
    this.#child(root, false);
    this.#shape += "</";
  }

  /** Gives the block its template, ids and slots, then builds what is nested in it. */
  finish(): void {
    const { block } = this;
    const { view } = block.environment;
    view.nextId = this.#base + this.#ids;
    block.base = this.#base;
    block.template = findTemplate(this.#shape, this.literals, this.#handlerKeys ?? NO_KEYS);
    block.slots = arrange(this.slots, this.literals, block.template);
    if (view.development) view.checkNesting(block.template);
    if (this.#handlers !== null) {
      for (let i = 0; i < this.#handlers.length; i++) {
        view.handlers.set(this.#base, this.#handlerKeys![i]!, this.#handlers[i]!);
      }
    }
    if (this.#later !== null) for (const build of this.#later) build();
  }

  /** After an error: lets go of what was made so far. */
  abandon(): void {
    if (this.block.template === undefined) {
      this.block.template = findTemplate("", [], NO_KEYS);
      this.block.slots = this.slots;
    }
    this.block.dispose();
  }

  takeId(): number {
    return this.#base + this.#ids++;
  }

  offsetOf(id: number): number {
    return id - this.#base;
  }

  addHandler(key: number, handler: Handler): void {
    (this.#handlerKeys ??= []).push(key);
    (this.#handlers ??= []).push(handler);
  }

  /** Gives a binding its first value. */
  start(binding: Reaction & { read(): unknown; start(value: unknown): void }): void {
    try {
      binding.start(binding.read());
    } catch (error) {
      this.failed(error, binding);
    }
  }

  /** Below an error boundary an error fails the block; else only what threw is left out, and `source` is blamed. */
  failed(error: unknown, source?: Reaction): void {
    failIn(this.environment, error, source);
  }

  #child(child: Child, sole: boolean): void {
    if (typeof child === "string") {
      this.#text(child);
    } else if (child === null || child === undefined || typeof child === "boolean") {
      return;
    } else if (typeof child === "number" || typeof child === "bigint") {
      this.#text(String(child));
    } else if (child instanceof JsxNode) {
      this.#node(child, sole);
    } else if (Array.isArray(child)) {
      const only = sole && child.length === 1;
      for (const part of child as Child[]) this.#child(part, only);
    } else if (typeof child === "function" || isSignal(child)) {
      this.#live(child as Source<Child>, sole);
    } else if (child instanceof RawHtml) {
      this.#regionId(sole);
      this.slots.push(new RawSlot(child, this.environment.namespace));
    } else {
      this.failed(unshowable(child as never));
    }
  }

  #text(text: string): void {
    this.#shape += Mark.Literal;
    this.literals.push(text);
  }

  #node(node: JsxNode, sole: boolean): void {
    if (typeof node.type === "function") this.#child(this.#callNode(node), sole);
    else if (node instanceof RegionNode) this.#region(node.create(this.environment, this.#regionId(sole)));
    else if (node instanceof ScopeNode) this.#scope(node, sole);
    else if (node instanceof PortalNode) this.#portal(node);
    else if (isAllowed(node.type)) this.#element(node, { needsId: false });
    else this.failed(refusalOf(node.type));
  }

  #callNode(node: JsxNode): Child {
    const component = node.type as Component<never>;
    return this.#call(() => component(node.props as never), component);
  }

  #call(render: () => Child, component?: Component<never>): Child {
    const outer = swapOwner(this.block);
    try {
      return callComponent(this.environment, render, component);
    } catch (error) {
      this.failed(error);
      return null;
    } finally {
      swapOwner(outer);
    }
  }

  #live(source: Source<Child>, sole: boolean): void {
    this.#region(new ContentBinding(this.environment, source, this.#regionId(sole)));
  }

  #region(binding: RegionBinding): void {
    this.slots.push(binding);
    const value = this.#read(binding);
    if (!binding.start(value as never)) return;
    const { environment } = this;
    (this.#later ??= []).push(() => {
      try {
        binding.mount(value as never);
      } catch (error) {
        failIn(environment, error, binding);
      }
    });
  }

  #read(binding: RegionBinding): unknown {
    try {
      return binding.read();
    } catch (error) {
      this.failed(error, binding);
      return undefined;
    }
  }

  /** The id of a region: its element's, when it is all that is in it; else that of a pair of comments. */
  #regionId(sole: boolean): number {
    if (!sole) {
      this.#shape += Mark.Region;
      return this.takeId();
    }
    if (this.#enclosingId === NO_ID) {
      this.#enclosingId = this.takeId();
      const at = this.#enclosingAt;
      this.#shape = `${this.#shape.slice(0, at)}${Mark.Id}${Mark.EndEvents}${this.#shape.slice(at)}`;
    }
    this.#shape += Mark.Slot;
    return this.#enclosingId;
  }

  #scope(node: ScopeNode, sole: boolean): void {
    const outer = this.environment;
    this.environment = node.change(outer);
    try {
      this.#child(node.children, sole);
    } finally {
      this.environment = outer;
    }
  }

  #portal(node: PortalNode): void {
    const { block, environment } = this;
    (this.#later ??= []).push(() => block.own(environment.view.layers.add(environment, node.children)));
  }

  #element(node: JsxNode, options: { needsId: boolean }): void {
    const tag = node.type as string;
    const outer = this.environment;
    const namespace = namespaceOf(tag, outer.namespace);
    this.#shape += `<${this.#prefix(namespace)}${tag}`;
    const at = this.#shape.length;
    const writer = this.#attributes(node, options.needsId);
    this.#shape += ">";
    const { children } = node.props as { children?: Child };
    if (children !== undefined) {
      this.#enter(tag, namespace, writer);
      const outerNamespace = this.#written;
      const outerFieldset = this.#fieldset;
      this.#written = namespace;
      this.#fieldset = isOffFieldset(tag, writer) ? this.environment.disabledBy : null;
      this.#enclosingId = writer === null ? NO_ID : writer.id;
      this.#enclosingAt = at;
      this.#child(children, true);
      this.#written = outerNamespace;
      this.#fieldset = outerFieldset;
      this.environment = outer;
    }
    this.#shape += "</";
  }

  /** Writes attributes that are plain text, as most are; what follows the first that is not is for a writer. */
  #attributes(node: JsxNode, needsId: boolean): ElementWriter | null {
    let attributes = "";
    let writer: ElementWriter | null = null;
    if (needsId) {
      writer = new ElementWriter(this, node, "");
      writer.takeId();
    }
    for (const name in node.props) {
      if (name === "children") continue;
      const value = node.props[name];
      try {
        const kind = propKind(name);
        if (writer === null && typeof value === "string" && isVerbatim(kind, value)) {
          attributes += ` ${name}=${Mark.Literal}`;
          this.literals.push(value);
        } else {
          writer ??= new ElementWriter(this, node, attributes);
          writer.prop(name, kind, value);
        }
      } catch (error) {
        this.failed(error);
      }
    }
    this.#shape += writer === null ? attributes : writer.finish();
    return writer;
  }

  /** The namespace that a client takes for granted at this point of the shape. */
  #written: Namespace = "html";
  /** The `fieldset` whose children are being built, if it may be disabled. */
  #fieldset: DisabledGuard | null = null;

  #prefix(namespace: Namespace): string {
    if (namespace === this.#written) return "";
    return `${namespace}:`;
  }

  #enter(tag: string, namespace: Namespace, writer: ElementWriter | null): void {
    const inside = childNamespace(tag, namespace);
    if (inside !== this.environment.namespace) this.environment = this.environment.with({ namespace: inside });
    if (isOffFieldset(tag, writer)) {
      this.environment = this.environment.with({ disabledBy: guardOf(writer.disabled, this.environment.disabledBy) });
    } else if (tag === "legend" && this.#fieldset !== null) {
      // What stands in a fieldset's legend is not disabled with the rest.
      this.environment = this.environment.with({ disabledBy: this.#fieldset.outer });
    }
  }
}

function failIn({ boundary, view }: Environment, error: unknown, source: Reaction | undefined): void {
  if (isSilence(error)) return;
  if (boundary !== null) throw error;
  view.report(error, source);
}

function isAllowed(tag: unknown): tag is string {
  if (checkedTags.has(tag as string)) return true;
  if (typeof tag !== "string" || !VALID_TAG.test(tag) || REFUSED_TAGS.has(tag.toLowerCase())) return false;
  if (checkedTags.size < MAX_CHECKED_TAGS) checkedTags.add(tag);
  return true;
}

function refusalOf(tag: unknown): TandemError {
  const remedy = REFUSED_TAGS.get(String(tag).toLowerCase());
  return new TandemError(
    "view/refused-element",
    remedy === undefined
      ? `Expected a component or the name of an element, but got ${typeof tag === "string" ? JSON.stringify(tag) : describe(tag)}.`
      : `The element <${String(tag)}> cannot be used. ${remedy}`,
  );
}

const NO_KEYS: readonly number[] = [];

const isElement = (node: JsxNode): boolean =>
  !(node instanceof RegionNode || node instanceof ScopeNode || node instanceof PortalNode);

function namespaceOf(tag: string, around: Namespace): Namespace {
  return tag === "svg" || tag === "math" ? tag : around;
}

/** Elements of SVG and MathML whose content is HTML. */
const HOLDS_HTML = new Set(["foreignObject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext"]);

function childNamespace(tag: string, namespace: Namespace): Namespace {
  return namespace !== "html" && HOLDS_HTML.has(tag) ? "html" : namespace;
}

/** Whether it is, or may become, a disabled `fieldset`. */
const isOffFieldset = (tag: string, writer: ElementWriter | null): writer is ElementWriter =>
  tag === "fieldset" && writer !== null && writer.disabled !== false;

function guardOf(flag: boolean | { isSet: boolean }, outer: DisabledGuard | null): DisabledGuard {
  return { isDisabled: () => (typeof flag === "boolean" ? flag : flag.isSet), outer };
}

/** Puts live slots and the literals that vary into document order. */
function arrange(slots: readonly Slot[], literals: readonly string[], template: Template): readonly (Slot | string)[] {
  const { origins } = template;
  // `slice` gives an array of exactly this length, where `push` had left room to grow
  if (origins === null) return slots.length === 0 ? NO_SLOTS : slots.slice();
  const arranged: (Slot | string)[] = [];
  let slot = 0;
  let literal = 0;
  for (const origin of origins) {
    if (origin === Origin.Live) arranged.push(slots[slot++]!);
    else if (origin === Origin.VaryingLiteral) arranged.push(literals[literal++]!);
    else literal++;
  }
  return arranged.slice();
}

function unshowable(child: never): TandemError {
  const hint: Record<string, string> = {
    Date: "Show it as text, as with toLocaleString().",
    Promise: "Show it with <Await value={…}>.",
    Map: "Show its entries with <For each={…}>.",
    Set: "Show its values with <For each={…}>.",
  };
  const name = (child as object)?.constructor?.name ?? "";
  return new TandemError(
    "view/bad-child",
    `Expected text, a number, JSX, a signal, a function or a list of those between tags, but got ${describe(child)}. ${hint[name] ?? "Pick the part of it to show."}`,
  );
}
