import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

const OPCODE_TEXT = 0x81;
const OPCODE_CLOSE = 0x88;
const MASKED = 0x80;
const UPGRADED = "HTTP/1.1 101";

/** Where to upgrade, and as whom. */
export interface SocketAddress {
  readonly url: string;
  readonly cookie?: string;
}

/**
 * A WebSocket client that does so little that a server on another processor is what limits: frames are written by
 * hand, and only their sizes are read unless someone asks for their text. Text frames up to 64 kB, in whole messages.
 */
export class RawSocket {
  /** Called with each text frame. */
  onText: (text: string) => void = () => {};
  /** If set, it is called instead, and no text is made. */
  onFrame: ((bytes: number) => void) | undefined;
  readonly #socket: Socket;
  #rest: Buffer | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Connects and upgrades. */
  static open({ url, cookie }: SocketAddress): Promise<RawSocket> {
    const { hostname, port, pathname, host } = new URL(url);
    const socket = connect({ host: hostname === "localhost" ? "127.0.0.1" : hostname, port: Number(port) });
    socket.setNoDelay(true);
    socket.write(
      `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nConnection: Upgrade\r\n` +
        `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n` +
        `User-Agent: ${USER_AGENT}\r\n${cookie === undefined ? "" : `Cookie: ${cookie}\r\n`}\r\n`,
    );
    return new Promise((resolve, reject) => {
      const raw = new RawSocket(socket);
      let head = Buffer.alloc(0);
      const onHead = (chunk: Buffer) => {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        socket.off("data", onHead);
        if (!head.toString("latin1").startsWith(UPGRADED)) return reject(new Error(head.toString("latin1")));
        socket.on("data", (data: Buffer) => raw.#read(data));
        resolve(raw);
        if (head.length > end + 4) raw.#read(head.subarray(end + 4));
      };
      socket.on("data", onHead);
      socket.on("error", reject);
      socket.on("close", () => reject(new Error("The server closed the line before the upgrade.")));
    });
  }

  send(text: string): void {
    this.write(maskedFrame(text));
  }

  /** Writes frames made by `maskedFrame` before. */
  write(frame: Buffer): void {
    this.#socket.write(frame);
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    let data = this.#rest === undefined ? chunk : Buffer.concat([this.#rest, chunk]);
    this.#rest = undefined;
    for (;;) {
      const long = data.length >= 2 && data[1] === 126;
      const header = long ? 4 : 2;
      if (data.length < header) break;
      const length = long ? data.readUInt16BE(2) : data[1]!;
      if (data.length < header + length) break;
      if (data[0] === OPCODE_CLOSE) throw new Error(`The server closed: ${data.subarray(header + 2).toString()}`);
      if (data[0] !== OPCODE_TEXT) throw new Error(`Expected a text frame, but got ${data[0]}.`);
      if (this.onFrame === undefined) this.onText(data.toString("utf8", header, header + length));
      else this.onFrame(header + length);
      data = data.subarray(header + length);
    }
    if (data.length > 0) this.#rest = data;
  }
}

/** What Chromium sends, so that servers keep what they would. */
export const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/** A client's text frame of up to 64 kB. */
export function maskedFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const long = payload.length > 125;
  const header = long ? 4 : 2;
  const frame = Buffer.allocUnsafe(header + 4 + payload.length);
  frame[0] = OPCODE_TEXT;
  frame[1] = MASKED | (long ? 126 : payload.length);
  if (long) frame.writeUInt16BE(payload.length, 2);
  const mask = MASK;
  mask.copy(frame, header);
  for (let i = 0; i < payload.length; i++) frame[header + 4 + i] = payload[i]! ^ mask[i & 3]!;
  return frame;
}

const MASK = randomBytes(4);
