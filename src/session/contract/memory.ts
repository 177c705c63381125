import { SessionPlace } from "./place.ts";

/** What the session remembers: values of its own, attachments, named inputs, and its modules' scopes. */
export abstract class SessionMemory extends SessionPlace {}
