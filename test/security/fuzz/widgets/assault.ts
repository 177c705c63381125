import fc from "fast-check";
import { hostileWords } from "./hostile-words.ts";
import { WidgetAttack, type FuzzCase } from "./widget-attack.ts";

export interface AssaultOptions {
  readonly seed: number;
  /** How many sessions are attacked, each with as many words as come. */
  readonly runs: number;
  /** The most words of one attack; 60 unless told. */
  readonly mostWords?: number;
  /** Milliseconds after which no more are; all of `runs` unless told. */
  readonly within?: number;
  /** Of an attack that got through, to try it again at once. */
  readonly path?: string;
}

/** Attacks one case over and over. What got through is told as short as it can be, with the seed that repeats it. */
export async function assault(
  each: FuzzCase,
  { seed, runs, mostWords = 60, within, path }: AssaultOptions,
): Promise<{ readonly words: number; readonly problems: readonly string[] }> {
  let words = 0;
  const property = fc.asyncProperty(
    // As many words in the first attack as in the last.
    fc.noBias(
      fc.array(hostileWords(each.words ?? {}, { meddles: each.meddles ?? 0 }), { maxLength: mostWords, size: "max" }),
    ),
    async (said) => {
      const attack = new WidgetAttack(each);
      await attack.begin({ hasCompanion: said.length % 2 === 0 });
      for (const word of said) {
        await attack.say(word);
        words++;
        if (attack.problems.length > 0) break;
      }
      await attack.end();
      if (attack.problems.length > 0) throw new Error(attack.problems.join("\n"));
    },
  );
  const details = await fc.check(property, {
    seed,
    numRuns: runs,
    ...(within === undefined ? {} : { interruptAfterTimeLimit: within }),
    ...(path === undefined ? {} : { path }),
  });
  if (!details.failed) return { words, problems: [] };
  const found =
    details.errorInstance instanceof Error ? (details.errorInstance.stack ?? details.errorInstance.message) : "";
  const problem = `${each.name} (seed ${details.seed}, path ${details.counterexamplePath}): ${found.slice(0, 3_000)}`;
  return { words, problems: [`${problem}\n  said: ${JSON.stringify(details.counterexample?.[0]).slice(0, 2_000)}`] };
}
