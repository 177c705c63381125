import { AsyncLocalStorage } from "node:async_hooks";
import { TandemError } from "../core/errors.ts";
import { setAmbientOwner } from "../reactive/owner.ts";
import type { SessionBase } from "./core/base.ts";
import type { Session } from "./session.ts";

/** What a session does because one of its clients did something. */
class Deed {
  readonly session: Session;
  readonly client: number;

  constructor(session: Session, client: number) {
    this.session = session;
    this.client = client;
  }
}

/** Every session is a whole one: `SessionBase` is only its lowest part. */
const storage = new AsyncLocalStorage<Session | Deed>();

setAmbientOwner(() => findSession());

/** The session whose code runs now, also after awaits and in timers it set; `undefined` outside of any. */
export function findSession(): Session | undefined {
  const current = storage.getStore();
  return current instanceof Deed ? current.session : current;
}

/** The session whose code runs now; throws where there is none. */
export function currentSession(): Session {
  const session = findSession();
  if (session !== undefined) return session;
  throw new TandemError(
    "session/none",
    "Expected to run in a session, but no session is current here. Use `session` in a component, a handler, an effect " +
      "or what they started; a callback from elsewhere is adopted with session.run(fn).",
  );
}

/** Runs `fn` with `session` as the current one; in what a client did, it stays so. */
export const enterSession = <T>(session: SessionBase, fn: () => T): T =>
  findSession() === (session as Session) ? fn() : storage.run(session as Session, fn);

/** Runs `fn` as what `session` does because of a client, and so what it starts, also after awaits. */
export const actFor = <T>(session: SessionBase, client: number, fn: () => T): T =>
  storage.run(new Deed(session as Session, client), fn);

/** The client whose deed the session's code that runs now goes back to, if any. */
export function clientBehind(session: SessionBase): number | undefined {
  const current = storage.getStore();
  return current instanceof Deed && current.session === (session as Session) ? current.client : undefined;
}
