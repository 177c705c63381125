import type { StandardSchemaV1 } from "@standard-schema/spec";

/** A Standard Schema of the list of all arguments, such as zod's `z.tuple([z.string(), z.number()])`. */
export type ArgumentsSchema = StandardSchemaV1<unknown, readonly unknown[]>;

/** What a handler gets after its schema has checked and converted the arguments. */
export type ArgumentsOf<Schema extends ArgumentsSchema> = Extract<
  StandardSchemaV1.InferOutput<Schema>,
  readonly unknown[]
>;

/** Issues beyond these would only repeat. */
const MAX_ISSUES = 3;
const MAX_TEXT = 500;

/** What is wrong with arguments, for whoever sent them. */
export function issueText(issues: readonly StandardSchemaV1.Issue[]): string {
  const lines = issues.slice(0, MAX_ISSUES).map(({ message, path }) => {
    const at = path?.map((part) => String(typeof part === "object" ? part.key : part)).join(".");
    return at ? `${message} (at ${at})` : message;
  });
  return lines.join("; ").slice(0, MAX_TEXT);
}
