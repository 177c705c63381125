import { TandemError } from "../core/errors.ts";
import { serve } from "../server/serve.ts";
import { toApp, type App } from "../session/app.ts";
import { AppBuilder } from "./app-builder.ts";
import { prepareProcess, untilStopped } from "./app-process.ts";
import type { RunCommand } from "./arguments.ts";
import { openInBrowser } from "./browser-opener.ts";
import { reportRefused, type ReportPaths } from "./build-report.ts";
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

async function buildApp(paths: ReportPaths): Promise<App> {
  const builder = await AppBuilder.for(paths.file, { development: false });
  const build = await builder.build();
  await builder.close();
  if (build.kind === "threw") throw build.error;
  if (build.kind === "built") return toApp(build.defaultExport, paths.file);
  const { title, details } = await reportRefused(build.kind === "refused" ? build.messages : [], paths);
  throw new TandemError("cli/build-failed", `${title}\n\n${details}`);
}
