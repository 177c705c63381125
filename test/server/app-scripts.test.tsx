import { expect, it } from "vitest";
import { app } from "../../src/session/app.ts";
import { fetchRaw, openPage, run } from "./support.tsx";

const modules = (html: string) =>
  [...html.matchAll(/<script type="module" src="([^"]+)"><\/script>/g)].map(([, url]) => url!);

it("M33: each text is a module of its own after the runtime, which it imports, under a hashed name", async () => {
  const { port } = await run(
    app(() => "x", { scripts: ["const a = 1", "const a = '</script>'"] }),
    { basePath: "/desk" },
  );
  const page = await openPage(port, "/desk/");
  const [runtime, first, second, ...more] = modules(page.text);
  expect([first, more]).toEqual([expect.stringMatching(/^\/desk\/_tandem\/app-[\w-]{12}\.js$/), []]);
  const answer = await fetchRaw(port, first!);
  expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
  expect(answer.headers["cache-control"]).toContain("immutable");
  const name = runtime!.split("/").at(-1);
  expect(answer.text).toBe(`import "./${name}";const a = 1`);
  expect((await fetchRaw(port, second!)).text).toBe(`import "./${name}";const a = '</script>'`);
  expect(String(page.headers["content-security-policy"])).toMatch(/script-src 'self' 'nonce-[^']+';/);
});

it("M33: one text is enough, none is none, and pages of a new version of the app get its own", async () => {
  const { port, handler } = await run(app(() => "x", { scripts: "let one" }));
  const before = modules((await openPage(port)).text);
  handler.replaceApp(app(() => "x", { scripts: "let other" }));
  const after = modules((await openPage(port)).text);
  expect([before.length, after.length, before[0] === after[0], before[1] === after[1]]).toEqual([2, 2, true, false]);
  handler.replaceApp(app(() => "x"));
  expect(modules((await openPage(port)).text)).toEqual([after[0]]);
});
