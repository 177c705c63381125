import type { StandardSchemaV1 } from "@standard-schema/spec";
import { settled, type Steps } from "../../session/navigation/steps.ts";
import type { FormErrors, FormSchema } from "./form-types.ts";

/** What an app has against the values of a form: of all of it, or by the names of fields. */
export type FormComplaint<Input> = string | FormErrors<Input> | null | undefined | void;

/** What is wrong, and with which part of the values. */
export interface Issue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

export type Checked = { readonly output: unknown } | { readonly issues: readonly Issue[] };

export interface Checks {
  readonly schema?: FormSchema | undefined;
  readonly validate?:
    | ((value: never, context: { signal: AbortSignal }) => FormComplaint<unknown> | Promise<FormComplaint<unknown>>)
    | undefined;
}

/** Has the schema check `values`, and then, if they are right so far, the app. */
export function* checkValues(values: unknown, { schema, validate }: Checks, signal: AbortSignal): Steps<Checked> {
  const result = schema === undefined ? { value: values } : yield* settled(schema["~standard"].validate(values));
  if (result.issues !== undefined) return { issues: result.issues.map(readIssue) };
  const complaint = yield* settled(validate?.(result.value as never, { signal }));
  const issues = issuesOf(complaint);
  return issues.length > 0 ? { issues } : { output: result.value };
}

/** What an app says, as issues. */
export function issuesOf(complaint: FormComplaint<unknown>): Issue[] {
  if (typeof complaint === "string") return complaint === "" ? [] : [{ message: complaint, path: [] }];
  return Object.entries(complaint ?? {}).flatMap(([name, message]) =>
    message ? [{ message: String(message), path: name.split(".") }] : [],
  );
}

const readIssue = ({ message, path = [] }: StandardSchemaV1.Issue): Issue => ({
  message,
  path: path.map((part) => (typeof part === "object" ? part.key : part)),
});
