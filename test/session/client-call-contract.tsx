import { describe, expect, it } from "vitest";
import { SessionEnded } from "../../src/session/call-errors.ts";
import type { CallOptions } from "../../src/session/client-calls.ts";
import type { Session } from "../../src/session/session.ts";
import { signal } from "../../src/reactive/signal.ts";
import { outcomeOf } from "../support/promises.ts";
import { type TestClient, TestSession } from "../support/test-session.ts";
import type { Json } from "../../src/protocol/operations.ts";

/** One awaiting call of the session contract, and how its page answers. */
export interface CallCase {
  readonly name: string;
  call(session: Session, options?: CallOptions): Promise<unknown>;
  /** What a page answers, and what the call resolves with. */
  readonly answer: Json | undefined;
  readonly result: unknown;
  /** Answers that are none; for a call that takes any answer: none. */
  readonly malformed: readonly (Json | undefined)[];
  /** Whether it takes `timeout` and `signal`. */
  readonly takesOptions?: boolean;
  /** Milliseconds it waits unless told. `Infinity`: until the client or session is gone. */
  readonly timeout?: number;
}

/** The last call a client was sent, as `[id, name, args]`. */
export function lastCall(client: TestClient): [id: number, name: string, args: Json[]] {
  const calls = client.messages.filter((message): message is [string, number, string, Json[]] => {
    return (message as string[])[0] === "call";
  });
  const [, id, name, args] = calls.at(-1) ?? [];
  if (id === undefined) throw new Error("Expected the client to be called, but it was not.");
  return [id, name!, args!];
}

/** What holds for each call that awaits a client: it settles once, whatever the client does. */
export function clientCallContract(at: CallCase): void {
  const start = async (options?: CallOptions) => {
    const test = new TestSession(() => <p>{signal("")}</p>);
    const client = test.connect();
    const outcome = outcomeOf(test.session.run(() => at.call(test.session, options)));
    await test.settled();
    return { test, client, outcome, id: lastCall(client)[0] };
  };
  const answer = (client: TestClient, id: number, ...rest: unknown[]) => client.word("answer", id, ...rest);
  const { name } = at;

  describe(name, () => {
    it(`M2: ${name} resolves with the page's answer, and a second answer means nothing`, async () => {
      const { test, client, outcome, id } = await start();
      answer(client, id, true, ...(at.answer === undefined ? [] : [at.answer]));
      answer(client, id, true, "again");
      await test.settled();
      expect(outcome).toEqual({ value: at.result });
    });

    it(`M2: ${name} rejects with the page's error`, async () => {
      const { test, client, outcome, id } = await start();
      answer(client, id, false, { name: "NotAllowedError", message: "No." });
      await test.settled();
      expect(outcome.error).toBeInstanceOf(Error);
      expect(outcome.error!.message).toContain("No.");
    });

    it(`M2: ${name} is not settled by another client`, async () => {
      const { test, client, outcome, id } = await start();
      const other = test.connect();
      answer(other, id, true, at.answer ?? null);
      await test.settled();
      expect(outcome).toEqual({});
      answer(client, id, true, ...(at.answer === undefined ? [] : [at.answer]));
      await test.settled();
      expect(outcome).toEqual({ value: at.result });
    });

    it(`M2: ${name} rejects when its client is gone for good, and others stay`, async () => {
      const { test, client, outcome } = await start();
      test.connect();
      client.says(["goodbye"]);
      await test.settled();
      expect(outcome.error?.code).toBe("client/gone");
    });

    it(`M2: ${name} waits for a client that is away, and is settled when it comes back`, async () => {
      const { test, client, outcome, id } = await start();
      client.drop();
      await test.settled();
      expect(outcome).toEqual({});
      const back = test.attach(1, client.frames.at(-1)?.[0] ?? 0);
      answer(back, id, true, ...(at.answer === undefined ? [] : [at.answer]));
      await test.settled();
      expect(outcome).toEqual({ value: at.result });
    });

    it(`M2: ${name} rejects with SessionEnded when the session ends, and after`, async () => {
      const { test, outcome } = await start();
      const closing = test.session.close();
      await test.settled();
      expect(outcome.error).toBeInstanceOf(SessionEnded);
      await closing;
      const late = outcomeOf(test.session.run(() => at.call(test.session)));
      await test.settled();
      expect(late.error).toBeInstanceOf(SessionEnded);
    });

    it(`M2: what is no answer by the protocol closes the client of ${name} and settles nothing`, async () => {
      const { test, client, outcome, id } = await start();
      answer(client, id, "yes", at.answer ?? null);
      await test.settled();
      expect([client.closed?.code, outcome]).toEqual([4400, {}]);
      const back = test.attach(1, client.frames.at(-1)?.[0] ?? 0);
      answer(back, id, true, ...(at.answer === undefined ? [] : [at.answer]));
      await test.settled();
      expect(outcome).toEqual({ value: at.result });
    });

    for (const malformed of at.malformed) {
      it(`M2: ${name} rejects the malformed answer ${JSON.stringify(malformed)}`, async () => {
        const { test, client, outcome, id } = await start();
        answer(client, id, true, ...(malformed === undefined ? [] : [malformed]));
        await test.settled();
        expect(outcome.error).toBeInstanceOf(Error);
      });
    }

    if (at.timeout !== Infinity) {
      it(`M2: ${name} rejects when the page takes too long`, async () => {
        const { test, client, outcome, id } = await start();
        const { timeout = 30_000 } = at;
        test.clock.advance(timeout - 1);
        await test.settled();
        expect(outcome).toEqual({});
        test.clock.advance(1);
        await test.settled();
        expect(outcome.error?.code).toBe("client/timeout");
        expect(client.messages.at(-1)).toEqual(["cancel", id]);
      });
    }

    if (at.takesOptions) {
      it(`M2: ${name} takes a time limit and an abort signal`, async () => {
        const limited = await start({ timeout: 500 });
        limited.test.clock.advance(500);
        await limited.test.settled();
        expect(limited.outcome.error?.code).toBe("client/timeout");
        const controller = new AbortController();
        const aborted = await start({ signal: controller.signal });
        controller.abort(new Error("enough"));
        await aborted.test.settled();
        expect(aborted.outcome.error?.message).toBe("enough");
        expect(aborted.client.messages.at(-1)).toEqual(["cancel", aborted.id]);
        const before = outcomeOf(at.call(aborted.test.session, { signal: AbortSignal.abort(new Error("never")) }));
        await aborted.test.settled();
        expect(before.error?.message).toBe("never");
      });
    }
  });
}
