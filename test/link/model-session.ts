import type { Clock } from "../../src/core/clock.ts";
import { DEFAULT_LIMITS, type Limits } from "../../src/core/limits.ts";
import type { DownMessage, UpNumbered } from "../../src/protocol/frames.ts";
import { parseClientFrame } from "../../src/protocol/parse.ts";
import type { Operation } from "../../src/protocol/operations.ts";
import { ClientChannel } from "../../src/session/channel/channel.ts";
import type { ChannelHost } from "../../src/session/channel/channel-host.ts";
import type { Feed } from "../../src/session/channel/feed.ts";
import type { Connection } from "../../src/transport/connection.ts";
import { ModelScreen } from "./model-screen.ts";

/** A session of one client, reduced to what delivery sees of it. */
export class ModelSession implements ChannelHost<ClientChannel> {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly feeds = new Set<Feed>();
  readonly screen = new ModelScreen();
  readonly channel: ClientChannel;
  readonly inputs: UpNumbered[] = [];
  readonly breaches: { name: string; detail: string }[] = [];
  /** What the channel told: attached, detached and breaches. */
  readonly history: string[] = [];
  /** Called with each input, as a handler would be. */
  onInput: (input: UpNumbered) => void = () => {};

  constructor(clock: Clock, limits: Partial<Limits> = {}) {
    this.clock = clock;
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.channel = new ClientChannel(1, this);
  }

  /** Takes the far end of a new line: the first frame is the hello. */
  accept(connection: Connection): void {
    connection.listen({
      onFrame: (text) => {
        const { frame } = parseClientFrame(text, this.limits);
        if (frame?.[0] === "hello") this.channel.attach(connection, frame[1]);
      },
      onClose: () => {},
    });
  }

  /** Changes the screen and tells the client, as a flush does. */
  update(operations: Operation[], messages: DownMessage[] = []): void {
    this.screen.apply(operations);
    this.channel.push({ operations, encoded: JSON.stringify(operations), messages });
  }

  wholeScreen(): Operation[] {
    return [this.screen.sync()];
  }

  receive(_channel: ClientChannel, input: UpNumbered): void {
    this.inputs.push(input);
    this.onInput(input);
  }

  attached(_channel: ClientChannel, resumed: boolean): void {
    this.history.push(resumed ? "attached" : "attached anew");
  }

  detached(_channel: ClientChannel, code: number): void {
    this.history.push(`detached ${code}`);
  }

  messagesLost(): void {}

  breach(_channel: ClientChannel, name: string, detail: string): void {
    this.breaches.push({ name, detail });
    this.history.push(`breach ${name}`);
  }
}
