import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { later } from "../server/support.tsx";

const COMMAND = fileURLToPath(new URL("../../bin/tandem.js", import.meta.url));

export const COUNTER = `import { signal } from "tandem";

export default function Counter() {
  const clicks = signal(0);
  return <button onClick={() => clicks.value++}>Clicked {clicks}</button>;
}
`;

/** A folder of its own, with these files; gone after the test. */
export function project(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "tandem-cli-"));
  later(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { folder, write, remove: (name: string) => rmSync(join(folder, name)), list: () => readdirSync(folder) };
}

export interface Command {
  /** All that was written so far. */
  output(): string;
  /** Resolves to the match once the output, from the last one on, has it; rejects when the command ends without. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  exited: Promise<number | null>;
  signal(name: NodeJS.Signals): void;
}

/** Runs the built command line in a folder. */
export function tandem(folder: string, ...args: string[]): Command {
  return tandemWith({}, folder, ...args);
}

/** The same, with a change of the environment. */
export function tandemWith(change: Record<string, string>, folder: string, ...args: string[]): Command {
  const { NODE_ENV: _, ...env } = process.env;
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder, env: { ...env, ...change, NO_COLOR: "1" } });
  let output = "";
  let read = 0;
  const wakers = new Set<() => void>();
  const wake = () => wakers.forEach((waker) => waker());
  const take = (chunk: Buffer) => {
    output += chunk.toString();
    wake();
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  let over = false;
  const exited = new Promise<number | null>((resolve) =>
    child.on("close", (code) => {
      over = true;
      resolve(code);
      wake();
    }),
  );
  // Not "close": the bundler's own process lets go of the output a second later.
  const gone = new Promise((resolve) => child.once("exit", resolve));
  later(async () => {
    if (over) return;
    child.kill("SIGKILL");
    await gone;
  });
  return {
    exited,
    output: () => output,
    signal: (name) => void child.kill(name),
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output.slice(read));
          if (match !== null) read += match.index + match[0].length;
          else if (!over) return;
          wakers.delete(look);
          if (match !== null) resolve(match);
          else reject(new Error(`Expected ${pattern}, but the command ended with:\n${output}`));
        };
        wakers.add(look);
        look();
      }),
  };
}

/** Starts `dev` or `start` on a free port; resolves once it serves. */
export async function serving(folder: string, kind: "dev" | "start", ...args: string[]) {
  const command = tandem(folder, kind, ...args, "--port", "0");
  const [, port] = await command.says(/runs at http:\/\/localhost:(\d+)\//);
  return { ...command, port: Number(port) };
}
