/** Lines around a difference that are shown with it. */
const CONTEXT = 2;

/** What differs between two texts, line by line: `-` only in the first, `+` only in the second. `undefined`: nothing. */
export function differences(before: readonly string[], after: readonly string[]): string | undefined {
  const edits = editsBetween(before, after);
  if (edits.every(({ mark }) => mark === " ")) return undefined;
  const shown = edits.map((_, index) =>
    edits.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ mark }) => mark !== " "),
  );
  return edits
    .flatMap(({ mark, line }, index) => {
      if (shown[index]) return [`${mark} ${line.replace(/ $/, "·")}`];
      return shown[index - 1] || index === 0 ? ["  …"] : [];
    })
    .join("\n");
}

interface Edit {
  mark: " " | "-" | "+";
  line: string;
}

/** What both begin and end with is set apart first, as screens mostly agree. */
function editsBetween(before: readonly string[], after: readonly string[]): Edit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const kept = (lines: readonly string[]): Edit[] => lines.map((line) => ({ mark: " ", line }));
  const middle = shortestEdits(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [...kept(before.slice(0, start)), ...middle, ...kept(before.slice(before.length - end))];
}

/** By the longest common subsequence. */
function shortestEdits(before: readonly string[], after: readonly string[]): Edit[] {
  const common = lengthsOfCommon(before, after);
  const edits: Edit[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && before[i] === after[j]) {
      edits.push({ mark: " ", line: before[i]! });
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      edits.push({ mark: "-", line: before[i++]! });
    } else {
      edits.push({ mark: "+", line: after[j++]! });
    }
  }
  return edits;
}

/** `[i][j]`: how many lines `before` from `i` on and `after` from `j` on have in common. */
function lengthsOfCommon(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const [here, down, right] = [lengths[i]!, lengths[i + 1]![j]!, lengths[i]![j + 1]!];
      here[j] = before[i] === after[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(down, right);
    }
  }
  return lengths;
}
