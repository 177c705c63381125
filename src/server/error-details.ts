import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { codeFrame } from "./code-frame.ts";

/** Where Tandem's own code is. What runs is in `dist/`, but a stack names `src/` where there are source maps. */
const OWN_CODE = ["dist/", "src/"].map((folder) => fileURLToPath(new URL(`../../${folder}`, import.meta.url)));

/** What a developer needs to see of an error: its message, then the source where it began and its stack. */
export async function describeError(error: unknown): Promise<{ text: string; details: string }> {
  if (!(error instanceof Error)) return { text: String(error), details: "Thrown was no Error, so there is no stack." };
  const stack = error.stack ?? "";
  const frame = await firstOwnFrame(stack);
  return { text: `${error.name}: ${error.message}`, details: frame === undefined ? stack : `${frame}\n\n${stack}` };
}

/** Source around the first line of the stack that is the app's: no package's, and not Node's. */
async function firstOwnFrame(stack: string): Promise<string | undefined> {
  for (const [, place, line, column] of stack.matchAll(/\(?((?:file:\/\/|\/|[A-Z]:\\)[^()\n]+?):(\d+):(\d+)\)?$/gm)) {
    const file = place!.startsWith("file:") ? fileURLToPath(place!) : place!;
    if (OWN_CODE.some((folder) => file.startsWith(folder)) || /[\\/]node_modules[\\/]/.test(file)) continue;
    const source = await readFile(file, "utf8").catch(() => undefined);
    if (source === undefined) continue;
    return `${file}:${line}:${column}\n\n${codeFrame(source, { line: Number(line), column: Number(column) })}`;
  }
  return undefined;
}
