import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { TandemError } from "../../core/errors.ts";
import { OpenPages } from "./open-pages.ts";

/** Milliseconds that a browser has to end when told to, before it is made to. */
const END_WITHIN = 3_000;
/** Of what the browser says, as much as tells why it failed. */
const LAST_WORDS = 1_000;

/** A browser window that shows one URL and nothing around it, with a profile of its own that is gone afterwards. */
export class AppWindow {
  /** Resolves when the window is gone, whoever closed it. */
  readonly closed: Promise<void>;
  readonly #browser: ChildProcess;
  #words = "";

  static async open(program: string, url: string): Promise<AppWindow> {
    const profile = await mkdtemp(join(tmpdir(), "tandem-window-"));
    const options = [
      `--app=${url}`,
      `--user-data-dir=${profile}`,
      "--no-first-run",
      "--no-default-browser-check",
      "--remote-debugging-pipe",
    ];
    // A group of its own, so that all of the browser's processes can be ended together.
    const detached = process.platform !== "win32";
    const browser = spawn(program, options, { stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"], detached });
    return new AppWindow(browser, profile);
  }

  private constructor(browser: ChildProcess, profile: string) {
    this.#browser = browser;
    browser.stderr?.on("data", (words: Buffer) => (this.#words = (this.#words + words.toString()).slice(-LAST_WORDS)));
    const [, , , to, from] = browser.stdio;
    new OpenPages({ to: to as Writable, from: from as Readable }, () => void this.close());
    const ended = new Promise<void>((resolve) => {
      browser.once("exit", () => resolve());
      browser.once("error", (error) => {
        this.#words = error.message;
        resolve();
      });
    });
    this.closed = ended.then(() => rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  }

  /** Why there never was a window. */
  get failure(): TandemError {
    const code = this.#browser.exitCode ?? this.#browser.signalCode ?? "nothing";
    const words = this.#words.trim();
    return new TandemError(
      "cli/window-failed",
      `Expected ${this.#browser.spawnfile} to open a window, but it ended with ${code}.${words === "" ? "" : ` It said:\n${words}`}`,
    );
  }

  async close(): Promise<void> {
    this.#end("SIGTERM");
    const timer = setTimeout(() => this.#end("SIGKILL"), END_WITHIN);
    await this.closed;
    clearTimeout(timer);
  }

  #end(signal: NodeJS.Signals): void {
    const { pid, exitCode, signalCode } = this.#browser;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    if (process.platform === "win32") this.#browser.kill(signal);
    else killGroup(pid, signal);
  }
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has just ended by itself.
  }
}
