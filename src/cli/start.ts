import { serve } from "../server/serve.ts";
import { prepareProcess, untilStopped } from "./app-process.ts";
import type { RunCommand } from "./arguments.ts";
import { openInBrowser } from "./browser-opener.ts";
import { buildApp } from "./built-app.ts";
import { settleRun } from "./run-options.ts";
import type { Terminal } from "./terminal.ts";

/** `tandem start`: builds once, serves until told to stop. */
export async function start(command: RunCommand, terminal: Terminal): Promise<void> {
  const { paths, handler, log } = settleRun(command, terminal);
  prepareProcess("production", log);
  const server = await serve(await buildApp(paths), { ...handler, port: command.port, host: command.host });
  terminal.out(`${command.file} runs at ${terminal.style("cyan", server.url)}`);
  if (command.open) openInBrowser(server.url);
  await untilStopped(() => {
    terminal.out("Stopping");
    return server.close();
  });
}
