import { SessionDialogs } from "./dialogs.ts";

/** Moving between the app's pages. */
export abstract class SessionNavigation extends SessionDialogs {}
