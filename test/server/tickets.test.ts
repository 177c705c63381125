import fc from "fast-check";
import { expect, it } from "vitest";
import { browserCookieLine, browserCookies } from "../../src/server/browser-cookie.ts";
import { openJoinToken, sealJoinToken } from "../../src/server/join-links.ts";
import { issueTicket, readTicket } from "../../src/server/tickets.ts";
import { attach, fetchRaw, NOW, openPage, run } from "./support.tsx";

const SECRET = "s".repeat(32);
const FACTS = { sessionId: "a".repeat(26), clientId: 3, issued: NOW };

it("H13: a browser is marked by a cookie that scripts and other sites cannot use", async () => {
  const { port } = await run(undefined, { basePath: "/desk", trustProxy: 1 });
  const [line] = (await fetchRaw(port, "/desk/")).headers["set-cookie"]!;
  expect(line).toMatch(/^tandem=[0-9a-v]{26}; Path=\/desk; HttpOnly; SameSite=Lax$/);
  const secure = await fetchRaw(port, "/desk/", { headers: { "x-forwarded-proto": "https" } });
  expect(secure.headers["set-cookie"]![0]).toMatch(/; Secure$/);
  const cookie = line!.split(";")[0]!;
  const again = await fetchRaw(port, "/desk/", { headers: { cookie: `a=b; ${cookie}` } });
  expect(again.headers["set-cookie"]).toBeUndefined();
  const odd = await fetchRaw(port, "/desk/", { headers: { cookie: "tandem=short" } });
  expect(odd.headers["set-cookie"]![0]).not.toContain("short");
  expect(browserCookies("x=1; tandem=; tandem=" + "b".repeat(26) + ";tandem")).toEqual(["b".repeat(26)]);
  expect(browserCookieLine("v", { path: "/", secure: false })).toBe("tandem=v; Path=/; HttpOnly; SameSite=Lax");
});

it("H14: a ticket reads back only as it was made, where it was made, for whom it was made", () => {
  const ticket = issueTicket(SECRET, "cookie", FACTS);
  expect(readTicket(SECRET, ["other", "cookie"], ticket)).toEqual(FACTS);
  expect(readTicket(SECRET, ["other"], ticket)).toBeUndefined();
  expect(readTicket(SECRET, [], ticket)).toBeUndefined();
  expect(readTicket("t".repeat(32), ["cookie"], ticket)).toBeUndefined();
  expect(readTicket(SECRET, ["cookie"], ticket.replace(".3.", ".4."))).toBeUndefined();
  expect(readTicket(SECRET, ["cookie"], `2${ticket.slice(1)}`)).toBeUndefined();
});

it("H14: no change of one character leaves a ticket good", () => {
  const ticket = issueTicket(SECRET, "cookie", FACTS);
  fc.assert(
    fc.property(fc.nat(ticket.length - 1), fc.string({ minLength: 0, maxLength: 2 }), (at, other) => {
      const altered = ticket.slice(0, at) + other + ticket.slice(at + 1);
      fc.pre(altered !== ticket);
      expect(readTicket(SECRET, ["cookie"], altered)).toBeUndefined();
    }),
    { seed: 7 },
  );
});

it("H15: a session's id is in no URL, header or log line", async () => {
  const { port, sessions, entries, clock } = await run();
  const page = await openPage(port);
  const client = await attach(port, page);
  await client.next();
  const { id } = sessions[0]!;
  const link = sessions[0]!.shareUrl({ origin: "http://x" });
  client.socket.terminate();
  await client.closed;
  await clock.advanceAsync(10 * 60_000);
  const urls = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
  expect(JSON.stringify([link, urls, page.headers, entries])).not.toContain(id);
  expect(page.ticket).toContain(id);
});

it("H41: a join token opens only unchanged, in time, with the same secret", () => {
  const token = sealJoinToken(SECRET, { sessionId: FACTS.sessionId, expires: NOW + 10 });
  expect(Buffer.from(token, "base64url").toString("latin1")).not.toContain(FACTS.sessionId);
  expect(openJoinToken(SECRET, token, NOW)).toBe(FACTS.sessionId);
  expect(openJoinToken(SECRET, token, NOW + 10)).toBeUndefined();
  expect(openJoinToken("t".repeat(32), token, NOW)).toBeUndefined();
  for (const odd of ["", "x", "%00", "a".repeat(80), token + "AAAA", token.slice(4), token.slice(0, -4)]) {
    expect(openJoinToken(SECRET, odd, NOW)).toBeUndefined();
  }
});
