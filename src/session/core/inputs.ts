import { CloseCode } from "../../protocol/close-codes.ts";
import type { ClientAnswer, ClientMessage, ClientRequest, ElementEvent } from "../../protocol/frames.ts";
import type { Json } from "../../protocol/operations.ts";
import type { ActingClient } from "../../view/events/base-event.ts";
import { PayloadBreach } from "../../view/events/payload.ts";
import type { ClientChannel } from "../channel/channel.ts";
import { actFor } from "../current.ts";
import { dispatchElementEvent } from "./element-event.ts";
import { Inbox, type Input } from "./inbox.ts";
import { SessionClients } from "./clients.ts";

/** Takes what a client tells under a topic; `client` is its number. What came is untrusted. */
export type Ear = (value: Json | undefined, client: number) => void;

/** What a session's clients say: each word of theirs, in order of arrival, is a turn. */
export abstract class SessionInputs extends SessionClients {
  readonly #inbox = new Inbox();
  #ears: Map<string, Ear> | null = null;

  override receive(channel: ClientChannel, message: Input["message"]): void {
    if (this.isOver) return;
    this.#inbox.accept({ channel, message }, this.#handle);
  }

  readonly #handle = (input: Input): void => {
    this.runFor(input, () => {
      try {
        this.#act(input);
      } catch (error) {
        if (error instanceof PayloadBreach) this.#refuse(input.channel, error);
        else this.#failEvent(error);
      }
    });
  };

  #act({ channel, message }: Input): void {
    if (typeof message[2] === "number") this.#onElementEvent(channel, message as ElementEvent);
    else if (message[2] === "answer") this.#onAnswer(channel, message);
    else if (message[2] === "tell") this.#onTold(channel, message[3], message[4]);
    else this.#onRequest(channel.id, message);
  }

  #onElementEvent(channel: ClientChannel, message: ElementEvent): void {
    this.noteDeed(channel.id);
    const isAlone = this.clients.count === 1 && channel.waiting === 0;
    const outcome = actFor(this, channel.id, () =>
      dispatchElementEvent(this.view, message, { client: this.#clientFacts(channel.id), isAlone }),
    );
    if (outcome === undefined) this.note("event/no-handler", `${message[3]} on element ${message[2]}`);
    else if (outcome.refused !== null) this.note(`event/${outcome.refused}`, `element ${message[2]}`);
    else if (outcome.result instanceof Promise) outcome.result.catch(this.#failEvent);
  }

  #onAnswer(channel: ClientChannel, answer: ClientAnswer): void {
    this.noteDeed();
    this.calls.settle(channel.id, answer);
  }

  #onRequest(
    client: number,
    [, , , tag, name, args]: Extract<ClientMessage, [number, number, "request", ...unknown[]]>,
  ): void {
    this.noteDeed(client);
    actFor(this, client, () => this.onRequest({ client, tag, name, args }));
  }

  #clientFacts(id: number): ActingClient {
    const user = this.userOf(id);
    return user === undefined ? { id } : { id, user };
  }

  /** Answers `Tandem.makeRequest` of a page. */
  protected abstract onRequest(request: ClientRequest): void;

  /** What a page tells by itself, as the size of its window, is no deed of anybody. */
  #onTold(channel: ClientChannel, topic: string, value: Json | undefined): void {
    const ear = this.#ears?.get(topic);
    if (ear === undefined) this.note("tell/no-ear", topic);
    else ear(value, channel.id);
  }

  /** Lets `ear` have what clients tell under `topic`, one ear for each topic. */
  hear(topic: string, ear: Ear): void {
    (this.#ears ??= new Map()).set(topic, ear);
  }

  #refuse(channel: ClientChannel, breach: PayloadBreach): void {
    this.breach(channel, breach.code, breach.message);
    channel.notifyClose(CloseCode.ProtocolError, "");
  }

  readonly #failEvent = (error: unknown): void => void this.reportError(error, undefined, "an event handler");
}
