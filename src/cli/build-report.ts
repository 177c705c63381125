import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import type { Message } from "esbuild";
import type { BuildFailure } from "../server/app-handler.ts";
import { codeFrame } from "../server/code-frame.ts";
import { describeError } from "../server/error-details.ts";

/** Paths are shown as seen from `shownFrom`; `folder` is what messages' paths start from. */
export interface ReportPaths {
  file: string;
  folder: string;
  shownFrom: string;
}

/** What a build refused, with position and source, for the browser and the terminal alike. */
export async function reportRefused(messages: readonly Message[], paths: ReportPaths): Promise<BuildFailure> {
  const reports = await Promise.all(messages.slice(0, 5).map((message) => reportMessage(message, paths)));
  const more = messages.length > 5 ? [`and ${messages.length - 5} more`] : [];
  return {
    title: `${relative(paths.shownFrom, paths.file)} does not build`,
    text: messages[0]?.text ?? "The build failed.",
    details: [...reports, ...more].join("\n\n"),
  };
}

/** What the app's module threw while it was loaded. */
export async function reportThrown(error: unknown, paths: ReportPaths): Promise<BuildFailure> {
  return { title: `${relative(paths.shownFrom, paths.file)} does not start`, ...(await describeError(error)) };
}

async function reportMessage({ text, location }: Message, paths: ReportPaths): Promise<string> {
  if (location === null) return text;
  const file = resolve(paths.folder, location.file);
  const position = { line: location.line, column: location.column + 1 };
  const source = await readFile(file, "utf8").catch(() => undefined);
  const head = `${relative(paths.shownFrom, file)}:${position.line}:${position.column}  ${text}`;
  return source === undefined ? head : `${head}\n\n${codeFrame(source, position)}`;
}
