// @ts-check
import { runTool } from "../support/run.js";

/** Formatting: `npm run format` puts it right. */
export async function run() {
  const { code, output } = await runTool("oxfmt/bin/oxfmt", ["--list-different", "."]);
  const files = output.trim().split("\n").filter(Boolean);
  if (code !== 0 && files.length === 0) return { failures: [`oxfmt ended with ${code}`] };
  return { failures: code === 0 ? [] : files.map((file) => `${file} is not formatted: npm run format`) };
}
