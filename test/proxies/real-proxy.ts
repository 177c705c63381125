import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "../../scripts/support/find-program.js";

/** How to run a proxy in the foreground, all it writes inside a folder of its own. */
export interface ProxyRecipe {
  readonly program: "nginx" | "haproxy";
  /** Its configuration, when it listens on this port of loopback. */
  configuration(facts: { port: number; folder: string }): string;
  arguments(file: string, folder: string): string[];
}

/** A real proxy, as Debian has it, on a port of loopback. */
export class RealProxy {
  readonly port: number;
  readonly #program: string;
  readonly #arguments: string[];
  readonly #folder: string;
  #process: ChildProcess | undefined;

  private constructor(port: number, { program, folder, args }: { program: string; folder: string; args: string[] }) {
    this.port = port;
    this.#program = program;
    this.#folder = folder;
    this.#arguments = args;
  }

  static async start(recipe: ProxyRecipe): Promise<RealProxy> {
    const program = findProgram([recipe.program]);
    if (program === undefined) throw new Error(`No ${recipe.program} found: run \`node scripts/ensure-proxies.js\`.`);
    const folder = await mkdtemp(join(tmpdir(), "tandem-proxy-"));
    const port = await freePort();
    const file = join(folder, "proxy.conf");
    await writeFile(file, recipe.configuration({ port, folder }));
    const proxy = new RealProxy(port, { program, folder, args: recipe.arguments(file, folder) });
    await proxy.run();
    return proxy;
  }

  /** Starts it, also again after `halt`. */
  async run(): Promise<void> {
    const process = spawn(this.#program, this.#arguments, { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    process.stdout.on("data", (text) => (said += String(text)));
    process.stderr.on("data", (text) => (said += String(text)));
    this.#process = process;
    while (!(await answers(this.port))) {
      if (process.exitCode !== null) throw new Error(`${this.#program} did not start: ${said}`);
    }
  }

  /** Ends it, and with it every connection. */
  async halt(): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (process === undefined || process.exitCode !== null) return;
    process.kill("SIGKILL");
    await once(process, "exit");
  }

  async close(): Promise<void> {
    await this.halt();
    await rm(this.#folder, { recursive: true });
  }
}

/** Not one of those that the system gives out, as somebody else would get it before the proxy has it, or is back on it. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const server = createServer().listen(port, "127.0.0.1");
    try {
      await once(server, "listening");
    } catch {
      continue;
    }
    server.close();
    await once(server, "close");
    return port;
  }
}

/** Whether somebody listens there; a moment later if not, so that asking again and again costs little. */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return false;
  } finally {
    socket.destroy();
  }
}
