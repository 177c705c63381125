import { parseArgs } from "node:util";
import { nearestName } from "../core/nearest-name.ts";
import { isLoopback } from "../server/listen.ts";
import { UsageError } from "./cli-error.ts";
import { TEMPLATES, type TemplateName } from "./new/templates.ts";

export type RunName = "dev" | "start" | "render";

/** What a command is asked to do with an app. */
export interface RunCommand {
  kind: RunName;
  file: string;
  /** Of the page to render. */
  path: string;
  port: number;
  host: string;
  basePath: string;
  open: boolean;
  /** Whether the app gets a window of its own. */
  window: boolean;
  assets: string | undefined;
  allowedOrigins: string[];
  trustProxy: boolean | number;
}

/** A project to make. */
export interface NewCommand {
  kind: "new";
  folder: string;
  template: TemplateName;
}

export type Command = RunCommand | NewCommand | { kind: "help" } | { kind: "version" };

const OPTIONS = {
  port: { type: "string", short: "p" },
  host: { type: "string" },
  base: { type: "string" },
  assets: { type: "string" },
  open: { type: "boolean" },
  window: { type: "boolean" },
  "allow-origin": { type: "string", multiple: true },
  "trust-proxy": { type: "string" },
  template: { type: "string", short: "t" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

const COMMANDS: readonly string[] = ["dev", "start", "render", "new"] satisfies (RunName | "new")[];
const SOURCE_FILE = /\.[cm]?[jt]sx?$/;

export function readCommand(argv: readonly string[]): Command {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) if (token.kind === "option") checkOption(token);
  if (values.version === true) return { kind: "version" };
  if (values.help === true || positionals.length === 0 || positionals[0] === "help") return { kind: "help" };
  const [name = "", ...given] = positionals;
  const kind = readCommandName(name);
  if (kind === "new") return { kind, folder: readFolder(given), template: readTemplate(text(values.template)) };
  const path = kind === "render" ? given.splice(1, 1)[0] : undefined;
  return {
    kind,
    file: readFileArgument(kind, given),
    path: readPath(path ?? "/"),
    // A window does not mind its port, and there may be several.
    port: readPort(text(values.port) ?? (values.window === true ? "0" : "8000")),
    host: readHost(text(values.host) ?? "127.0.0.1", { isWindow: values.window === true }),
    basePath: text(values.base) ?? "",
    open: values.open === true,
    window: values.window === true,
    assets: text(values.assets),
    allowedOrigins: (values["allow-origin"] ?? []).map(String),
    trustProxy: readTrustProxy(text(values["trust-proxy"])),
  };
}

function checkOption(token: { name: string; rawName: string; value?: string | undefined }): void {
  const option = (OPTIONS as Record<string, { type: "string" | "boolean" }>)[token.name];
  if (option === undefined) {
    const nearest = nearestName(token.name, Object.keys(OPTIONS));
    const remedy = nearest === undefined ? "See: tandem --help" : `Did you mean --${nearest}?`;
    throw new UsageError(`Expected a known option, but got ${token.rawName}. ${remedy}`);
  }
  if (option.type === "string" && token.value === undefined) {
    throw new UsageError(`Expected a value after ${token.rawName}, but nothing came. See: tandem --help`);
  }
  if (option.type === "boolean" && token.value !== undefined) {
    throw new UsageError(`Expected ${token.rawName} to stand alone, but got ${token.rawName}=${token.value}.`);
  }
}

function readCommandName(name: string): RunName | "new" {
  if (COMMANDS.includes(name)) return name as RunName | "new";
  if (SOURCE_FILE.test(name))
    throw new UsageError(`Expected a command before the file. Did you mean: tandem dev ${name}`);
  const nearest = nearestName(name, COMMANDS);
  const remedy = nearest === undefined ? "See: tandem --help" : `Did you mean: tandem ${nearest}`;
  throw new UsageError(`Expected the command dev, start, render or new, but got "${name}". ${remedy}`);
}

function readFileArgument(command: string, files: readonly string[]): string {
  const [file, ...more] = files;
  if (file === undefined) throw new UsageError(`Expected the app's file. For example: tandem ${command} app.tsx`);
  if (more.length > 0) throw new UsageError(`Expected one file, but got ${files.length}: ${files.join(", ")}.`);
  return file;
}

function readFolder(folders: readonly string[]): string {
  const [folder, ...more] = folders;
  if (folder === undefined) throw new UsageError("Expected a name for the new folder. For example: tandem new my-app");
  if (more.length > 0) throw new UsageError(`Expected one folder, but got ${folders.length}: ${folders.join(", ")}.`);
  return folder;
}

function readTemplate(name = "minimal"): TemplateName {
  if (Object.hasOwn(TEMPLATES, name)) return name as TemplateName;
  const names = Object.keys(TEMPLATES);
  const nearest = nearestName(name, names);
  const remedy = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
  throw new UsageError(`Expected --template to be one of ${names.join(", ")}, but got "${name}".${remedy}`);
}

function readPath(path: string): string {
  if (/^\/(?!\/)\S*$/.test(path)) return path;
  throw new UsageError(`Expected the path of a page, as /about, but got "${path}".`);
}

function readPort(port: string): number {
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port);
  throw new UsageError(`Expected --port to be 0 to 65535, but got "${port}".`);
}

function readHost(host: string, { isWindow }: { isWindow: boolean }): string {
  if (!isWindow || isLoopback(host)) return host;
  throw new UsageError(`Expected --host of this machine alone with --window, but got "${host}". Leave it out.`);
}

function readTrustProxy(value: string | undefined): boolean | number {
  if (value === undefined) return false;
  if (value === "all") return true;
  if (/^\d{1,2}$/.test(value)) return Number(value);
  throw new UsageError(`Expected --trust-proxy to be the number of proxies in front, or "all", but got "${value}".`);
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
