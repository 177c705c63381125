import { SessionSurroundings } from "./surroundings.ts";

/** What the session remembers: values of its own, attachments, named inputs, and its modules' scopes. */
export abstract class SessionMemory extends SessionSurroundings {}
