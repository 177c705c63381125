import { FlushQueue, type FlushHost } from "../../src/reactive/flush-queue.ts";
import { View, type ViewHost } from "../../src/view/view.ts";
import type { Component, JsxNode } from "../../src/view/node.ts";

/** The least that a view needs round it. */
class BareHost implements FlushHost, ViewHost {
  readonly queue = new FlushQueue(this);
  scheduleFlush(): void {}
  reportError(error: unknown): void {
    throw error;
  }
}

export function mountView(root: Component | JsxNode): View {
  const view = new View(new BareHost());
  view.mount(root);
  return view;
}

/** Settles what has changed, and gives it as the text that goes into a frame. */
export function flushToJson(view: View): string {
  view.queue.flush();
  return JSON.stringify(view.takeOperations());
}
