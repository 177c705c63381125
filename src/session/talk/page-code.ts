import { TandemError } from "../../core/errors.ts";
import { expectObject } from "../../core/options.ts";
import type { Json } from "../../protocol/operations.ts";
import { jsonCopy } from "./json-copy.ts";

/** Values that code in the page finds as its own variables, by name. They are sent as data and never become code. */
export type PageArguments = Readonly<Record<string, unknown>>;

/** What a page needs to run code: the code, and the names and values of its variables. */
export type PageCode = [code: string, names: string[], values: Json[]];

/** Words of the language that no variable can be called by, strict mode and modules included. */
const RESERVED = new Set(
  (
    "await break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if implements import in instanceof interface let new null package private protected public return static " +
    "super switch this throw true try typeof var void while with yield arguments eval"
  ).split(" "),
);

/** Statements, with their variables. */
export function pageStatements(code: string, args: PageArguments): PageCode {
  return pageCode("runJs()", code, args);
}

/** One expression; a semicolon at its end, as statements have it, is no part of it. */
export function pageExpression(expression: string, args: PageArguments): PageCode {
  return pageCode("evalJs()", typeof expression === "string" ? expression.replace(/[\s;]+$/, "") : expression, args);
}

function pageCode(method: string, code: string, args: PageArguments): PageCode {
  if (typeof code !== "string" || code.trim() === "") {
    const got = typeof code === "string" ? "an empty text" : typeof code;
    throw new TandemError("client/bad-code", `Expected ${method} to get JavaScript as text, but got ${got}.`);
  }
  expectObject(`the arguments of ${method}`, args);
  const names = Object.keys(args);
  return [code, names.map(variableName), names.map((name) => jsonCopy(args[name], name))];
}

function variableName(name: string): string {
  if (/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) && !RESERVED.has(name)) return name;
  const why = RESERVED.has(name) ? "a word of the language" : "no name of a variable";
  throw new TandemError(
    "client/bad-argument-name",
    `Expected names that JavaScript variables can have, but "${name}" is ${why}. Rename it, as in { ${nearName(name)}: … }.`,
  );
}

const nearName = (name: string): string => `${name.replace(/[^\w$]+/g, "_").replace(/^(?=\d)|^$/, "_")}Value`;
