import { connect } from "node:net";
import type { Random } from "../../support/random.ts";
import { HostileByteStreams, type Foothold, type HostileBytes } from "./hostile-bytes.ts";

/** A server attacked over real sockets. */
export class ByteAttack {
  readonly byKind = new Map<string, number>();
  /** First lines of its answers. */
  readonly statuses = new Map<string, number>();
  readonly violations: string[] = [];
  readonly #streams: HostileByteStreams;
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
    this.#streams = new HostileByteStreams(random);
  }

  /** Sends one hostile stream of bytes, and waits for the server to be done with it. */
  async step(foothold: Foothold): Promise<HostileBytes> {
    const input = this.#streams.next(foothold);
    this.byKind.set(input.kind, (this.byKind.get(input.kind) ?? 0) + 1);
    const answer = await exchangeBytes(foothold.port, input.bytes, { cut: this.#random.chance(0.05) });
    this.#look(answer, input);
    return input;
  }

  #look(answer: string, { kind, bytes }: HostileBytes): void {
    const head = answer.split("\r\n\r\n")[0]!;
    const status = /^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? (answer === "" ? "closed" : "other");
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    const sent = () => bytes.subarray(0, 300).toString("latin1");
    if (/^3(?!04)\d\d$/.test(status) || /^location:/im.test(head))
      this.violations.push(`${kind} was redirected: ${sent()}`);
    if (/^5(?!03)\d\d$/.test(status) && status !== "505") this.violations.push(`${kind} got ${status}: ${sent()}`);
    if (/^set-cookie:(?! tandem=[0-9a-v]{26}; )/im.test(head)) this.violations.push(`${kind} set a cookie: ${sent()}`);
    if (/root:x:0/.test(answer)) this.violations.push(`${kind} read a file: ${sent()}`);
    if (/evil/i.test(head)) this.violations.push(`${kind} is in a header: ${sent()}`);
  }
}

/** Sends bytes, and no more; resolves to what came back by the time the server has closed. `cut` hangs up at once. */
export function exchangeBytes(port: number, bytes: Buffer, { cut = false } = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    const chunks: Buffer[] = [];
    socket.on("data", (chunk) => chunks.push(chunk));
    // A server may well hang up on what it is sent.
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
    socket.end(bytes, () => {
      if (cut) socket.resetAndDestroy();
    });
  });
}
