import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { Log } from "../../core/log-entry.ts";
import type { SettingsFollower, SettingsStore } from "../../session/settings/settings-store.ts";
import { thisMachine, type Machine } from "./browser-program.ts";

type Texts = Readonly<Record<string, unknown>>;

/**
 * The settings of an app in a window of its own, whose browser keeps nothing: a JSON file in the user's data folder.
 * From Rio's windows.
 */
export class SettingsFile implements SettingsStore {
  readonly path: string;
  readonly #log: Log;
  readonly #followers = new Set<SettingsFollower>();
  /** By key; `null` until it is first asked for. */
  #sections: Record<string, Texts> | null = null;

  constructor(path: string, log: Log) {
    this.path = path;
    this.#log = log;
  }

  read(key: string): Texts {
    const section = this.#all[key];
    return typeof section === "object" && section !== null ? section : {};
  }

  write(key: string, texts: Readonly<Record<string, string | null>>, writer: SettingsFollower): void {
    const kept = Object.entries({ ...this.read(key), ...texts }).filter(([, text]) => text !== null);
    this.#sections = { ...this.#all, [key]: Object.fromEntries(kept) };
    this.#save();
    for (const follower of this.#followers) if (follower !== writer) follower(key);
  }

  follow(follower: SettingsFollower): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  get #all(): Record<string, Texts> {
    return (this.#sections ??= this.#load());
  }

  #load(): Record<string, Texts> {
    try {
      const sections: unknown = JSON.parse(readFileSync(this.path, "utf8"));
      if (typeof sections === "object" && sections !== null) return sections as Record<string, Texts>;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") this.#warn("could not be read", error);
    }
    return {};
  }

  /** Whole or not at all: a crash in between leaves the file as it was. */
  #save(): void {
    try {
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      const draft = `${this.path}.${process.pid}`;
      writeFileSync(draft, `${JSON.stringify(this.#sections, null, 2)}\n`, { mode: 0o600 });
      renameSync(draft, this.path);
    } catch (error) {
      this.#warn("could not be written", error);
    }
  }

  #warn(what: string, error: unknown): void {
    this.#log({ level: "warn", event: "settings/file", message: `${this.path} ${what}`, error });
  }
}

/** Where an app's settings are on this machine: named after its file, and told apart from others by its folder. */
export function settingsPath(
  appFile: string,
  { platform, env, home }: Pick<Machine, "platform" | "env" | "home">,
): string {
  const mark = createHash("sha256").update(appFile).digest("hex").slice(0, 8);
  const name = `${basename(appFile, extname(appFile))}-${mark}.json`;
  if (platform === "win32") return join(env["LOCALAPPDATA"] ?? join(home, "AppData", "Local"), "Tandem", name);
  if (platform === "darwin") return join(home, "Library", "Application Support", "Tandem", name);
  return join(env["XDG_DATA_HOME"] || join(home, ".local", "share"), "tandem", name);
}

/** Those of the app in `appFile`, for whoever runs this process. */
export const windowSettings = (appFile: string, log: Log): SettingsFile =>
  new SettingsFile(settingsPath(appFile, thisMachine()), log);
