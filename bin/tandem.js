#!/usr/bin/env node
import { existsSync } from "node:fs";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (existsSync(main)) {
  const { main: run } = await import(main.href);
  process.exit(await run(process.argv.slice(2)));
} else {
  console.error("tandem: Expected to be built, but there is no dist/. In a checkout of Tandem, run: npm run build");
  process.exit(1);
}
