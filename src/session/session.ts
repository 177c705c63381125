import type { App } from "./app.ts";
import { SessionMemory } from "./contract/memory.ts";
import type { Painted } from "./core/clients.ts";
import type { SessionEnvironment } from "./environment.ts";

/**
 * One running app, and all that it can do with the people at its screens. Each section of the contract has a file in
 * `contract/` and builds on those before: life, talk, files, dialogs, navigation, place, surroundings, memory. `SessionCore` makes it run.
 */
export class Session extends SessionMemory {
  /** Starts a session: runs the app, and settles its first screen. Throws what the root component throws. */
  static open(app: App, environment: SessionEnvironment): Session {
    const session = new Session(app, environment);
    session.start();
    return session;
  }

  /** Runs the app for its screen alone, and leaves nothing behind. Throws what the root component throws. */
  static readOnce(app: App, environment: Omit<SessionEnvironment, "stub">): Painted | Promise<Painted> {
    return new Session(app, { ...environment, stub: true }).readOnce();
  }
}
