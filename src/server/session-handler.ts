import { EARLY_CAPTURE } from "../browser/early-capture.ts";
import type { App } from "../session/app.ts";
import { Session } from "../session/session.ts";
import { AppHandler } from "./app-handler.ts";
import { builtRuntime } from "./runtime-files.ts";
import type { SettledOptions } from "./server-options.ts";

/** A handler whose sessions are real, with the built runtime in its pages. No app yet: `replaceApp` gives one. */
export function sessionHandler(app: App | undefined, options: SettledOptions): AppHandler<App> {
  const open = Session.open.bind(Session);
  const readOnce = Session.readOnce.bind(Session);
  return new AppHandler<App>({ app, open, readOnce, runtime: builtRuntime(), earlyScript: EARLY_CAPTURE }, options);
}
