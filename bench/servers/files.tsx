/** Takes and gives files, by a Tandem app or with bare `node:http`, and watches its own memory meanwhile. */
import { createReadStream, createWriteStream, openSync, truncateSync, writeSync } from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { serve, session } from "tandem";
import { announce } from "../support/served.ts";
import { MemoryWatch } from "../support/memory-watch.ts";

const [what = "tandem", bytes = "0"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "tandem-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, "file.bin");
// Real bytes on disk: a hole would cost nothing to read.
const descriptor = openSync(path, "w");
const piece = Buffer.alloc(1024 * 1024, "what the file holds ");
for (let written = 0; written < Number(bytes); written += piece.length) writeSync(descriptor, piece);
truncateSync(path, Number(bytes));

function Desk() {
  const take = async () => {
    const file = await session.pickFile();
    await file.discard();
  };
  return (
    <main>
      <button onClick={take}>Take</button>
      <button onClick={() => session.saveFile({ path }, "file.bin")}>Give</button>
    </main>
  );
}

/** The least that can be done: each part to its place in a file, and a file as it is. */
async function startBare(): Promise<string> {
  const http = createServer((request, response) => {
    if (request.method === "GET") {
      response.writeHead(200, { "Content-Length": bytes });
      void pipeline(createReadStream(path, { highWaterMark: 256 * 1024 }), response);
      return;
    }
    const start = Number(request.headers["upload-offset"]);
    const flags = start === 0 ? "w" : "r+";
    void pipeline(request, createWriteStream(join(folder, "taken.bin"), { flags, start })).then(() => response.end());
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}/`;
}

const log = ({ level, event, message, error }: { level: string; event: string; message?: string; error?: unknown }) => {
  if (level === "warn" || level === "error") console.error(event, message, error);
};
const limits = { heartbeat: 600_000, eventBurst: 1e9, eventsPerSecond: 1e9 };
const url = what === "bare" ? await startBare() : (await serve(Desk, { port: 0, log, limits })).url;
const watch = new MemoryWatch();
announce(url, { watch: () => watch.start(), grown: () => watch.stop() });
