import { needPart } from "../../session/parts.ts";
import { Show } from "../../view/flow/show.ts";
import { readLive } from "../../view/live.ts";
import type { Child } from "../../view/node.ts";
import type { FieldProps } from "./field-props.ts";
import type { InputState } from "./input-state.ts";

/** What of an input its frame shows, whatever its values are. */
type FrameState = Pick<InputState<unknown>, "id" | "error" | "isInvalid" | "control">;
type FrameFacts = Omit<FieldProps<unknown>, "bind" | "onChange">;

interface FrameProps {
  state: FrameState;
  props: FrameFacts;
  /** The control, with what {@link controlProps} gives it. */
  children: Child;
}

/** What is around a control: its label, and below it the help and what is wrong. */
export function FieldFrame({ state, props, children }: FrameProps): Child {
  needPart("ui");
  return (
    <div
      class={["tandem-field", props.class]}
      data-invalid={markWhen(state.isInvalid)}
      data-disabled={disabledMark(props)}
    >
      <label class={labelClass(props)} for={state.id}>
        <LabelText props={props} />
      </label>
      <div class="tandem-control">{children}</div>
      <FieldNotes state={state} props={props} />
    </div>
  );
}

/** As {@link FieldFrame}, around several controls that make up one value, such as radio buttons. */
export function FieldGroup({ state, props, children }: FrameProps): Child {
  needPart("ui");
  return (
    <fieldset
      id={state.id}
      class={["tandem-field", "tandem-field-group", props.class]}
      data-invalid={markWhen(state.isInvalid)}
      data-disabled={disabledMark(props)}
      aria-describedby={notesOf(state, props)}
      disabled={props.disabled}
    >
      <legend class={labelClass(props)}>
        <LabelText props={props} />
      </legend>
      <div class="tandem-control">{children}</div>
      <FieldNotes state={state} props={props} />
    </fieldset>
  );
}

/** What a frame's control has: its id, and what is said of it. */
export function controlProps(state: FrameState, props: FrameFacts) {
  return {
    id: state.id,
    ref: state.control,
    disabled: props.disabled,
    required: props.required,
    "aria-invalid": () => state.isInvalid() || undefined,
    "aria-describedby": notesOf(state, props),
  } as const;
}

function LabelText({ props: { label, required } }: { props: FrameFacts }): Child {
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

function FieldNotes({ state, props: { help } }: { state: FrameState; props: FrameFacts }): Child {
  return [
    help === undefined ? null : (
      <p class="tandem-help" id={`${state.id}-help`}>
        {help}
      </p>
    ),
    <p class="tandem-error-text" id={`${state.id}-error`} aria-live="polite">
      {state.error}
    </p>,
  ];
}

const notesOf = ({ id }: FrameState, { help }: FrameFacts): string =>
  help === undefined ? `${id}-error` : `${id}-help ${id}-error`;

const labelClass = ({ hideLabel }: FrameFacts) => ["tandem-label", hideLabel && "tandem-unseen"];

const markWhen = (isSo: () => boolean) => () => (isSo() ? "" : null);

const disabledMark = ({ disabled }: FrameFacts) =>
  disabled === undefined ? undefined : markWhen(() => readLive(disabled));
