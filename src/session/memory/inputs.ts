import { TandemError } from "../../core/errors.ts";
import { nearestName } from "../../core/nearest-name.ts";
import type { FlushQueue } from "../../reactive/flush-queue.ts";
import type { Signal } from "../../reactive/signal.ts";
import type { NamedControl, NamedControlKind, NamedValue } from "../../view/view.ts";
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
  /** What was warned of. */
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
  open(id: string, { kind, initial, isShared }: NamedControl): NamedValue {
    const input = this.find(id);
    if (input.kind !== kind) {
      input.kind = kind;
      input.content.value = undefined;
    }
    if (input.peek() === undefined) input.content.value = initial as InputValue | undefined;
    const gone = this.#host.development && !isShared ? this.#count(input) : undefined;
    return { id, value: input.content as Signal<unknown>, gone };
  }

  /** In development: two at once are a mistake, unless one is gone by the end of the flush. */
  #count(input: NamedInputNode): () => void {
    input.controls++;
    if (input.controls > 1)
      new EndOfFlush(this.#host.queue, () => input.controls > 1 && this.#warnOnce("twice", input.id));
    return () => input.controls--;
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
    if (input.kind !== null || this.#warned?.has(`unset ${input.id}`)) return;
    if (this.#unset === null) new EndOfFlush(this.#host.queue, () => this.#warnOfUnset());
    (this.#unset ??= new Set()).add(input);
  };

  #warnOfUnset(): void {
    for (const { id } of this.#unset ?? []) {
      // Of the same name now, as a destroyed module may have come back.
      if (this.#inputs.get(id)?.kind === null) this.#warnOnce("unset", id);
    }
    this.#unset = null;
  }

  #warnOnce(what: "unset" | "twice", id: string): void {
    const warned = (this.#warned ??= new Set());
    if (warned.has(`${what} ${id}`)) return;
    warned.add(`${what} ${id}`);
    if (what === "unset") this.#host.warn("memory/unset-input", this.#absence(id));
    else this.#host.warn("memory/input-twice", twice(id));
  }
}

const twice = (id: string): string =>
  `Expected one control with bind="${id}", but there are several, with one value and one id. Put each into a <Module> of its own, or give it another name.`;

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
