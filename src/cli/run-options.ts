import { dirname } from "node:path";
import type { Log } from "../core/log-entry.ts";
import { lineLog, oncePerPlace } from "../server/log.ts";
import { withHosts } from "../server/serve.ts";
import type { HandlerOptions } from "../server/server-options.ts";
import { resolveAppFile, resolveAssets } from "./app-file.ts";
import type { RunCommand } from "./arguments.ts";
import type { ReportPaths } from "./build-report.ts";
import type { Terminal } from "./terminal.ts";

/** What both commands make of their arguments. */
export interface Run {
  readonly paths: ReportPaths;
  readonly handler: HandlerOptions;
  readonly log: Log;
}

export function settleRun(command: RunCommand, terminal: Terminal): Run {
  const folder = process.cwd();
  const file = resolveAppFile(command.file, folder);
  const development = command.kind === "dev";
  const log = oncePerPlace(lineLog({ sink: terminal }));
  const handler: HandlerOptions = {
    basePath: command.basePath,
    development,
    assets: resolveAssets(command.assets, file, folder),
    allowedOrigins: command.allowedOrigins,
    trustProxy: command.trustProxy,
    secret: process.env["TANDEM_SECRET"] || undefined,
    log,
  };
  return { paths: { file, folder: dirname(file), shownFrom: folder }, handler: withHosts(handler, command.host), log };
}
