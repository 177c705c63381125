import type { Json } from "../../protocol/operations.ts";
import type { SendWord } from "./extras.ts";

/** A function that the page makes of code. */
type PageFunction = (...values: Json[]) => unknown;

/** Makes a function of the source of one; throws its syntax errors. */
export type Compile = (source: string) => PageFunction;

interface TrustedTypes {
  createPolicy(name: string, rules: { createScript(text: string): string }): { createScript(text: string): string };
}

/** Where the function that a script makes is left for whoever put it into the page. */
type Made = HTMLScriptElement & { made?: PageFunction };

/**
 * Compiles in a page whose policy forbids `eval`: through a script with the page's nonce. Only code of the session
 * comes here, over its own line; values never become code.
 */
export function compileIn(window: Window): Compile {
  const { document } = window;
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes };
  // There can be one of a name, and what a page never runs needs none.
  let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
  return (source) => {
    const script: Made = document.createElement("script");
    const text = `document.currentScript.made=${source}`;
    script.nonce = nonce;
    policy ??= trustedTypes?.createPolicy("tandem-script", { createScript: (code) => code });
    script.text = policy ? policy.createScript(text) : text;
    const failure = errorWhile(window, () => document.head.append(script));
    script.remove();
    if (script.made) return script.made;
    throw (
      failure ?? new DOMException("The page's content security policy runs no code of the session.", "SecurityError")
    );
  };
}

/** What goes wrong in scripts meanwhile, which nobody else needs to hear of. */
function errorWhile(window: Window, act: () => void): unknown {
  let failure: unknown;
  const note = (event: ErrorEvent) => {
    failure = withoutPlace(event.error);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("error", note, true);
  act();
  window.removeEventListener("error", note, true);
  return failure;
}

/** Browsers may say first which method of ours has put the script in. */
function withoutPlace(error: unknown): unknown {
  const { message } = Object(error) as Partial<Error>;
  return error instanceof SyntaxError ? new SyntaxError(message!.replace(/^Failed to execute .*?: /, "")) : error;
}

/** `[code, names, values]` as the session sends it. */
type Code = [code: string, names: string[], values: Json[]];

/** What `session.evalJs` comes to. */
export function evaluate(compile: Compile, args: Json[]): unknown {
  const [expression, names, values] = args as Code;
  return compile(`async(${names})=>(\n${expression}\n)`)(...values);
}

/** Does `session.runJs`; what fails is told to the console, and in development to the session. */
export async function runCode(compile: Compile, send: SendWord, args: Json[]): Promise<void> {
  const [code, names, values, development] = args as [...Code, boolean];
  try {
    await compile(`async(${names})=>{\n${code}\n}`)(...values);
  } catch (error) {
    console.error(error);
    if (development) send("tell", "script-error", errorFacts(error));
  }
}

/** An error as the session can read it. Anything can be thrown. */
export function errorFacts(error: unknown): { name: string; message: string } {
  const { name, message } = Object(error) as Partial<Error>;
  return { name: String(name ?? "Error"), message: String(message ?? error) };
}
