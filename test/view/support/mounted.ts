import { expect } from "vitest";
import type { EventPayload } from "../../../src/protocol/frames.ts";
import type { Operation } from "../../../src/protocol/operations.ts";
import type { Reaction } from "../../../src/reactive/reaction.ts";
import type { Outcome } from "../../../src/view/control-handler.ts";
import { toPlainEvent } from "../../../src/view/events/decode.ts";
import type { Child, Component } from "../../../src/view/node.ts";
import { View, type ViewHost } from "../../../src/view/view.ts";
import { TestOwner } from "../../support/test-owner.ts";
import { ModelScreen } from "./model-screen.ts";

/** A view with a strict client that has its first paint, compared with the server's HTML after every flush. */
export class MountedView implements ViewHost {
  readonly owner = new TestOwner();
  readonly view: View;
  readonly client: ModelScreen;
  readonly warnings: string[] = [];
  readonly development: boolean;
  /** No other client shows the screen. */
  alone = true;

  constructor(root: Component, { development = false } = {}) {
    this.development = development;
    this.view = new View(this);
    this.owner.run(() => this.view.mount(root));
    this.client = ModelScreen.painted(this.view.html());
    this.client.apply(this.view.unpaintedOperations());
    this.view.takeOperations(); // of a time when there was no client
  }

  get queue() {
    return this.owner.queue;
  }

  get clock() {
    return this.owner.clock;
  }

  reportError(error: unknown, source: Reaction | undefined): void {
    this.owner.reportError(error, source);
  }

  warn(code: string, message: string): void {
    this.warnings.push(`${code}: ${message}`);
  }

  /** One turn: runs `change`, flushes, sends; answers what was sent. */
  turn(change: () => void = () => {}): Operation[] {
    this.owner.turn(change);
    return this.sent();
  }

  /** Has the client apply what waits, and compares it with the server. */
  sent(): Operation[] {
    const operations = JSON.parse(JSON.stringify(this.view.takeOperations())) as Operation[];
    this.client.apply(operations);
    this.compare();
    return operations;
  }

  async settle(): Promise<Operation[]> {
    await this.owner.settle();
    return this.sent();
  }

  compare(): void {
    expect(String(this.client)).toBe(String(paintedNow(this.view)));
  }

  /** HTML without ids, event declarations and comments, with what floats above it after a bar. */
  get html(): string {
    const { root, layers } = this.view.html();
    return bare(layers === "" ? root : `${root}|${layers}`);
  }

  get errors(): string[] {
    return this.owner.errors.map((error) => (error instanceof Error ? error.message : String(error)));
  }

  /** The person does something to the first element whose markup starts so, as `fire("button", "click")`. */
  fire(start: string, type: string, payload?: EventPayload): Outcome | undefined {
    return this.#act(start, type, payload).outcome;
  }

  /** As `fire`; answers what the turn sends. */
  sends(start: string, type: string, payload: EventPayload): Operation[] {
    return this.#act(start, type, payload).sent;
  }

  #act(start: string, type: string, payload: EventPayload = {}): { outcome: Outcome | undefined; sent: Operation[] } {
    const id = this.idOf(start);
    let outcome: Outcome | undefined;
    this.client.enter(id, type, payload);
    const sent = this.turn(() => {
      outcome = this.dispatch(id, type, payload);
    });
    return { outcome, sent };
  }

  dispatch(id: number, type: string, payload?: EventPayload): Outcome | undefined {
    return this.view.dispatch(id, toPlainEvent(type, payload, { id: 1 }), { isAlone: this.alone });
  }

  /** `start` is a tag, or a tag with an attribute and its value: `input name=a`. */
  idOf(start: string): number {
    const [tag, name, value] = start.split(/[ =]/);
    const { root, layers } = this.view.html();
    for (const [markup, id] of (root + layers).matchAll(new RegExp(`<${tag} data-t="(\\d+)"[^>]*`, "g"))) {
      if (name === undefined || markup.includes(` ${name}="${value}"`)) return Number(id);
    }
    throw new Error(`Expected an element ${start} with an id in ${root}`);
  }
}

/** A view's screen as a page that is opened now would show it. */
export function paintedNow(view: View): ModelScreen {
  const screen = ModelScreen.painted(view.html());
  screen.apply(view.unpaintedOperations());
  return screen;
}

const bare = (html: string): string => html.replace(/ data-(t|on)="[^"]*"|<!--.*?-->/g, "");

export const mount = (root: Component, options?: { development?: boolean }): MountedView =>
  new MountedView(root, options);

/** Mounts what has no state of its own. */
export const show = (child: Child): MountedView => mount(() => child);
