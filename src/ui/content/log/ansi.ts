/** A piece of a line: text, and the classes that its escapes ask for, if any. */
export type LogRun = string | readonly [text: string, classes: string];

const ESCAPES = /\u001b(?:\[([0-9;:]*)([A-Za-z])|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
/** What is left of other control characters would be boxes. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
const COLORS = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"] as const;

interface Style {
  color: string;
  background: string;
  readonly marks: Set<string>;
}

/**
 * A line with ANSI escapes as pieces with classes. Colours beyond the sixteen become the nearest of them, which are read
 * well in light and dark; what moves the cursor is left out.
 */
export function ansiRuns(line: string): LogRun[] {
  if (!line.includes("\u001b")) return [line.replace(CONTROLS, "")];
  const runs: LogRun[] = [];
  const style: Style = { color: "", background: "", marks: new Set() };
  let from = 0;
  for (const match of line.matchAll(ESCAPES)) {
    addRun(runs, line.slice(from, match.index), style);
    from = match.index + match[0].length;
    if (match[2] === "m") applyCodes(style, (match[1] ?? "").split(/[;:]/).map(Number));
  }
  addRun(runs, line.slice(from), style);
  return runs;
}

/** A line without its escapes. */
export const withoutAnsi = (line: string): string => line.replace(ESCAPES, "").replace(CONTROLS, "");

function addRun(runs: LogRun[], text: string, { color, background, marks }: Style): void {
  const clean = text.replace(CONTROLS, "");
  if (clean === "") return;
  const classes = [color && `ansi-${color}`, background && `ansi-on-${background}`, ...marks].filter(Boolean).join(" ");
  runs.push(classes === "" ? clean : [clean, classes]);
}

const MARKS: Readonly<Record<number, string>> = {
  1: "ansi-bold",
  2: "ansi-dim",
  3: "ansi-italic",
  4: "ansi-underline",
  9: "ansi-struck",
};
const UNMARKS: Readonly<Record<number, readonly string[]>> = {
  22: ["ansi-bold", "ansi-dim"],
  23: ["ansi-italic"],
  24: ["ansi-underline"],
  29: ["ansi-struck"],
};

function applyCodes(style: Style, codes: readonly number[]): void {
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!;
    if (code === 0) reset(style);
    else if (MARKS[code] !== undefined) style.marks.add(MARKS[code]);
    else if (UNMARKS[code] !== undefined) UNMARKS[code].forEach((mark) => style.marks.delete(mark));
    else if (code === 38 || code === 48) {
      const { color, used } = extendedColor(codes.slice(at + 1, at + 5));
      style[code === 38 ? "color" : "background"] = color;
      at += used;
    } else applyColor(style, code);
  }
}

function applyColor(style: Style, code: number): void {
  if (code === 39) style.color = "";
  else if (code === 49) style.background = "";
  else if (code >= 30 && code <= 37) style.color = COLORS[code - 30]!;
  else if (code >= 90 && code <= 97) style.color = COLORS[code - 90]!;
  else if (code >= 40 && code <= 47) style.background = COLORS[code - 40]!;
  else if (code >= 100 && code <= 107) style.background = COLORS[code - 100]!;
}

function reset(style: Style): void {
  style.color = style.background = "";
  style.marks.clear();
}

/** `5;n` of 256 colours, or `2;r;g;b`. */
function extendedColor([kind, ...rest]: readonly number[]): { color: string; used: number } {
  if (kind === 2) return { color: nearest(rest[0] ?? 0, rest[1] ?? 0, rest[2] ?? 0), used: 4 };
  if (kind !== 5) return { color: "", used: 1 };
  const index = rest[0] ?? 0;
  if (index < 16) return { color: COLORS[index % 8]!, used: 2 };
  if (index >= 232) return { color: index < 244 ? "black" : "white", used: 2 };
  const level = (part: number) => (Math.floor((index - 16) / part) % 6) * 51;
  return { color: nearest(level(36), level(6), level(1)), used: 2 };
}

/** Which of the three parts are near the strongest decides. */
function nearest(red: number, green: number, blue: number): string {
  const most = Math.max(red, green, blue);
  if (most < 48) return "black";
  const bit = (part: number, value: number) => (part > most * 0.6 ? value : 0);
  return COLORS[bit(red, 1) + bit(green, 2) + bit(blue, 4)]!;
}
