/**
 * Takes the place of `@codemirror/autocomplete` in the languages' scripts: they have much to say of what could be typed
 * next, and the editor does not ask.
 */
export class CompletionContext {}

const nothing = (): null => null;

export const snippetCompletion = nothing;
export const completeFromList = () => nothing;
export const ifNotIn = () => nothing;
