const ADJECTIVES = "pretty large big small tall short long handsome plain quaint clean elegant easy angry crazy".split(
  " ",
);
const COLOURS = "red yellow blue green pink brown purple white black orange".split(" ");
const NOUNS = "table chair house bbq desk car pony cookie sandwich burger pizza mouse keyboard".split(" ");

/** Varied as the benchmark's are, and the same in every run. */
export function labelOf(id: number): string {
  const mixed = Math.imul(id, 2_654_435_761) >>> 0;
  const of = (words: readonly string[], shift: number) => words[(mixed >>> shift) % words.length];
  return `${of(ADJECTIVES, 3)} ${of(COLOURS, 11)} ${of(NOUNS, 17)}`;
}
