import { Show } from "../../view/flow/show.ts";
import { readLive } from "../../view/live.ts";
import type { Child } from "../../view/node.ts";
import type { FieldProps } from "./field-props.ts";
import type { InputState } from "./input-state.ts";

/** What of an input is shown around its control, whatever its values are. */
export type FrameState = Pick<InputState<unknown>, "id" | "error" | "isInvalid" | "control">;
export type FrameFacts = Omit<FieldProps<unknown>, "bind" | "value" | "validate" | "onChange">;

/** The element around all of a field says how it is. */
export const frameMarks = ({ disabled, labelBeside }: FrameFacts) => ({
  "data-disabled": disabled === undefined ? undefined : markWhen(() => readLive(disabled)),
  "data-beside": labelBeside || undefined,
});

const markWhen = (isSo: () => boolean) => () => (isSo() ? "" : null);

export const labelClass = ({ hideLabel }: FrameFacts) => ["tandem-label", hideLabel && "tandem-unseen"];

export function LabelText({ props: { label, required } }: { props: FrameFacts }): Child {
  return [
    <span>{label}</span>,
    required === undefined ? null : (
      <Show when={() => readLive(required)}>
        <span class="tandem-required" aria-hidden="true">
          *
        </span>
      </Show>
    ),
  ];
}

interface NotesProps {
  state: FrameState;
  props: FrameFacts;
  /** How much there is, beside the help. */
  count?: Child;
}

/** What stands below a control. */
export function FieldNotes({ state, props: { help }, count }: NotesProps): Child {
  return [
    help === undefined && count === undefined ? null : (
      <div class="tandem-notes">
        {help !== undefined && (
          <p class="tandem-help" id={`${state.id}-help`}>
            {help}
          </p>
        )}
        {count !== undefined && (
          <p class="tandem-count" id={`${state.id}-count`}>
            {count}
          </p>
        )}
      </div>
    ),
    <p class="tandem-error-text" id={`${state.id}-error`} aria-live="polite">
      {state.error}
    </p>,
  ];
}

/** For `aria-describedby` of what the notes are about; `also` names what else says something of it. */
export const notesOf = ({ id }: FrameState, { help }: FrameFacts, also: readonly string[] = []): string =>
  [also, help === undefined ? [] : "help", "error"]
    .flat()
    .map((part) => `${id}-${part}`)
    .join(" ");
