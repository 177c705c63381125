import { describe, expect, it } from "vitest";
import { CLOSE_REASONS, CloseCode, FINAL_CODES } from "../../src/protocol/close-codes.ts";
import { encodeClose, encodeFrame, encodePulse, encodeWelcome } from "../../src/protocol/encode.ts";
import { formatEventDeclaration, parseEventDeclarations } from "../../src/protocol/event-declaration.ts";
import { parseServerFrame } from "../../src/protocol/server-frame.ts";

describe("frames from the server", () => {
  it("P9: are composed around operations that were encoded once", () => {
    const encoded = '[[0,17,"Clicked 3 times"]]';
    expect(encodeFrame({ n: 7, acknowledged: 3, encoded })).toBe('[7,3,[[0,17,"Clicked 3 times"]]]');
    expect(encodeFrame({ n: 7, acknowledged: 3, encoded, messages: [] })).toBe(`[7,3,${encoded}]`);
    const messages = [["custom", "chat", "hi"] as ["custom", string, string]];
    expect(encodeFrame({ n: 7, acknowledged: 3, encoded: "[]", messages })).toBe('[7,3,[],[["custom","chat","hi"]]]');
    expect(encodePulse(3)).toBe("[0,3]");
  });

  it("P9: are read by the client as they were meant", () => {
    const welcome = { event: 1, frame: 2, resumed: true, heartbeat: 3, maxFrameBytes: 4 };
    const notice = { code: 4001, message: "Bye \u2028" };
    expect(parseServerFrame(encodeWelcome(welcome))).toEqual(["welcome", welcome]);
    expect(parseServerFrame(encodeClose(notice))).toEqual(["close", notice]);
    expect(parseServerFrame("[1,0,[[7,3]]]")).toEqual([1, 0, [[7, 3]]]);
  });
});

describe("close codes", () => {
  it("P10: each have a reason of their own that fits a WebSocket's close frame", () => {
    const codes = Object.values(CloseCode);
    expect(Object.keys(CLOSE_REASONS).map(Number)).toEqual(codes.toSorted((a, b) => a - b));
    expect(new Set(Object.values(CLOSE_REASONS)).size).toBe(codes.length);
    for (const reason of Object.values(CLOSE_REASONS)) expect(Buffer.byteLength(reason)).toBeLessThan(124);
  });

  it("P10: end a client for good when coming back cannot help", () => {
    const { HardDisconnect, TicketRefused, SessionGone, Replaced, FrameTooLarge, VersionMismatch } = CloseCode;
    const final = [1009, HardDisconnect, TicketRefused, SessionGone, Replaced, FrameTooLarge, VersionMismatch];
    expect(FINAL_CODES).toEqual(final);
  });
});

describe("event declarations", () => {
  it("P11: say the same after being written and read", () => {
    const plain = {
      preventDefault: false,
      stopPropagation: false,
      selfOnly: false,
      debounce: 0,
      throttle: 0,
      keys: null,
    };
    const declarations = [
      { ...plain, type: "click" },
      { ...plain, type: "submit", preventDefault: true },
      { ...plain, type: "keydown", stopPropagation: true, keys: ["Enter", "Ctrl+s", ":", ",", " ", "é"] },
      { ...plain, type: "input", debounce: 250, selfOnly: true },
      { ...plain, type: "scroll", throttle: 100 },
    ];
    const text = declarations.map(formatEventDeclaration).join(" ");
    expect(text).toContain("click submit:p keydown:s:kEnter,Ctrl%2Bs,%3A,%2C,%20,%C3%A9 input:x:d250 scroll:t100");
    expect(parseEventDeclarations(text)).toEqual(declarations);
    expect(parseEventDeclarations("")).toEqual([]);
  });
});
