import { TandemError } from "../core/errors.ts";
import { readCommand, type Command } from "./arguments.ts";
import { UsageError } from "./cli-error.ts";
import { HELP } from "./help.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/** Runs the command line; resolves to the exit code. */
export async function main(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  try {
    await run(readCommand(argv), terminal);
    return 0;
  } catch (error) {
    return report(error, terminal);
  }
}

/** Each command loads only what it needs: `--help` should not wait for a bundler. */
async function run(command: Command, terminal: Terminal): Promise<void> {
  switch (command.kind) {
    case "help":
      return terminal.out(HELP);
    case "version":
      return terminal.out(version());
    case "new":
      return (await import("./new/new.ts")).makeProject(command, terminal);
    case "dev":
      return (await import("./dev.ts")).dev(command, terminal);
    case "start":
      return (await import("./start.ts")).start(command, terminal);
    case "render":
      return (await import("./render.ts")).render(command, terminal);
  }
}

/** An error of the person at the keyboard needs no stack; any other does. */
function report(error: unknown, terminal: Terminal): number {
  if (error instanceof TandemError) {
    const advice = error.code === "server/port-busy" ? " For example: --port 0 takes a free one." : "";
    terminal.error(`${terminal.style("red", "tandem")}: ${error.message}${advice}`);
  } else {
    terminal.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return error instanceof UsageError ? 2 : 1;
}
