import { SessionDialogs } from "./dialogs.ts";

/** Where the session is and is shown: its page, its client, its window, its theme. */
export abstract class SessionPlace extends SessionDialogs {}
