import { styleText } from "node:util";
import type { LogSink } from "../server/log.ts";

type Style = Parameters<typeof styleText>[0];

/** Where the command writes. Colours only where a person looks. */
export interface Terminal extends LogSink {
  style(style: Style, text: string): string;
}

export function processTerminal(): Terminal {
  const coloured = process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined;
  return {
    out: (line) => void process.stdout.write(line + "\n"),
    error: (line) => void process.stderr.write(line + "\n"),
    style: (style, text) => (coloured ? styleText(style, text) : text),
  };
}
