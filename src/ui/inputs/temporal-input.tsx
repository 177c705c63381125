import type { Child } from "../../view/node.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { asItIs, InputState } from "../base/input-state.ts";
import type { TemporalType } from "./temporal.ts";
import { halfMessage, temporalRules, type TemporalRules } from "./temporal-rules.ts";

/** Of an input for dates or times; `""` stands for none. */
export interface TemporalProps extends FieldProps<string>, TemporalRules {}

/** The platform's own control for one kind of dates or times. */
export function TemporalInput({ type, props }: { type: TemporalType; props: TemporalProps }): Child {
  const state = new InputState(props, temporalRules(type, props));
  const shown = state.shownAs(...asItIs, state.control);
  const refuse = (isDone: boolean) => state.refuse(halfMessage(type), { isDone });
  return (
    <FieldFrame state={state} props={props}>
      <input
        {...controlProps(state, props)}
        class="tandem-input"
        type={type}
        bind={shown}
        min={props.min}
        max={props.max}
        step={props.step}
        readonly={props.readonly}
        onInput={({ value, badInput }) => (badInput ? refuse(false) : state.enter(value, { isDone: false }))}
        onBlur={({ badInput }) => (badInput ? refuse(true) : state.leave())}
      />
    </FieldFrame>
  );
}
