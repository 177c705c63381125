import type { FieldControl, FieldHome, FieldOfSignal } from "../base/field.ts";
import { untracked } from "../../reactive/graph.ts";
import type { Issue } from "./form-checks.ts";

type AnyField = Pick<FieldOfSignal<unknown>, "problem" | "error" | "touched" | "check" | "value">;

interface Shown {
  readonly field: AnyField;
  readonly control: FieldControl;
}

/** The fields of a form that are on the screen, and what is said beside them. */
export class ShownFields implements FieldHome {
  readonly #shown = new Set<Shown>();
  /** Those whose error is of the form's own checks. */
  readonly #accused = new Set<AnyField>();
  readonly #whenLeft: () => void;

  constructor(whenLeft: () => void) {
    this.#whenLeft = whenLeft;
  }

  left(): void {
    this.#whenLeft();
  }

  shown(field: AnyField, control: FieldControl): () => void {
    const entry = { field, control };
    this.#shown.add(entry);
    return () => void this.#shown.delete(entry);
  }

  has(field: AnyField): boolean {
    return Array.from(this.#shown).some((shown) => shown.field === field);
  }

  /** Whether what is in all controls is allowed; each says what is wrong with it. */
  check(): boolean {
    let isRight = true;
    untracked(() => {
      for (const { field } of this.#shown) {
        field.touched.value = true;
        if (!field.check()) isRight = false;
      }
    });
    return isRight;
  }

  /** Says what is wrong beside the fields that were touched. Answers what no field on the screen stands for. */
  accuse(issues: readonly Issue[], find: (issue: Issue) => AnyField | undefined): string[] {
    const onScreen = new Set(Array.from(this.#shown, ({ field }) => field));
    const found = new Map<AnyField, string>();
    const homeless: string[] = [];
    for (const issue of issues) {
      const field = find(issue);
      if (field === undefined || !onScreen.has(field)) homeless.push(issue.message);
      else if (!found.has(field)) found.set(field, issue.message);
    }
    for (const field of onScreen) if (field.touched.peek()) this.#say(field, found.get(field));
    return homeless;
  }

  /** What the app has said stays until another value is entered. */
  #say(field: AnyField, message: string | undefined): void {
    if (message !== undefined) this.#accused.add(field);
    else if (!this.#accused.delete(field)) return;
    field.error.value = message;
  }

  /** Takes back all that was said. */
  clear(): void {
    this.#accused.clear();
    for (const { field } of this.#shown) field.error.value = undefined;
  }

  /** Whether something is said beside a field. */
  get hasComplaint(): boolean {
    return this.#firstWrong() !== undefined;
  }

  /** Answers whether there is a wrong field to take it. */
  focusFirstWrong(): boolean {
    const wrong = this.#firstWrong();
    wrong?.control.focus();
    return wrong !== undefined;
  }

  #firstWrong(): Shown | undefined {
    for (const shown of this.#shown) {
      if ((shown.field.problem.peek() ?? shown.field.error.peek()) !== undefined) return shown;
    }
    return undefined;
  }
}
