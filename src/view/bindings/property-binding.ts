import { Op, type Json, type Operation } from "../../protocol/operations.ts";
import type { Environment } from "../environment.ts";
import { escapeHtml } from "../markup.ts";
import type { Slot } from "../slot.ts";
import { Binding, type Source } from "./binding.ts";

export interface PropertyPlace {
  readonly id: number;
  readonly name: string;
  /** The attribute that stands for it in HTML, if one does. */
  readonly attribute: string | null;
}

/** What a control shows is not known: whatever the source says is sent. */
const UNKNOWN = Symbol("unknown");

/**
 * A property that follows a source, such as the value of a text field. The person at the screen changes it too, so
 * it knows what the control shows by itself ({@link assume}) and sends a correction only where that differs.
 */
export class PropertyBinding extends Binding<unknown> implements Slot {
  readonly place: PropertyPlace;
  #value: Json | typeof UNKNOWN = null;
  /** Handlers of this control's input that are still running: until they settle, nothing is sent to overtake the typing. */
  #holds = 0;

  constructor(environment: Environment, source: Source<unknown>, place: PropertyPlace) {
    super(environment, source, place.id);
    this.place = place;
  }

  start(value: unknown): void {
    this.#value = toProperty(this.place.name, value);
    if (this.#isUnpainted) this.view.unpainted.add(this);
  }

  override dispose(): void {
    if (this.#isUnpainted) this.view.unpainted.delete(this);
    super.dispose();
  }

  /** HTML has no word for it: a page must be told besides. A textarea's value is its content. */
  get #isUnpainted(): boolean {
    return this.place.attribute === null && this.place.name !== "value";
  }

  operation(): Operation {
    return [Op.Property, this.id, this.place.name, this.wire()];
  }

  html(): string {
    const { attribute } = this.place;
    const value = this.#value;
    if (attribute === null || value === null || value === false || value === UNKNOWN) return "";
    return ` ${attribute}="${value === true ? "" : escapeHtml(textOf(value))}"`;
  }

  contentHtml(): string {
    return this.#value === UNKNOWN ? "" : escapeHtml(textOf(this.#value));
  }

  wire(): Json {
    return this.#value === UNKNOWN ? null : this.#value;
  }

  /**
   * The client shows `shown` now, since the person entered it. `everywhere` says that no other client shows this
   * control: then a source that agrees needs no word; else all are told.
   */
  assume(shown: unknown, options: { everywhere: boolean }): void {
    this.#value = options.everywhere ? toProperty(this.place.name, shown) : UNKNOWN;
    this.requestRun();
  }

  /** Holds corrections back while an asynchronous handler of the control's input runs. */
  hold(): void {
    this.#holds++;
  }

  release(): void {
    this.#holds--;
    if (this.#holds === 0) this.requestRun();
  }

  protected override commit(source: unknown): void {
    const value = toProperty(this.place.name, source);
    if (this.#holds > 0 || sameJson(value, this.#value)) return;
    this.#value = value;
    this.view.send([Op.Property, this.id, this.place.name, value]);
  }
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
}

/** Properties are compared as what they mean: nothing shows an empty field, a number its text. */
function toProperty(name: string, value: unknown): Json {
  if (name === "value") {
    if (value === null || value === undefined || value === false) return "";
    return typeof value === "number" || typeof value === "bigint" ? String(value) : (value as Json);
  }
  if (name === "checked" || name === "selected" || name === "indeterminate" || name === "muted") return Boolean(value);
  return value === undefined ? null : (value as Json);
}

function sameJson(a: Json, b: Json | typeof UNKNOWN): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}
