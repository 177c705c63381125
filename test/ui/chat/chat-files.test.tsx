import { expect, it } from "vitest";
import type { FileInfo } from "tandem";
import { ChatFiles } from "../../../src/ui/chat/chat-files.ts";
import { TestSession } from "../../support/test-session.ts";

const file = (name: string, mediaType: string): FileInfo => ({
  name,
  mediaType,
  sizeInBytes: 4,
  path: "/nowhere",
  text: () => Promise.resolve("pict"),
  bytes: () => Promise.resolve(new TextEncoder().encode("pict")),
  stream: () => new Blob(["pict"]).stream(),
  discard: () => Promise.resolve(),
});

it("W209: only pictures are shown, by what is in them, in a sandbox", async () => {
  let files!: ChatFiles;
  const test = new TestSession(() => {
    files = new ChatFiles();
    return null;
  });
  const [picture, page, drawing] = [
    file("a.png", "image/png"),
    file("b.png", "text/html"),
    file("c.svg", "image/svg+xml"),
  ];
  expect([files.urlOf(page), files.urlOf(drawing)]).toEqual([undefined, undefined]);
  const url = files.urlOf(picture)!;
  expect(files.urlOf(picture)).toBe(url);
  const ask = async (address: string): Promise<Response> => {
    const path = address.slice(test.session.routes.prefix.length);
    return (await test.session.routes.answer({ path, request: new Request(`http://localhost${address}`) } as never))
      .response;
  };
  const shown = await ask(url);
  expect([shown.status, shown.headers.get("content-type"), await shown.text()]).toEqual([200, "image/png", "pict"]);
  expect(shown.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(shown.headers.get("x-content-type-options")).toBe("nosniff");
  for (const other of ["1", "-1", "x", "0.5", "__proto__", ""]) {
    expect((await ask(url.replace(/[^/]+$/, other))).status).toBe(404);
  }
});
