import { Script, createContext } from "node:vm";
import { TandemError } from "../../core/errors.ts";

/** Milliseconds of computing that one match may take. */
const MOST_TIME = 500;
/** In so few characters no pattern takes long. */
const SHORT = 16;

/** Of patterns that took too long: how long a text may still be to be tried. By what they are written as. */
const longest = new Map<string, number>();

/** A pattern of the app that takes too long for a text, as one with a repetition within a repetition may. */
export class SlowPattern extends TandemError {
  override readonly name = "SlowPattern";

  constructor(pattern: RegExp, length: number) {
    super(
      "ui/slow-pattern",
      `Expected the pattern ${pattern} to be matched within ${MOST_TIME} ms, but a text of ${length} characters took longer, and was refused, as longer ones will be. Write it without a repetition within a repetition, or give a maxLength.`,
    );
  }
}

/**
 * Whether the whole of `text` matches. Some patterns take twice as long for each character more, and while one is
 * matched nobody else has a turn: so that it is broken off, and each next try must be half as long. Throws
 * {@link SlowPattern} when it was, once for each try.
 */
export function matchesInTime(pattern: RegExp, text: string): boolean {
  if (text.length <= SHORT) return pattern.test(text);
  const name = String(pattern);
  if (text.length > (longest.get(name) ?? Infinity)) return false;
  const outcome = tryToMatch(pattern, text);
  if (outcome !== undefined) return outcome;
  longest.set(name, Math.floor(text.length / 2));
  throw new SlowPattern(pattern, text.length);
}

let room: { pattern: RegExp; text: string } | undefined;
let script: Script | undefined;

/** Nothing, where it was broken off. On a machine that is busy with other things, what counts is what was computed. */
function tryToMatch(pattern: RegExp, text: string): boolean | undefined {
  room ??= createContext({ pattern, text }) as { pattern: RegExp; text: string };
  script ??= new Script("pattern.test(text)");
  Object.assign(room, { pattern, text });
  for (let computed = 0; computed < MOST_TIME;) {
    const before = process.cpuUsage();
    try {
      return script.runInContext(room, { timeout: MOST_TIME }) as boolean;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
      const { user, system } = process.cpuUsage(before);
      computed += (user + system) / 1_000;
    }
  }
  return undefined;
}
