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
export { show, type ShowOptions } from "./output/show.ts";
export type { ScrollOptions, Shown } from "./output/shown.tsx";

// What is asked
export type { PanelPlace, QuestionOptions } from "./questions/question.ts";
