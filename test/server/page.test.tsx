import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { signal } from "../../src/reactive/signal.ts";
import { scriptJson } from "../../src/server/html.ts";
import { contentSecurityPolicy, checkContentSecurityAdditions } from "../../src/server/security-headers.ts";
import { chooseEncoding } from "../../src/server/compression.ts";
import { SharedGzip } from "../../src/server/shared-gzip.ts";
import { createHandler } from "../../src/server/handler.ts";
import { serve } from "../../src/server/serve.ts";
import { app } from "../../src/session/app.ts";
import { session } from "../../src/session/facade.ts";
import { fetchRaw, later, openPage, RUNTIME, run } from "./support.tsx";

function Counter() {
  const clicks = signal(0);
  return (
    <main>
      <h1>Clicked {clicks} times</h1>
      <button onClick={() => clicks.value++}>Click</button>
    </main>
  );
}

describe("the page", () => {
  it("H1: a GET answers with the screen of a session that has started", async () => {
    const { port, sessions, handler } = await run(Counter);
    const page = await openPage(port, "/any/path?x=1");
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/<div id="tandem-root" data-t="1"><main><h1>Clicked (<!--\d+-->)?0/);
    expect(page.text).toMatch(/<button[^>]*>Click<\/button>/);
    expect(sessions).toHaveLength(1);
    expect(handler.sessionCount).toBe(1);
    expect(sessions[0]!.request).toMatchObject({ url: `http://127.0.0.1:${port}/any/path?x=1`, clientIp: "127.0.0.1" });
  });

  it("H2: language, title and description are the app's, escaped; the session's title wins", async () => {
    const options = { title: "</title><b>", lang: 'e"n', description: '"><script>' };
    const plain = await openPage((await run(app(() => "x", options))).port);
    expect(plain.text).toContain("<title>&lt;/title&gt;&lt;b&gt;</title>");
    expect(plain.text).toContain('<html lang="e&quot;n" data-t="0">');
    expect(plain.text).toContain('<meta name="description" content="&quot;&gt;&lt;script&gt;">');
    const titled = () => (session.setTitle("Mine & yours"), "x");
    expect((await openPage((await run(app(titled, options))).port)).text).toContain("<title>Mine &amp; yours</title>");
  });

  it("H3: a HEAD starts no session, other methods get 405", async () => {
    const { port, sessions } = await run();
    const head = await fetchRaw(port, "/", { method: "HEAD" });
    expect(head).toMatchObject({ status: 200, text: "" });
    expect(head.headers["content-type"]).toBe("text/html; charset=utf-8");
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]) {
      const answer = await fetchRaw(port, "/", { method });
      expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, "GET, HEAD"]);
    }
    expect(sessions).toHaveLength(0);
  });

  it("H4: every page has the strict headers, and a nonce of its own", async () => {
    const { port } = await run();
    const [first, second] = [await openPage(port), await openPage(port)];
    const policy = String(first.headers["content-security-policy"]);
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
    expect(nonce.length).toBeGreaterThanOrEqual(22);
    expect(String(second.headers["content-security-policy"])).not.toContain(nonce);
    expect(first.text).toContain(`<script nonce="${nonce}">early()</script>`);
    for (const part of [
      "default-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'self'",
      "trusted-types tandem tandem-script lit-html",
    ]) {
      expect(policy.split("; ")).toContain(part);
    }
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(first.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(first.headers["permissions-policy"]).toContain("camera=()");
  });

  it("H5: contentSecurity adds sources, and only where it may", () => {
    const added = contentSecurityPolicy("n", {
      "img-src": ["https://tiles.example"],
      "frame-src": ["https://v.example"],
    });
    expect(added).toContain("img-src 'self' data: blob: https://tiles.example;");
    expect(added).toContain("frame-src https://v.example;");
    const check = (additions: Record<string, string[]>) => () => checkContentSecurityAdditions(additions);
    expect(check({ "image-src": [] })).toThrow('Did you mean "img-src"?');
    expect(check({ "base-uri": ["*"] })).toThrow("base-uri");
    expect(check({ "img-src": ["x; script-src *"] })).toThrow("single sources");
    expect(check({ "img-src": ["x\r\nSet-Cookie: a=b"] })).toThrow("single sources");
  });

  it("H6: no markup can begin in the page's configuration", () => {
    const text = scriptJson({ a: "</script><script>alert(1)</script><!--", b: "\u2028" });
    expect(text).not.toMatch(/[<\u2028]/);
    expect(JSON.parse(text)).toEqual({ a: "</script><script>alert(1)</script><!--", b: "\u2028" });
  });

  it("H7: a request for something else than a page starts no session", async () => {
    const { port, sessions } = await run();
    for (const destination of ["image", "script", "style", "font", "video", "worker"]) {
      const answer = await fetchRaw(port, "/favicon.ico", { headers: { "sec-fetch-dest": destination } });
      expect([destination, answer.status]).toEqual([destination, 404]);
    }
    expect(sessions).toHaveLength(0);
    for (const destination of ["document", "iframe"]) {
      expect((await fetchRaw(port, "/", { headers: { "sec-fetch-dest": destination } })).status).toBe(200);
    }
  });

  it("H8: pages are compressed as the client accepts", async () => {
    const { port } = await run();
    const encodingOf = async (accepted?: string) => {
      const headers: Record<string, string> = accepted === undefined ? {} : { "accept-encoding": accepted };
      const answer = await fetchRaw(port, "/", { headers });
      expect(answer.text).toContain("<h1>Hello</h1>");
      expect(answer.headers.vary).toBe("Accept-Encoding");
      return answer.headers["content-encoding"];
    };
    expect(await encodingOf("gzip, deflate, br, zstd")).toBe("gzip");
    expect(await encodingOf("gzip;q=0, br")).toBe("br");
    expect(await encodingOf("gzip")).toBe("gzip");
    expect(await encodingOf("br;q=0, gzip;q=0.5")).toBe("gzip");
    expect(await encodingOf()).toBeUndefined();
    expect(chooseEncoding("*")).toBe("br");
    expect(chooseEncoding("*;q=0")).toBe("identity");
    expect(chooseEncoding("br;q=nonsense")).toBe("identity");
  });

  it("H8: gzip made of parts reads as their texts, whichever are empty, long, shared or met before", () => {
    const gzip = new SharedGzip();
    const texts = ["", "<p>", "é🚲", "x".repeat(9_000), "", "</p>", "ticket".repeat(5_000)];
    for (const offset of [0, 1, 0, 1]) {
      const pieces = texts.map((text, index) => ({ text, shared: index % 2 === offset }));
      expect(gunzipSync(gzip.compress(pieces)).toString()).toBe(texts.join(""));
    }
    for (let i = 0; i < 300; i++) {
      const text = `<p>${i}</p>`;
      expect(gunzipSync(gzip.compress([{ text, shared: true }])).toString()).toBe(text);
    }
  });

  it("H8: how long a small page is does not follow from its ticket", () => {
    const gzip = new SharedGzip();
    const lengthWith = (ticket: string) =>
      gzip.compress([
        { text: "aaaa", shared: true },
        { text: ticket, shared: false },
      ]).length;
    expect(lengthWith("aaaaaaaa")).toBe(lengthWith("q8Zk1x7P"));
  });

  it("H9: the runtime is served under hashed names, for good", async () => {
    const { port } = await run();
    const page = await openPage(port);
    const script = /src="(\/_tandem\/tandem-[\w-]{12}\.js)"/.exec(page.text)![1]!;
    const answer = await fetchRaw(port, script, { headers: { "accept-encoding": "br" } });
    expect(answer).toMatchObject({ status: 200, text: RUNTIME.script });
    expect(answer.headers).toMatchObject({
      "content-encoding": "br",
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
    const again = await fetchRaw(port, script, { headers: { "if-none-match": `"other", W/${answer.headers.etag}` } });
    expect(again).toMatchObject({ status: 304, text: "" });
    for (const path of ["/_tandem/tandem-000000000000.js", "/_tandem/", "/_tandem/../x", "/_tandem/constructor"]) {
      expect((await fetchRaw(port, path)).status).toBe(404);
    }
  });

  it("H10: the app's styles follow the runtime's", async () => {
    const { port } = await run(app(() => "x", { styles: ["h1 { color: teal }", "p { margin: 0 }"] }));
    const page = await openPage(port);
    const sheets = [...page.text.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)].map((match) => match[1]!);
    expect(sheets).toHaveLength(2);
    const [runtime, own] = await Promise.all(sheets.map((sheet) => fetchRaw(port, sheet)));
    expect(runtime!.text).toBe(RUNTIME.styles);
    expect(own).toMatchObject({ status: 200, text: "h1 { color: teal }\np { margin: 0 }" });
    expect(own!.headers["content-type"]).toBe("text/css; charset=utf-8");
  });

  it("H11: the counter's first visit costs at most 16,384 bytes", async () => {
    const server = await serve(Counter, { port: 0, log: () => {} });
    later(() => server.close());
    const headers = { "accept-encoding": "gzip, deflate, br" };
    const page = await fetchRaw(server.port, "/", { headers });
    const urls = [...page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]!);
    expect(urls).toHaveLength(2);
    let bytes = page.bytes + JSON.stringify(page.headers).length;
    for (const url of urls) {
      const file = await fetchRaw(server.port, url, { headers });
      expect(file.status).toBe(200);
      bytes += file.bytes + JSON.stringify(file.headers).length;
    }
    expect(bytes).toBeLessThanOrEqual(16_384);
  });

  it("H12: an app that throws gets a 500 page: an id in production, everything in development", async () => {
    const Broken = () => {
      throw new Error("no <database>");
    };
    const production = await run(Broken);
    const sparse = await fetchRaw(production.port, "/");
    expect(sparse.status).toBe(500);
    expect(sparse.text).not.toContain("database");
    const logged = production.entries.find((entry) => entry.event === "app/start-failed")!;
    expect(sparse.text).toContain(String(logged["id"]));
    expect(production.handler.sessionCount).toBe(0);

    const development = await run(Broken, { development: true });
    const full = await fetchRaw(development.port, "/");
    expect(full.status).toBe(500);
    expect(full.text).toContain("no &lt;database&gt;");
    expect(full.text).toMatch(/page\.test\.tsx:\d+:\d+/);
    expect(full.text).toContain("throw new Error(&quot;no &lt;database&gt;&quot;);");
    expect(development.handler.sessionCount).toBe(0);
  });

  it("H51: a handler answers below its base path, matched by whole segments", async () => {
    const { port } = await run(undefined, { basePath: "/desk" });
    for (const path of ["/desk", "/desk/", "/desk?x=1", "/desk/deep/er"]) {
      const page = await openPage(port, path);
      expect(page.text).toContain('"socket":"/desk/_tandem/socket"');
      expect(page.headers["set-cookie"]![0]).toContain("Path=/desk;");
    }
    for (const path of ["/", "/desks", "/desk%2f", "//desk/", "/x/desk/"]) {
      expect([path, (await fetchRaw(port, path)).status]).toEqual([path, 404]);
    }
    const handler = createHandler(Counter, { basePath: "/desk", log: () => {} });
    later(() => handler.close());
    let passed = 0;
    handler.listener({ url: "/other" } as never, {} as never, () => passed++);
    expect(passed).toBe(1);
  });
});
