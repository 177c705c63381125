import type { Json } from "../protocol/operations.ts";
import type { LazyExtras } from "./lazy-extras.ts";

export type CustomMessageHandler = (message: Json) => void;

/** What the page's own scripts can use, as `window.Tandem`. */
export interface TandemApi {
  readonly version: string;
  /** Calls `handler` with each message that the session sends under `type`. From Shiny's `addCustomMessageHandler`. */
  addCustomMessageHandler(type: string, handler: CustomMessageHandler): void;
  /** Asks the session; rejects with what it answers as an error, after 30 s, and when the session ends. */
  makeRequest(name: string, ...args: Json[]): Promise<Json | undefined>;
}

export function publicApi(handlers: Map<string, CustomMessageHandler>, extras: LazyExtras): TandemApi {
  return {
    version: "0.1.0",
    addCustomMessageHandler: (type, handler) => void handlers.set(type, handler),
    makeRequest: (name, ...args) =>
      new Promise((resolve, reject) => extras.use((all) => all.request(name, args).then(resolve, reject), reject)),
  };
}
