import { UserFacingError } from "../error-report.ts";
import {
  OWN_ROUTES,
  plainAnswer,
  type Deliver,
  type RouteAnswer,
  type RoutedRequest,
  type SessionRoutes,
} from "./session-routes.ts";

/** What answering needs of its session. */
export interface RespondingSession {
  readonly isOver: boolean;
  run<T>(fn: () => T): T;
  reportError(error: unknown, reaction: undefined, source: string): string;
}

/** Answers in the session: what is written on the way is shown, also after awaits, and while the body is read. */
export function respondWithin(
  session: RespondingSession,
  routes: SessionRoutes | null,
  { routed, deliver }: { routed: RoutedRequest; deliver: Deliver },
): Promise<void> {
  const name = routed.path.split("/", 1)[0]!;
  const source = OWN_ROUTES.get(name) ?? `the route "${name}"`;
  const fail = (error: unknown) => session.reportError(error, undefined, source);
  return session.run(async () => {
    const { response, sent } = await answerOf(session, routes, { routed, fail });
    try {
      if (await deliver(response)) sent?.();
    } catch (error) {
      fail(error);
    }
  });
}

async function answerOf(
  session: RespondingSession,
  routes: SessionRoutes | null,
  { routed, fail }: { routed: RoutedRequest; fail: (error: unknown) => string },
): Promise<RouteAnswer> {
  if (routes === null || session.isOver) return { response: plainAnswer(404, "Not found") };
  try {
    return await routes.answer(routed);
  } catch (error) {
    // Nobody waits for what a client called off.
    if (routed.request.signal.aborted) return { response: plainAnswer(499, "Called off") };
    const text = error instanceof UserFacingError ? error.message : "Something went wrong.";
    return { response: plainAnswer(500, `${text} ${fail(error)}`) };
  }
}
