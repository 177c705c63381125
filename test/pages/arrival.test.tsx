import { describe, expect, it } from "vitest";
import { app, page, PageView, session } from "tandem";
import { ARRIVE_WITHIN } from "../../src/session/navigation/navigator.ts";
import { fetchRaw, openPage, run } from "../server/support.tsx";
import { shop } from "./shop.tsx";

const heading = (text: string) => /<h1[^>]*>(.*?)<\/h1>/.exec(text)?.[1]?.replace(/<!--.*?-->/g, "");

describe("a page that is asked for by its URL", () => {
  it("N30: is in the first HTML, with its title and metadata", async () => {
    const order = page({
      path: "/orders/:id",
      title: ({ params }) => `Order <${params.id}>`,
      meta: {
        description: 'All "about" it',
        "og:title": "Order",
        "twitter:card": "summary",
        robots: "noindex",
        canonical: "https://example.com/orders/3?a&b",
      },
      component: ({ params }) => <h1>Order {params.id}</h1>,
    });
    const { port } = await run(app(PageView, { title: "Shop", description: "A shop", pages: [order] }));
    const { status, text } = await openPage(port, "/orders/3");
    expect([status, heading(text)]).toEqual([200, "Order 3"]);
    expect(text).toContain("<title>Order &lt;3&gt;</title>");
    expect(text).toContain('<meta name="description" content="All &quot;about&quot; it" data-page>');
    expect(text).toContain('<meta property="og:title" content="Order" data-page>');
    expect(text).toContain('<meta name="twitter:card" content="summary" data-page>');
    expect(text).toContain('<link rel="canonical" href="https://example.com/orders/3?a&amp;b" data-page>');
    expect(text).not.toContain("A shop");
  });

  it("N30: without a description of its own it has the app's", async () => {
    const { port } = await run(app(PageView, { description: "A shop", pages: [page({ path: "/" })] }));
    expect((await openPage(port, "/")).text).toContain('<meta name="description" content="A shop">');
  });

  it("N31: is below the base path", async () => {
    const { port } = await run(shop().app, { basePath: "/tools/shop" });
    const { text } = await openPage(port, "/tools/shop/orders/3?sort=total");
    expect(text).toContain('href="/tools/shop/orders/4"');
    expect(text).toContain('href="/tools/shop/orders" aria-current="true"');
    expect((await openPage(port, "/tools/shop")).status).toBe(200);
    expect((await fetchRaw(port, "/tools/shopping")).status).toBe(404);
  });

  it("N32: that is unknown is answered 404, with what the app shows for it", async () => {
    const { port, sessions } = await run(shop().app);
    const { status, text } = await openPage(port, "/nowhere");
    expect([status, heading(text), sessions.length]).toEqual([404, "Nothing here", 1]);
    expect(text).toContain('<meta name="robots" content="noindex" data-page>');
  });

  it("N32: HEAD says the same, without a session", async () => {
    const { port, sessions } = await run(shop().app, { basePath: "/x" });
    const statuses = await Promise.all(
      ["/x", "/x/orders/3", "/x/nowhere", "/x/%E0%A4%A"].map(
        async (path) => (await fetchRaw(port, path, { method: "HEAD" })).status,
      ),
    );
    expect([statuses, sessions]).toEqual([[200, 200, 404, 404], []]);
  });
});

describe("a page that is only read", () => {
  const headers = { "user-agent": "Googlebot/2.1" };

  it("N30, N32, N33: has the same answers without a session", async () => {
    const { port, sessions } = await run(shop().app);
    const order = await fetchRaw(port, "/orders/3", { headers });
    expect([order.status, heading(order.text)]).toEqual([200, "Orders"]);
    expect(order.text).toContain("<title>Order 3</title>");
    expect((await fetchRaw(port, "/nowhere", { headers })).status).toBe(404);
    const inner = await fetchRaw(port, "/members/profile", { headers });
    expect([inner.status, inner.headers["location"]]).toEqual([302, "/login"]);
    expect(sessions).toEqual([]);
  });

  it("N34, N35: waits for guards, too, and for those that fail has an error page", async () => {
    const slow = page({ path: "/slow", guard: () => Promise.resolve(undefined), component: () => <h1>Slow</h1> });
    const bad = page({ path: "/bad", guard: () => Promise.reject(new Error("no database")) });
    const { port } = await run(app(PageView, { pages: [slow, bad] }));
    expect(heading((await fetchRaw(port, "/slow", { headers })).text)).toBe("Slow");
    expect((await fetchRaw(port, "/bad", { headers })).status).toBe(500);
  });
});

describe("a guard of a page that is asked for", () => {
  it("N33: sends the browser elsewhere with a redirect, and no session is left", async () => {
    const { port, handler } = await run(shop().app, { basePath: "/shop" });
    const { status, headers, text } = await fetchRaw(port, "/shop/members/profile?from=mail");
    expect([status, headers["location"], headers["cache-control"]]).toEqual([302, "/shop/login?from=mail", "no-store"]);
    expect([text.includes("tandem-config"), handler.sessionCount]).toEqual([false, 0]);
  });

  it("N33: may send it to another site, but never by a URL that only looks like a path", async () => {
    const targets = [
      "https://login.example.com/a?b",
      "//evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
      "/..//evil.example",
    ];
    const pages = targets.map((target, n) => page({ path: `/${n}`, guard: () => target }));
    const { port, handler } = await run(app(PageView, { pages }));
    const answers = await Promise.all(targets.map((_, n) => fetchRaw(port, `/${n}`)));
    expect(answers.map(({ status, headers }) => [status, headers["location"]])).toEqual([
      [302, "https://login.example.com/a?b"],
      [500, undefined],
      [500, undefined],
      [500, undefined],
      [302, "/evil.example"],
    ]);
    expect(handler.sessionCount).toBe(0);
  });

  it("N33: cannot be made to split the answer's head", async () => {
    const pages = [page({ path: "/a", guard: ({ query }) => `/b?x=${(query as { q?: string }).q ?? ""}` })];
    const { port } = await run(app(PageView, { pages }));
    const { headers } = await fetchRaw(port, "/a?q=%0d%0aSet-Cookie:%20a=b");
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers["location"]).toBe("/b?x=&q=%0D%0ASet-Cookie%3A+a%3Db");
  });

  it("N34: that throws is an error page, and the session is ended", async () => {
    let ended = 0;
    const bad = page({
      path: "/",
      guard: () => {
        session.onEnded(() => ended++);
        throw new Error("no database");
      },
    });
    const { port, handler, entries } = await run(app(PageView, { pages: [bad] }));
    const { status, text } = await fetchRaw(port, "/");
    expect([status, text.includes("no database"), ended, handler.sessionCount]).toEqual([500, false, 1, 0]);
    expect(entries.filter(({ event }) => event === "app/start-failed")).toHaveLength(1);
  });

  it("N35: is waited for", async () => {
    let answer!: (url?: string) => void;
    const slow = page({
      path: "/:to",
      guard: () => new Promise<string | undefined>((resolve) => (answer = resolve)),
      component: () => <h1>Slow</h1>,
    });
    const { port, handler, sessions } = await run(app(PageView, { pages: [page({ path: "/there" }), slow] }));
    const asked = fetchRaw(port, "/a");
    await expect.poll(() => sessions.length).toBe(1);
    answer();
    expect(heading((await asked).text)).toBe("Slow");
    const redirected = fetchRaw(port, "/b");
    await expect.poll(() => sessions.length).toBe(2);
    answer("/there");
    expect((await redirected).headers["location"]).toBe("/there");
    expect(handler.sessionCount).toBe(1);
  });

  it("N35: but not for ever", async () => {
    const stuck = page({ path: "/", guard: () => new Promise<undefined>(() => {}) });
    const { port, handler, sessions, clock, entries } = await run(app(PageView, { pages: [stuck] }));
    const asked = fetchRaw(port, "/");
    await expect.poll(() => sessions.length).toBe(1);
    await clock.advanceAsync(ARRIVE_WITHIN);
    expect([(await asked).status, handler.sessionCount]).toEqual([500, 0]);
    expect(entries.find(({ event }) => event === "app/start-failed")?.error).toMatchObject({
      code: "pages/guard-timeout",
    });
  });

  it("N35: nor beyond the server's end", async () => {
    const stuck = page({ path: "/", guard: () => new Promise<undefined>(() => {}) });
    const { port, handler, sessions, entries } = await run(app(PageView, { pages: [stuck] }));
    const asked = fetchRaw(port, "/").then(({ status }) => status);
    await expect.poll(() => sessions.length).toBe(1);
    await sessions[0]!.close();
    expect([await asked, handler.sessionCount, entries]).toEqual([410, 0, []]);
  });
});
