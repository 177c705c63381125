/** How typed arrays stand behind the text of a frame: one after the other, each beginning at a multiple of 8 bytes. */

const ARRAY_CLASSES = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

/** The type of an array's elements, little-endian. */
export type ElementType = keyof typeof ARRAY_CLASSES;
export const ELEMENT_TYPES = Object.keys(ARRAY_CLASSES) as readonly ElementType[];
export type TypedArray = InstanceType<(typeof ARRAY_CLASSES)[ElementType]>;

/** What a message tells of an array: the type of its elements, and how many there are. */
export type ArrayFacts = [type: ElementType, length: number];

const ALIGNMENT = 8;
/** The next place where an array may begin. */
export const alignedLength = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

export function describeArray(array: TypedArray): ArrayFacts {
  for (const type of ELEMENT_TYPES) {
    if (array instanceof ARRAY_CLASSES[type]) return [type, array.length];
  }
  throw new TypeError("Expected a typed array of floating numbers, or of whole ones of at most 32 bits.");
}

/** Puts bytes one after the other, each beginning where an array may. */
export function joinAligned(parts: readonly ArrayBufferView[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + alignedLength(byteLength), 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    joined.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += alignedLength(byteLength);
  }
  return joined;
}

/** Reads the arrays of one frame's messages, in order. */
export class ArrayReader {
  readonly #body: ArrayBuffer;
  #at = 0;

  constructor(body: ArrayBuffer) {
    this.#body = body;
  }

  /** A view of the frame's own bytes. */
  read([type, length]: ArrayFacts): TypedArray {
    const array = new ARRAY_CLASSES[type](this.#body, this.#at, length);
    this.#at += alignedLength(array.byteLength);
    return array;
  }
}
