import { expect, it } from "vitest";
import { signal } from "../../src/reactive/signal.ts";
import { attach, fetchRaw, openPage, run } from "./support.tsx";

function Counter() {
  const clicks = signal(0);
  return <button onClick={() => clicks.value++}>Clicked {clicks}</button>;
}

const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]+/, "");

it("H40: a join link shows the running session to a second client that can act", async () => {
  const { port, sessions } = await run(Counter, { basePath: "/desk" });
  const first = await openPage(port, "/desk/");
  const socket = { path: "/desk/_tandem/socket" };
  const one = await attach(port, first, socket);
  await one.next();
  const button = Number(/data-t="(\d+)" data-on="click"/.exec(first.text)![1]);
  one.send(1, 0, button, "click", {});
  while (!JSON.stringify(await one.next()).includes('"1"'));

  const link = sessions[0]!.shareUrl({ origin: `http://127.0.0.1:${port}` });
  expect(link).toMatch(new RegExp(`^http://127.0.0.1:${port}/desk/\\?tandem-join=[\\w-]+$`));
  const second = await openPage(port, pathOf(link));
  expect(second.text).toMatch(/Clicked (<!--\d+-->)?1/);
  expect(second.cookie).not.toBe(first.cookie);
  const two = await attach(port, second, socket);
  expect((await two.next())[0]).toBe("welcome");
  two.send(1, 0, button, "click", {});
  while (!JSON.stringify(await one.next()).includes('"2"'));
  while (!JSON.stringify(await two.next()).includes('"2"'));
  expect(sessions).toHaveLength(1);
});

it("H41: a join link that leads nowhere says so, and starts no session", async () => {
  const { port, sessions, clock } = await run(Counter);
  await openPage(port);
  const link = pathOf(sessions[0]!.shareUrl({ expiresIn: 1_000 }));
  const altered = link.slice(0, -2) + (link.endsWith("AA") ? "BB" : "AA");
  for (const path of [altered, "/?tandem-join=", "/?tandem-join=x", "/?tandem-join=%00%ff", `${link}${link}`]) {
    const answer = await fetchRaw(port, path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.text).toContain("no longer works");
    expect(answer.text).not.toContain("<script");
  }
  clock.stall(1_000);
  expect((await fetchRaw(port, link)).status).toBe(404);
  const lasting = pathOf(sessions[0]!.shareUrl());
  await sessions[0]!.close();
  expect((await fetchRaw(port, lasting)).status).toBe(404);
  expect(sessions).toHaveLength(1);
});

it("H42: clients of one session are limited, and one that never attaches is forgotten", async () => {
  const limits = { maxClientsPerSession: 2, claimTimeout: 5_000 };
  const { port, sessions, clock, entries } = await run(Counter, { limits });
  const one = await attach(port, await openPage(port));
  await one.next();
  const link = pathOf(sessions[0]!.shareUrl());
  const joined = await openPage(port, link);
  expect((await fetchRaw(port, link)).status).toBe(503);
  expect(entries.map((entry) => entry.event)).toContain("limit/maxClientsPerSession");
  await clock.advanceAsync(7_000);
  expect((await (await attach(port, joined)).closed).code).toBe(4404);
  expect(sessions[0]!.clientCount).toBe(1);
  expect(sessions[0]!.state.peek().kind).toBe("connected");
  expect((await fetchRaw(port, link)).status).toBe(200);
});
