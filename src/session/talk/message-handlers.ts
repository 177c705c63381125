import type { StandardSchemaV1 } from "@standard-schema/spec";
import { TandemError } from "../../core/errors.ts";
import { randomId } from "../../core/ids.ts";
import type { Limits } from "../../core/limits.ts";
import { Tally } from "../../core/tally.ts";
import type { ClientRequest, DownMessage } from "../../protocol/frames.ts";
import type { Json } from "../../protocol/operations.ts";
import { MAX_REQUEST_NAME_LENGTH } from "../../protocol/parse.ts";
import { untracked } from "../../reactive/graph.ts";
import { isPromiseLike } from "../../reactive/promises.ts";
import { isSilence } from "../../reactive/silence.ts";
import { SessionEnded } from "../call-errors.ts";
import { UserFacingError } from "../error-report.ts";
import { issueText, type ArgumentsSchema } from "./arguments-schema.ts";
import { jsonCopy } from "./json-copy.ts";

/** Answers a request of a page's script. What it returns, or resolves with, is the answer. */
export type MessageHandler<Args extends readonly unknown[] = readonly Json[]> = (...args: Args) => unknown;

/** What message handlers need of their session. */
export interface MessageHost {
  readonly development: boolean;
  readonly isOver: boolean;
  readonly limits: Pick<Limits, "maxPendingRequests">;
  run<T>(fn: () => T): T;
  tellClient(clientId: number, message: DownMessage): void;
  warn(event: string, message: string): void;
  /** Logs an error and tells the app, but not the person: whoever asked hears of it. */
  noteError(error: unknown, at: { errorId: string; source: string }): void;
}

interface Entry {
  readonly handler: MessageHandler<never[]>;
  readonly schema: ArgumentsSchema | undefined;
}

/** Why a request is refused, as the page's script gets it: an `Error` with this name. */
class Refusal extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** What answers `Tandem.makeRequest` of the session's pages, by name. */
export class MessageHandlers {
  readonly #host: MessageHost;
  readonly #entries = new Map<string, Entry>();
  /** How many requests of each client have an answer under way. */
  readonly #running = new Tally<number>();

  constructor(host: MessageHost) {
    this.#host = host;
  }

  set(name: string, handler: MessageHandler<never[]> | null, schema?: ArgumentsSchema): void {
    if (typeof name !== "string" || name === "" || name.length > MAX_REQUEST_NAME_LENGTH) {
      throw badHandler(`Expected setMessageHandler() to get a name of 1 to ${MAX_REQUEST_NAME_LENGTH} characters.`);
    }
    if (handler === null) this.#entries.delete(name);
    else if (typeof handler === "function") this.#entries.set(name, { handler, schema: checkedSchema(schema) });
    else throw badHandler(`Expected the handler of "${name}" to be a function or null, but got ${typeof handler}.`);
  }

  clear(): void {
    this.#entries.clear();
  }

  /** Has a request handled, and answered now or when its handler settles. */
  answer(request: ClientRequest): void {
    try {
      const result = this.#handle(request);
      if (isPromiseLike(result)) this.#await(request, result);
      else this.#succeed(request, result);
    } catch (error) {
      this.#fail(request, error);
    }
  }

  #handle(request: ClientRequest): unknown {
    const entry = this.#entries.get(request.name);
    if (entry === undefined) {
      throw new Refusal("NotFoundError", `This session answers no request "${request.name}".`);
    }
    this.#checkRoom(request);
    const { handler, schema } = entry;
    const call = (args: readonly unknown[]) => untracked(() => handler(...(args as never[])));
    if (schema === undefined) return call(request.args);
    const checked = schema["~standard"].validate(request.args);
    if (!isPromiseLike(checked)) return call(validArguments(request, checked));
    // By then the session may be over, and nobody waits.
    return checked.then((done) => this.#host.isOver || this.#host.run(() => call(validArguments(request, done))));
  }

  #checkRoom({ client }: ClientRequest): void {
    const { maxPendingRequests } = this.#host.limits;
    if (this.#running.of(client) < maxPendingRequests) return;
    this.#host.warn("limit/maxPendingRequests", `more than ${maxPendingRequests} requests of one client wait`);
    throw new Refusal("LimitError", `${maxPendingRequests} requests of this page wait for their answers already.`);
  }

  #await(request: ClientRequest, result: PromiseLike<unknown>): void {
    const { client } = request;
    this.#running.add(client);
    Promise.resolve(result)
      .then((value) => this.#succeed(request, value))
      .catch((error: unknown) => this.#fail(request, error))
      .finally(() => this.#running.remove(client));
  }

  #succeed({ client, tag, name }: ClientRequest, value: unknown): void {
    const answer = value === undefined ? [] : [jsonCopy(value, `the answer to "${name}"`)];
    this.#host.tellClient(client, ["response", tag, true, ...(answer as [Json?])]);
  }

  #fail(request: ClientRequest, error: unknown): void {
    const { client, tag } = request;
    // Work in flight whose session is over ends like this, and nobody waits for it.
    if (this.#host.isOver && error instanceof SessionEnded) return;
    // A handler that stopped with `req` has nothing to say.
    if (isSilence(error)) return this.#succeed(request, undefined);
    this.#host.tellClient(client, ["response", tag, false, this.#facts(request, error)]);
  }

  /** What the page's script is told of an error: what is meant for it, and in development everything. */
  #facts({ name }: ClientRequest, error: unknown): Record<string, Json> {
    // Whoever asked gets to know all of it, so it is no failure that anybody else must hear of.
    if (error instanceof Refusal || error instanceof UserFacingError) {
      return { name: error.name, message: error.message };
    }
    const errorId = randomId(6);
    this.#host.noteError(error, { errorId, source: `the message handler "${name}"` });
    if (this.#host.development && error instanceof Error) {
      return { name: error.name, message: error.message, errorId };
    }
    const text = this.#host.development
      ? String(error)
      : `The request "${name}" failed. Quote ${errorId} to report it.`;
    return { name: "RequestError", message: text, errorId };
  }
}

function validArguments({ name }: ClientRequest, result: StandardSchemaV1.Result<unknown>): readonly unknown[] {
  if (result.issues !== undefined) {
    throw new Refusal("ValidationError", `Wrong arguments for "${name}": ${issueText(result.issues)}`);
  }
  if (Array.isArray(result.value)) return result.value;
  throw badHandler(
    `Expected the schema of "${name}" to describe the list of all arguments, as z.tuple([…]) does, but it made ${typeof result.value} of them.`,
  );
}

function checkedSchema(schema: ArgumentsSchema | undefined): ArgumentsSchema | undefined {
  if (schema === undefined || typeof schema["~standard"]?.validate === "function") return schema;
  throw badHandler("Expected schema to be a Standard Schema, as those of zod, valibot and arktype are.");
}

const badHandler = (problem: string) => new TandemError("client/bad-message-handler", problem);
