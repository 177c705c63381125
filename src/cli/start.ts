import { settleHandlerOptions } from "../server/server-options.ts";
import { sessionHandler } from "../server/session-handler.ts";
import { prepareProcess, untilStopped } from "./app-process.ts";
import type { RunCommand } from "./arguments.ts";
import { buildApp } from "./built-app.ts";
import { settleRun } from "./run-options.ts";
import { showFor } from "./showing.ts";
import type { Terminal } from "./terminal.ts";
import { windowSettings } from "./window/settings-file.ts";

/** `tandem start`: builds once, serves until told to stop, or until its window closes. */
export async function start(command: RunCommand, terminal: Terminal): Promise<void> {
  const { paths, handler: options, log } = settleRun(command, terminal);
  prepareProcess("production", log);
  const settled = settleHandlerOptions(options);
  const settings = command.window ? windowSettings(paths.file, log) : undefined;
  const handler = sessionHandler(await buildApp(paths), settled, { isWindow: command.window, settings });
  const showing = await showFor(command, handler, settled);
  terminal.out(`${command.file} runs ${showing.place(terminal)}`);
  await showing.open();
  await untilStopped(showing.windowClosed, () => {
    terminal.out("Stopping");
    return showing.close();
  });
}
