import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { tusEndpoint } from "../../src/session/uploads/tus-endpoint.ts";

it("X39: what takes files in makes no folder by itself: it may come after the session's end, and fail where nobody hears", async () => {
  const parent = await mkdtemp(join(tmpdir(), "tandem-test-"));
  await tusEndpoint(join(parent, "gone"), { begins: () => {}, progress: () => {} });
  const seen: string[] = [];
  for (let turn = 0; turn < 20; turn++) seen.push(...(await readdir(parent)));
  await rm(parent, { recursive: true });
  expect(seen).toEqual([]);
});
