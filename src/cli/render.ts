import { settleHandlerOptions } from "../server/server-options.ts";
import { sessionHandler } from "../server/session-handler.ts";
import type { RunCommand } from "./arguments.ts";
import { prepareProcess } from "./app-process.ts";
import { buildApp } from "./built-app.ts";
import { settleRun } from "./run-options.ts";
import type { Terminal } from "./terminal.ts";

const ORIGIN = "http://localhost";

/** `tandem render`: prints the HTML of one page, as a crawler gets it. */
export async function render(command: RunCommand, terminal: Terminal): Promise<void> {
  const { paths, handler: options, log } = settleRun(command, terminal);
  prepareProcess("production", log);
  const app = await buildApp(paths);
  const settled = settleHandlerOptions(options);
  const handler = sessionHandler(app, settled);
  const html = await handler.render({
    method: "GET",
    url: ORIGIN + settled.basePath + command.path,
    headers: { host: "localhost" },
    origin: ORIGIN,
    basePath: settled.basePath,
    clientIp: "127.0.0.1",
    clientPort: 0,
  });
  await handler.close();
  terminal.out(html.trimEnd());
}
