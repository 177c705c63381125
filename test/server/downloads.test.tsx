import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { DownMessage } from "../../src/protocol/frames.ts";
import { signal } from "../../src/reactive/signal.ts";
import { SessionEnded } from "../../src/session/call-errors.ts";
import type { LazyFileContents } from "../../src/session/downloads/file-contents.ts";
import { session as current } from "../../src/session/facade.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { TestSession } from "../support/test-session.ts";
import { until } from "../support/until.ts";
import { fetchRaw, later, openPage, run } from "./support.tsx";

/** A served session, and what it has its page download. */
async function started(options: Parameters<typeof run>[1] = {}) {
  const running = await run(undefined, options);
  await openPage(running.port);
  const session = running.sessions[0]!;
  const offers: string[] = [];
  session.tellClient = (_client: number, message: DownMessage) => {
    if (message[0] === "do" && message[1] === "download") offers.push(String(message[2][0]));
  };
  const save = (contents: LazyFileContents, name = "file.txt", mediaType?: string) => {
    session.run(() => session.saveFile(contents, name, mediaType === undefined ? {} : { mediaType }));
    return offers.at(-1)!;
  };
  const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    fetchRaw(running.port, path, { headers, method });
  const url = (path: string) => `http://127.0.0.1:${running.port}${path}`;
  const reported = () => running.entries.filter(({ event }) => event === "app/error").length;
  return { ...running, session, save, get, url, reported };
}

async function temporaryFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tandem-test-"));
  later(() => rm(folder, { recursive: true }));
  const path = join(folder, "on disk.bin");
  await writeFile(path, text);
  return path;
}

async function* slowly(...pieces: (string | Uint8Array | Error)[]) {
  for (const piece of pieces) {
    await promisesSettled();
    if (piece instanceof Error) throw piece;
    yield piece;
  }
}

describe("saveFile", () => {
  it("F10: the acting client's page is told to download, and only that one", () => {
    const test = new TestSession(() => <button onClick={() => current.saveFile("text", "note.txt")}>Save</button>);
    const [first, second] = [test.connect(), test.connect()];
    second.event(test.idOf("button"), "click");
    expect(first.messages).toEqual([]);
    expect(second.messages).toEqual([
      ["do", "download", [expect.stringMatching(/^\/_tandem\/r\/\w{26}\/~d\/\w{26}$/), "note.txt"]],
    ]);
  });

  it("F10: it returns at once, before there is a client too, and throws SessionEnded after the end", async () => {
    const test = new TestSession(() => <p />);
    test.session.run(() => test.session.saveFile("text", "note.txt"));
    expect(test.connect().messages).toHaveLength(1);
    await test.session.close();
    expect(() => test.session.saveFile("text", "note.txt")).toThrow(SessionEnded);
  });

  const path = temporaryFile.bind(null, "contents");
  const kinds: [string, () => LazyFileContents | Promise<LazyFileContents>][] = [
    ["a text", () => "contents"],
    ["bytes", () => Buffer.from("contents")],
    ["an ArrayBuffer", () => new TextEncoder().encode("contents").buffer],
    ["a Blob", () => new Blob(["cont", "ents"])],
    ["a path", async () => ({ path: await path() })],
    ["a file: URL", async () => pathToFileURL(await path())],
    ["a list of pieces", () => ["cont", Buffer.from("ents")]],
    ["a generator", () => slowly("cont", Buffer.from("ents"))],
    ["a stream of Node", () => Readable.from([Buffer.from("cont"), Buffer.from("ents")])],
    ["a stream of the web", () => new Blob(["contents"]).stream() as ReadableStream<Uint8Array>],
    ["a function", () => () => "contents"],
    ["an asynchronous function", () => async () => slowly("contents")],
  ];
  it.each(kinds)("F11: %s is sent as it is", async (_kind, contents) => {
    const { save, get } = await started();
    const { status, text, headers } = await get(save(await contents()));
    expect([status, text]).toEqual([200, "contents"]);
    expect(headers).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": 'attachment; filename="file.txt"',
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    });
  });

  it.each([7, null, {}, new Date(), new URL("http://localhost/"), { path: tmpdir() }])(
    "F11: %s is none, and an error of the app",
    async (contents) => {
      const { save, get, reported } = await started();
      expect((await get(save(contents as never))).status).toBe(500);
      expect(reported()).toBe(1);
    },
  );

  it("F11: a browser that does not read holds back what makes the content, and one that goes ends it", async () => {
    const { save, port } = await started();
    let made = 0;
    let ended = false;
    async function* endless() {
      try {
        for (;;) {
          made++;
          yield new Uint8Array(256 * 1024);
          await promisesSettled();
        }
      } finally {
        ended = true;
      }
    }
    const path = save(endless());
    const socket = connect(port, "127.0.0.1", () => socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`));
    later(() => void socket.destroy());
    socket.on("error", () => {});
    socket.pause();
    await until(() => made > 0);
    for (let before = -1; before !== made;) {
      before = made;
      for (let n = 0; n < 50; n++) await promisesSettled();
    }
    // What fits into the buffers of two sockets, and no more.
    expect(made).toBeLessThan(200);
    socket.destroy();
    await until(() => ended);
  });

  it("F11: the media type goes by the name unless told, and must be one", async () => {
    const { save, get } = await started();
    const typeOf = async (...at: Parameters<typeof save>) => (await get(save(...at))).headers["content-type"];
    expect(await typeOf("", "a.PDF")).toBe("application/pdf");
    expect(await typeOf("", "unknown")).toBe("application/octet-stream");
    expect(await typeOf("", "a.pdf", "text/csv; charset=utf-8")).toBe("text/csv; charset=utf-8");
    for (const wrong of ["", "text", "text/csv\r\nX: y", "text/csv; a"]) {
      expect(() => save("", "a", wrong)).toThrow(expect.objectContaining({ code: "files/bad-media-type" }));
    }
    expect(() => save("", 7 as never)).toThrow(expect.objectContaining({ code: "files/bad-name" }));
  });

  it.each([
    ["report.txt", 'attachment; filename="report.txt"'],
    [
      "Bericht für März.txt",
      "attachment; filename=\"Bericht f_r M_rz.txt\"; filename*=UTF-8''Bericht%20f%C3%BCr%20M%C3%A4rz.txt",
    ],
    ["../../etc/passwd", 'attachment; filename="passwd"'],
    ["C:\\temp\\a.txt", 'attachment; filename="a.txt"'],
    [
      'a".txt\r\nSet-Cookie: x=1',
      "attachment; filename=\"a_.txtSet-Cookie_ x_1\"; filename*=UTF-8''a%22.txtSet-Cookie%3A%20x%3D1",
    ],
    ["...", 'attachment; filename="download"'],
    ["", 'attachment; filename="download"'],
    ["a\u202egpj.exe\0", 'attachment; filename="agpj.exe"'],
    ["it's (1)*.txt", "attachment; filename=\"it_s (1)_.txt\"; filename*=UTF-8''it%27s%20%281%29%2A.txt"],
    ["\ud800x.txt", 'attachment; filename="x.txt"'],
    [
      `${"ä".repeat(300)}.txt`,
      expect.stringMatching(/^attachment; filename="_{98}\.txt"; filename\*=UTF-8''(?:%C3%A4){98}\.txt$/),
    ],
  ])("F12: the name %j is safe as a name and as a header", async (name, disposition) => {
    const { save, get } = await started();
    const { headers } = await get(save("", name));
    expect([headers["content-disposition"], headers["set-cookie"]]).toEqual([disposition, undefined]);
  });

  it("F13: parts of what has a size can be asked for, as long as it has not changed", async () => {
    const { save, get } = await started();
    const file = await temporaryFile("0123456789");
    const offered = save({ path: file });
    const whole = await get(offered, {}, "HEAD");
    expect([whole.status, whole.bytes, whole.headers["content-disposition"]]).toEqual([
      200,
      0,
      'attachment; filename="file.txt"',
    ]);
    const part = await get(offered, { Range: "bytes=2-4" });
    expect([part.status, part.text]).toEqual([206, "234"]);
    expect(part.headers).toMatchObject({
      "content-range": "bytes 2-4/10",
      "accept-ranges": "bytes",
      "content-length": "3",
    });
    const { etag } = part.headers as { etag: string };
    expect((await get(offered, { Range: "bytes=8-", "If-Range": etag })).text).toBe("89");
    expect((await get(offered, { Range: "bytes=-1" })).text).toBe("9");
    const beyond = await get(offered, { Range: "bytes=10-" });
    expect([beyond.status, beyond.headers["content-range"]]).toEqual([416, "bytes */10"]);
    const changed = await get(offered, { Range: "bytes=8-", "If-Range": '"other"' });
    expect([changed.status, changed.text]).toEqual([200, "0123456789"]);
  });

  it("F13: what has no size is sent whole, whatever part was asked for", async () => {
    const { save, get } = await started();
    const { status, text, headers } = await get(save(slowly("abc", "def")), { Range: "bytes=2-4" });
    expect([status, text, headers["accept-ranges"]]).toEqual([200, "abcdef", undefined]);
  });

  it("F14: what fails before the first byte is a 500 and reported", async () => {
    const { save, get, reported } = await started();
    const failures: LazyFileContents[] = [
      () => Promise.reject(new Error("no")),
      slowly(new Error("no")),
      { path: "/there/is/no/such/file" },
    ];
    for (const failure of failures) expect((await get(save(failure))).status).toBe(500);
    expect(reported()).toBe(3);
  });

  it("F14: whoever is at the page sees a notice of it, with the id that the log has", async () => {
    const { save, get, session, entries } = await started();
    const told: DownMessage[] = [];
    session.tell = (message: DownMessage) => void told.push(message);
    expect((await get(save(() => Promise.reject(new Error("the disk is full"))))).status).toBe(500);
    const { errorId } = entries.find(({ event }) => event === "app/error")!;
    expect(told).toEqual([["notice", "error", expect.any(String), errorId]]);
    expect(JSON.stringify(told)).not.toContain("disk");
  });

  it("F14: what fails later breaks the transfer, which never looks whole", async () => {
    const { save, url, reported } = await started();
    const torn = fetch(url(save(slowly("some", new Error("torn"))))).then((answer) => answer.text());
    await expect(torn).rejects.toThrow();
    const odd = fetch(url(save(slowly("some", 7 as never)))).then((answer) => answer.text());
    await expect(odd).rejects.toThrow();
    expect(reported()).toBe(2);
  });

  it("F14: a file that shrinks under way is a broken transfer", async () => {
    const { save, get, url } = await started();
    const file = await temporaryFile("0123456789");
    const offered = save({ path: file });
    await get(offered, { Range: "bytes=0-0" });
    await truncate(file, 5);
    await expect(fetch(url(offered)).then((answer) => answer.text())).rejects.toThrow();
  });

  it.each([false, true])("F19: a transfer under way goes on when its session ends, hard: %s", async (hard) => {
    const { save, url, session } = await started();
    const answer = await fetch(url(save(slowly("first", "x".repeat(5_000_000), "last"))));
    await session.close({ hard });
    expect(await answer.text()).toMatch(/^firstx+last$/);
  });

  it("F15: a file is offered until all of it was fetched; broken off, it can be fetched again", async () => {
    const { save, get, url } = await started();
    const offered = save("x".repeat(20_000_000));
    const controller = new AbortController();
    const answer = await fetch(url(offered), { signal: controller.signal });
    expect(answer.status).toBe(200);
    controller.abort();
    expect((await get(offered)).bytes).toBe(20_000_000);
    let status = 200;
    while (status === 200) ({ status } = await get(offered, {}, "HEAD"));
    expect(status).toBe(404);
  });

  it("F15: what a function makes is made for each fetch, and a stream can be fetched once", async () => {
    const { save, get, url } = await started();
    let made = 0;
    const offered = save(() => slowly(`made ${++made}`, "x".repeat(20_000_000)));
    const controller = new AbortController();
    await fetch(url(offered), { signal: controller.signal });
    controller.abort();
    expect((await get(offered)).text).toMatch(/^made 2x/);
    const stream = save(slowly("once", "x".repeat(20_000_000)));
    const first = await fetch(url(stream));
    expect([first.status, (await get(stream)).status]).toEqual([200, 410]);
    expect(await first.text()).toMatch(/^once/);
  });

  it("F15: offers expire by one timer, which the end of the session takes away", async () => {
    const { save, get, clock, session } = await started({ limits: { downloadExpiry: 1_000 } });
    const early = save("early");
    clock.advance(600);
    const late = save("late");
    clock.advance(400);
    expect([(await get(early)).status, (await get(late, {}, "HEAD")).status]).toEqual([404, 200]);
    const before = clock.pending;
    await session.close();
    expect(clock.pending).toBeLessThan(before);
    expect((await get(late)).status).toBe(404);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("F15: %s does not fetch", async (method) => {
    const { save, get } = await started();
    const answer = await get(save("text"), {}, method);
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
  });

  it("F15: no file is found by another path", async () => {
    const { save, get } = await started();
    const offered = save("text");
    for (const path of [
      `${offered}/x`,
      offered.slice(0, -1),
      offered.replace("~d", "%7Ed"),
      offered.replace("~d/", "~d//"),
    ]) {
      expect((await get(path)).status).toBe(404);
    }
    expect((await get(offered)).text).toBe("text");
  });
});

describe("DownloadButton", () => {
  it("F16: name and content are evaluated at each click, in the session", async () => {
    const { DownloadButton } = await import("../../src/ui/download-button.tsx");
    const name = signal("one");
    const test = new TestSession(() => (
      <DownloadButton fileName={() => `${name.value}.txt`} content={() => `${name.value} in ${current.id}`}>
        Save
      </DownloadButton>
    ));
    const client = test.connect();
    const click = () => client.event(test.idOf("button"), "click");
    click();
    name.value = "two";
    click();
    const offered = client.messages.map((message) => (message as [string, string, string[]])[2]);
    expect(offered.map(([, saved]) => saved)).toEqual(["one.txt", "two.txt"]);
    const request = new Request("http://localhost/");
    const texts: string[] = [];
    for (const [path] of offered) {
      const routed = { request, path: path!.split("/").slice(-2).join("/"), client: undefined };
      await test.session.respond(routed, async (answer) => (texts.push(await answer.text()), true));
    }
    expect(texts).toEqual(["two in test-session", "two in test-session"]);
  });

  it("F16: a disabled one does nothing, whatever a client says", async () => {
    const { DownloadButton } = await import("../../src/ui/download-button.tsx");
    const disabled = signal(true);
    const test = new TestSession(() => <DownloadButton fileName="a.txt" content="a" disabled={disabled} />);
    const client = test.connect();
    client.event(test.idOf("button"), "click");
    expect(client.messages).toEqual([]);
    test.session.run(() => (disabled.value = false));
    client.event(test.idOf("button"), "click");
    expect(client.messages).toHaveLength(1);
  });
});
