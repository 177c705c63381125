import type { Emitter } from "highlight.js";

/** Text, or a piece with a kind: the classes of highlight.js. */
export type Token = string | { readonly kind: string; readonly tokens: Token[] };

/** What highlight.js tells of code, as a tree. It calls all of this. */
export class TokenTree implements Emitter {
  readonly tokens: Token[] = [];
  readonly #open = [this.tokens];

  addText(text: string): void {
    const tokens = this.#innermost;
    const last = tokens.at(-1);
    if (typeof last === "string") tokens[tokens.length - 1] = last + text;
    else if (text !== "") tokens.push(text);
  }

  startScope(scope: string): void {
    const tokens: Token[] = [];
    this.#innermost.push({ kind: classesOf(scope), tokens });
    this.#open.push(tokens);
  }

  endScope(): void {
    this.#open.pop();
  }

  openNode(scope: string): void {
    this.startScope(scope);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage({ tokens }: TokenTree, language: string): void {
    if (language) this.#innermost.push({ kind: language, tokens });
    else this.#innermost.push(...tokens);
  }

  finalize(): void {}

  toHTML(): string {
    return "";
  }

  get #innermost(): Token[] {
    return this.#open.at(-1)!;
  }
}

/** `title.function` becomes `hljs-title function_`, as its style sheets have it. */
const classesOf = (scope: string): string =>
  scope
    .split(".")
    .map((part, index) => (index === 0 ? `hljs-${part}` : part + "_".repeat(index)))
    .join(" ");
