import type { Clock } from "../core/clock.ts";
import type { SlotValue } from "../protocol/operations.ts";
import type { FlushQueue } from "../reactive/flush-queue.ts";
import type { Owner } from "../reactive/owner.ts";
import type { Encoder } from "./encoder.ts";
import type { Environment } from "./environment.ts";
import { escapeHtml } from "./markup.ts";
import type { Slot } from "./slot.ts";
import { Gap } from "./shape.ts";
import type { Template } from "./template.ts";

const NO_SLOTS: readonly (Slot | string)[] = [];

/**
 * One piece of a session's screen: what its template does not say. Its elements' ids are `base`, `base + 1`, …
 * in document order. It owns its bindings and what its components made; disposing it disposes all below.
 */
export class Block implements Owner {
  readonly environment: Environment;
  template!: Template;
  base = 0;
  slots: readonly (Slot | string)[] = NO_SLOTS;
  #owned: (() => void)[] | null = null;

  constructor(environment: Environment) {
    this.environment = environment;
  }

  get queue(): FlushQueue {
    return this.environment.view.queue;
  }

  get clock(): Clock {
    return this.environment.view.clock;
  }

  own(dispose: () => void): void {
    (this.#owned ??= []).push(dispose);
  }

  disown(dispose: () => void): void {
    const index = this.#owned?.indexOf(dispose) ?? -1;
    if (index >= 0) this.#owned!.splice(index, 1);
  }

  html(): string {
    const { strings, gaps } = this.template;
    let html = strings[0]!;
    let id = this.base;
    let slot = 0;
    for (let i = 0; i < gaps.length; i++) {
      const gap = gaps[i]!;
      html += (gap === Gap.Id ? id++ : this.#slotHtml(slot++, gap)) + strings[i + 1]!;
    }
    return html;
  }

  #slotHtml(position: number, gap: Gap): string {
    const slot = this.slots[position]!;
    if (typeof slot === "string") return escapeHtml(slot);
    if (gap === Gap.Content) return (slot as Slot & { contentHtml(): string }).contentHtml();
    return slot.html();
  }

  writeValues(encoder: Encoder, values: SlotValue[]): void {
    for (const slot of this.slots) values.push(typeof slot === "string" ? slot : slot.wire(encoder));
  }

  /** The last made ends first. */
  dispose(): void {
    const { slots } = this;
    for (let i = slots.length - 1; i >= 0; i--) {
      const slot = slots[i]!;
      if (typeof slot !== "string") slot.dispose();
    }
    const { view } = this.environment;
    for (const key of this.template.handlerKeys) view.handlers.delete(this.base, key);
    this.#disposeOwned();
  }

  #disposeOwned(): void {
    const owned = this.#owned;
    if (owned === null) return;
    this.#owned = null;
    for (let i = owned.length - 1; i >= 0; i--) this.environment.view.guard(owned[i]!);
  }
}
