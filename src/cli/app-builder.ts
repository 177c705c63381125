import { mkdir, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  context,
  type BuildContext,
  type BuildFailure as EsbuildFailure,
  type BuildResult,
  type Message,
} from "esbuild";
import { TandemError } from "../core/errors.ts";
import { moduleFacts } from "./module-facts.ts";
import { sameTandem } from "./same-tandem.ts";

/** The outcome of one build. */
export type Build =
  /** The app's default export, and the files it was made of. */
  | { kind: "built"; defaultExport: unknown; inputs: string[] }
  /** The same code as the last time: a file was saved as it was. */
  | { kind: "unchanged" }
  | { kind: "refused"; messages: Message[] }
  /** It was built, but its module threw while it was loaded. */
  | { kind: "threw"; error: unknown; inputs: string[] };

/** Where a built app lies for the moment it is loaded, beside its source. */
const MODULE_FOLDER = ".tandem";

/** Bundles an app's own files into one module beside them, so that its imports resolve as the app's do. */
export class AppBuilder {
  readonly #file: string;
  readonly #context: BuildContext;
  #builds = 0;
  #lastHash: string | undefined;

  private constructor(file: string, context: BuildContext) {
    this.#file = file;
    this.#context = context;
  }

  static async for(file: string, options: { development: boolean }): Promise<AppBuilder> {
    const build = await context({
      entryPoints: [file],
      absWorkingDir: dirname(file),
      // Where it will lie: the positions in its source map lead from there.
      outfile: join(MODULE_FOLDER, "app.mjs"),
      bundle: true,
      write: false,
      metafile: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20",
      jsx: "automatic",
      jsxImportSource: "tandem",
      jsxDev: options.development,
      sourcemap: "inline",
      sourcesContent: true,
      keepNames: true,
      logLevel: "silent",
      plugins: [sameTandem, moduleFacts],
    });
    return new AppBuilder(file, build);
  }

  async build(): Promise<Build> {
    let result: BuildResult<{ metafile: true; write: false }>;
    try {
      result = (await this.#context.rebuild()) as typeof result;
    } catch (error) {
      this.#lastHash = undefined;
      return { kind: "refused", messages: (error as EsbuildFailure).errors ?? [plainMessage(error)] };
    }
    const [output] = result.outputFiles;
    if (output!.hash === this.#lastHash) return { kind: "unchanged" };
    this.#lastHash = output!.hash;
    const folder = dirname(this.#file);
    const inputs = Object.keys(result.metafile.inputs).map((input) => resolve(folder, input));
    try {
      return { kind: "built", defaultExport: await this.#load(output!.contents), inputs };
    } catch (error) {
      if (error instanceof TandemError && error.code === "cli/cannot-write") throw error;
      return { kind: "threw", error, inputs };
    }
  }

  close(): Promise<void> {
    return this.#context.dispose();
  }

  /** Each build gets a name of its own, as Node never loads the same module twice. The file is gone once loaded. */
  async #load(code: Uint8Array): Promise<unknown> {
    const folder = join(dirname(this.#file), MODULE_FOLDER);
    const name = basename(this.#file, extname(this.#file));
    const module = join(folder, `${name}-${process.pid}-${++this.#builds}.mjs`);
    await writeModule(folder, module, code);
    try {
      const loaded = (await import(pathToFileURL(module).href)) as { default?: unknown };
      return loaded.default;
    } finally {
      await rm(module, { force: true });
      // Stays when another command uses it.
      await rmdir(folder).catch(() => {});
    }
  }
}

async function writeModule(folder: string, module: string, code: Uint8Array): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(module, code);
  } catch (cause) {
    const message = `Expected to be allowed to write the built app to ${folder}. Give this user the right to, or copy the app elsewhere.`;
    throw new TandemError("cli/cannot-write", message, { cause });
  }
}

function plainMessage(error: unknown): Message {
  return { id: "", pluginName: "", text: String(error), location: null, notes: [], detail: error };
}
