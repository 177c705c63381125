import { SessionNavigation } from "./navigation.ts";

/** Who is at the session, from where and through what: facts of the connection, the user, other apps of the server. */
export abstract class SessionPlace extends SessionNavigation {}
