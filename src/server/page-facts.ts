import type { AppOptions } from "../session/app.ts";
import type { Painted } from "../session/core/clients.ts";
import type { StillPage } from "./page.ts";

/** The title of a page whose app has none. */
export const DEFAULT_TITLE = "Tandem";

/** What a page shows: its app's own facts, and the screen. */
export function pageFacts(
  options: Pick<AppOptions, "lang" | "title" | "description">,
  styles: readonly string[],
  { root, layers, title, attributes, meta, parts }: Painted,
): StillPage {
  return {
    lang: options.lang ?? "en",
    title: title ?? options.title ?? DEFAULT_TITLE,
    description: options.description,
    meta,
    styles,
    parts,
    root,
    layers,
    attributes,
  };
}
