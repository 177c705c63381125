import type { LeaveOptions } from "../../session/navigation/leave-checks.ts";
import type { Live } from "../../view/node.ts";
import type { FormComplaint } from "./form-checks.ts";

/** What a form does, besides holding values. */
export interface FormOptions<Input, Output> {
  /**
   * Called with the values when they are right and the person submits. Until what it returns settles, nothing can be
   * entered or submitted again. A `UserFacingError` is shown at the form; after `setErrors` it counts as failed.
   */
  onSubmit?: (value: Output, submission: Submission) => unknown;
  /** Checks the values when the schema has nothing against them. Answers what is wrong: of all of it, or by field. */
  validate?: (value: Output, context: { signal: AbortSignal }) => FormComplaint<Input> | Promise<FormComplaint<Input>>;
  /** Nothing can be entered or submitted. */
  disabled?: Live<boolean>;
  /** Whether to ask before the page is left with what was not submitted, or the words to ask with. */
  confirmLeave?: boolean | LeaveOptions;
}

/** What is known of one submission. */
export interface Submission {
  /** The `value` of the `<SubmitButton>` that was pressed, if it has one. */
  readonly button: string | undefined;
  /** Aborted when the form goes. */
  readonly signal: AbortSignal;
}
