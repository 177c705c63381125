import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What a server says of itself. */
export interface Usage {
  /** Resident bytes, after collecting garbage. */
  readonly rss: number;
  readonly heap: number;
  /** Microseconds of processor time so far. */
  readonly cpu: number;
}

/** A server in a process of its own, so that load and server do not share a thread. */
export class ServerProcess {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /** Starts `bench/servers/<name>` with what it is to serve; resolves when it listens. */
  static async start(name: "tandem" | "bare" | "files", what: string, ...args: string[]): Promise<ServerProcess> {
    const program = fileURLToPath(new URL(`servers/${name}.js`, import.meta.url));
    const execArgv = ["--expose-gc", ...(process.env["BENCH_SERVER_FLAGS"]?.split(" ") ?? [])];
    const child = fork(program, [what, ...args], { execArgv, stdio: ["ignore", "inherit", "inherit", "ipc"] });
    child.on("exit", (code) => {
      if (code !== 0 && code !== null) throw new Error(`The server ${name} ${what} ended with ${code}.`);
    });
    const { url } = (await next(child)) as { url: string };
    return new ServerProcess(child, url);
  }

  /** Has the server do what it knows under this name, and gives its answer. */
  async ask(command: string): Promise<unknown> {
    this.#child.send(command);
    return next(this.#child);
  }

  usage(): Promise<Usage> {
    return this.ask("usage") as Promise<Usage>;
  }

  /** Processor time alone, without collecting. */
  async cpu(): Promise<number> {
    return (await this.ask("cpu")) as number;
  }

  async stop(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.#child.once("exit", () => resolve()));
    this.#child.send("stop");
    await ended;
  }
}

function next(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once("message", resolve));
}
