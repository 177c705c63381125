import { untracked } from "../reactive/graph.ts";
import { effect } from "../reactive/effect.ts";
import { runWithOwner } from "../reactive/owner.ts";
import { setAsyncRoots } from "../session/app-root.ts";
import { expectFunction } from "../session/arguments.ts";
import { SessionEnded } from "../session/call-errors.ts";
import { currentSession } from "../session/current.ts";
import type { Session } from "../session/session.ts";
import type { Component } from "../view/node.ts";
import { flowOf } from "./flow.tsx";
import { Output } from "./output/output.tsx";

/** What a conversation is given. */
export interface ConversationContext {
  /** Aborted when the session ends; pass it to `fetch` and the like. */
  readonly signal: AbortSignal;
}

/**
 * Makes an app of a conversation: what an async function asks and shows, from top to bottom.
 *
 * @example
 * ```tsx
 * import { app } from "tandem";
 * import { ask, conversation, show } from "tandem/flow";
 *
 * const greet = conversation(async () => {
 *   const name = await ask.text("What is your name?");
 *   show(<h1>Hello {name}!</h1>);
 * });
 *
 * export default app(greet, { title: "Hello" });
 * ```
 *
 * A module may also export the async function itself by default. It begins with the first paint. When it has ended and
 * nothing on the screen can act, the session ends softly: what was shown stays, with a way to start again. An error is
 * reported, and ends it, too. From PyWebIO's way of writing an app.
 */
export function conversation(fn: (context: ConversationContext) => Promise<unknown>): Component {
  expectFunction("conversation", fn);
  const name = fn.name || "Conversation";
  const named: Record<string, Component> = {
    [name]: () => {
      const session = currentSession();
      // As an effect, so that what it shows at once is in the first paint.
      effect(() => untracked(() => begin(session, fn)), { name });
      return (
        <main>
          <Output class="tandem-conversation" />
        </main>
      );
    },
  };
  return named[name]!;
}

function begin(session: Session, fn: (context: ConversationContext) => Promise<unknown>): void {
  const ending = new AbortController();
  session.whenClosing(() => ending.abort(new SessionEnded("its conversation went on")));
  const over = runWithOwner(undefined, async () => {
    try {
      await fn({ signal: ending.signal });
    } catch (error) {
      if (!session.isOver) session.reportError(error, undefined, "the conversation");
    }
  });
  session.endAfter(over, () => (flowOf(session).isOver.value = true));
}

setAsyncRoots((fn) => conversation(fn));
