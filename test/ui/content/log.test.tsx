import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { mount } from "tandem/testing";
import { createLog, LogViewer } from "tandem/ui";
import { ansiRuns, withoutAnsi } from "../../../src/ui/content/log/ansi.ts";
import { levelIn } from "../../../src/ui/content/log/levels.ts";
import type { LogRow } from "../../../src/ui/content/log/log-view.ts";
import { MatchingLines } from "../../../src/ui/content/log/log-matches.ts";
import { TestSession } from "../../support/test-session.ts";

interface View {
  request: string;
  generation: number;
  start: number;
  end: number;
}

/** A viewer, and what its page is told and may ask. */
function open(log: ReturnType<typeof createLog>, props: object = {}) {
  const test = new TestSession(() => <LogViewer log={log} label="Log" {...props} />);
  const client = test.connect();
  let tag = 0;
  const view = () => client.operations.filter((operation) => operation[2] === "view").at(-1)![3] as unknown as View;
  const ask = (...args: unknown[]) => {
    client.word("request", ++tag, view().request, args);
    return client.messages.at(-1) as ["response", number, boolean, unknown];
  };
  const rows = (from: number, count: number) => ask(view().generation, from, count)[3] as LogRow[] | null;
  /** Time goes on, and all that is due happens. */
  const later = async () => {
    for (let i = 0; i < 10; i++) {
      await test.settled();
      test.clock.advance(100);
    }
    await test.settled();
  };
  const filter = (text: string) => {
    client.event(test.idOf('input type="search"'), "input", { v: text });
    return later();
  };
  return { test, client, view, ask, rows, filter, later };
}

const texts = (rows: LogRow[] | null) =>
  rows?.map(([, , runs]) => runs.map((run) => (typeof run === "string" ? run : run[0])).join(""));

describe("a log", () => {
  it("W110: keeps lines by numbers that stay, up to its capacity, and forgets the oldest", () => {
    const log = createLog({ capacity: 3_000 });
    for (let i = 0; i < 10_000; i++) log.append(`line ${i}`);
    expect([log.first, log.end, log.length]).toEqual([7_000, 10_000, 3_000]);
    expect([log.line(6_999), log.line(7_000), log.line(9_999), log.line(10_000)]).toEqual([
      "",
      "line 7000",
      "line 9999",
      "",
    ]);
    log.clear();
    log.append("again");
    expect([log.length, log.line(0)]).toEqual([1, "again"]);
  });

  it("W110: takes several lines at once, and what a stream brings in pieces; cuts what is endless", () => {
    const log = createLog({ maxLineLength: 10 });
    log.append("a\nb\r\nc\n");
    log.write("d");
    log.write("e\nf");
    log.flush();
    log.append("0123456789abc");
    expect(Array.from({ length: log.length }, (_, i) => log.line(i))).toEqual([
      "a",
      "b",
      "c",
      "de",
      "f",
      "0123456789…",
    ]);
  });

  it("W110: a million lines are added in a moment, and a capacity that is none throws", () => {
    const log = createLog();
    for (let i = 0; i < 1_000_000; i++) log.append("2026-01-01T00:00:00Z INFO something happened here");
    expect(log.length).toBe(1_000_000);
    expect(() => createLog({ capacity: 0 })).toThrow(expect.objectContaining({ code: "ui/bad-log" }));
  });

  it("W111: knows levels where lines say them, and ANSI colours as classes", () => {
    expect(
      ["INFO x", "[warn] x", "level=error x", '{"level":"fatal"}', "no errors here", "PANIC"].map(levelIn),
    ).toEqual(["info", "warning", "error", "fatal", undefined, "fatal"]);
    expect(ansiRuns("a\u001b[1;31mb\u001b[0mc\u001b[38;5;46md\u001b[48;2;0;0;255me\u001b[39;49mf\u001b[2K")).toEqual([
      "a",
      ["b", "ansi-red ansi-bold"],
      "c",
      ["d", "ansi-green"],
      ["e", "ansi-green ansi-on-blue"],
      "f",
    ]);
    expect(withoutAnsi("a\u001b[1;31mb\u001b]0;title\u0007c\u0000")).toBe("abc");
  });
});

describe("LogViewer", () => {
  it("W112: the first paint has the last lines; the page asks for others by position", () => {
    const log = createLog();
    for (let i = 0; i < 500; i++) log.append(`line ${i}`);
    const { test, view, rows } = open(log);
    expect(test.html).toContain("line 499");
    expect(test.html).not.toContain("line 100<");
    expect(view()).toMatchObject({ start: 0, end: 500 });
    expect(texts(rows(100, 3))).toEqual(["line 100", "line 101", "line 102"]);
  });

  it("W112: whatever else a page asks, it gets no more than some rows, or nothing", () => {
    const log = createLog();
    for (let i = 0; i < 5_000; i++) log.append(`line ${i}`);
    const { rows, ask, view } = open(log);
    expect(rows(0, 1e9)).toHaveLength(200);
    expect(rows(4_999, 10)).toHaveLength(1);
    expect(rows(1e12, 10)).toEqual([]);
    for (const args of [
      [view().generation, -1, 5],
      [view().generation, "0", 5],
      [view().generation, 0, null],
      [99, 0, 5],
      [],
      [{}],
    ]) {
      expect(ask(...args)[3]).toBeNull();
    }
  });

  it("W112: what comes is told at most ten times a second", async () => {
    const log = createLog();
    const { test, client, view } = open(log);
    const before = client.frames.length;
    for (let tenth = 0; tenth < 10; tenth++) {
      for (let i = 0; i < 100; i++) {
        log.append("x");
        await test.settled();
      }
      test.clock.advance(100);
      await test.settled();
    }
    expect(client.frames.length - before).toBeLessThanOrEqual(12);
    expect(view().end).toBe(1_000);
  });

  it("W113: filters by text and least level, in lines of any age and those that come", async () => {
    const log = createLog();
    for (let i = 0; i < 40_000; i++) log.append(`${i % 2 === 0 ? "INFO" : "ERROR"} request ${i}`);
    const { test, client, view, rows, filter, later } = open(log);
    await filter("Request 3999");
    expect(view()).toMatchObject({ start: 0, end: 11 });
    expect(texts(rows(0, 2))).toEqual(["ERROR request 3999", "INFO request 39990"]);
    client.event(test.idOf("select"), "input", { v: ["error"] });
    await later();
    expect(texts(rows(0, 10))!.every((text) => text.startsWith("ERROR"))).toBe(true);
    log.append("ERROR request 3999 again");
    await later();
    expect(texts(rows(view().end - 1, 1))).toEqual(["ERROR request 3999 again"]);
    await filter("");
    client.event(test.idOf("select"), "input", { v: ["nonsense"] });
    await later();
    expect(view().end).toBe(20_001);
  });

  it("W113: what a filter has found of forgotten lines goes with them, and positions go on", () => {
    const log = createLog({ capacity: 2_048 });
    const found = new MatchingLines(log, { text: "x", level: 0 });
    for (let i = 0; i < 50_000; i++) {
      log.append(`x ${i}`);
      if (i % 1_000 === 999) while (found.advance());
    }
    expect([found.start, found.end, found.numberAt(found.start), found.numberAt(49_999)]).toEqual([
      47_952, 50_000, 47_952, 49_999,
    ]);
  });

  it("W114: paused, it stays at what it has, and says how much more there is", async () => {
    const log = createLog();
    log.append("first");
    await using app = await mount(() => <LogViewer log={log} label="Log" />);
    await app.user.click(app.screen.getByRole("button", { name: "Pause" }));
    log.append("second\nthird");
    await app.clock.advance(500);
    app.screen.getByText("2 more");
    app.screen.getByText("1 line");
    await app.user.click(app.screen.getByRole("button", { name: "Pause" }));
    app.screen.getByText("3 lines");
  });

  it("W114: lines can be copied and downloaded, without their escapes, as they are filtered", async () => {
    const log = createLog();
    log.append("INFO \u001b[32mone\u001b[0m\nERROR two");
    const wrap = signal(false);
    await using app = await mount(() => <LogViewer log={log} label="Log" fileName="all.txt" wrap={wrap} />);
    await app.user.click(app.screen.getByRole("button", { name: "Copy lines" }));
    expect(await app.window.navigator.clipboard.readText()).toBe("INFO one\nERROR two\n");
    await app.user.selectOptions(app.screen.getByLabelText("Least level"), "error");
    await app.clock.advance(500);
    await app.user.click(app.screen.getByRole("button", { name: "Download" }));
    expect([app.downloads[0]!.name, await app.downloads[0]!.text()]).toEqual(["all.txt", "ERROR two\n"]);
    await app.user.click(app.screen.getByRole("button", { name: "Wrap lines" }));
    expect(wrap.peek()).toBe(true);
  });
});
