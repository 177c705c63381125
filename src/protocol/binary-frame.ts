import { alignedLength } from "./typed-arrays.ts";

/** The bytes of the number that a binary message begins with. */
const HEAD = 4;

/**
 * A frame with data as one message: where the data begin (32 bits, little-endian), the frame's text, and the data.
 * Spaces at the end of the text bring the data to where an array may begin.
 */
export function packFrame(text: string, body: Uint8Array): Uint8Array {
  const encoded = new TextEncoder().encode(text);
  const start = alignedLength(HEAD + encoded.length);
  const message = new Uint8Array(start + body.length).fill(0x20, HEAD, start);
  new DataView(message.buffer).setUint32(0, start, true);
  message.set(encoded, HEAD);
  message.set(body, start);
  return message;
}

/** The text and the data of a message from the server, which the client trusts. Kept compact: it is part of every page. */
export function unpackFrame(message: ArrayBuffer): [text: string, body: ArrayBuffer] {
  const start = new Uint32Array(message, 0, 1)[0]!;
  return [new TextDecoder().decode(message.slice(HEAD, start)), message.slice(start)];
}
