import { Op, type Content } from "../../protocol/operations.ts";
import { Block } from "../block.ts";
import type { Encoder } from "../encoder.ts";
import type { Environment } from "../environment.ts";
import { escapeHtml } from "../markup.ts";
import type { Child } from "../node.ts";
import type { Slot } from "../slot.ts";
import { Binding } from "./binding.ts";
import { isText, toText } from "./text.ts";

/** A region whose whole content follows a source: text, as mostly, or a block. */
export class ContentBinding extends Binding<Child> implements Slot {
  #content: string | ShownBlock = "";

  /** Takes the first value over; says whether it is markup, which `mount` shows once the ids of its place are given. */
  start(value: Child): boolean {
    if (!isText(value)) return true;
    this.#content = toText(value);
    return false;
  }

  mount(value: Child): void {
    this.#content = this.build(value);
  }

  html(): string {
    const content = this.#content;
    return typeof content === "string" ? escapeHtml(content) : content.html();
  }

  wire(encoder: Encoder): Content {
    const content = this.#content;
    return typeof content === "string" ? content : encoder.instance(content);
  }

  override dispose(): void {
    super.dispose();
    this.#drop();
  }

  protected override commit(value: Child): void {
    if (isText(value)) this.#showText(toText(value));
    else this.#showBlock(value);
  }

  protected build(value: Child): ShownBlock {
    const block = new ShownBlock(this.contentEnvironment(), value);
    this.view.mountContent(block, value);
    return block;
  }

  /** What the content is mounted under. */
  protected contentEnvironment(): Environment {
    return this.environment;
  }

  #showText(text: string): void {
    if (text === this.#content) return;
    this.#drop();
    this.#content = text;
    this.view.send([Op.Text, this.id, text]);
  }

  #showBlock(value: Child): void {
    if (this.#content instanceof ShownBlock && isSame(this.#content.shown, value)) return;
    this.#drop();
    try {
      this.#content = this.build(value);
    } catch (error) {
      this.view.send([Op.Clear, this.id]);
      throw error;
    }
    this.view.send([Op.Fill, this.id, this.view.encoder().instance(this.#content)]);
  }

  #drop(): void {
    const content = this.#content;
    this.#content = "";
    if (content instanceof ShownBlock) content.dispose();
  }
}

/** A block that remembers what it was mounted from: the same value again changes nothing. */
class ShownBlock extends Block {
  readonly shown: Child;

  constructor(environment: Environment, shown: Child) {
    super(environment);
    this.shown = copy(shown);
  }
}

/** An array may be changed in place. */
function copy(child: Child): Child {
  return Array.isArray(child) ? (child as Child[]).map(copy) : child;
}

function isSame(a: Child, b: Child): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return Object.is(a, b);
  return a.length === b.length && (a as Child[]).every((part, i) => isSame(part, b[i] as Child));
}
