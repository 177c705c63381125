/** `tandem/flow`: conversations. */

export { conversation, type ConversationContext } from "./conversation.tsx";

// What is shown
export { Output, type OutputProps } from "./output/output.tsx";
export type { OutputScope } from "./output/output-scope.tsx";
export {
  clear,
  outputScope,
  remove,
  scope,
  scrollTo,
  useScope,
  type ScopeLike,
  type ScopeOptions,
} from "./output/scopes.ts";
export { popup, type Popup, type PopupOptions } from "./output/popup.tsx";
export { showProgress, type ProgressOptions, type ShownProgress } from "./output/progress.tsx";
export { show, type ShowOptions } from "./output/show.ts";
export { toast } from "./output/toast.ts";
export { withLoading, type LoadingOptions } from "./output/with-loading.tsx";
export type { ScrollOptions, Shown } from "./output/shown.tsx";

// What is asked
export { ask, type ConfirmOptions } from "./ask.ts";
export type { CustomQuestion } from "./ask-custom.tsx";
export type { AskFormOptions, FormComplaintOf, FormFields } from "./ask-form.tsx";
export type { AskOptions } from "./ask-options.ts";
export type {
  Action,
  ActionCancel,
  ActionKind,
  Actions,
  ActionsFieldOptions,
  ActionValue,
} from "./fields/actions-field.tsx";
export type { CustomFieldOptions } from "./fields/custom-field.tsx";
export { field } from "./fields/field.ts";
export type { FieldOptions, FormField } from "./fields/form-field.tsx";
export type { AnyFormField, CancelOf, EmptyUnless, NullIf, ValuesOf } from "./fields/results.ts";
export type { ChoiceOf, ChoiceOptions, Choices, ChoiceSearch, ChoicesOptions } from "./fields/choice-fields.ts";
export type { FileFieldOptions, FilesFieldOptions } from "./fields/file-field.tsx";
export type { ControlOptions } from "./fields/control-field.tsx";
export type { Complaint, Validator } from "./fields/validation.ts";
export type { PanelPlace, QuestionOptions } from "./questions/question.ts";

// What is waited for
export { waitForChange, type Change, type WaitForChangeOptions } from "./wait-for-change.ts";
