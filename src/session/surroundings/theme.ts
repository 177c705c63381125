import { TandemError } from "../../core/errors.ts";
import { rejectUnknownOptions } from "../../core/options.ts";

/** Which of its two looks a page has; `"auto"` is what the person's system prefers. */
export type ThemeChoice = "light" | "dark" | "auto";

/** Values of CSS for the look of what Tandem itself shows; `null` takes one back to the default. */
export interface ThemeTokens {
  surface?: string | null;
  text?: string | null;
  border?: string | null;
  /** Of buttons and links. */
  accent?: string | null;
  error?: string | null;
  success?: string | null;
  warning?: string | null;
  /** What lies over the page behind a dialog or at its end. */
  veil?: string | null;
  /** A list of font families. */
  font?: string | null;
  /** Of the corners of widgets, a length such as `"0.5rem"`. */
  radius?: string | null;
  /** How much room widgets take: `"1"`, or `"0.85"` for less. */
  density?: string | null;
}

/** A change of the theme: only what is given. */
export interface ThemeChange extends ThemeTokens {
  theme?: ThemeChoice;
}

const CHOICES: readonly unknown[] = ["light", "dark", "auto"];
const TOKENS = [
  "surface",
  "text",
  "border",
  "accent",
  "error",
  "success",
  "warning",
  "veil",
  "font",
  "radius",
  "density",
] as const satisfies readonly (keyof ThemeTokens)[];
/** Longer is no value of CSS that anyone means. */
const MAX_LENGTH = 500;

/** A change in parts, checked: the choice, and custom properties of CSS by name. */
export interface SettledTheme {
  readonly choice: ThemeChoice | undefined;
  readonly properties: Readonly<Record<string, string | null>>;
}

export function settleTheme(change: ThemeChoice | ThemeChange): SettledTheme {
  if (typeof change === "string") return { choice: checkChoice(change), properties: {} };
  if (typeof change !== "object" || change === null) throw badTheme(`"light", "dark", "auto" or { … }`, change);
  rejectUnknownOptions("setTheme()", change, ["theme", ...TOKENS]);
  const properties: Record<string, string | null> = {};
  for (const name of TOKENS) {
    const value = change[name];
    if (value !== undefined) properties[`--tandem-${name}`] = checkToken(name, value);
  }
  return { choice: change.theme === undefined ? undefined : checkChoice(change.theme), properties };
}

function checkChoice(choice: unknown): ThemeChoice {
  if (CHOICES.includes(choice)) return choice as ThemeChoice;
  throw badTheme(`"light", "dark" or "auto"`, choice);
}

function checkToken(name: string, value: unknown): string | null {
  if (value === null) return null;
  if (typeof value === "string" && value.trim() !== "" && value.length <= MAX_LENGTH) return value;
  throw badTheme(`a value of CSS for ${name}, or null`, value);
}

function badTheme(expected: string, value: unknown): TandemError {
  return new TandemError(
    "session/bad-theme",
    `Expected setTheme() to get ${expected}, but got ${JSON.stringify(value) ?? typeof value}.`,
  );
}
