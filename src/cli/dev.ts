import { relative, resolve } from "node:path";
import { TandemError } from "../core/errors.ts";
import type { BuildFailure } from "../server/app-handler.ts";
import { settleHandlerOptions } from "../server/server-options.ts";
import { sessionHandler } from "../server/session-handler.ts";
import type { SiteHandler } from "../server/site-handler.ts";
import { toSite } from "../session/apps.ts";
import { AppBuilder, type Build } from "./app-builder.ts";
import { prepareProcess, untilStopped } from "./app-process.ts";
import type { RunCommand } from "./arguments.ts";
import { reportRefused, reportThrown, type ReportPaths } from "./build-report.ts";
import { settleRun } from "./run-options.ts";
import { showFor } from "./showing.ts";
import { SourceWatch } from "./source-watch.ts";
import type { Terminal } from "./terminal.ts";
import { windowSettings } from "./window/settings-file.ts";

/** `tandem dev`: serves, and builds and reloads whenever a file of the app changes. */
export async function dev(command: RunCommand, terminal: Terminal): Promise<void> {
  const { paths, handler: options, log } = settleRun(command, terminal);
  prepareProcess("development", log);
  const settled = settleHandlerOptions(options);
  const settings = command.window ? windowSettings(paths.file, log) : undefined;
  const handler = sessionHandler(undefined, settled, { isWindow: command.window, settings });
  const showing = await showFor(command, handler, settled);
  const builder = await AppBuilder.for(paths.file, { development: true });
  const development = new Development({ builder, handler, paths, terminal });
  await development.refresh();
  terminal.out(`${command.file} runs ${showing.place(terminal)} and reloads when it changes`);
  await showing.open();
  await untilStopped(showing.windowClosed, async () => {
    await development.close();
    await showing.close();
  });
}

interface DevelopmentParts {
  readonly builder: AppBuilder;
  readonly handler: SiteHandler;
  readonly paths: ReportPaths;
  readonly terminal: Terminal;
}

/** Keeps what is served up with the app's source. */
class Development {
  readonly #parts: DevelopmentParts;
  readonly #watch: SourceWatch;
  /** The build under way, and whether something changed since it began. */
  #running: Promise<void> | undefined;
  #changed = false;

  constructor(parts: DevelopmentParts) {
    this.#parts = parts;
    this.#watch = new SourceWatch(() => void this.refresh());
  }

  /** Builds until nothing changed meanwhile. */
  refresh(): Promise<void> {
    this.#changed = true;
    return (this.#running ??= this.#buildWhileChanged().finally(() => (this.#running = undefined)));
  }

  async close(): Promise<void> {
    await this.#watch.close();
    await this.#running;
    await this.#parts.builder.close();
  }

  async #buildWhileChanged(): Promise<void> {
    while (this.#changed) {
      this.#changed = false;
      const began = Date.now();
      this.#watch.reading();
      await this.#take(await this.#parts.builder.build(), began);
    }
  }

  async #take(build: Build, began: number): Promise<void> {
    const { paths } = this.#parts;
    switch (build.kind) {
      case "unchanged":
        return;
      case "built":
        this.#show(build.defaultExport, began);
        return this.#watch.follow(build.inputs);
      case "threw":
        this.#fail(await reportThrown(build.error, paths));
        return this.#watch.follow(build.inputs);
      case "refused": {
        this.#fail(await reportRefused(build.messages, paths));
        const files = build.messages.flatMap(({ location }) =>
          location ? [resolve(paths.folder, location.file)] : [],
        );
        return this.#watch.followNeighbours([paths.file, ...files]);
      }
    }
  }

  #show(exported: unknown, began: number): void {
    const { handler, paths, terminal } = this.#parts;
    const shown = relative(paths.shownFrom, paths.file);
    try {
      handler.replaceSite(toSite(exported, shown));
      terminal.out(terminal.style("dim", `Built ${shown} in ${Date.now() - began} ms`));
    } catch (error) {
      if (!(error instanceof TandemError)) throw error;
      this.#fail({ title: `${shown} has no app`, text: error.message, details: undefined });
    }
  }

  #fail(failure: BuildFailure): void {
    const { handler, terminal } = this.#parts;
    handler.showFailure(failure);
    terminal.error(`\n${terminal.style("red", failure.title)}: ${failure.text}\n\n${failure.details ?? ""}\n`);
  }
}
