import { TandemError } from "../../core/errors.ts";
import { nearestName } from "../../core/nearest-name.ts";
import type { FlushQueue } from "../../reactive/flush-queue.ts";
import type { Signal } from "../../reactive/signal.ts";
import type { NamedControl, NamedControlKind } from "../../view/view.ts";
import { EndOfFlush } from "../end-of-flush.ts";
import { NamedInputNode, type InputValue } from "./named-input.ts";

export interface InputsHost {
  readonly queue: FlushQueue;
  readonly development: boolean;
  warn(event: string, message: string): void;
}

/** A session's controls that are bound by name, and what was read of others. */
export class Inputs {
  readonly #host: InputsHost;
  readonly #inputs = new Map<string, NamedInputNode>();
  /** Reads in development that found nothing, and are looked at again when the screen has settled. */
  #unset: Set<NamedInputNode> | null = null;
  /** Names that were warned of. */
  #warned: Set<string> | null = null;

  constructor(host: InputsHost) {
    this.#host = host;
  }

  find(id: string): NamedInputNode {
    let input = this.#inputs.get(id);
    if (input === undefined) {
      input = new NamedInputNode(id, this.#host.development ? this.#noteUnset : null);
      this.#inputs.set(id, input);
    }
    return input;
  }

  /** A control of that name is built: it takes over the value an earlier one left, or else gives its own. */
  open(id: string, { kind, initial }: NamedControl): Signal<InputValue | undefined> {
    const input = this.find(id);
    if (input.kind !== kind) {
      input.kind = kind;
      input.content.value = undefined;
    }
    if (input.peek() === undefined) input.content.value = initial as InputValue | undefined;
    return input.content;
  }

  set(id: string, value: InputValue): void {
    const input = this.#inputs.get(id);
    if (input === undefined || input.kind === null) throw this.#absent(id);
    if (!isOfKind(value, input.kind)) throw notOfKind(input, value);
    input.content.value = value;
  }

  /** Forgets all inputs of a module, so that whoever reads one finds it unset. */
  forget(prefix: string): void {
    for (const [id, input] of this.#inputs) {
      if (!id.startsWith(prefix)) continue;
      this.#inputs.delete(id);
      input.content.value = undefined;
    }
  }

  #absent(id: string): TandemError {
    return new TandemError("memory/no-such-input", this.#absence(id));
  }

  #absence(id: string): string {
    const near = nearestName(id, this.#names());
    return (
      `Expected a control with bind="${id}", but no such control was on the screen yet. ` +
      (near === undefined ? "Give one that name, or ask isSet first." : `Did you mean "${near}"?`)
    );
  }

  *#names(): Iterable<string> {
    for (const { id, kind } of this.#inputs.values()) if (kind !== null) yield id;
  }

  readonly #noteUnset = (input: NamedInputNode): void => {
    // A radio group exists although nothing is chosen.
    if (input.kind !== null || this.#warned?.has(input.id)) return;
    if (this.#unset === null) new EndOfFlush(this.#host.queue, () => this.#warnOfUnset());
    (this.#unset ??= new Set()).add(input);
  };

  #warnOfUnset(): void {
    for (const { id } of this.#unset ?? []) {
      // Of the same name now, as a destroyed module may have come back.
      if (this.#inputs.get(id)?.kind !== null) continue;
      (this.#warned ??= new Set()).add(id);
      this.#host.warn("memory/unset-input", this.#absence(id));
    }
    this.#unset = null;
  }
}

function isOfKind(value: unknown, kind: NamedControlKind): boolean {
  if (kind === "text") return typeof value === "string";
  if (kind === "flag") return typeof value === "boolean";
  if (kind === "number") return value === null || (typeof value === "number" && Number.isFinite(value));
  return Array.isArray(value) && value.every((part) => typeof part === "string");
}

const KINDS: Record<NamedControlKind, string> = {
  text: "text",
  number: "a number or null",
  flag: "true or false",
  list: "a list of texts",
};

function notOfKind({ id, kind }: NamedInputNode, value: unknown): TandemError {
  return new TandemError(
    "memory/input-value",
    `Expected ${KINDS[kind!]} for the input "${id}", as its control holds, but got ${JSON.stringify(value) ?? typeof value}.`,
  );
}
