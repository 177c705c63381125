import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packFrame, unpackFrame } from "../../src/protocol/binary-frame.ts";
import { ArrayReader, describeArray, joinAligned, type TypedArray } from "../../src/protocol/typed-arrays.ts";

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer =>
  buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;

const anyArray: fc.Arbitrary<TypedArray> = fc.oneof(
  fc.int8Array(),
  fc.uint8Array(),
  fc.int16Array(),
  fc.uint16Array(),
  fc.int32Array(),
  fc.uint32Array(),
  fc.float32Array(),
  fc.float64Array(),
);

describe("a frame with data", () => {
  it("P13: is one message, from which text and arrays come back as they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(anyArray), (word, arrays) => {
        const text = JSON.stringify([word]);
        const [readText, body] = unpackFrame(bytesOf(packFrame(text, joinAligned(arrays))));
        const reader = new ArrayReader(body);
        expect(JSON.parse(readText)).toEqual([word]);
        expect(arrays.map((array) => reader.read(describeArray(array)))).toEqual(arrays);
      }),
      { seed: 7 },
    );
  });

  it("P13: has its data begin at a multiple of 8, whatever the text's length, so that arrays are views of it", () => {
    const array = new Float64Array([1, Number.NaN, -0]);
    for (const text of ["", "[]", "[1]", "[10]", '["ü"]']) {
      const message = packFrame(text, joinAligned([new Uint8Array(3), array]));
      const start = new DataView(bytesOf(message)).getUint32(0, true);
      expect([start % 8, message.length - start]).toEqual([0, 8 + 24]);
      const reader = new ArrayReader(unpackFrame(bytesOf(message))[1]);
      reader.read(["u8", 3]);
      expect(reader.read(["f64", 3])).toEqual(array);
    }
  });

  it("P13: does not carry numbers of 64 bits, which JSON cannot name either", () => {
    expect(() => describeArray(new BigInt64Array(1) as unknown as TypedArray)).toThrow("typed array");
  });
});
