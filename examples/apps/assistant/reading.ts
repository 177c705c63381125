import type { FileInfo } from "tandem";

const MOST_READ = 2_000_000;

/** What there is to say of a file: it is read here, on the server. */
export async function describeFile(file: FileInfo): Promise<string> {
  const title = `**${file.name.replace(/[*_`[\]<>|\\]/g, "\\$&")}**`;
  if (file.mediaType.startsWith("image/"))
    return `${title} is a picture of ${size(file.sizeInBytes)}. I cannot see, sadly.`;
  if (file.sizeInBytes > MOST_READ)
    return `${title} is ${size(file.sizeInBytes)}: too long for me to read.`;
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return `${title} is no text that I can read.`;
  if (/\.csv$/i.test(file.name)) return `${title}: ${describeTable(text)}`;
  if (/\.json$/i.test(file.name)) return `${title}: ${describeJson(text)}`;
  return `${title}: ${describeText(text)}`;
}

function describeText(text: string): string {
  const words = text.toLowerCase().match(/\p{L}[\p{L}'’]*/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words)
    if (word.length > 4) counts.set(word, (counts.get(word) ?? 0) + 1);
  const frequent = [...counts].sort(([, a], [, b]) => b - a).slice(0, 5);
  const lines = text.split("\n").length;
  const list = frequent
    .map(([word, count]) => `- ${word}: ${count} ×`)
    .join("\n");
  return `${count(lines, "line")}, ${count(words.length, "word")}.${list === "" ? "" : `\n\nIts long words, by how often:\n\n${list}`}`;
}

/** Cells are cut at plain commas: enough to say what a table is about. */
function describeTable(text: string): string {
  const [head = "", ...rows] = text.trimEnd().split(/\r?\n/);
  const columns = head.split(",").map(cell);
  const table = [
    columns,
    columns.map(() => "---"),
    ...rows.slice(0, 5).map((row) => row.split(",").map(cell)),
  ];
  return `${count(rows.length, "row")} of ${count(columns.length, "column")}.\n\n${table.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`;
}

const cell = (text: string): string =>
  text
    .trim()
    .replace(/^"|"$/g, "")
    .replace(/[|\\`*_[\]<>]/g, "\\$&")
    .slice(0, 40);

function describeJson(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value))
      return `a list of ${count(value.length, "item")}.`;
    if (typeof value === "object" && value !== null) {
      const keys = Object.keys(value);
      return `a record with ${count(keys.length, "key")}: ${keys
        .slice(0, 10)
        .map((key) => `\`${key.replaceAll("`", "'")}\``)
        .join(", ")}.`;
    }
    return `just \`${String(value).replaceAll("`", "'").slice(0, 100)}\`.`;
  } catch {
    return "it should be JSON, but it is not.";
  }
}

const count = (amount: number, what: string): string =>
  `${amount.toLocaleString("en")} ${what}${amount === 1 ? "" : "s"}`;
const size = (bytes: number): string =>
  bytes < 100_000 ? count(bytes, "byte") : `${(bytes / 1e6).toFixed(1)} MB`;
