import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/core/limits.ts";
import { CLOSE_REASONS, CloseCode, FINAL_CODES } from "../../src/protocol/close-codes.ts";
import { ELEMENT_TYPES } from "../../src/protocol/typed-arrays.ts";
import { PROTOCOL_VERSION } from "../../src/protocol/frames.ts";
import { Op } from "../../src/protocol/operations.ts";
import {
  MAX_EVENT_TYPE_LENGTH,
  MAX_REQUEST_NAME_LENGTH,
  MAX_TICKET_LENGTH,
  parseClientFrame,
} from "../../src/protocol/parse.ts";
import { MAX_WAITING_EVENTS } from "../../src/link/link.ts";
import { KEEP_ALIVE_INTERVAL, LAST_WORD_WITHIN } from "../../src/transport/event-stream.ts";
import { BATCH_LENGTH } from "../../src/transport/http-client.ts";
import { ASK_WITHIN } from "../../src/transport/polling.ts";
import { FRAME_DATA_BYTES } from "../../src/session/channel/feed-positions.ts";
import { ACKNOWLEDGE_WITHIN, LOST_AFTER, PROMPT_AFTER } from "../../src/session/channel/channel.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const text = read("PROTOCOL.md");

/** The cells of the table under a heading, row by row, without its head. */
function table(heading: string): string[][] {
  const [, section = ""] = text.split(`\n${heading}\n`);
  const [, rows = ""] = /\n\|[-|]+\|\n((?:\|.*\n)+)/.exec(section) ?? [];
  return rows
    .trim()
    .split("\n")
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim().replace(/^`([^`]*)`$/, "$1")),
    );
}

/** The frames in the fenced examples of one direction. */
function examples(direction: "up" | "down"): string[] {
  const blocks = text.matchAll(new RegExp(`\`\`\`json ${direction}\n(.*?)\n\`\`\``, "gs"));
  return [...blocks].flatMap(([, block]) => block!.split("\n"));
}

/** The kinds that a union of tuples in a source file names by a literal. */
function literalKinds(union: string): string[] {
  const [, body = ""] = new RegExp(`export type ${union} =\n((?:  .*\n)+)`).exec(read("src/protocol/frames.ts")) ?? [];
  return [...body.matchAll(/\[(?:n: number, acknowledged: number, kind: )?"(\w+)"/g)].map(([, kind]) => kind!);
}

describe("PROTOCOL.md", () => {
  it("P12: names every type of array", () => {
    const [, row = ""] = /^\| data \|.*`type` is (.*) \|$/m.exec(text) ?? [];
    expect([...row.matchAll(/`(\w+)`/g)].map(([, type]) => type)).toEqual(ELEMENT_TYPES);
  });

  it("P12: names every operation with its number", () => {
    const rows = table("### Operations").map(([number, name]) => [name, Number(number)]);
    expect(rows).toEqual(Object.entries(Op));
    for (const [number, , form] of table("### Operations")) expect(form).toMatch(new RegExp(`^\\[${number}, `));
  });

  it("P12: names every close code with its reason, and whether it is final", () => {
    const rows = table("## Close codes").map(([code, reason, final]) => [Number(code), reason, final === "yes"]);
    const codes = Object.values(CloseCode).map((code) => [code, CLOSE_REASONS[code], FINAL_CODES.includes(code)]);
    expect(rows).toEqual(codes);
  });

  it("P12: names every limit with its default", () => {
    const rows = table("## Limits").map(([name, value]) => [name, Number(value)]);
    expect(rows).toEqual(Object.entries(DEFAULT_LIMITS));
  });

  it("P12: names every kind of frame and message, and every field of a payload", () => {
    const kinds = (heading: string) => table(heading).map(([kind]) => kind);
    expect(kinds("## From client to server")).toEqual([
      "hello",
      "event",
      ...literalKinds("ClientMessage"),
      "pulse",
      "goodbye",
    ]);
    expect(kinds("## From server to client")).toEqual(["welcome", "frame", "pulse", "close"]);
    expect(kinds("### Messages")).toEqual(literalKinds("DownMessage"));
    const [, body = ""] = /export interface EventPayload \{(.*?)\n\}/s.exec(read("src/protocol/frames.ts")) ?? [];
    const fields = [...body.matchAll(/^ {2}(\w+)\?:/gm)].map(([, field]) => field);
    const told = table("### Payload of an event").flatMap(([cell]) => cell!.replaceAll("`", "").split(", "));
    expect(told).toEqual(fields);
  });

  it("P12: has examples that are what it says", () => {
    expect(examples("up").length).toBeGreaterThan(5);
    for (const frame of examples("up")) {
      expect(parseClientFrame(frame, DEFAULT_LIMITS)).toEqual({ frame: JSON.parse(frame) as unknown });
    }
    const down = examples("down").map((frame) => JSON.parse(frame) as unknown[]);
    expect(down.map(([first]) => first)).toEqual(["welcome", 1, 2, 3, 4, 0, "close", 5, 6, 7]);
    const shown = down.flatMap((frame) => ((frame[0] as number) > 0 ? (frame[2] as [number][]) : []));
    expect(new Set(shown.map(([op]) => op))).toEqual(new Set(Object.values(Op)));
  });

  it("P12: names the times and sizes that each side keeps to", () => {
    expect(text).toContain(`Version ${PROTOCOL_VERSION}.`);
    expect(text).toContain(`At most ${MAX_TICKET_LENGTH.toLocaleString("en")} characters`);
    expect(text).toContain(`at most ${MAX_EVENT_TYPE_LENGTH} characters, \`name\` at most ${MAX_REQUEST_NAME_LENGTH}`);
    expect(text).toContain(`at most ${MAX_WAITING_EVENTS} unacknowledged events`);
    expect(text).toContain(`within ${ACKNOWLEDGE_WITHIN} ms`);
    expect(text).toContain(`at most ${BATCH_LENGTH.toLocaleString("en")} characters, or one frame`);
    expect(text).toContain(`twice \`maxFrameBytes\` and ${(3 * BATCH_LENGTH).toLocaleString("en")} bytes gets 413`);
    expect(text).toContain(`given every ${KEEP_ALIVE_INTERVAL / 1_000} s`);
    expect(text).toContain(`at most ${FRAME_DATA_BYTES.toLocaleString("en")} bytes in a frame`);
    expect(text).toContain(`${LAST_WORD_WITHIN / 1_000} s after its stream breaks off`);
    expect(text).toContain(`nobody has asked for ${ASK_WITHIN / 1_000} s`);
    expect(text).toContain(`after ${PROMPT_AFTER} heartbeats of silence, and closes with 4408 after ${LOST_AFTER}.`);
  });
});
