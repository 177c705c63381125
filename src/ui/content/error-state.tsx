import { currentSession } from "../../session/current.ts";
import { UserFacingError } from "../../session/error-report.ts";
import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child, Live } from "../../view/node.ts";
import { Button } from "../buttons/button.tsx";
import { Icon } from "../icons/icon.tsx";

export interface ErrorStateProps {
  /** What went wrong; its text is shown where it may be. */
  error?: unknown;
  /** What it means for the person; “This could not be shown” unless told. */
  title?: Live<string>;
  /** What to do about it. */
  children?: Child;
  /** Tries again. */
  retry?: () => unknown;
  class?: ClassValue;
}

/**
 * What stands where something failed, with a way to try again.
 *
 * @example
 * ```tsx
 * import { ErrorBoundary } from "tandem";
 * import { ErrorState } from "tandem/ui";
 *
 * const Report = () => <p>{JSON.parse("{").title}</p>;
 * export default () => (
 *   <ErrorBoundary fallback={(error, reset) => <ErrorState title="The report failed" error={error} retry={reset} />}>
 *     <Report />
 *   </ErrorBoundary>
 * );
 * ```
 *
 * In production only the text of a `UserFacingError` is shown, and in development that of any.
 */
export function ErrorState(props: ErrorStateProps): Child {
  needPart("ui");
  const { error, title = "This could not be shown", children, retry } = props;
  const text = shownText(error);
  return (
    <div class={["tandem-empty", "tandem-error-state", props.class]} role="alert">
      <span class="tandem-empty-icon">
        <Icon name="exclamation-triangle" />
      </span>
      <p class="tandem-empty-title">{title}</p>
      {text === undefined ? null : <p class="tandem-empty-text">{text}</p>}
      {children === undefined ? null : <div class="tandem-empty-text">{children}</div>}
      {retry === undefined ? null : (
        <div class="tandem-empty-actions">
          <Button icon="arrow-clockwise" onClick={() => retry()}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}

/** What may be shown of an error. */
export function shownText(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  if (error instanceof UserFacingError) return error.message;
  if (!currentSession().development) return undefined;
  return error instanceof Error ? error.message : String(error);
}
