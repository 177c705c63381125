import { ClientChannel } from "./channel.ts";
import type { ChannelHost, Update } from "./channel-host.ts";
import type { LastWords } from "../farewell.ts";

const NONE: readonly ClientChannel[] = [];

/** The clients of one session: browser tabs, and whatever else shows its screen. */
export class Clients {
  #channels: readonly ClientChannel[] = NONE;
  #lastId = 0;

  get count(): number {
    return this.#channels.length;
  }

  get attachedCount(): number {
    let count = 0;
    for (const channel of this.#channels) if (channel.connection !== undefined) count++;
    return count;
  }

  add(host: ChannelHost<ClientChannel>): ClientChannel {
    const channel = new ClientChannel(++this.#lastId, host);
    this.#channels = this.#channels.concat(channel);
    return channel;
  }

  get first(): ClientChannel | undefined {
    return this.#channels[0];
  }

  find(id: number): ClientChannel | undefined {
    return this.#channels.find((channel) => channel.id === id);
  }

  remove(id: number): void {
    this.find(id)?.dispose();
    this.#channels = this.#channels.filter((channel) => channel.id !== id);
  }

  push(update: Update): void {
    for (const channel of this.#channels) channel.push(update);
  }

  /** Sends each what waits for it, and tells what none has acknowledged. */
  finish(): LastWords[] {
    return this.#channels.map((channel) => channel.finish());
  }

  /** Calls `fn` for each of the clients that there are now. */
  each(fn: (channel: ClientChannel) => void): void {
    this.#channels.forEach(fn);
  }

  clear(): void {
    const channels = this.#channels;
    this.#channels = NONE;
    for (const channel of channels) channel.dispose();
  }
}
