import { describe, expect, it } from "vitest";
import { binaryText, closeText, EventReader, frameText, KEEP_ALIVE, lineText } from "../../src/transport/event-text.ts";

const TEXT =
  lineText("abc") +
  KEEP_ALIVE +
  frameText('[1,"ü€😀"]') +
  frameText("") +
  frameText("a\nb\n") +
  binaryText("AAEC") +
  closeText(4404, "session-gone");
const EVENTS = [
  { kind: "line", id: "abc" },
  { kind: "frame", text: '[1,"ü€😀"]' },
  { kind: "frame", text: "" },
  { kind: "frame", text: "a\nb\n" },
  { kind: "binary", base64: "AAEC" },
  { kind: "close", code: 4404, reason: "session-gone" },
];

describe("events of a line over HTTP", () => {
  it("T20: are read as they were written, wherever the text is cut", () => {
    for (let size = 1; size <= TEXT.length; size++) {
      const reader = new EventReader();
      const read = [];
      for (let at = 0; at < TEXT.length; at += size) read.push(...reader.read(TEXT.slice(at, at + size)));
      expect(read).toEqual(EVENTS);
      expect(reader.isAtEnd).toBe(true);
    }
  });

  it("T20: that are not whole, or unknown, are none", () => {
    for (const text of ["data: 1", "data: 1\n", "id: a\n", "garbage\n"]) {
      const reader = new EventReader();
      expect([reader.read(text), reader.isAtEnd]).toEqual([[], false]);
    }
    const reader = new EventReader();
    expect(reader.read("garbage\n\nretry: 1\n\nid: \n\n__proto__: 1\n\n\n\n")).toEqual([]);
    expect(reader.read("event: close\ndata: soon\n\n")).toEqual([{ kind: "frame", text: "soon" }]);
    expect(({} as Record<string, unknown>)["1"]).toBeUndefined();
  });
});
