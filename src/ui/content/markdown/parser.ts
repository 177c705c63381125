import MarkdownIt from "markdown-it";
import { isSafeLink } from "./addresses.ts";

/** CommonMark with GitHub's tables, struck text and bare links; HTML in it is text. */
export const parser = new MarkdownIt({ html: false, linkify: true, breaks: false });

parser.validateLink = isSafeLink;
// "guide.md" is a file more often than a host in Moldova.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

export type Token = ReturnType<typeof parser.parse>[number];

/** What links by reference refer to: `[name]: address`. */
export type References = Record<string, { title: string; href: string }>;

/** The tokens of a text, and the references it has or was given. */
export function parseMarkdown(text: string, known: References = {}): { tokens: Token[]; references: References } {
  const environment: { references?: References } = { references: { ...known } };
  const tokens = parser.parse(text, environment);
  return { tokens, references: environment.references ?? {} };
}
