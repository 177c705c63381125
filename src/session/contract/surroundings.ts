import { SessionPlace } from "./place.ts";

/** What surrounds the session's screen in the browser: its window, its theme, its environment. */
export abstract class SessionSurroundings extends SessionPlace {}
