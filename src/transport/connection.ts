/**
 * One open line to a client, whatever carries it. Text frames arrive whole and in order, or the connection
 * closes; numbering, replay and limits are the layers' above. `test/transport/contract.ts` is the suite every
 * implementation passes.
 */
export interface Connection {
  /** What carries it: `"websocket"`, `"memory"`, … */
  readonly kind: string;
  readonly isOpen: boolean;
  /** Bytes accepted by `send` that have not yet left this machine. */
  readonly bufferedBytes: number;
  /** Sends one text frame; does nothing once closed. */
  send(text: string): void;
  /** Closes with a code and its reason; what was sent before still arrives if the other side reads. Idempotent. */
  close(code: number, reason: string): void;
  /** Drops the line at once, without a closing handshake. */
  terminate(): void;
  /** Sets who listens. Frames that came before are delivered first. At most one listener; a new one replaces it. */
  listen(listener: ConnectionListener): void;
}

export interface ConnectionListener {
  onFrame(text: string): void;
  /** Called once, after the last `onFrame`. 1006 when the line broke. */
  onClose(code: number, reason: string): void;
}
