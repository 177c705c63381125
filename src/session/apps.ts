import { TandemError } from "../core/errors.ts";
import { toApp, type App } from "./app.ts";
import type { AppRoot } from "./app-root.ts";

/** Several apps for one server, each below a path of its own. */
export class Apps {
  /** By name; `""` is the one at the base path itself. */
  readonly byName: ReadonlyMap<string, App>;

  constructor(byName: ReadonlyMap<string, App>) {
    this.byName = byName;
  }
}

/** One segment of a path that needs no encoding and can be nothing of ours. */
const NAME = /^[A-Za-z0-9][\w-]{0,63}$/;
const TAKEN = ["assets"];

/**
 * Makes several apps one site: each lives below its name, and `""` at the base path. Without a `""`, a list of the apps
 * is there. What `serve`, `createHandler` and `tandem dev` take in place of one app.
 *
 * @example
 * ```tsx
 * import { app, apps, session } from "tandem";
 *
 * const Lobby = () => <button onClick={() => session.goApp("chat")}>Chat</button>;
 * const Chat = () => <h1>Chat</h1>;
 * export default apps({ "": Lobby, chat: app(Chat, { title: "Chat" }) });
 * ```
 *
 * Throws a `TandemError` for a name that no path can have, and for what is no app. From PyWebIO's `start_server` with
 * a dict.
 */
export function apps(named: Readonly<Record<string, App | AppRoot>>): Apps {
  const entries = Object.entries(named);
  if (entries.length === 0)
    throw new TandemError(
      "app/no-apps",
      "Expected apps() to get at least one app, but got none. Give each a name: apps({ chat: Chat }).",
    );
  return new Apps(new Map(entries.map(([name, app]) => [checkName(name), toApp(app, `apps() for "${name}"`)])));
}

function checkName(name: string): string {
  if (name === "" || (NAME.test(name) && !TAKEN.includes(name))) return name;
  throw new TandemError(
    "app/bad-name",
    `Expected the name of an app to be letters, digits, - and _ that begin with a letter or digit, and not "assets", but got ${JSON.stringify(name)}. It is a part of the app's URL.`,
  );
}

/** What a server shows: one app, or several. */
export type Site = App | Apps;

/** What a module exported by default, as one app or several. */
export function toSite(exported: unknown, from?: string): Site {
  return exported instanceof Apps ? exported : toApp(exported, from);
}

export const appsOf = (site: Site): ReadonlyMap<string, App> =>
  site instanceof Apps ? site.byName : new Map([["", site]]);
