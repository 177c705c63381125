import type { ControlHandler } from "./control-handler.ts";

/** What an element does on an event. A bare function is by far the commonest, so it stands by itself. */
export type Handler = ((event: never) => unknown) | ControlHandler;

const eventTypes: string[] = [];
const eventIndexes = new Map<string, number>();
/** Event types are named in app code only, so this many are never reached in earnest. */
const MAX_EVENT_TYPES = 1024;

/** A small number for an event type, for use in keys. */
export function eventIndex(type: string): number {
  let index = eventIndexes.get(type);
  if (index === undefined) {
    index = eventTypes.length;
    if (index === MAX_EVENT_TYPES) throw new RangeError(`More than ${MAX_EVENT_TYPES} event types are in use.`);
    eventTypes.push(type);
    eventIndexes.set(type, index);
  }
  return index;
}

/** The key of a handler within its block: the offset of its element's id, and its event. */
export const handlerKey = (offset: number, event: number): number => offset * MAX_EVENT_TYPES + event;

const FEW = 16;
const NONE: readonly never[] = [];

/**
 * The handlers of a session by element and event. A `Map` costs 400 bytes empty, and most sessions have few
 * handlers: up to 16 stand in a flat list of key, handler, key, handler.
 */
export class HandlerTable {
  #few: readonly (number | Handler)[] = NONE;
  #many: Map<number, Handler> | null = null;

  get size(): number {
    return this.#many?.size ?? this.#few.length / 2;
  }

  set(base: number, key: number, handler: Handler): void {
    const full = base * MAX_EVENT_TYPES + key;
    if (this.#many === null && this.#few.length >= FEW * 2) this.#spill();
    if (this.#many !== null) this.#many.set(full, handler);
    else this.#few = this.#few.concat([full, handler]);
  }

  get(id: number, type: string): Handler | undefined {
    const event = eventIndexes.get(type);
    if (event === undefined) return undefined;
    const key = handlerKey(id, event);
    if (this.#many !== null) return this.#many.get(key);
    const index = this.#indexOf(key);
    return index < 0 ? undefined : (this.#few[index + 1] as Handler);
  }

  delete(base: number, key: number): void {
    const full = base * MAX_EVENT_TYPES + key;
    if (this.#many !== null) {
      this.#many.delete(full);
      return;
    }
    const index = this.#indexOf(full);
    if (index >= 0) this.#few = this.#few.toSpliced(index, 2);
  }

  #indexOf(key: number): number {
    for (let i = 0; i < this.#few.length; i += 2) if (this.#few[i] === key) return i;
    return -1;
  }

  #spill(): void {
    this.#many = new Map();
    for (let i = 0; i < this.#few.length; i += 2) {
      this.#many.set(this.#few[i] as number, this.#few[i + 1] as Handler);
    }
    this.#few = NONE;
  }
}
