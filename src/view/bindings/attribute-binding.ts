import { Op, type AttributeValue } from "../../protocol/operations.ts";
import type { Environment } from "../environment.ts";
import { escapeHtml } from "../markup.ts";
import type { Slot } from "../slot.ts";
import { Binding, type Source } from "./binding.ts";

export interface AttributePlace {
  readonly id: number;
  readonly name: string;
  readonly toValue: (value: unknown) => AttributeValue;
}

/** An attribute that follows a source. */
export class AttributeBinding extends Binding<unknown> implements Slot {
  readonly #name: string;
  readonly #toValue: (value: unknown) => AttributeValue;
  #value: AttributeValue = null;

  constructor(environment: Environment, source: Source<unknown>, place: AttributePlace) {
    super(environment, source, place.id);
    this.#name = place.name;
    this.#toValue = place.toValue;
  }

  get isSet(): boolean {
    return this.#value !== null;
  }

  start(value: unknown): void {
    this.#value = this.#toValue(value);
  }

  html(): string {
    const value = this.#value;
    return value === null ? "" : ` ${this.#name}="${value === true ? "" : escapeHtml(value)}"`;
  }

  wire(): AttributeValue {
    return this.#value;
  }

  /** The person changed it, as by opening a `details`. `everywhere` says that no other client shows it. */
  assume(shown: unknown, { everywhere }: { everywhere: boolean }): void {
    if (everywhere) this.#value = this.#toValue(shown);
    else this.commit(shown);
    this.requestRun();
  }

  protected override commit(source: unknown): void {
    const value = this.#toValue(source);
    if (value === this.#value) return;
    this.#value = value;
    this.view.send([Op.Attribute, this.id, this.#name, value]);
  }
}
