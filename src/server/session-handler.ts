import { TELL_ZONE } from "../browser/tell-zone.ts";
import { EARLY_CAPTURE } from "../browser/early-capture.ts";
import type { Site } from "../session/apps.ts";
import type { SettingsStore } from "../session/settings/settings-store.ts";
import { Session } from "../session/session.ts";
import { AppHandler } from "./app-handler.ts";
import { builtRuntime } from "./runtime-files.ts";
import type { SettledOptions } from "./server-options.ts";
import { SiteHandler } from "./site-handler.ts";

export interface SessionHandlerOptions {
  /** Whether the site is in a window of its own on this machine. */
  readonly isWindow?: boolean;
  /** Keeps people's settings, where the window's browser keeps nothing. */
  readonly settings?: SettingsStore | undefined;
}

/** A handler whose sessions are real, with the built runtime in its pages. No site yet: `replaceSite` gives one. */
export function sessionHandler(
  site: Site | undefined,
  options: SettledOptions,
  { isWindow = false, settings }: SessionHandlerOptions = {},
): SiteHandler {
  const open = Session.open.bind(Session);
  const readOnce = Session.readOnce.bind(Session);
  const shared = { open, readOnce, runtime: builtRuntime(), earlyScript: EARLY_CAPTURE + TELL_ZONE };
  return new SiteHandler(site, {
    options,
    make: (app, settled, apps) => new AppHandler({ ...shared, app, host: { isWindow, settings, apps } }, settled),
  });
}
