import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NoFileSelectedError } from "../../src/session/uploads/file-errors.ts";
import type { FileInfo } from "../../src/session/uploads/file-info.ts";
import { SessionEnded } from "../../src/session/call-errors.ts";
import { contentOf, fileTypes, isOfType } from "../../src/session/uploads/file-types.ts";
import { tusEndpoint } from "../../src/session/uploads/tus-endpoint.ts";
import { UploadList } from "../../src/session/uploads/upload-list.ts";
import { openPage } from "./support.tsx";
import { until } from "../support/until.ts";
import { later, metadata, UploadVisit } from "./upload-support.tsx";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("pickFile", () => {
  it("F30: resolves with the file, once it is here and the page says so", async () => {
    const visit = await UploadVisit.start();
    const { outcome, id, url } = await visit.pick({ types: ["TXT"] });
    expect(url).toMatch(/^\/_tandem\/r\/\w{26}\/~u\/\w{26}$/);
    const { status, headers } = await visit.send(url, "héllo", { name: "C:\\docs\\Grüße.txt" });
    expect([status, headers["upload-offset"]]).toEqual([204, "6"]);
    expect(outcome).toEqual({});
    visit.answer(id);
    await until(() => outcome.value !== undefined);
    const file = outcome.value as FileInfo;
    expect([file.name, file.sizeInBytes, file.mediaType]).toEqual(["Grüße.txt", 6, "text/plain"]);
    expect(await file.text()).toBe("héllo");
    expect(Buffer.from(await file.bytes()).toString()).toBe("héllo");
    for (let time = 0; time < 2; time++) expect(await new Response(file.stream()).text()).toBe("héllo");
  });

  it("F30: with multiple, it is a list, in the order in which they were chosen; also of empty files", async () => {
    const visit = await UploadVisit.start();
    const { outcome, id, url } = await visit.pick({ multiple: true });
    for (const [key, body] of ["one", "", "three"].entries()) {
      expect((await visit.create(url, { size: body.length, key, name: `${key}.txt` })).status).toBe(201);
    }
    const [first, , third] = [...visit.session.uploads.kept.values()];
    await visit.patch(`${url}/${third!.id}`, "three");
    await visit.patch(`${url}/${first!.id}`, "one");
    visit.answer(id);
    await until(() => outcome.value !== undefined);
    expect(await Promise.all((outcome.value as FileInfo[]).map((file) => file.text()))).toEqual(["one", "", "three"]);
  });

  it("F31: no file chosen is a NoFileSelectedError; an answer without files is one too", async () => {
    const visit = await UploadVisit.start();
    for (const answer of [null, true] as const) {
      const { outcome, id } = await visit.pick();
      visit.answer(id, answer);
      await until(() => outcome.error !== undefined);
      expect(outcome.error).toBeInstanceOf(NoFileSelectedError);
    }
  });

  it("F31: it is settled when it is aborted, or nothing comes for too long", async () => {
    const visit = await UploadVisit.start({ limits: { uploadExpiry: 60_000 } });
    const aborted = new AbortController();
    const first = await visit.pick({ signal: aborted.signal });
    aborted.abort(new Error("enough"));
    await until(() => first.outcome.error !== undefined);
    expect(first.outcome.error!.message).toBe("enough");

    const slow = await visit.pick();
    await visit.create(slow.url, { size: 10 });
    visit.running.clock.advance(59_999);
    await until(() => visit.onDisk.length === 1);
    expect(slow.outcome).toEqual({});
    visit.running.clock.advance(60_000);
    await until(() => slow.outcome.error !== undefined);
    expect(slow.outcome.error!.code).toBe("files/expired");
    await until(() => visit.onDisk.length === 0);
  });

  it("F31: it is settled when the session ends, whose uploads go with it, and rejects after", async () => {
    const visit = await UploadVisit.start();
    const ending = await visit.pick();
    await visit.create(ending.url, { size: 10 });
    await visit.session.close();
    await until(() => ending.outcome.error !== undefined);
    expect(ending.outcome.error).toBeInstanceOf(SessionEnded);
    await until(() => !existsSync(visit.folder));
    await expect(visit.session.pickFile()).rejects.toBeInstanceOf(SessionEnded);
  });

  it("F31: it is settled when its page is gone for good, and what it sent goes with it", async () => {
    const visit = await UploadVisit.start();
    const { outcome, url } = await visit.pick();
    visit.session.addClient();
    await visit.create(url, { size: 10 });
    visit.session.removeClient(1);
    await until(() => outcome.error !== undefined);
    expect(outcome.error!.code).toBe("client/gone");
    await until(() => visit.onDisk.length === 0);
  });

  it("F31: a page that says it is done before it is, and one that gives up, leave nothing", async () => {
    const visit = await UploadVisit.start();
    const early = await visit.pick();
    const { headers } = await visit.create(early.url, { size: 10 });
    await visit.patch(String(headers.location), "12345");
    visit.answer(early.id);
    await until(() => early.outcome.error !== undefined);
    expect(early.outcome.error!.code).toBe("files/interrupted");
    await until(() => visit.onDisk.length === 0);
    expect((await visit.patch(String(headers.location), "67890", { offset: 5 })).status).toBe(404);
  });

  it.each([[false], [0], ["sent"], [[true]], [{ files: 1 }]])(
    "F31: the malformed answer %j rejects it, and what was sent goes",
    async (malformed) => {
      const visit = await UploadVisit.start();
      const { outcome, id, url } = await visit.pick();
      await visit.send(url, "all of it");
      visit.answer(id, malformed);
      await until(() => outcome.error !== undefined);
      expect(outcome.error!.code).toBe("files/bad-answer");
      await until(() => visit.onDisk.length === 0);
      expect((await visit.create(url, { size: 1 })).status).toBe(404);
    },
  );

  it("F31: a second answer means nothing, whatever it says", async () => {
    const visit = await UploadVisit.start();
    const { outcome, id, url } = await visit.pick();
    await visit.send(url, "kept");
    visit.answer(id);
    visit.answer(id, null);
    visit.answer(id, "odd");
    await until(() => outcome.value !== undefined);
    const next = await visit.pick();
    visit.answer(next.id, null);
    await until(() => next.outcome.error !== undefined);
    expect(await (outcome.value as FileInfo).text()).toBe("kept");
    expect(visit.running.entries.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("F31: an answer from another client settles nothing", async () => {
    const visit = await UploadVisit.start();
    const { outcome, id, url } = await visit.pick();
    const { client } = await visit.join();
    client.send(1, 0, "answer", id, true, null);
    client.send(0, 0);
    expect(await client.next()).toEqual([0, 1]);
    await visit.send(url, "mine");
    expect(outcome).toEqual({});
    visit.answer(id);
    await until(() => outcome.value !== undefined);
    expect(await (outcome.value as FileInfo).text()).toBe("mine");
  });

  it("F31: before there is a page it says so", async () => {
    const { running } = await UploadVisit.start();
    await openPage(running.port);
    const session = running.sessions.at(-1)!;
    session.removeClient(1);
    await expect(session.pickFile()).rejects.toMatchObject({ code: "files/no-client" });
  });

  it.each([{ types: "pdf" }, { types: ["a b"] }, { types: [""] }, { maxSize: 0 }, { maxCount: NaN }, { maxsize: 1 }])(
    "F32: the options %j are refused",
    async (options) => {
      const visit = await UploadVisit.start();
      const code = expect.stringMatching(/^(?:files\/bad-type|files\/bad-limit|options\/unknown)$/);
      await expect(visit.session.pickFile(options as never)).rejects.toMatchObject({ code });
    },
  );

  it("F33: text that is not UTF-8 is an error that says so, and its bytes are fine", async () => {
    const visit = await UploadVisit.start();
    const { outcome, id, url } = await visit.pick();
    await visit.send(url, Buffer.from([0x61, 0xff, 0x62]));
    visit.answer(id);
    await until(() => outcome.value !== undefined);
    const file = outcome.value as FileInfo;
    await expect(file.text()).rejects.toMatchObject({ code: "files/not-text" });
    expect([...(await file.bytes())]).toEqual([0x61, 0xff, 0x62]);
    await file.discard();
    expect(visit.onDisk).toEqual([]);
    await expect(file.text()).rejects.toMatchObject({ code: "files/gone" });
  });
});

describe("uploads by tus", () => {
  it("F34: one that was cut goes on from where it was, also in the middle of a part", async () => {
    const visit = await UploadVisit.start();
    const { outcome, id, url } = await visit.pick();
    const path = String((await visit.create(url, { size: 100_000 })).headers.location);
    const { port } = visit.running;
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    socket.write(
      `PATCH ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n` +
        `Content-Type: application/offset+octet-stream\r\nContent-Length: 100000\r\nOrigin: http://127.0.0.1:${port}\r\n` +
        `Cookie: ${visit.page.cookie}\r\nTandem-Ticket: ${visit.page.ticket}\r\n\r\n${"x".repeat(40_000)}`,
    );
    const [upload] = visit.session.uploads.kept.values();
    await until(() => statSync(`${visit.folder}/${upload!.id}`).size === 40_000);
    expect(upload!.state.peek()).toBe("receiving");
    socket.destroy();
    await until(() => upload!.state.peek() === "waiting");
    const head = await visit.ask({ method: "HEAD", path });
    expect([head.status, head.headers["upload-offset"], head.headers["upload-length"]]).toEqual([
      200,
      "40000",
      "100000",
    ]);
    expect((await visit.patch(path, "y".repeat(60_000), { offset: 30_000 })).status).toBe(409);
    expect((await visit.patch(path, "y".repeat(60_000), { offset: 40_000 })).status).toBe(204);
    visit.answer(id);
    await until(() => outcome.value !== undefined);
    expect(await (outcome.value as FileInfo).text()).toBe("x".repeat(40_000) + "y".repeat(60_000));
  });

  it("F34: a line that is dead and has not been noticed lets go of its upload when another asks", async () => {
    const visit = await UploadVisit.start();
    const { url } = await visit.pick();
    const path = String((await visit.create(url, { size: 100_000 })).headers.location);
    const { port } = visit.running;
    const silent = connect(port, "127.0.0.1");
    later(() => void silent.destroy());
    silent.on("error", () => {});
    silent.write(
      `PATCH ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n` +
        `Content-Type: application/offset+octet-stream\r\nContent-Length: 100000\r\nOrigin: http://127.0.0.1:${port}\r\n` +
        `Cookie: ${visit.page.cookie}\r\nTandem-Ticket: ${visit.page.ticket}\r\n\r\n${"x".repeat(1_000)}`,
    );
    const [upload] = visit.session.uploads.kept.values();
    await until(() => statSync(`${visit.folder}/${upload!.id}`).size === 1_000);
    const head = await visit.ask({ method: "HEAD", path });
    expect([head.status, head.headers["upload-offset"]]).toEqual([200, "1000"]);
    expect((await visit.patch(path, "y".repeat(99_000), { offset: 1_000 })).status).toBe(204);
  });

  it("F42: of files that are refused, only the latest are listed", async () => {
    const visit = await UploadVisit.start();
    const { session } = visit;
    const list = session.run(() => new UploadList(session, { maxSize: 1 }));
    void session.run(() => list.takeFrom("input"));
    const [, , , messages] = (await visit.client.next()) as [
      number,
      number,
      unknown,
      [string, number, string, [{ url: string }]][],
    ];
    const { url } = messages[0]![3][0];
    for (let key = 0; key < 60; key++) await visit.create(url, { size: 2, key, name: `${key}.bin` });
    expect(list.peek().length).toBeLessThanOrEqual(52);
    expect(list.peek().at(-1)!.name).toBe("59.bin");
  });

  it("F34: asked for a place again under the same key, a page gets the same; the line of the session may be down", async () => {
    const visit = await UploadVisit.start();
    const { url } = await visit.pick();
    visit.client.socket.terminate();
    const first = await visit.create(url, { size: 3 });
    const second = await visit.create(url, { size: 3 });
    expect([second.status, second.headers.location]).toEqual([201, first.headers.location]);
    expect((await visit.create(url, { size: 4 })).status).toBe(409);
    expect((await visit.patch(String(first.headers.location), "abc")).status).toBe(204);
    const head = await visit.ask({ method: "HEAD", path: String(first.headers.location) });
    expect([head.headers["upload-offset"], visit.onDisk.length]).toEqual(["3", 1]);
  });

  it("F35: what is larger than allowed, or than it said, is refused, and nothing of it stays", async () => {
    const visit = await UploadVisit.start();
    const { outcome, id, url } = await visit.pick({ maxSize: 10, multiple: true });
    const large = await visit.create(url, { size: 11, name: "large.bin" });
    expect([large.status, large.text]).toEqual([413, "“large.bin” is 11 bytes; at most 10 bytes are allowed.\n"]);
    for (const chunked of [false, true]) {
      const path = String((await visit.create(url, { size: 5, key: chunked ? 2 : 1 })).headers.location);
      const { status, text } = await visit.patch(path, "x".repeat(9), { chunked });
      const why = "“file.bin” is larger than the 5 bytes that were announced. Choose it again.\n";
      expect([status, text]).toEqual([413, why]);
      expect((await visit.ask({ method: "HEAD", path })).status).toBe(404);
    }
    await until(() => visit.onDisk.length === 0);
    visit.answer(id);
    await until(() => outcome.error !== undefined);
    expect(outcome.error!.code).toBe("files/too-large");
  });

  it("F35: more files than allowed are refused", async () => {
    const visit = await UploadVisit.start();
    const { outcome, id, url } = await visit.pick();
    expect((await visit.send(url, "one")).status).toBe(204);
    const second = await visit.create(url, { size: 1, key: 1 });
    expect([second.status, second.text]).toEqual([413, "“file.bin” is one too many: at most 1 file is allowed.\n"]);
    visit.answer(id);
    await until(() => outcome.error !== undefined);
    expect(outcome.error!.code).toBe("files/too-many");
    await until(() => visit.onDisk.length === 0);
  });

  it("F36: content decides what a file is, where types are enforced", async () => {
    const visit = await UploadVisit.start();
    const { outcome, id, url } = await visit.pick({ types: ["png"], enforceTypes: true });
    expect((await visit.send(url, "<script>", { name: "lie.png" })).status).toBe(415);
    visit.answer(id);
    await until(() => outcome.error !== undefined);
    expect([outcome.error!.code, outcome.error!.message]).toEqual([
      "files/wrong-type",
      "“lie.png” is not of an allowed type: PNG.",
    ]);
    await until(() => visit.onDisk.length === 0);
    const honest = await visit.pick({ types: ["image/*"], enforceTypes: true });
    expect((await visit.send(honest.url, PNG, { name: "picture" })).status).toBe(204);
    visit.answer(honest.id);
    await until(() => honest.outcome.value !== undefined);
    expect((honest.outcome.value as FileInfo).mediaType).toBe("image/png");
  });

  it("F37: only the page that was asked, in its own browser and from its own site, can send", async () => {
    const visit = await UploadVisit.start();
    const other = await UploadVisit.in(visit.running, { cookie: visit.page.cookie });
    const { url } = await visit.pick();
    const theirs = await other.pick();
    const create = (headers: Record<string, string | undefined>) =>
      visit.create(url, { size: 1, headers: headers as Record<string, string> }).then(({ status }) => status);
    expect(await create({ Origin: "https://evil.example" })).toBe(403);
    expect(await create({ Origin: undefined })).toBe(403);
    expect(await create({ Origin: "null" })).toBe(403);
    expect(await create({ Cookie: undefined })).toBe(403);
    expect(await create({ Cookie: `tandem=${"0".repeat(26)}` })).toBe(403);
    expect(await create({ "Tandem-Ticket": undefined })).toBe(403);
    expect(await create({ "Tandem-Ticket": `${visit.page.ticket}x` })).toBe(403);
    expect(await create({ "Tandem-Ticket": other.page.ticket })).toBe(403);
    // A grant of another session is none of this one.
    const grant = theirs.url.split("/").at(-1)!;
    expect((await visit.create(url.replace(/\w+$/, grant), { size: 1 })).status).toBe(404);
    expect([visit.onDisk, other.onDisk]).toEqual([[], []]);
    expect(await create({})).toBe(201);
  });

  it("F37: a page that joined the same session cannot use what another was granted", async () => {
    const visit = await UploadVisit.start();
    const { url } = await visit.pick();
    const link = visit.session.shareUrl({ origin: "" });
    const joined = await openPage(visit.running.port, link, { headers: { cookie: visit.page.cookie } });
    const headers = { "Tandem-Ticket": joined.ticket };
    expect((await visit.create(url, { size: 1, headers })).status).toBe(403);
  });

  it("F38: a grant is used up when its page is done", async () => {
    const visit = await UploadVisit.start();
    const { outcome, id, url } = await visit.pick();
    const { path } = await visit.send(url, "whole");
    visit.answer(id);
    await until(() => outcome.value !== undefined);
    expect((await visit.create(url, { size: 1, key: 1 })).status).toBe(404);
    expect((await visit.ask({ method: "HEAD", path })).status).toBe(404);
    expect(await (outcome.value as FileInfo).text()).toBe("whole");
  });

  it("F39: extensions of tus that are not offered, and other methods, are refused", async () => {
    const visit = await UploadVisit.start();
    const { url } = await visit.pick({ multiple: true });
    const status = async (method: string, path: string, headers: Record<string, string> = {}) =>
      (await visit.ask({ method, path, headers })).status;
    const facts = { "Upload-Length": "5", "Upload-Metadata": metadata({ filename: "a", key: "0" }) };
    for (const [name, value] of [
      ["Upload-Concat", "partial"],
      ["Upload-Concat", `final;${url}/a ${url}/b`],
      ["Upload-Defer-Length", "1"],
      ["Upload-Checksum", "sha1 x"],
      ["X-HTTP-Method-Override", "PATCH"],
      ["Content-Type", "application/offset+octet-stream"],
    ] as const) {
      expect(await status("POST", url, { ...facts, [name]: value }), name).toBe(400);
    }
    const path = String((await visit.create(url, { size: 5 })).headers.location);
    for (const method of ["DELETE", "PUT", "GET", "OPTIONS", "POST"])
      expect(await status(method, path), method).toBe(405);
    for (const method of ["GET", "PUT", "PATCH", "DELETE"]) expect(await status(method, url), method).toBe(405);
    expect(await status("HEAD", `${path}/more`)).toBe(404);
    expect(visit.onDisk).toHaveLength(1);
  });

  it.each([
    ["no length", { "Upload-Length": undefined }],
    ["a length that is none", { "Upload-Length": "1e3" }],
    ["a negative length", { "Upload-Length": "-1" }],
    ["a length beyond all", { "Upload-Length": "9".repeat(30) }],
    ["no metadata", { "Upload-Metadata": undefined }],
    ["metadata without a name", { "Upload-Metadata": metadata({ key: "0" }) }],
    ["a key that is none", { "Upload-Metadata": metadata({ filename: "a", key: "__proto__" }) }],
    ["endless metadata", { "Upload-Metadata": metadata({ filename: "a".repeat(9_000), key: "0" }) }],
    ["another protocol", { "Tus-Resumable": "0.2.2" }],
  ])("F39: %s is refused", async (_what, headers) => {
    const visit = await UploadVisit.start();
    const { url } = await visit.pick();
    const { status } = await visit.create(url, { size: 1, headers: headers as Record<string, string> });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    await until(() => visit.onDisk.length === 0);
    expect((await visit.send(url, "fine", { key: 5 })).status).toBe(204);
  });

  it.each(["../../evil", "..", "/etc/passwd", "a\0b", "C:\\x", "con\r\nSet-Cookie: a", "%2e%2e%2fx", "\u202egnp.exe"])(
    "F40: the name %j is only a name, and never one on disk",
    async (name) => {
      const visit = await UploadVisit.start();
      const { outcome, id, url } = await visit.pick();
      await visit.send(url, "x", { name });
      visit.answer(id);
      await until(() => outcome.value !== undefined);
      const file = outcome.value as FileInfo;
      // eslint-disable-next-line no-control-regex
      expect(file.name).not.toMatch(/[/\\\u0000-\u001f\u202e]|^\.|^$/);
      expect(visit.onDisk).toEqual([expect.stringMatching(/^[0-9a-v]{26}$/)]);
      expect(statSync(visit.folder).mode & 0o777).toBe(0o700);
    },
  );

  it("F41: the files of a session have room for so many bytes together, and for so many files", async () => {
    const visit = await UploadVisit.start({ limits: { maxUploadTotalBytes: 10, maxUploadFiles: 3 } });
    const { url } = await visit.pick({ multiple: true });
    expect((await visit.create(url, { size: 6, key: 0 })).status).toBe(201);
    const full = await visit.create(url, { size: 6, key: 1 });
    expect([full.status, full.text]).toEqual([
      413,
      "There is no room left for “file.bin”. Remove files that are no longer needed.\n",
    ]);
    expect((await visit.create(url, { size: 4, key: 2 })).status).toBe(201);
    const events = visit.running.entries.map(({ event }) => event);
    expect(events).toContain("limit/maxUploadTotalBytes");
  });

  it("F41: a page cannot have files that come to nothing kept in mind without end", async () => {
    const visit = await UploadVisit.start({ limits: { maxUploadFiles: 2 } });
    const { url } = await visit.pick({ multiple: true });
    const statuses: number[] = [];
    for (let key = 0; key < 60; key++) {
      const { status, headers } = await visit.create(url, { size: 1, key });
      statuses.push(status);
      if (status === 201) expect((await visit.patch(String(headers.location), "more than said")).status).toBe(413);
    }
    expect([statuses.indexOf(413), new Set(statuses.slice(52))]).toEqual([52, new Set([413])]);
    expect(visit.running.entries.map(({ event }) => event)).toContain("limit/maxUploadFiles");
    // The first is known still, the last is not, and asking for it again is refused again.
    expect((await visit.create(url, { size: 1, key: 0 })).status).toBe(410);
    expect((await visit.create(url, { size: 1, key: 59 })).status).toBe(413);
    await until(() => visit.onDisk.length === 0);
  });

  it("F41: of what is deleted, nothing is kept in mind", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tandem-test-"));
    later(() => rmSync(folder, { recursive: true }));
    const tus = await tusEndpoint(folder, { begins: () => {}, progress: () => {} });
    const at = { id: "one", location: "/one", maxSize: 4 };
    const headers = { "Tus-Resumable": "1.0.0", "Upload-Length": "4" };
    const ask = (method: string) => tus.handle(new Request("http://localhost/one", { method, headers }), at);
    expect([(await ask("POST")).status, (await ask("HEAD")).status]).toEqual([201, 200]);
    tus.forget("one");
    expect((await ask("HEAD")).status).not.toBe(200);
  });

  it("F41: what is discarded makes room", async () => {
    const visit = await UploadVisit.start({ limits: { maxUploadTotalBytes: 10 } });
    const first = await visit.pick();
    await visit.send(first.url, "0123456789");
    visit.answer(first.id);
    await until(() => first.outcome.value !== undefined);
    const second = await visit.pick();
    expect((await visit.create(second.url, { size: 1 })).status).toBe(413);
    await (first.outcome.value as FileInfo).discard();
    expect((await visit.create(second.url, { size: 1, key: 1 })).status).toBe(201);
  });
});

describe("uploadList", () => {
  it("F42: it has each file at once, with how far it is and why it was refused", async () => {
    const visit = await UploadVisit.start();
    const { session } = visit;
    const list = session.run(() => new UploadList(session, { maxSize: 10, maxCount: 2, types: ["txt"] }));
    const taken = session.run(() => list.takeFrom("input"));
    const [, , , messages] = (await visit.client.next()) as [
      number,
      number,
      unknown,
      [string, number, string, [{ url: string }, string]][],
    ];
    const [, id, name, [{ url }, input]] = messages[0]!;
    expect([name, input]).toEqual(["sendFiles", "input"]);
    const states = () => list.peek().map((upload) => [upload.name, upload.state.peek(), upload.received.peek()]);
    const path = String((await visit.create(url, { size: 5, name: "a.txt", key: 0 })).headers.location);
    await visit.create(url, { size: 50, name: "b.txt", key: 1 });
    expect(states()).toEqual([
      ["a.txt", "waiting", 0],
      ["b.txt", "failed", 0],
    ]);
    expect(list.peek()[1]!.error.peek()?.code).toBe("files/too-large");
    await visit.patch(path, "hel");
    expect(states()[0]).toEqual(["a.txt", "waiting", 3]);
    await visit.patch(path, "lo", { offset: 3 });
    expect(states()[0]).toEqual(["a.txt", "done", 5]);
    await visit.send(url, PNG.subarray(0, 9), { name: "c.txt", key: 2 });
    expect(list.peek()[2]!.error.peek()?.code).toBe("files/wrong-type");
    visit.answer(id);
    await taken;
    const read = session.run(() => [list.files.length, list.isBusy]);
    expect(read).toEqual([1, false]);
    session.run(() => list.clear());
    await until(() => visit.onDisk.length === 0);
    expect(list.peek()).toEqual([]);
  });

  it("F42: one that is removed on its way is called off, and its page told by its next request", async () => {
    const visit = await UploadVisit.start();
    const { session } = visit;
    const list = session.run(() => new UploadList(session, {}));
    void session.run(() => list.takeFrom("input"));
    const [, , , messages] = (await visit.client.next()) as [
      number,
      number,
      unknown,
      [string, number, string, [{ url: string }, string]][],
    ];
    const { url } = messages[0]![3][0];
    const path = String((await visit.create(url, { size: 5 })).headers.location);
    session.run(() => list.remove(list.peek()[0]!));
    expect((await visit.patch(path, "hello")).status).toBe(404);
    await until(() => visit.onDisk.length === 0);
  });
});

describe("types of files", () => {
  it("F32: extensions and media types have one spelling, and each is there once", () => {
    expect(fileTypes(["pdf", ".PDF", "*.pdf", "Image/*", "text/csv", " .tar.gz "])).toEqual([
      ".pdf",
      "image/*",
      "text/csv",
      ".tar.gz",
    ]);
    expect(fileTypes(undefined)).toEqual([]);
  });

  it.each([
    ["a.png", PNG, [".png"], true],
    ["a.txt", PNG, [".png"], true],
    ["a.png", PNG, ["image/jpeg", "text/*"], false],
    ["a.csv", "a,b\n1,2", ["csv"], true],
    ["a.csv", "a,b\n1,2", ["text/csv"], true],
    ["a.csv", "a,b\n1,2", ["text/*"], true],
    ["a.csv", Buffer.from([1, 0, 2]), ["csv"], false],
    ["a.md", "# Title", ["text/plain"], true],
    ["a.exe", "MZ\u0090\0", ["pdf"], false],
    ["a.pdf", "%PDF-1.7\n", ["application/pdf"], true],
    ["a.pdf", "<html>", ["pdf"], false],
    ["a.svg", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', ["image/*"], true],
    ["a.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>', ["svg"], true],
    ["a.json", "{}", ["application/json"], true],
    ["a.model", Buffer.from([0, 1, 2]), ["model"], true],
    ["a.model", PNG, ["model"], false],
    ["a.other", Buffer.from([0, 1, 2]), ["model"], false],
    ["anything", "", [], true],
  ])("F36: %s with its content, allowed %#", async (name, bytes, types, allowed) => {
    const content = await contentOf(Buffer.from(bytes as string));
    expect(isOfType(name, content, fileTypes(types))).toBe(allowed);
  });
});
