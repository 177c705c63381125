import type { AttributeBinding } from "./bindings/attribute-binding.ts";
import type { PropertyBinding } from "./bindings/property-binding.ts";
import type { Block } from "./block.ts";
import type { DisabledGuard } from "./environment.ts";

/** What the server knows of a form control beyond its markup, to check what clients say about it. */
export interface Control {
  readonly id: number;
  readonly tag: string;
  readonly block: Block;
  readonly disabled: boolean | AttributeBinding;
  readonly readonly: boolean | AttributeBinding;
  /** Switched off with all others in its `fieldset`. */
  readonly guard: DisabledGuard | null;
  /** Its live `value` or `checked`. */
  readonly property: PropertyBinding | null;
  /** Its live `indeterminate`, which ends when the person clicks it. */
  readonly mixed: PropertyBinding | null;
  /** Whether it is a `select` of several values. */
  readonly isMultiple: boolean;
  /** Of a checkbox or radio button: the value it stands for, `""` without one. */
  readonly choice: (() => string) | null;
  /** Of a radio button: what its group is known by. */
  readonly radioGroup: unknown;
}

export function isDisabled(control: Control): boolean {
  return isOn(control.disabled) || isSwitchedOff(control.guard);
}

/** Whether any of the guards of a place is on. */
export function isSwitchedOff(guards: DisabledGuard | null): boolean {
  for (let guard = guards; guard !== null; guard = guard.outer) if (guard.isDisabled()) return true;
  return false;
}

export const isReadonly = (control: Control): boolean => isOn(control.readonly);

const isOn = (flag: boolean | AttributeBinding): boolean => (typeof flag === "boolean" ? flag : flag.isSet);
