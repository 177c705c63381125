import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { SettingsLink } from "./settings-link.ts";

/** What ties an object to the browser that keeps it. */
export const links = new WeakMap<UserSettings, SettingsLink>();

/**
 * Settings that the user's browser keeps: the fields of a class that extends this one.
 *
 * @example
 * ```tsx
 * import { app, session, UserSettings } from "tandem";
 *
 * class Preferences extends UserSettings {
 *   static override readonly section = "preferences";
 *   name = "";
 *   fontSize = 16;
 *   favourites: string[] = [];
 * }
 *
 * function Greeting() {
 *   const preferences = session.get(Preferences);
 *   return (
 *     <main style={() => `font-size: ${preferences.fontSize}px`}>
 *       <p>Hello, {() => preferences.name || "stranger"}!</p>
 *       <input
 *         aria-label="Your name"
 *         value={() => preferences.name}
 *         onInput={({ value }) => (preferences.name = value)}
 *       />
 *     </main>
 *   );
 * }
 *
 * export default app(Greeting, { attachments: [Preferences] });
 * ```
 *
 * Each session has its own object. A field's first value says what it can hold: text, a number, a boolean, a `Date`, a
 * list or a plain object. Assigning one saves it, and whoever reads it follows; change lists and objects by assigning
 * new ones. They are there in the first paint if they are small, and else when the page has attached. Settings are the
 * person's to change: never trust them, nor keep secrets in them. From Rio's `UserSettings`.
 */
export abstract class UserSettings {
  /** What its fields are kept under, so that two classes can have fields of the same name. */
  static readonly section: string = "";
  /** Schemas (Zod, Valibot, ArkType or another of the standard) for fields whose first value does not say enough. */
  static readonly schemas: Readonly<Record<string, StandardSchemaV1>> = {};

  /** Resolves once the browser has said what it kept: `true`, or `false` if it never will. */
  get ready(): Promise<boolean> {
    return links.get(this)?.ready ?? Promise.resolve(false);
  }

  /** Whether the browser has said what it kept; live. */
  get isLoaded(): boolean {
    return links.get(this)?.isLoaded.value ?? false;
  }

  /** Sets every field to its first value, and has the browser forget them. */
  reset(): void {
    links.get(this)?.reset();
  }
}

/** A class of settings, which anybody can make an object of. */
export interface UserSettingsClass {
  new (): UserSettings;
  readonly section: string;
  readonly schemas: Readonly<Record<string, StandardSchemaV1>>;
}
