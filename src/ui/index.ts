/** `tandem/ui`: widgets. */

// Fields
export { createField, type Bindable, type Field } from "./base/field.ts";
export type { FieldProps } from "./base/field-props.ts";

// Inputs
export { TextInput, type TextInputProps } from "./inputs/text-input.tsx";
export type { TextRules } from "./inputs/text-rules.ts";

// Choices

// Forms

// Buttons

// Layout

// Overlays

// Content

// Feedback

// Data

// Chat
