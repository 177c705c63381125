import { TandemError } from "../../core/errors.ts";
import { kindOf } from "../../core/kind-of.ts";
import type { DownMessage } from "../../protocol/frames.ts";
import { currentOwner, type Owner } from "../../reactive/owner.ts";
import type { ReadonlySignal } from "../../reactive/readable.ts";
import { signal, type Signal } from "../../reactive/signal.ts";
import type { ElementRef } from "../../view/ref.ts";

/** In CSS pixels, with padding and border; 0 × 0 while it is hidden. */
export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

export interface SizesHost {
  readonly actingClient: number | undefined;
  readonly clientCount: number;
  tell(message: DownMessage): void;
}

/** One element, by its ref, and what pages say of it. */
class MeasuredElement {
  readonly size: Signal<ElementSize | undefined> = signal<ElementSize | undefined>(undefined, { equals: isSame });
  readonly reports = new Map<number, ElementSize | undefined>();
  /** Who asked for it; it is measured until all have ended. */
  readonly askers = new Set<Owner>();
}

/** The sizes of a session's elements on the screen of whoever acted last. */
export class ElementSizes {
  readonly #host: SizesHost;
  readonly #elements = new Map<number, MeasuredElement>();

  constructor(host: SizesHost) {
    this.#host = host;
  }

  /** Has pages measure the element, until what runs now has ended. */
  of(ref: ElementRef): ReadonlySignal<ElementSize | undefined> {
    const key = keyOf(ref);
    let element = this.#elements.get(key);
    if (element === undefined) {
      this.#elements.set(key, (element = new MeasuredElement()));
      if (this.#host.clientCount > 0) this.#host.tell(["do", "measure", [key]]);
    }
    this.#keepFor(currentOwner(), { key, element });
    return element.size;
  }

  #keepFor(asker: Owner, { key, element }: { key: number; element: MeasuredElement }): void {
    if (element.askers.has(asker)) return;
    element.askers.add(asker);
    asker.own(() => {
      element.askers.delete(asker);
      if (element.askers.size > 0 || this.#elements.get(key) !== element) return;
      this.#elements.delete(key);
      if (this.#host.clientCount > 0) this.#host.tell(["do", "unmeasure", [key]]);
    });
  }

  /** For a page that joins. */
  get request(): DownMessage {
    return ["do", "measure", [...this.#elements.keys()]];
  }

  get isEmpty(): boolean {
    return this.#elements.size === 0;
  }

  /** Takes `[[key, width, height] or [key, null], …]`, which is untrusted. Returns whether it was that. */
  take(value: unknown, client: number): boolean {
    if (!Array.isArray(value) || value.length > MAX_REPORTS || !value.every(isReport)) return false;
    for (const [key, width, height] of value) {
      this.#elements.get(key)?.reports.set(client, width === null ? undefined : { width, height: height! });
    }
    this.show();
    return true;
  }

  forget(client: number): void {
    for (const { reports } of this.#elements.values()) reports.delete(client);
  }

  /** Makes the sizes those that the client that acted last has told. */
  show(): void {
    const client = this.#host.actingClient ?? 0;
    for (const { size, reports } of this.#elements.values()) if (reports.has(client)) size.value = reports.get(client);
  }
}

const MAX_REPORTS = 1_000;

type Report = [key: number, width: number | null, height?: number];

function isReport(value: unknown): value is Report {
  if (!Array.isArray(value) || typeof value[0] !== "number") return false;
  return value.length === 2 ? value[1] === null : value.length === 3 && isSize(value[1]) && isSize(value[2]);
}

const isSize = (value: unknown): boolean => typeof value === "number" && value >= 0 && value <= 1e6;

const isSame = (one: ElementSize | undefined, other: ElementSize | undefined): boolean =>
  one?.width === other?.width && one?.height === other?.height;

function keyOf(ref: ElementRef): number {
  if (typeof ref?.key === "number") return ref.key;
  throw new TandemError(
    "session/not-a-ref",
    `Expected elementSize() to get what ref() made, but got ${kindOf(ref)}. Write const box = ref(); and <div ref={box}>.`,
  );
}
