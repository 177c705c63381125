import { SessionFiles } from "./files.ts";

/** Dialogs that a handler can wait for. */
export abstract class SessionDialogs extends SessionFiles {}
