import { appendFile, mkdtemp, rename, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { mount } from "tandem/testing";
import logTail from "../../../examples/apps/log-tail/app.tsx";
import { Tail } from "../../../examples/apps/log-tail/tail.ts";

async function follow(content: string | undefined) {
  const folder = await mkdtemp(join(tmpdir(), "tail-test-"));
  const path = join(folder, "a.log");
  if (content !== undefined) await writeFile(path, content);
  let text = "";
  const tail = new Tail(path, (more) => void (text += more));
  onTestFinished(async () => {
    await tail.close();
    await rm(folder, { recursive: true });
  });
  await tail.read();
  return { path, tail, text: () => text };
}

describe("the log tail", () => {
  it("E410: tells what is there, and what is added, characters that are cut in two included", async () => {
    const { path, tail, text } = await follow("one\n");
    await appendFile(path, Buffer.from("zwölf\n").subarray(0, 3));
    await tail.read();
    await appendFile(path, Buffer.from("zwölf\n").subarray(3));
    await tail.read();
    await tail.read();
    expect(text()).toBe("one\nzwölf\n");
    expect(tail.state.peek()).toEqual({ bytes: 11, rotations: 0, truncations: 0, problem: undefined });
  });

  it("E411: goes on where the file was renamed with another in its place, and loses nothing of either", async () => {
    const { path, tail, text } = await follow("one\n");
    await appendFile(path, "two\n");
    await rename(path, `${path}.1`);
    await writeFile(path, "three\n");
    await tail.read();
    expect([text(), tail.state.peek().rotations]).toEqual(["one\ntwo\nthree\n", 1]);
  });

  it("E411: begins again where the file was cut short, and waits for one that is not there", async () => {
    const { path, tail, text } = await follow(undefined);
    expect(tail.state.peek().problem).toBe("The file is not there yet.");
    await writeFile(path, "one\ntwo\n");
    await tail.read();
    await truncate(path);
    await tail.read();
    await appendFile(path, "new\n");
    await tail.read();
    expect([text(), tail.state.peek().truncations, tail.state.peek().problem]).toEqual([
      "one\ntwo\nnew\n",
      1,
      undefined,
    ]);
  });

  it("E411: of a long file that was there before, the end is enough", async () => {
    const { text } = await follow("x".repeat(3_000_000));
    expect(text().length).toBe(16 * 64 * 1024);
  });

  it("E412: shows the file that is written for show, and ends with the last session", async () => {
    await using app = await mount(logTail);
    await app.screen.findByText("server.log", {}, { timeout: 60_000 });
    await app.screen.findByText(/^\d+ lines$/, {}, { timeout: 60_000 });
    await app.user.click(app.screen.getByText("Rotate"));
    await app.user.click(app.screen.getByText("Write 5,000 lines"));
    await app.screen.findByText(/^[5-9],\d\d\d lines$/, {}, { timeout: 60_000 });
  });
});
