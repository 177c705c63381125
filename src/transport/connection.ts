/**
 * One open line to a client, whatever carries it. Frames arrive whole and in order, or the connection closes: text
 * ones both ways, and such with data behind the text from the server; numbering, replay and limits are the layers' above. `test/transport/contract.ts` is the suite every
 * implementation passes.
 */
export interface Connection {
  /** What carries it: `"websocket"`, `"memory"`, … */
  readonly kind: string;
  readonly isOpen: boolean;
  /** Whether a close is over once it has left this machine, so that `onClose` does not say that anybody heard it. */
  readonly closesUnheard?: boolean;
  /** Bytes accepted by `send` that have not yet left this machine. */
  readonly bufferedBytes: number;
  /**
   * Sends one frame; kept until the line is up, and ignored once it is closed. Only the server's side sends data
   * with it.
   */
  send(text: string, body?: Uint8Array): void;
  /**
   * Closes with a code (1000, or 4000 and above on the client's side) and its reason; what was sent before still
   * arrives if the other side reads. From here on this side hears no frame, only `onClose`. Idempotent.
   */
  close(code: number, reason: string): void;
  /** Drops the line at once, without a closing handshake; `onClose` follows with 1006. */
  terminate(): void;
  /** Where the client has to ask for news: how long a question waits for some, in milliseconds. */
  pace?(interval: number): void;
  /**
   * Sets who listens. Frames that came before are delivered first. At most one listener; a new one replaces it.
   * One that comes after the close is told so at once.
   * A listener is never called from within a call of the connection's other methods.
   */
  listen(listener: ConnectionListener): void;
}

export interface ConnectionListener {
  onFrame(text: string, body?: ArrayBuffer): void;
  /** The client sent a sign of life below the frames, as a WebSocket ping. */
  onPing?(): void;
  /**
   * Called after the last `onFrame`, whichever side closed. 1006 when the line broke, one of {@link LINE_FAULTS}
   * when the line itself refused what came.
   */
  onClose(code: number, reason: string): void;
}

/** What `onFrame` is called with. */
export type ArrivedFrame = Parameters<ConnectionListener["onFrame"]>;

/**
 * With which codes a line itself refuses what its client sent, before anyone here hears of it, and the name of each
 * in the log. (The reason is no name: a client that closes may give any.)
 */
export const LINE_FAULTS: ReadonlyMap<number, string> = new Map([
  [1002, "protocol-error"],
  [1007, "protocol-error"],
  [1008, "maxFrameParts"],
  [1009, "maxFrameBytes"],
]);
