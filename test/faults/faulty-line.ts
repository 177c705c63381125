import type { Clock } from "../../src/core/clock.ts";
import type { Connection, ConnectionListener } from "../../src/transport/connection.ts";
import { memoryPair, type MemoryPair } from "../../src/transport/memory.ts";
import type { DeviceClock } from "./device-clock.ts";

type Direction = "up" | "down";

export interface LineConditions {
  readonly clock: Clock;
  readonly device: DeviceClock;
  /** Milliseconds that what leaves now takes. */
  latency(direction: Direction): number;
  /** Called with what the client is told. */
  heard(text: string): void;
}

/** One line between a machine and the server, with all that can go wrong on it. Each way keeps its order, as TCP does. */
export class FaultyLine {
  readonly client: Connection;
  readonly server: Connection;
  readonly #conditions: LineConditions;
  readonly #pair: MemoryPair;
  readonly #lastArrival: Record<Direction, number> = { up: 0, down: 0 };
  #unread: (() => void)[] | undefined;
  #clientListener: ConnectionListener | undefined;
  #isCut = false;

  constructor(conditions: LineConditions) {
    this.#conditions = conditions;
    this.#pair = memoryPair({
      by: "carrier",
      carry: (to, arrive) => this.#carry(to === "server" ? "up" : "down", arrive),
    });
    this.client = this.#cuttable(this.#pair.client);
    this.server = this.#pair.server;
  }

  /** Both sides hear that it broke, or one does and the other nothing more; what is under way is lost. */
  drop(side?: "client" | "server"): void {
    this.#pair.drop(side);
  }

  /** Nothing gets through, and nobody is told. */
  blackHole(): void {
    this.#pair.blackHole();
  }

  /** The machine takes the line for lost; the server has it for `ms` more, and what was sent on it still arrives. */
  cutClient(ms: number): void {
    if (this.#isCut) return;
    this.#isCut = true;
    this.#clientListener?.onClose(1006, "");
    this.#conditions.clock.setTimeout(() => this.#pair.drop("server"), ms);
  }

  /** The machine reads nothing until `read`. */
  stopReading(): void {
    this.#unread ??= [];
  }

  read(): void {
    const unread = this.#unread ?? [];
    this.#unread = undefined;
    for (const arrive of unread) this.#conditions.device.run(arrive);
  }

  #carry(direction: Direction, arrive: () => void): void {
    const { clock, device } = this.#conditions;
    const at = Math.max(this.#lastArrival[direction], clock.now() + this.#conditions.latency(direction));
    this.#lastArrival[direction] = at;
    clock.setTimeout(() => {
      // A machine that has lost the line answers nothing on it, not even a close.
      if (direction === "down" && this.#isCut) return;
      if (direction === "up") arrive();
      else if (this.#unread !== undefined) this.#unread.push(arrive);
      else device.run(arrive);
    }, at - clock.now());
  }

  #cuttable(connection: Connection): Connection {
    const isCut = () => this.#isCut;
    return {
      kind: connection.kind,
      get isOpen() {
        return !isCut() && connection.isOpen;
      },
      get bufferedBytes() {
        return connection.bufferedBytes;
      },
      send: (text) => {
        if (!isCut()) connection.send(text);
      },
      close: (code, reason) => {
        if (!isCut()) connection.close(code, reason);
      },
      terminate: () => {
        if (!isCut()) connection.terminate();
      },
      listen: (listener) => {
        this.#clientListener = listener;
        connection.listen({
          onFrame: (text, body) => {
            if (isCut()) return;
            this.#conditions.heard(text);
            this.#clientListener?.onFrame(text, body);
          },
          onClose: (code, reason) => {
            if (!isCut()) this.#clientListener?.onClose(code, reason);
          },
        });
      },
    };
  }
}
