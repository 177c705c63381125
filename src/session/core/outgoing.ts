import type { DownMessage } from "../../protocol/frames.ts";

const NONE: readonly DownMessage[] = [];
const NOBODY: ReadonlyMap<number, readonly DownMessage[]> = new Map();

/** What a session has to say to its clients besides its screen, until the next frame takes it along. */
export class Outgoing {
  #forAll: DownMessage[] | null = null;
  /** By client. */
  #forOne: Map<number, DownMessage[]> | null = null;

  get isEmpty(): boolean {
    return this.#forAll === null && this.#forOne === null;
  }

  /** Messages for all that wait. */
  get size(): number {
    return this.#forAll?.length ?? 0;
  }

  add(message: DownMessage): void {
    (this.#forAll ??= []).push(message);
  }

  addForOne(clientId: number, message: DownMessage): void {
    const messages = (this.#forOne ??= new Map<number, DownMessage[]>()).get(clientId);
    if (messages === undefined) this.#forOne.set(clientId, [message]);
    else messages.push(message);
  }

  /** Clients keep the list with the frame: nothing is added to it any more. */
  takeForAll(): readonly DownMessage[] {
    const messages = this.#forAll ?? NONE;
    this.#forAll = null;
    return messages;
  }

  takeForOne(): ReadonlyMap<number, readonly DownMessage[]> {
    const messages = this.#forOne ?? NOBODY;
    this.#forOne = null;
    return messages;
  }
}
