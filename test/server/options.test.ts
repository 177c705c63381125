import { expect, it } from "vitest";
import { linesOf } from "./log-support.ts";
import { settleHandlerOptions, splitServeOptions } from "../../src/server/server-options.ts";
import { requestOrigin } from "../../src/server/request-origin.ts";
import { createHandler } from "../../src/server/handler.ts";
import { serve } from "../../src/server/serve.ts";
import { exchange, fetchRaw, Hello, later, run } from "./support.tsx";

it("H50: an unknown option or limit names the nearest, a senseless value says what was expected", async () => {
  await expect(serve(Hello, { prot: 1 } as never)).rejects.toThrow('Did you mean "port"?');
  expect(() => createHandler(Hello, { basepath: "/x" } as never)).toThrow('Did you mean "basePath"?');
  expect(() => settleHandlerOptions({ limits: { maxFrameByte: 1 } as never })).toThrow('Did you mean "maxFrameBytes"?');
  const wrong: [options: Parameters<typeof settleHandlerOptions>[0], message: string][] = [
    [{ basePath: "desk" }, "basePath"],
    [{ basePath: "/a b" }, "basePath"],
    [{ basePath: "/../x" }, "basePath"],
    [{ secret: "short" }, "secret"],
    [{ allowedOrigins: ["*"] }, "allowedOrigins"],
    [{ allowedOrigins: ["https://x.com/path"] }, "allowedOrigins"],
    [{ allowedOrigins: ["https://*.x.com"] }, "allowedOrigins"],
    [{ trustProxy: -1 }, "trustProxy"],
    [{ trustProxy: "yes" as never }, "trustProxy"],
    [{ limits: { maxSessions: -1 } }, "limits.maxSessions"],
    [{ limits: { maxSessions: "3" as never } }, "limits.maxSessions"],
  ];
  for (const [options, message] of wrong) {
    expect(() => settleHandlerOptions(options), JSON.stringify(options)).toThrow(message);
  }
  expect(() => splitServeOptions({ port: 70_000 })).toThrow("port");
  expect(settleHandlerOptions({ basePath: "/tools/desk/" }).basePath).toBe("/tools/desk");
  expect(settleHandlerOptions({ basePath: "/" }).basePath).toBe("");
  expect(settleHandlerOptions({ limits: { maxSessions: 7 } }, { maxSessions: 5, retention: 9 }).limits).toMatchObject({
    maxSessions: 7,
    retention: 9,
  });
});

it("H52: forwarded headers count only when trusted, from the right", () => {
  const request = (headers: Record<string, string>) =>
    ({
      headers: { host: "inner:80", ...headers },
      socket: { remoteAddress: "::ffff:10.0.0.9", remotePort: 5 },
    }) as never;
  const forwarded = request({
    "x-forwarded-for": "6.6.6.6, 1.2.3.4, 10.0.0.1",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "desk.example",
  });
  expect(requestOrigin(forwarded, false)).toEqual({
    origin: "http://inner",
    secure: false,
    clientIp: "10.0.0.9",
    clientPort: 5,
  });
  expect(requestOrigin(forwarded, 0).clientIp).toBe("10.0.0.9");
  expect(requestOrigin(forwarded, 1).clientIp).toBe("10.0.0.1");
  expect(requestOrigin(forwarded, 2)).toMatchObject({
    clientIp: "1.2.3.4",
    origin: "https://desk.example",
    secure: true,
  });
  expect(requestOrigin(forwarded, true).clientIp).toBe("6.6.6.6");
  expect(requestOrigin(request({ "x-forwarded-for": "<script>" }), true).clientIp).toBe("10.0.0.9");
  expect(requestOrigin(request({ "x-forwarded-proto": "javascript" }), true).origin).toBeUndefined();
});

it("H53: a malformed Host gets 400, and a foreign one 403 from a server for this machine alone", async () => {
  const { port } = await run();
  for (const host of ["a b", "evil.com/x", "evil.com@x", "x:99999999", "<script>"]) {
    expect([host, (await fetchRaw(port, "/", { headers: { host } })).status]).toEqual([host, 400]);
  }
  const server = await serve(Hello, { port: 0, log: () => {}, allowedOrigins: ["https://desk.example"] });
  later(() => server.close());
  const statusOf = async (host: string) => (await fetchRaw(server.port, "/", { headers: { host } })).status;
  for (const host of ["evil.com", "localhost.evil.com", `127.0.0.1.evil.com:${server.port}`, "x"]) {
    expect([host, await statusOf(host)]).toEqual([host, 403]);
  }
  for (const host of ["localhost", `localhost:${server.port}`, "app.localhost", "127.0.0.1", "[::1]:8000"]) {
    expect([host, await statusOf(host)]).toEqual([host, 200]);
  }
  const wide = await serve(Hello, { port: 0, host: "0.0.0.0", log: () => {} });
  later(() => wide.close());
  expect((await fetchRaw(wide.port, "/", { headers: { host: "intranet" } })).status).toBe(200);
});

it("H58: what a client sends can forge neither a log line nor a header", async () => {
  expect(linesOf({ level: "warn", event: "x", message: "a\nerror forged", host: "b\r\nc\u2028d" })).toEqual([
    'warn  x a error forged host="b\\r\\nc\u2028d"'.replace("\u2028", " "),
  ]);
  const { port, entries } = await run();
  const answer = await exchange(
    port,
    `GET /%0d%0aSet-Cookie:%20evil=1?x=%0d%0ay HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: tandem=%0d%0aevil\r\nConnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200/);
  expect(answer.split("\r\n\r\n")[0]).not.toContain("evil");
  expect(entries).toEqual([]);
});
