import type { Clock } from "../../core/clock.ts";
import type { DownMessage } from "../../protocol/frames.ts";
import type { Json } from "../../protocol/operations.ts";
import type { CustomMessageHandler } from "../public-api.ts";
import type { Compile } from "./page-code.ts";

/** Sends a numbered word to the session; 0: it was refused. */
export type SendWord = (kind: "request" | "answer" | "tell", ...rest: unknown[]) => number;

/** What the page does when the session says so, without an answer, by name. */
export type Deeds = Readonly<Record<string, (args: Json[]) => void>>;

/**
 * What the page's runtime gives its extras. None of these names may be shortened by the build, as they cross from one
 * script to the other.
 */
export interface ExtrasPage {
  readonly window: Window;
  readonly clock: Clock;
  readonly send: SendWord;
  /** From `Tandem.addCustomMessageHandler`. */
  readonly handlers: ReadonlyMap<string, CustomMessageHandler>;
  /** Loads `tandem-<name>.js`. */
  loadScript(name: string): Promise<unknown>;
  /** How code of the session becomes a function, where no browser runs scripts. */
  readonly compile?: Compile;
}

/** What the page's runtime has its extras do. */
export interface Extras {
  /** Takes a message of the session, and the data of its frame; never throws. */
  receive(message: DownMessage, body?: ArrayBuffer): void;
  /** Asks the session, for `Tandem.makeRequest`. */
  request(name: string, args: Json[]): Promise<Json | undefined>;
  /** The link has closed for good. */
  close(): void;
  /** The screen stops. */
  stop(): void;
}

/** What `tandem-extras.js` exports. */
export interface ExtrasScript {
  default(page: ExtrasPage): Extras;
}
