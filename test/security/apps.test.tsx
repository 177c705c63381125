import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mount } from "tandem/testing";
import admin from "../../examples/apps/admin/app.tsx";
import { accountOf, GUEST, logIn } from "../../examples/apps/admin/accounts.ts";
import { isFromHere } from "../../examples/apps/admin/sign-in.tsx";
import { totals } from "../../examples/apps/admin/products.ts";
import chatRoom from "../../examples/apps/chat-room/app.tsx";
import { cleanName } from "../../examples/apps/chat-room/person.ts";
import { openRoom, rooms } from "../../examples/apps/chat-room/rooms.ts";
import gomoku from "../../examples/apps/gomoku/app.tsx";
import { keptName } from "../../examples/apps/gomoku/names.ts";
import { tables } from "../../examples/apps/gomoku/tables.ts";
import { loadFrame } from "../../examples/apps/explorer/data/load.ts";
import { FileProblem } from "../../examples/apps/explorer/read/problem.ts";
import { DemoWriter } from "../../examples/apps/log-tail/writer.ts";
import markdown from "../../examples/apps/markdown/app.tsx";
import { signal } from "tandem";

/** A file that goes on as long as it is read; counts how much was. */
function endless(begin: string, more: string, { name = "file.csv", most = 200 * 1024 * 1024 } = {}) {
  const piece = new TextEncoder().encode(more.repeat(Math.ceil(65_536 / more.length)));
  const read = { bytes: 0 };
  const stream = () =>
    new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(begin)),
      pull(controller) {
        read.bytes += piece.length;
        if (read.bytes > most) controller.close();
        else controller.enqueue(piece);
      },
    });
  return { source: { name, sizeInBytes: most, stream }, read };
}

/** A file of this content, in pieces as a disk gives them. */
function whole(content: string | Uint8Array, name = "file.csv") {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const stream = () => {
    let at = 0;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= bytes.length) controller.close();
        else controller.enqueue(bytes.subarray(at, (at += 65_536)));
      },
    });
  };
  return { name, sizeInBytes: bytes.length, stream };
}

const MEGABYTE = 1024 * 1024;

describe("a hostile file", () => {
  it.each([
    ["one line of CSV", endless("a,b\n", "x")],
    ["a quote that nobody closes", endless('a,b\n"', "x")],
    ["a first line of columns", endless("a", ",a")],
    ["columns with nothing in them", endless("a", ",")],
    ["a row with nothing in its columns", endless("a,b\n1,2\n", ";,")],
    ["a text of JSON", endless('[{"a":"', "x", { name: "file.json" })],
    ["lists within lists", endless('[{"a":', "[", { name: "file.json" })],
    ["names within one record", endless('[{"a":1', ',"b":1', { name: "file.json" })],
  ])("X37: that is %s of 200 MB is put away after a few, and explained", async (_, { source, read }) => {
    await expect(loadFrame(source)).rejects.toThrow(FileProblem);
    expect(read.bytes).toBeLessThan(12 * MEGABYTE);
  });

  it("X37: that is nested deeper than can be written, or has a million columns, is explained", async () => {
    const deep = `[{"a":${"[".repeat(200_000)}${"]".repeat(200_000)}}]`;
    await expect(loadFrame(whole(deep, "file.json"))).rejects.toThrow(FileProblem);
    const wide = `[{${Array.from({ length: 20_000 }, (__, at) => `"n${at}":1`).join(",")}}]`;
    await expect(loadFrame(whole(wide, "file.json"))).rejects.toThrow(/more than 500/);
    await expect(loadFrame(whole(`${"a,".repeat(40_000)}a\n1`))).rejects.toThrow(/up to 500/);
    // Of a row that is wider than its head, the rest is left out.
    const frame = await loadFrame(whole(`a,b\n${"1,".repeat(40_000)}1\n2,3\n`));
    expect([frame.rowCount, frame.columns.length, frame.notes.length]).toEqual([2, 2, 1]);
  });

  it("X37: with marks, zeros and what is no text is read as what it is, or explained", async () => {
    const marked = await loadFrame(whole("\ufeffa,b\n1,2\n"));
    expect(marked.columns.map(({ name }) => name)).toEqual(["a", "b"]);
    await expect(loadFrame(whole("a,b\n\u0000,1\n"))).rejects.toThrow(/no text/);
    const late = await loadFrame(whole(`a,b\n${"1,2\n".repeat(40_000)}\u0000,\u202e3\n`));
    expect(late.rowCount).toBe(40_001);
    await expect(loadFrame(whole(new Uint8Array([0xff, 0xfe, 0x00])))).rejects.toThrow(FileProblem);
    await expect(loadFrame(whole(new Uint8Array(9).fill(0x5b), "file.json"))).rejects.toThrow(FileProblem);
  });
});

describe("the admin's sign-in", () => {
  beforeAll(() => void totals());

  it("X35: counts tries that are made at once one by one", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 40 }, () => logIn("alan", "wrong")));
    const reasons = tries.map((each) => (each as PromiseRejectedResult).reason as Error);
    expect(reasons.filter(({ message }) => message.includes("not the right name"))).toHaveLength(5);
    expect(reasons.filter(({ message }) => message.includes("Too many"))).toHaveLength(35);
    await expect(logIn("alan", "enigma")).rejects.toThrow("Too many");
  });

  it("X35: signs nobody in who comes by a link of another site", () => {
    const from = (site?: string) => isFromHere(new Headers(site === undefined ? {} : { "sec-fetch-site": site }));
    expect([undefined, "same-origin", "same-site", "cross-site", "none"].map(from)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("X35: takes no name and no password without end", async () => {
    await using app = await mount(admin, { user: GUEST });
    const client = app.screen.getByLabelText(/^Name/) as HTMLInputElement;
    client.value = "x".repeat(20_000);
    client.dispatchEvent(new app.window.Event("input", { bubbles: true }));
    await app.user.type(app.screen.getByLabelText(/^Password/), "p");
    await app.user.click(app.screen.getByRole("button", { name: "Sign in" }));
    app.screen.getByText("That is too long.");
    expect(accountOf("x".repeat(20_000))).toBe(GUEST);
  });
});

describe("a name at a table of Gomoku", () => {
  it("X36: is one that can be seen, whatever a browser has kept or a page claims", async () => {
    expect(["\u202eAda\u0000", "x".repeat(90_000), " "].map(keptName)).toEqual(["Ada", "x".repeat(24), ""]);
    await using app = await mount(gomoku);
    const input = app.screen.getByLabelText(/Your name/) as HTMLInputElement;
    for (const name of ["\u202eAda", "x".repeat(25)]) {
      input.value = name;
      input.dispatchEvent(new app.window.Event("input", { bubbles: true }));
      await app.settle();
    }
    await app.user.click(app.screen.getByRole("button", { name: "New table" }));
    expect(tables.peek()[0]!.seats.black.peek()!.name.peek()).toMatch(/^Guest \d+$/);
  });
});

describe("the chat rooms", () => {
  it("X36: nobody is called as somebody else who is there, nor by what cannot be seen", async () => {
    expect(["A\u200bda\u202e", " \u2066 ", "Ａｄａ", "a\n\tb", "💥".repeat(40)].map(cleanName)).toEqual([
      "Ada",
      "",
      "Ada",
      "a b",
      "💥".repeat(24),
    ]);
    await using ada = await mount(chatRoom, { url: "/names" });
    await using eve = await mount(chatRoom, { url: "/names" });
    for (const [app, name] of [
      [ada, "Ada"],
      [eve, "ADA"],
    ] as const) {
      await app.user.clear(app.screen.getByLabelText(/You are/));
      await app.user.type(app.screen.getByLabelText(/You are/), name);
    }
    const members = () =>
      openRoom("names")!
        .members.peek()
        .map((member) => member.name.peek());
    expect(members()).toEqual(["Ada", "ADA (2)"]);
  });

  it("X36: a flood of messages, of comers and of rooms drowns nobody else", async () => {
    const room = openRoom("flooded")!;
    const said = (text: string) => room.messages.peek().filter((message) => message.text === text).length;
    room.say("Ada", "Before the flood", 0);
    for (let turn = 0; turn < 1_000; turn++) room.enter({ name: signal("Eve"), isTyping: signal(false) }, 0)(0);
    expect([said("Before the flood"), room.messages.peek().length]).toEqual([1, 5]);
    await using eve = await mount(chatRoom, { url: "/flooded" });
    for (let turn = 0; turn < 8; turn++) {
      await eve.user.type(eve.screen.getByLabelText("Message"), "x");
      await eve.user.click(eve.screen.getByRole("button", { name: "Send" }));
    }
    // Five at once; what was typed after that waits, and has gathered.
    expect(said("x")).toBe(5);
    await eve.clock.advance(1_000);
    await eve.user.click(eve.screen.getByRole("button", { name: "Send" }));
    expect(said("xxx")).toBe(1);
    for (let at = 0; at < 200; at++) expect(openRoom(`room-${at}`)).toBeDefined();
    expect(rooms.peek().length).toBe(50);
    expect(rooms.peek()).toContain(room);
  });
});

describe("other apps", () => {
  it("X38: the Markdown previewer leads nowhere unsafe, and has others tell nobody who reads", async () => {
    await using app = await mount(markdown);
    const text = app.screen.getByLabelText("Markdown") as HTMLTextAreaElement;
    text.value = [
      "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,x) [d](&#106;avascript:alert(1))",
      "<javascript:alert(1)> ![e](http://evil.example/x.png) ![f](//evil.example/x.png) ![g](javascript:alert(1))",
      "<img src=x onerror=alert(1)><svg onload=alert(1)><iframe src=//evil.example></iframe>",
      "[h]: javascript:alert(1)\n\n[h] [i](/\\evil.example)",
    ].join("\n\n");
    text.dispatchEvent(new app.window.Event("input", { bubbles: true }));
    await app.settle();
    const shown = app.screen.getByRole("region", { name: "Preview" });
    expect(shown.querySelectorAll("img, svg, iframe, script, object, embed")).toHaveLength(0);
    for (const link of shown.querySelectorAll("a")) {
      expect(link.getAttribute("href")).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
      expect(link.getAttribute("rel") ?? "noreferrer").toContain("noreferrer");
    }
  });

  let writer: DemoWriter;
  afterAll(() => writer?.remove());

  it("X38: the log that is written for show is written by so many at once, and no more", async () => {
    writer = await DemoWriter.start();
    let done = 0;
    const clicks = Array.from({ length: 200 }, () => writer.write(2_000).then(() => done++));
    const others = [writer.rotate(), writer.truncate(), writer.rotate()];
    await Promise.all([...clicks, ...others]);
    expect([done, writer.lines]).toEqual([200, 8_000]);
  });
});
