/** `tandem/ui`: widgets. */

// Fields
export { createField, type Bindable, type Field } from "./base/field.ts";
export type { FieldProps } from "./base/field-props.ts";

// Inputs
export { TextInput, type TextInputProps } from "./inputs/text-input.tsx";
export type { TextRules } from "./inputs/text-rules.ts";

// Choices

// Forms
export { createForm } from "./forms/create-form.ts";
export { Form, FormError, SubmitButton } from "./forms/form-view.tsx";
export type { FormErrorProps, FormProps, SubmitButtonProps } from "./forms/form-view.tsx";
export type { FormOf } from "./forms/form.ts";
export type { FormOptions, Submission } from "./forms/form-options.ts";
export type { FormComplaint } from "./forms/form-checks.ts";
export type {
  FieldList,
  FieldPath,
  FieldRow,
  FormErrors,
  FormFields,
  FormState,
  InitialValues,
} from "./forms/form-types.ts";

// Buttons
export { BusyButton, type BusyButtonProps } from "./buttons/busy-button.tsx";
export type { BusyTask } from "./buttons/busy-task.ts";
export { Button, type ButtonProps } from "./buttons/button.tsx";
export { ButtonGroup, type ButtonGroupProps } from "./buttons/button-group.tsx";
export type { ButtonLook, Tone } from "./buttons/button-look.ts";
export { IconButton, type IconButtonProps } from "./buttons/icon-button.tsx";
export { LinkButton, type LinkButtonProps } from "./buttons/link-button.tsx";

// Icons
export { Icon, type IconProps } from "./icons/icon.tsx";
export type { IconName } from "./icons/icon-name.ts";

// Layout

// Overlays

// Content

// Feedback

// Data

// Chat
