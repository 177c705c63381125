import { findSession } from "./current.ts";

/** What widgets need in the page besides its runtime: a script, as a rule with styles, which other pages never load. */
export type PagePart = "ui" | "grid" | "chart" | "stream" | "code" | CodeLanguagePart | "flow" | "elements";

/** What highlights a language in the editor of the part "code". */
export type CodeLanguagePart = `code-${"css" | "html" | "javascript" | "json" | "markdown" | "python" | "sql"}`;

/** Where the server has them. */
export interface PartUrls {
  readonly script: string;
  readonly styles?: string | undefined;
}

/**
 * Has the pages of the current session load a part: with the first paint if a component asks while that is built, and
 * else as soon as they hear of it. Asking again costs nothing.
 */
export function needPart(part: PagePart): void {
  findSession()?.needPart(part);
}
