import type { ClientToServer, ElementEvent, ServerToClient } from "../protocol/frames.ts";
import type { Operation } from "../protocol/operations.ts";

interface Sent {
  /** The app's time when it was sent. */
  readonly at: number;
  /** 1, 2, 3 …: on which of the page's connections. */
  readonly connection: number;
  readonly text: string;
}
export type FrameUp = Sent & { readonly direction: "up"; readonly frame: ClientToServer };
export type FrameDown = Sent & {
  readonly direction: "down";
  readonly frame: ServerToClient;
  /** How many bytes of data it carries besides its text, if any. */
  readonly dataBytes?: number;
};

/** All that a page and its session have sent each other, whether it arrived or not, in order. */
export class RecordedFrames {
  #all: (FrameUp | FrameDown)[] = [];

  get all(): readonly (FrameUp | FrameDown)[] {
    return this.#all;
  }

  /** From the page to the session. */
  get up(): FrameUp[] {
    return this.#all.filter((sent) => sent.direction === "up");
  }

  /** From the session to the page. */
  get down(): FrameDown[] {
    return this.#all.filter((sent) => sent.direction === "down");
  }

  /** The events that the page sent, those sent again included. */
  get events(): ElementEvent[] {
    return this.up.flatMap(({ frame }) => (isElementEvent(frame) ? [frame] : []));
  }

  /** The operations of all frames, those sent again included. */
  get operations(): Operation[] {
    return this.down.flatMap(({ frame }) => (typeof frame[0] === "number" && frame[0] > 0 ? (frame[2] ?? []) : []));
  }

  add(sent: FrameUp | FrameDown): void {
    this.#all.push(sent);
  }

  /** Forgets them, so that what follows can be looked at alone. */
  clear(): void {
    this.#all = [];
  }
}

function isElementEvent(frame: ClientToServer): frame is ElementEvent {
  return typeof frame[0] === "number" && typeof frame[2] === "number" && frame.length > 3;
}
