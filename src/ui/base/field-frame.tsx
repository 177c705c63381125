import { needPart } from "../../session/parts.ts";
import { readLive } from "../../view/live.ts";
import type { Child } from "../../view/node.ts";
import {
  FieldNotes,
  frameMarks,
  labelClass,
  LabelText,
  notesOf,
  type FrameFacts,
  type FrameState,
} from "./field-parts.tsx";

interface FrameProps {
  state: FrameState;
  props: FrameFacts;
  /** The control, with what {@link controlProps} gives it. */
  children: Child;
  /** How much there is in it, as of characters; `controlProps` are told then, as of all that describes it. */
  count?: Child;
}

/** What is around a control: its label, and below it the help and what is wrong. */
export function FieldFrame({ state, props, children, count }: FrameProps): Child {
  needPart("ui");
  return (
    <div class={["tandem-field", props.class]} {...frameMarks(props)}>
      <label class={labelClass(props)} for={state.id}>
        <LabelText props={props} />
      </label>
      <div class="tandem-control">{children}</div>
      <FieldNotes state={state} props={props} count={count} />
    </div>
  );
}

interface GroupProps extends FrameProps {
  /** `"group"` unless told. */
  role?: "radiogroup";
}

/** As {@link FieldFrame}, around several controls that make up one value, such as radio buttons. */
export function FieldGroup({ state, props, children, role }: GroupProps): Child {
  needPart("ui");
  return (
    <fieldset
      id={state.id}
      class={["tandem-field", "tandem-field-group", props.class]}
      {...frameMarks(props)}
      role={role}
      aria-required={role && (() => (readLive(props.required) ? "true" : undefined))}
      aria-invalid={role && (() => state.isInvalid() || undefined)}
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

/** As {@link FieldFrame}, around a control that has its label behind it, such as a checkbox. */
export function ChoiceFrame({ state, props, children }: FrameProps): Child {
  needPart("ui");
  return (
    <div class={["tandem-field", props.class]} {...frameMarks({ ...props, labelBeside: undefined })}>
      <label class="tandem-choice">
        {children}
        <span class={["tandem-choice-text", props.hideLabel && "tandem-unseen"]}>
          <LabelText props={props} />
        </span>
      </label>
      <FieldNotes state={state} props={props} />
    </div>
  );
}

/** What a frame's control has: its id, and what is said of it; `also` names parts that say more, such as "count". */
export function controlProps(state: FrameState, props: FrameFacts, also: readonly string[] = []) {
  return {
    id: state.id,
    ref: state.control,
    disabled: props.disabled,
    required: props.required,
    "data-size": props.size,
    "aria-invalid": () => state.isInvalid() || undefined,
    "aria-describedby": notesOf(state, props, also),
  } as const;
}
