import type { Json } from "../../protocol/operations.ts";
import type { CustomMessageHandler } from "../public-api.ts";
import type { ExtrasPage } from "./extras.ts";

/**
 * Hands custom messages to the page's own scripts, in order. Until those have run, messages without a handler wait,
 * and all after them.
 */
export class CustomMessages {
  readonly #page: ExtrasPage;
  #waiting: [type: string, message: Json][] = [];

  constructor(page: ExtrasPage) {
    this.#page = page;
    page.window.document.addEventListener("DOMContentLoaded", this.#deliver);
    page.window.addEventListener("load", this.#deliver);
  }

  receive(type: string, message: Json): void {
    this.#waiting.push([type, message]);
    this.#deliver();
  }

  stop(): void {
    this.#page.window.document.removeEventListener("DOMContentLoaded", this.#deliver);
    this.#page.window.removeEventListener("load", this.#deliver);
  }

  readonly #deliver = (): void => {
    const { handlers, window } = this.#page;
    while (this.#waiting.length > 0) {
      const [type, message] = this.#waiting[0]!;
      const handler = handlers.get(type);
      if (!handler && !haveScriptsRun(window)) return;
      this.#waiting.shift();
      if (!handler) console.warn(`No Tandem.addCustomMessageHandler("${type}", …) for a custom message.`);
      else handOn(handler, message);
    }
  };
}

/** A script of the page that fails on its message must cost nobody else theirs. */
function handOn(handler: CustomMessageHandler, message: Json): void {
  try {
    handler(message);
  } catch (error) {
    console.error(error);
  }
}

/** The event comes when all deferred scripts of the page have run. */
function haveScriptsRun({ document, performance }: Window): boolean {
  if (document.readyState === "complete") return true;
  const [loading] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return (loading?.domContentLoadedEventStart ?? 0) > 0;
}
