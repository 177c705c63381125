import { FieldGroup } from "../../ui/base/field-frame.tsx";
import type { FieldProps } from "../../ui/base/field-props.ts";
import { InputState } from "../../ui/base/input-state.ts";
import type { Child } from "../../view/node.ts";

/** The frame around a control of the app's own: its label, its help, and what is wrong. */
export function CustomFrame<T>({ props, children }: { props: FieldProps<T>; children: Child }): Child {
  const state = new InputState(props, { kind: "text", initial: undefined as T, isEmpty: () => false });
  return (
    <FieldGroup state={state as InputState<unknown>} props={props as FieldProps<unknown>}>
      {children}
    </FieldGroup>
  );
}
