import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { attach, fetchRaw, later, openPage } from "../server/support.tsx";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Bundled as whoever runs one would, and run by itself. */
async function start(host: string) {
  const folder = `${root}.tandem/examples-${host}-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  later(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = `${folder}/server.mjs`;
  const entryPoints = [`${root}examples/hosts/${host}.ts`];
  const like = { bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "silent" } as const;
  await build({ ...like, entryPoints, outfile, jsx: "automatic", jsxImportSource: "tandem" });
  const child = spawn(process.execPath, [outfile], { cwd: folder, env: { ...process.env, PORT: "0" } });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  later(async () => {
    child.kill("SIGKILL");
    await exited;
  });
  let output = "";
  const port = await new Promise<number>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      const match = /port: (\d+)/.exec(output);
      if (match !== null) resolve(Number(match[1]));
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("exit", () => reject(new Error(`The server ended with:\n${output}`)));
  });
  return { port, exited, stop: () => void child.kill("SIGTERM") };
}

async function submit(port: number, path: string, form: Record<string, string>, cookie = "") {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie },
    body: new URLSearchParams(form),
  });
  return { status: response.status, to: response.headers.get("location"), cookie: response.headers.getSetCookie()[0] };
}

describe.each(["node", "express", "fastify", "hono"])("examples/hosts/%s", (host) => {
  it("O7: people log in, use the app, and log out everywhere", async () => {
    const { port, exited, stop } = await start(host);
    expect((await fetchRaw(port, "/")).headers.location).toBe("/desk");
    const refused = await fetchRaw(port, "/desk");
    expect([refused.status, refused.headers.location]).toEqual([303, "/login"]);
    expect((await fetchRaw(port, "/login")).text).toContain("<h1>Log in</h1>");
    expect(await submit(port, "/login", { name: "ada", password: "wrong" })).toMatchObject({ to: "/login" });
    const { to, cookie = "" } = await submit(port, "/login", { name: "ada", password: "engine" });
    expect(to).toBe("/desk");
    const sid = cookie.split(";")[0]!;

    const page = await openPage(port, "/desk", { headers: { cookie: sid } });
    expect(page.text).toContain("Good day, Ada Lovelace");
    const client = await attach(port, page, { path: "/desk/_tandem/socket", cookie: `${page.cookie}; ${sid}` });
    expect((await client.next())[0]).toBe("welcome");
    const form = Number(/<form data-t="(\d+)"/.exec(page.text)![1]);
    const input = Number(/<input data-t="(\d+)"/.exec(page.text)![1]);
    client.send(1, 0, input, "input", { v: "Notes on the engine" });
    client.send(2, 0, form, "submit", {});
    let frame = await client.next();
    while (!JSON.stringify(frame).includes("Ada Lovelace: Notes on the engine")) frame = await client.next();

    expect(await submit(port, "/logout", {}, sid)).toMatchObject({ status: 303, to: "/login" });
    expect(await client.closed).toEqual({ code: 4001, reason: "hard-disconnect" });
    expect((await fetchRaw(port, "/desk", { headers: { cookie: sid } })).status).toBe(303);
    stop();
    expect(await exited).toBe(0);
  });
});
