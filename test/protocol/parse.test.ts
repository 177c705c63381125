import { describe, expect, it } from "vitest";
import { byteLength, exceedsBytes } from "../../src/protocol/byte-length.ts";
import { exceedsDepth } from "../../src/protocol/json-depth.ts";
import {
  MAX_EVENT_TYPE_LENGTH,
  MAX_REQUEST_NAME_LENGTH,
  MAX_TICKET_LENGTH,
  parseClientFrame,
} from "../../src/protocol/parse.ts";
import { Random } from "../support/random.ts";

const limits = { maxFrameBytes: 8192, maxJsonDepth: 6 };
const parse = (value: unknown) => parseClientFrame(typeof value === "string" ? value : JSON.stringify(value), limits);

describe("a frame from a client", () => {
  it("P1: is refused by name when it is too large, counted in bytes", () => {
    const text = "€".repeat(limits.maxFrameBytes / 3 + 1);
    expect(text.length).toBeLessThan(limits.maxFrameBytes);
    for (const large of [text, "x".repeat(limits.maxFrameBytes + 1)]) {
      expect(parse(large).breach).toMatchObject({ code: 4413, name: "maxFrameBytes" });
    }
    expect(parse([1, 0, 3, "input", { v: "x".repeat(limits.maxFrameBytes - 30) }]).breach).toBeUndefined();
  });

  it("P1: has as many bytes as its UTF-8", () => {
    for (const text of ["", "abc", "ü", "€", "😀", "a😀b", "\ud800", "\ud800x", "\udc00\ud800", "\u07ff\u0800"]) {
      const bytes = Buffer.byteLength(text);
      expect(byteLength(text)).toBe(bytes);
      expect([exceedsBytes(text, bytes), exceedsBytes(text, bytes - 1)]).toEqual([false, true]);
    }
  });

  it("P2: is refused by name when it nests too deep, however deep", () => {
    const nested = (depth: number) => `[1,0,3,"x",${"[".repeat(depth)}${"]".repeat(depth)}]`;
    expect(parse(nested(limits.maxJsonDepth - 1)).frame).toBeDefined();
    for (const text of [nested(limits.maxJsonDepth), "[".repeat(8000), '{"a":'.repeat(1600)]) {
      expect(parse(text).breach).toMatchObject({ code: 4400, name: "maxJsonDepth" });
    }
  });

  it("P2: may hold brackets in its strings", () => {
    expect(exceedsDepth(JSON.stringify(['[[[["\\[[[', "{{{", "\\", '"[']), 1)).toBe(false);
    expect(exceedsDepth('["\\\\",[[]]]', 2)).toBe(true);
  });

  it("P3: is refused when it is not JSON, or not of a known kind and shape", () => {
    const malformed = [
      "",
      "{",
      "null",
      "1",
      '"hello"',
      {},
      [],
      [null],
      [true],
      ["bye"],
      ["goodbye", 1],
      ["hello"],
      ["hello", null],
      ["hello", []],
      ["hello", { protocol: 1, ticket: "t" }],
      ["hello", { protocol: 1, frame: 0 }],
      ["hello", { ticket: "t", frame: 0 }],
      ["hello", { protocol: 1, ticket: "", frame: 0 }],
      ["hello", { protocol: 1, ticket: ["t"], frame: 0 }],
      ["hello", { protocol: 1, ticket: "t", frame: 0 }, 1],
      [0],
      [0, 1, 2],
      [1, 0],
      [1, 0, 3],
      [1, 0, 3, ""],
      [1, 0, 3, 4],
      [1, 0, 3, "click", {}, 1],
      [1, 0, "3", "click"],
      [1, 0, "unknown", 1, "name", []],
      [1, 0, "request", 1, "name"],
      [1, 0, "request", 1, "name", {}],
      [1, 0, "request", "1", "name", []],
      [1, 0, "request", 1, "", []],
    ];
    for (const value of malformed) {
      expect([value, parse(value).breach]).toEqual([
        value,
        { code: 4400, name: "protocol-error", detail: expect.any(String) },
      ]);
    }
  });

  it("I5: a hello may say a time zone; what cannot be one is only not known", () => {
    const hello = (timezone: unknown) =>
      parse(JSON.stringify(["hello", { protocol: 1, ticket: "t", frame: 0, timezone }])).frame;
    expect(hello("Europe/Berlin")).toEqual([
      "hello",
      { protocol: 1, ticket: "t", frame: 0, timezone: "Europe/Berlin" },
    ]);
    for (const other of ["", "x".repeat(65), 5, null, {}, ["UTC"]]) {
      expect(hello(other)).toEqual(["hello", { protocol: 1, ticket: "t", frame: 0 }]);
    }
  });

  it("P4: has whole numbers, from 0, that arithmetic does not round", () => {
    const numbers = ["-1", "1.5", "1e400", "9007199254740992", '"1"', "null", "[1]", "true"];
    for (const n of numbers) {
      for (const text of [`[${n},0,3,"click"]`, `[1,${n},3,"click"]`, `[1,0,${n},"click"]`, `[0,${n}]`]) {
        expect([text, parse(text).breach?.code]).toEqual([text, 4400]);
      }
      expect(parse(`["hello",{"protocol":${n},"ticket":"t","frame":0}]`).breach?.code).toBe(4400);
      const frame = n === "-1" ? "-2" : n;
      expect(parse(`["hello",{"protocol":1,"ticket":"t","frame":${frame}}]`).breach?.code).toBe(4400);
    }
    expect(parse('[9007199254740991,0,3,"click"]').frame).toBeDefined();
  });

  it("P5: has names of bounded length", () => {
    const of = (length: number) => "x".repeat(length);
    const frames = (extra: number) => [
      [1, 0, 3, of(MAX_EVENT_TYPE_LENGTH + extra)],
      [1, 0, "request", 1, of(MAX_REQUEST_NAME_LENGTH + extra), []],
      ["hello", { protocol: 1, ticket: of(MAX_TICKET_LENGTH + extra), frame: 0 }],
    ];
    for (const frame of frames(0)) expect(parse(frame).frame).toEqual(frame);
    for (const frame of frames(1)) expect(parse(frame).breach?.code).toBe(4400);
  });

  it("P6: loses every key __proto__, however it is written", () => {
    for (const key of ["__proto__", "\\u005f_proto__", "__prot\\u006f__"]) {
      const frame = parse(`[1,0,3,"x",{"d":{"${key}":{"admin":true},"a":[{"${key}":1}]}}]`).frame;
      expect(JSON.stringify(frame)).toBe('[1,0,3,"x",{"d":{"a":[{}]}}]');
    }
    const text = '[1,0,3,"input",{"v":"__proto__ \\u0041"}]';
    expect(parse(text).frame).toEqual([1, 0, 3, "input", { v: "__proto__ A" }]);
    expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
  });

  it("P7: comes through as it is, an event's payload unread", () => {
    const frames = [
      ["hello", { protocol: 1, ticket: "t", frame: 0 }],
      ["hello", { protocol: 7, ticket: "t", frame: -1 }],
      ["goodbye"],
      [0, 0],
      [0, 12],
      [1, 0, 3, "click"],
      [2, 1, 3, "click", { at: [1, 2, 3, 4], odd: "kept" }],
      [3, 1, 3, "x-event", 5],
      [4, 1, "request", 1, "save", [1, "a", null]],
    ];
    for (const frame of frames) expect(parse(frame)).toEqual({ frame });
  });

  it("P7: has only the known facts in its hello", () => {
    const facts = { protocol: 1, ticket: "t", frame: 0 };
    expect(parse(["hello", { ...facts, admin: true }]).frame).toEqual(["hello", facts]);
  });

  it("P8: is read or refused, and never throws, whatever it is", () => {
    const valid = ['["hello",{"protocol":1,"ticket":"t","frame":0}]', '[1,0,3,"click",{"at":[1,2]}]', "[0,1]"];
    const pieces = [...'[]{}",:0123456789.-eE\\u_', "null", "true", "hello", "request", "__proto__", "\u0000", "😀"];
    for (let seed = 1; seed <= 3_000; seed++) {
      const random = new Random(seed);
      let text = random.pick(valid);
      for (let count = 1 + random.below(6); count > 0; count--) {
        const at = random.below(text.length + 1);
        text = text.slice(0, at) + random.pick(pieces) + text.slice(at + random.below(3));
      }
      const { frame, breach } = parse(text);
      expect(frame === undefined, `seed ${seed}: ${text}`).toBe(breach !== undefined);
      if (frame !== undefined) expect(JSON.stringify(parse(frame).frame)).toBe(JSON.stringify(frame));
    }
  });
});
