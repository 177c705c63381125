import { AsyncLocalStorage } from "node:async_hooks";
import { TandemError } from "../core/errors.ts";
import { setAmbientOwner } from "../reactive/owner.ts";
import type { SessionCore } from "./session-core.ts";
import type { Session } from "./session.ts";

/** Every session is a whole one: `SessionCore` is only its lowest part. */
const storage = new AsyncLocalStorage<Session>();

setAmbientOwner(() => storage.getStore());

/** The session whose code runs now, also after awaits and in timers it set; `undefined` outside of any. */
export const findSession = (): Session | undefined => storage.getStore();

/** The session whose code runs now; throws where there is none. */
export function currentSession(): Session {
  const session = storage.getStore();
  if (session !== undefined) return session;
  throw new TandemError(
    "session/none",
    "Expected to run in a session, but no session is current here. Use `session` in a component, a handler, an effect " +
      "or what they started; a callback from elsewhere is adopted with session.run(fn).",
  );
}

/** Runs `fn` with `session` as the current one. */
export const enterSession = <T>(session: SessionCore, fn: () => T): T => storage.run(session as Session, fn);
