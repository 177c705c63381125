import { TandemError } from "../../core/errors.ts";
import { Op, type Json, type Operation } from "../../protocol/operations.ts";
import { untracked } from "../../reactive/graph.ts";
import { describe } from "../attribute-kinds.ts";
import type { Environment } from "../environment.ts";
import { escapeHtml } from "../markup.ts";
import type { Slot } from "../slot.ts";
import { Binding, type Source } from "./binding.ts";

export interface PropertyPlace {
  readonly id: number;
  readonly name: string;
  /** The attribute that stands for it in HTML, if one does; `content` for a textarea's value. */
  readonly attribute: string | null;
  readonly as: PropertyType;
}

/**
 * What a property means: the text of a field (nothing is empty text, a list is a multiple choice), a text that stands
 * for a number, whether something holds, or data for a custom element.
 */
export type PropertyType = "text" | "number" | "flag" | "data";

/**
 * A property that follows a source, such as the value of a text field. The person at the screen changes it too, so
 * it knows what the control shows by itself ({@link assume}) and sends a correction only where that differs.
 */
export class PropertyBinding extends Binding<unknown> implements Slot {
  readonly place: PropertyPlace;
  /** What clients show, once they have all that was sent. */
  #value: Json = null;
  /** Handlers of this control's input that are still running: until they settle, nothing is sent to overtake the typing. */
  #holds = 0;

  constructor(environment: Environment, source: Source<unknown>, place: PropertyPlace) {
    super(environment, source, place.id);
    this.place = place;
    if (place.attribute === null) this.view.unpainted.add(this);
  }

  start(value: unknown): void {
    this.#value = this.#toJson(value);
  }

  override dispose(): void {
    if (this.place.attribute === null) this.view.unpainted.delete(this);
    super.dispose();
  }

  operation(): Operation {
    return [Op.Property, this.id, this.place.name, this.#value];
  }

  html(): string {
    const { attribute } = this.place;
    const value = this.#value;
    if (attribute === null || value === null || value === false) return "";
    return ` ${attribute}="${value === true ? "" : escapeHtml(textOf(value))}"`;
  }

  contentHtml(): string {
    return escapeHtml(textOf(this.#value));
  }

  wire(): Json {
    return this.#value;
  }

  /** What the app says it is, whatever clients show by now; nothing where that cannot be told. */
  get wanted(): Json {
    const { source } = this;
    try {
      return this.#toJson(untracked(() => (typeof source === "function" ? source() : source.value)));
    } catch {
      return null;
    }
  }

  /**
   * The person entered `shown`, so their client shows it. `everywhere` says that no other client shows this control;
   * else the others are told.
   */
  assume(shown: unknown, { everywhere }: { everywhere: boolean }): void {
    const value = this.#toJson(shown);
    const isNews = !everywhere && textOf(value) !== textOf(this.#value);
    this.#value = value;
    if (isNews) this.view.send(this.operation());
    this.requestRun();
  }

  /** Clients may show something else by now: they are told again. */
  doubt(): void {
    this.#value = null;
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
    if (this.#holds === 0) this.#show(this.#toJson(source));
  }

  #show(value: Json): void {
    if (this.#isSame(value)) return;
    this.#value = value;
    this.view.send(this.operation());
  }

  #isSame(value: Json): boolean {
    const shown = this.#value;
    if (value === shown) return true;
    // What is typed stands as long as it means the same: "1.50" is 1.5.
    if (this.place.as === "number") return value !== "" && shown !== "" && Number(value) === Number(shown);
    return typeof value === "object" && typeof shown === "object" && JSON.stringify(value) === JSON.stringify(shown);
  }

  #toJson(value: unknown): Json {
    const { as, name } = this.place;
    if (as === "flag") return Boolean(value);
    if (as !== "data") {
      if (value === null || value === undefined || value === false) return "";
      if (typeof value === "number" || typeof value === "bigint") return String(value);
    }
    return copyOf(name, value);
  }
}

/** Clients get a copy, and the app may go on changing what it gave. */
function copyOf(name: string, value: unknown): Json {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (value === undefined) return null;
  try {
    return JSON.parse(JSON.stringify(value)) as Json;
  } catch {
    throw new TandemError(
      "view/bad-property",
      `Expected JSON for the property ${name}, but got ${describe(value)}. Give it text, numbers, and lists and records of those.`,
    );
  }
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
}
