import type { Random } from "../../support/random.ts";
import { HostileFrames } from "./hostile-frames.ts";

/** What a hostile client may know of the server: a page of its own. */
export interface Foothold {
  readonly port: number;
  readonly ticket: string;
  /** `tandem=…` */
  readonly cookie: string;
  readonly ids: readonly number[];
  /** Paths that exist, the page's script and styles among them. */
  readonly paths: readonly string[];
}

export interface HostileBytes {
  readonly kind: string;
  readonly bytes: Buffer;
}

const METHODS = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "DELETE",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "PATCH",
  "G E T",
  "get",
  "",
  "\u0000",
];
const PATHS = [
  "/",
  "//evil.example/",
  "/\\evil.example",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/assets/../../etc/passwd",
  "/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
  "/assets/..%5c..%5cetc",
  "/assets/%00",
  "/assets/%",
  "/assets/.git/config",
  "/_tandem/",
  "/_tandem/socket",
  "/_tandem/line",
  "/_tandem/line/up",
  "/_tandem/line/down",
  "/_tandem/build",
  "/_tandem/__proto__",
  "/_tandem/constructor",
  "/%0d%0aSet-Cookie:%20a=b",
  "http://evil.example/",
  "*",
  "/?tandem-join=",
  "/?tandem-join=%00",
  `/?tandem-join=${"A".repeat(80)}`,
  "/?__proto__[x]=1&constructor=2&a=%ff%fe&&&==",
  `/${"a/".repeat(4_000)}`,
  `/?${"a=1&".repeat(3_000)}`,
  "/#\u00e9",
  "",
];
const HOSTS = [
  "evil.example",
  "127.0.0.1.evil.example",
  "a b",
  "[::1",
  "127.0.0.1:99999",
  "",
  "\u00e9",
  "x".repeat(3_000),
];
const HEADERS = [
  "X-Forwarded-For: 1.2.3.4, ::1, <script>",
  "X-Forwarded-Host: evil.example",
  "X-Forwarded-Proto: javascript",
  "Forwarded: for=1;host=evil",
  "Cookie: tandem=__proto__; tandem=; tandem=0123456789abcdefghijklmnop",
  "Cookie: tandem=%0d%0aevil; ;;;=;==",
  "Accept-Encoding: br;q=1e999, gzip;q=, *;q=-1, __proto__",
  "Range: bytes=99999999999999999999-",
  "Range: bytes=-0",
  'If-None-Match: *, W/"", "',
  "Sec-Fetch-Dest: constructor",
  "Content-Length: 18446744073709551616",
  "Content-Length: -1",
  "Content-Length: 5",
  "Transfer-Encoding: chunked",
  "Transfer-Encoding: chunked, identity",
  "Expect: 100-continue",
  "Expect: __proto__",
  "Upgrade: websocket",
  "Upgrade: h2c",
  "Connection: Upgrade",
  "Tandem-Line: __proto__",
  "Content-Type: text/event-stream",
  " folded: header",
  "bad header",
  "__proto__: 1",
  `X: ${"y".repeat(20_000)}`,
  "X: \u0000",
];
const OPCODES = [0, 1, 1, 1, 2, 3, 7, 8, 9, 10, 15];
const CLOSE_CODES = [0, 999, 1000, 1005, 1006, 1008, 1009, 4401, 65_535];

/** Makes what no browser sends: requests, handshakes and frames with something wrong, down to the last byte. */
export class HostileByteStreams {
  readonly #random: Random;
  readonly #frames: HostileFrames;

  constructor(random: Random) {
    this.#random = random;
    this.#frames = new HostileFrames(random);
  }

  next(foothold: Foothold): HostileBytes {
    const random = this.#random;
    const makers = [
      ["http noise", () => this.#noise()],
      ["http request", () => this.#request(foothold)],
      ["http near miss", () => this.#nearMiss(foothold)],
      ["line over http", () => this.#line(foothold)],
      ["handshake", () => this.#handshake(foothold)],
      ["websocket bytes", () => this.#socketBytes(foothold)],
      ["hello", () => this.#hello(foothold)],
      ["attached frames", () => this.#attached(foothold)],
    ] as const;
    const [kind, make] = random.pick(makers);
    return { kind, bytes: make() };
  }

  #noise(): Buffer {
    const random = this.#random;
    return Buffer.from(Array.from({ length: random.below(400) }, () => random.below(256)));
  }

  #request({ port, paths, cookie }: Foothold): Buffer {
    const random = this.#random;
    const path = random.pick([...PATHS, ...paths]);
    const host = random.chance(0.8) ? `127.0.0.1:${port}` : random.pick(HOSTS);
    const lines = [
      `${random.chance(0.7) ? "GET" : random.pick(METHODS)} ${path} HTTP/${random.pick(["1.1", "1.1", "1.0", "2.0", "9"])}`,
    ];
    if (random.chance(0.95)) lines.push(`Host: ${host}`);
    if (random.chance(0.1)) lines.push("Host: evil.example");
    if (random.chance(0.5)) lines.push(`Cookie: ${cookie}`);
    for (let count = random.below(4); count > 0; count--) lines.push(random.pick(HEADERS));
    const body = random.chance(0.2)
      ? random.pick(["5\r\nhello\r\n0\r\n\r\n", "zz\r\n", "hello", "0\r\n\r\nGET / HTTP/1.1\r\n\r\n"])
      : "";
    const end = random.chance(0.95) ? "\r\n\r\n" : "\r\n";
    return Buffer.from(lines.join("\r\n") + end + body, "latin1");
  }

  #nearMiss(foothold: Foothold): Buffer {
    return Buffer.from(this.#frames.mutated(this.#request(foothold).toString("latin1")), "latin1");
  }

  #line({ port, cookie }: Foothold): Buffer {
    const random = this.#random;
    const body = random.pick([
      `data: ${JSON.stringify(this.#frames.json(3))}\n\n`,
      "event: close\ndata: 99999\n\n",
      "data: [\n\n",
      "\uFEFF\n\n",
      "data: x",
      `data: ${"x".repeat(5_000)}\n\n`,
      "\u0000",
    ]);
    return Buffer.from(
      `POST /_tandem/line${random.pick(["", "/up", "/down", "/x"])} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n` +
        `Origin: http://127.0.0.1:${port}\r\nContent-Type: ${random.pick(["text/event-stream", "text/event-stream", "text/plain"])}\r\n` +
        `Accept: ${random.pick(["text/event-stream", "*/*"])}\r\nCookie: ${cookie}\r\nTandem-Line: ${random.pick(["", "x", "__proto__"])}\r\n` +
        `Content-Length: ${Buffer.byteLength(body) + random.pick([0, 0, 0, -1, 5])}\r\nConnection: close\r\n\r\n${body}`,
    );
  }

  #handshake({ port, cookie }: Foothold): Buffer {
    const random = this.#random;
    const origin = random.pick([
      `http://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}.evil.example`,
      "null",
      "https://evil.example",
      "",
    ]);
    const lines = [
      `GET ${random.pick(["/_tandem/socket", "/_tandem/socket", "/_tandem/socket?x=1", "/other"])} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Origin: ${origin}`,
      `Cookie: ${cookie}`,
      "Connection: Upgrade",
      `Upgrade: ${random.pick(["websocket", "WebSocket", "h2c", "", "websocket, x"])}`,
      `Sec-WebSocket-Version: ${random.pick(["13", "8", "99", "", "__proto__"])}`,
      `Sec-WebSocket-Key: ${random.pick(["dGhlIHNhbXBsZSBub25jZQ==", "short", "", "=".repeat(24)])}`,
      random.pick(["Sec-WebSocket-Protocol: a, b, ,", "Sec-WebSocket-Extensions: permessage-deflate; x=", "X: y"]),
    ];
    return Buffer.from(lines.join("\r\n") + "\r\n\r\n", "latin1");
  }

  #socketBytes(foothold: Foothold): Buffer {
    const random = this.#random;
    const frames = Array.from({ length: 1 + random.below(5) }, () => this.#wrongFrame());
    return Buffer.concat([upgrade(foothold), ...(random.chance(0.5) ? [helloFrame(foothold)] : []), ...frames]);
  }

  #wrongFrame(): Buffer {
    const random = this.#random;
    if (random.chance(0.2)) return this.#noise();
    const opcode = random.pick(OPCODES);
    const code = Buffer.from([0, 0]);
    code.writeUInt16BE(random.pick(CLOSE_CODES));
    const payload = opcode === 8 ? Buffer.concat([code, Buffer.from("\xff\xfe", "latin1")]) : this.#noise();
    return frameBytes(payload, {
      opcode,
      final: random.chance(0.8),
      reserved: random.chance(0.1) ? random.below(8) : 0,
      masked: random.chance(0.9),
      claimed: random.chance(0.1) ? random.pick([0, 126, 70_000, 2 ** 32, 2 ** 53 - 1]) : payload.length,
    });
  }

  #hello(foothold: Foothold): Buffer {
    const random = this.#random;
    const { ticket } = foothold;
    const text = random.pick([
      () => JSON.stringify(["hello", { protocol: 1, ticket: this.#frames.mutated(ticket), frame: 0 }]),
      () => JSON.stringify(["hello", { protocol: this.#frames.json(1), ticket, frame: this.#frames.json(1) }]),
      () => JSON.stringify(["hello", { protocol: 1, ticket: ticket.replace(/\.1\./, ".2."), frame: 0 }]),
      () => this.#frames.mutated(JSON.stringify(["hello", { protocol: 1, ticket, frame: 0 }])),
      () => JSON.stringify(this.#frames.json(3)) ?? "",
    ])();
    return Buffer.concat([upgrade(foothold), frameBytes(Buffer.from(text), { opcode: 1 })]);
  }

  #attached(foothold: Foothold): Buffer {
    const random = this.#random;
    const frames = Array.from({ length: 1 + random.below(6) }, (_, at) => {
      const { text } = this.#frames.next({ next: at + 1, frame: 0, ids: foothold.ids });
      return frameBytes(Buffer.from(text), { opcode: 1 });
    });
    return Buffer.concat([upgrade(foothold), helloFrame(foothold), ...frames]);
  }
}

export function upgrade({ port, cookie }: Foothold): Buffer {
  return Buffer.from(
    `GET /_tandem/socket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nCookie: ${cookie}\r\n` +
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
  );
}

export function helloFrame({ ticket }: Foothold): Buffer {
  return frameBytes(Buffer.from(JSON.stringify(["hello", { protocol: 1, ticket, frame: -1 }])), { opcode: 1 });
}

interface FrameForm {
  readonly opcode: number;
  readonly final?: boolean;
  readonly reserved?: number;
  readonly masked?: boolean;
  /** The length the frame says it has. */
  readonly claimed?: number;
}

const MASK = Buffer.from([1, 2, 3, 4]);

/** One WebSocket frame (RFC 6455, 5.2), right unless told. */
export function frameBytes(payload: Buffer, form: FrameForm): Buffer {
  const { opcode, final = true, reserved = 0, masked = true, claimed = payload.length } = form;
  const head = [(final ? 0x80 : 0) | (reserved << 4) | opcode];
  const mask = masked ? 0x80 : 0;
  const length = Buffer.alloc(8);
  if (claimed < 126) head.push(mask | claimed);
  else if (claimed < 65_536) {
    length.writeUInt16BE(claimed);
    head.push(mask | 126, ...length.subarray(0, 2));
  } else {
    length.writeBigUInt64BE(BigInt(claimed));
    head.push(mask | 127, ...length);
  }
  if (!masked) return Buffer.concat([Buffer.from(head), payload]);
  return Buffer.concat([Buffer.from(head), MASK, payload.map((byte, at) => byte ^ MASK[at % 4]!)]);
}
