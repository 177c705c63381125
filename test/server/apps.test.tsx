import { describe, expect, it } from "vitest";
import { app } from "../../src/session/app.ts";
import { apps } from "../../src/session/apps.ts";
import { session } from "../../src/session/facade.ts";
import type { User } from "../../src/core/register.ts";
import { createHandler, type Handler } from "../../src/server/handler.ts";
import { listen } from "../../src/server/listen.ts";
import { settleHandlerOptions, type HandlerOptions } from "../../src/server/server-options.ts";
import { sessionHandler } from "../../src/server/session-handler.ts";
import { attach, dial, fetchRaw, later, openPage } from "./support.tsx";

const Lobby = () => <button onClick={() => session.goApp("chat")}>To the chat</button>;
const Chat = app(() => <h1>Chat room</h1>, {
  title: "Chat <3",
  description: "Talk & listen",
  styles: "h1{color:teal}",
});
const Admin = app(() => <h1>Admin of {(session.user as { id: string }).id}</h1>, {
  authenticate: ({ cookies }) => (cookies["sid"] === undefined ? undefined : ({ id: cookies["sid"] } as User)),
});

async function serve(site: Parameters<typeof createHandler>[0], options: HandlerOptions = {}) {
  const settled = settleHandlerOptions({ log: () => {}, ...options });
  const handler: Handler = createHandler(site, { log: () => {}, ...options });
  const server = await listen(handler, { ...settled, port: 0, host: "127.0.0.1" });
  later(() => server.close());
  return { port: server.port, handler };
}

describe("several apps on one server", () => {
  it("O40: each lives below its name, with its own options, and the nameless at the base path", async () => {
    const { port } = await serve(apps({ "": Lobby, chat: Chat, admin: Admin }), { basePath: "/tools" });
    expect((await openPage(port, "/tools")).text).toContain("To the chat");
    expect((await openPage(port, "/tools/anything/else")).text).toContain("To the chat");
    for (const path of ["/tools/chat", "/tools/chat/", "/tools/chat/rooms/1"]) {
      const page = await openPage(port, path);
      expect(page.text).toContain("Chat room");
      expect(page.text).toContain("<title>Chat &lt;3</title>");
      expect(page.text).toMatch(/href="\/tools\/chat\/_tandem\/app-[^"]+\.css"/);
      expect(page.headers["set-cookie"]![0]).toContain("Path=/tools/chat;");
      const client = await attach(port, page, { path: "/tools/chat/_tandem/socket" });
      expect((await client.next())[0]).toBe("welcome");
    }
    expect((await fetchRaw(port, "/tools/admin")).status).toBe(401);
    const admin = await openPage(port, "/tools/admin", { headers: { cookie: "sid=ada" } });
    expect(admin.text).toContain("Admin of ada");
    expect((await openPage(port, "/tools/chatty")).text).toContain("To the chat");
    expect((await fetchRaw(port, "/chat")).status).toBe(404);
  });

  it("O40: a ticket of one app opens nothing of another", async () => {
    const { port } = await serve(apps({ "": Lobby, chat: Chat }));
    const page = await openPage(port, "/chat");
    expect(await (await attach(port, page, { path: "/_tandem/socket" })).closed).toMatchObject({ code: 4404 });
    const lobby = await openPage(port, "/");
    const cookie = `${lobby.cookie}; ${page.cookie}`;
    const client = await attach(port, { ...page, cookie }, { path: "/chat/_tandem/socket" });
    expect((await client.next())[0]).toBe("welcome");
  });

  it("O40: users are disconnected from all apps", async () => {
    const { port, handler } = await serve(apps({ admin: Admin, other: Admin }));
    const headers = { cookie: "sid=ada" };
    await openPage(port, "/admin", { headers });
    await openPage(port, "/other", { headers });
    expect(await handler.disconnectUser("ada")).toBe(2);
  });

  it("O41: without a nameless one there is a list of all, and elsewhere too, as 404", async () => {
    const { port } = await serve(apps({ chat: Chat, admin: Admin }));
    const list = await fetchRaw(port, "/");
    expect(list.status).toBe(200);
    expect(list.text).toContain('<a href="/chat"><strong>Chat &lt;3</strong><span>Talk &amp; listen</span></a>');
    expect(list.text).toContain('<a href="/admin"><strong>admin</strong></a>');
    expect(list.headers["content-security-policy"]).toContain("default-src 'none'");
    const missing = await fetchRaw(port, "/chatt");
    expect(missing.status).toBe(404);
    expect(missing.text).toContain("There is no such app here");
    expect(missing.text).toContain('href="/chat"');
    expect((await fetchRaw(port, "/", { method: "HEAD" })).text).toBe("");
    expect((await fetchRaw(port, "/", { method: "POST" })).status).toBe(405);
    expect((await fetchRaw(port, "/", { headers: { host: "ev il" } })).status).toBe(400);
    await expect(dial(port, { path: "/chatt/_tandem/socket" })).rejects.toThrow("status 404");
  });

  it("O41: in a host, what is no app is the host's", async () => {
    const handler = createHandler(apps({ chat: Chat }));
    later(() => handler.close());
    const passed: string[] = [];
    const request = (url: string) => ({ url, method: "GET", headers: { host: "localhost" }, socket: {} }) as never;
    for (const url of ["/elsewhere", "/chatt"]) handler.listener(request(url), {} as never, () => passed.push(url));
    expect(passed).toEqual(["/elsewhere", "/chatt"]);
  });

  it("O42: a name that is no path segment of its own, no app, and no apps throw", () => {
    for (const name of ["a/b", "..", "_tandem", "assets", "a b", "ä", "-x", "a?b", "x".repeat(65), "__proto__x"]) {
      expect(() => apps({ [name]: Chat }), name).toThrow(expect.objectContaining({ code: "app/bad-name" }));
    }
    expect(() => apps({})).toThrow(expect.objectContaining({ code: "app/no-apps" }));
    expect(() => apps({ chat: 5 as never })).toThrow('Expected apps() for "chat" to export a component');
  });

  it("O43: in development apps come, go and change", async () => {
    const settled = settleHandlerOptions({ development: true, log: () => {} });
    const handler = sessionHandler(undefined, settled);
    const { port, close } = await listen(handler, { ...settled, port: 0, host: "127.0.0.1" });
    later(close);
    expect((await fetchRaw(port, "/")).text).toContain("Building");
    handler.replaceSite(apps({ chat: Chat, admin: Admin }));
    const list = await fetchRaw(port, "/");
    expect(list.text).toContain('href="/chat"');
    expect(list.text).toContain("EventSource");
    const page = await openPage(port, "/chat");
    const client = await attach(port, page, { path: "/chat/_tandem/socket" });
    await client.next();
    handler.replaceSite(apps({ "": Lobby, chat: app(() => <h1>New room</h1>) }));
    expect(await client.closed).toMatchObject({ code: 4404 });
    expect((await openPage(port, "/chat")).text).toContain("New room");
    expect((await openPage(port, "/admin")).text).toContain("To the chat");
    handler.showFailure({ title: "It does not build", text: "See the terminal.", details: undefined });
    for (const path of ["/", "/chat"]) expect((await fetchRaw(port, path)).text).toContain("It does not build");
    handler.replaceSite(Chat);
    expect((await openPage(port, "/")).text).toContain("Chat room");
    expect((await openPage(port, "/chat")).text).toContain("Chat room");
  });
});
