import { SessionTalk } from "./talk.ts";

/** Files and HTTP of the session's own: uploads, downloads, routes, assets. */
export abstract class SessionFiles extends SessionTalk {}
