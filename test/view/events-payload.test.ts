import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPlainEvent } from "../../src/view/events/decode.ts";
import { parsePayload, PAYLOAD_LIMITS, PayloadBreach } from "../../src/view/events/payload.ts";
import { EVENT_TYPES } from "../../src/protocol/event-kinds.ts";

const LONG = "x".repeat(PAYLOAD_LIMITS.text + 1);
const MANY = Array.from({ length: PAYLOAD_LIMITS.values + 1 }, () => "x");

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

describe("payloads from a client", () => {
  it("J26: what the protocol allows comes through, and nothing is no payload", () => {
    const payload = {
      at: [1, -2, 3.5, 4],
      b: 2,
      m: 15,
      n: 3,
      k: "Enter",
      code: "Enter",
      r: 1,
      v: ["a", "b"],
      c: true,
      f: [["name", "value"]],
      by: "save=1",
      o: false,
      s: [0, 1, 2, 3, 4, 5],
      p: -1,
      pt: "touch",
      d: { a: [1, "x", null, true] },
    };
    expect(parsePayload(payload)).toEqual(payload);
    expect(parsePayload({ v: "text" })).toEqual({ v: "text" });
    expect(parsePayload(undefined)).toBeUndefined();
  });

  it.each<[field: string, value: unknown]>([
    ["at", [1, 2, 3]],
    ["at", [1, 2, 3, "4"]],
    ["at", [1, 2, 3, Number.NaN]],
    ["at", [1, 2, 3, Infinity]],
    ["at", [1, 2, 3, 1e10]],
    ["at", "1234"],
    ["b", -1],
    ["b", 1.5],
    ["m", 16],
    ["m", "1"],
    ["n", 0],
    ["k", 5],
    ["k", "x".repeat(PAYLOAD_LIMITS.keyName + 1)],
    ["code", null],
    ["r", true],
    ["v", 5],
    ["v", null],
    ["v", LONG],
    ["v", MANY],
    ["v", ["a", 5]],
    ["c", 1],
    ["f", [["a"]]],
    ["f", [["a", "b", "c"]]],
    ["f", [["a", 5]]],
    ["f", { a: "b" }],
    ["f", [["a", LONG]]],
    ["by", 1],
    ["o", "true"],
    ["s", [1]],
    ["s", [1, 2, 3, 4, 5, 6, 7]],
    ["p", 2 ** 40],
    ["pt", {}],
    ["d", Number.NaN],
    ["d", undefined],
    ["d", nested(PAYLOAD_LIMITS.depth + 1)],
  ])("J27: a wrong %s is a breach (case %#)", (field, value) => {
    expect(() => parsePayload({ [field]: value })).toThrow(PayloadBreach);
  });

  it.each([null, 5, "text", true, [], [1]])("J27: %j is no payload", (value) => {
    expect(() => parsePayload(value)).toThrow(PayloadBreach);
  });

  it("J27: a breach names the field and what was expected", () => {
    expect(() => parsePayload({ m: 99 })).toThrow(
      expect.objectContaining({
        code: "protocol/bad-payload",
        message: 'Expected a whole number from 0 to 15 as the event payload\'s "m". Check the client.',
      }),
    );
  });

  it("J28: unknown fields are dropped, those of prototypes too", () => {
    const hostile = JSON.parse('{"v":"x","extra":1,"__proto__":{"o":true},"constructor":1,"toString":2}') as unknown;
    const payload = parsePayload(hostile);
    expect(Object.keys(payload!)).toEqual(["v"]);
    expect(Object.getPrototypeOf(payload)).toBe(Object.prototype);
    expect(payload!.o).toBeUndefined();
  });

  it("J28: a detail cannot carry a prototype", () => {
    const hostile = JSON.parse('{"d":{"a":1,"__proto__":{"isAdmin":true},"b":[{"__proto__":null}]}}') as unknown;
    expect(parsePayload(hostile)).toEqual({ d: { a: 1, b: [{}] } });
    expect(Object.hasOwn(Object.assign({}, parsePayload(hostile)!.d as object), "isAdmin")).toBe(false);
  });

  it("J26: detail may nest up to its limit", () => {
    expect(parsePayload({ d: nested(PAYLOAD_LIMITS.depth) })).toBeDefined();
  });

  const field = fc.constantFrom(..."at b m n k code r v c f by o s p pt d other __proto__ constructor".split(" "));
  const near = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.array(fc.double(), { minLength: 2, maxLength: 6 }),
    fc.array(fc.tuple(fc.string(), fc.string())),
    fc.integer({ min: -2, max: 40 }),
    fc.boolean(),
  );
  const type = fc.oneof(
    fc.constantFrom(...Object.values(EVENT_TYPES).flatMap((types) => types.split(" "))),
    fc.string(),
  );

  it("J27: whatever comes, it is let through or a breach, and what is let through decodes", () => {
    fc.assert(
      fc.property(type, fc.oneof(fc.anything(), fc.dictionary(field, near)), (name, value) => {
        try {
          const event = toPlainEvent(name, parsePayload(value), { id: 1 });
          expect(event.type).toBe(name);
        } catch (error) {
          if (!(error instanceof PayloadBreach)) throw error;
        }
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });

  it("J26: parsing what was let through changes nothing more", () => {
    fc.assert(
      fc.property(fc.dictionary(field, near), (value) => {
        let once;
        try {
          once = parsePayload(value);
        } catch {
          return;
        }
        expect(parsePayload(once)).toEqual(once);
      }),
      { seed: 7, numRuns: 1_000 },
    );
  });
});
