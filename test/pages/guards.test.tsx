import { describe, expect, it } from "vitest";
import { app, page, PageView, session, type NavigationFailed, type Session } from "tandem";
import { currentSession } from "../../src/session/current.ts";
import { openAt, steps } from "./support.ts";
import { shop } from "./shop.tsx";

const go = (at: { session: Session }, url: string) => at.session.run(() => at.session.navigateTo(url));
const urlOf = ({ session: opened }: { session: Session }) =>
  opened.activePageUrl.peek().replace("http://localhost", "");

describe("guards", () => {
  it("N17: parents are asked first, and the first that sends elsewhere has the word", async () => {
    const { app: theShop, lines, isMember } = shop();
    const at = openAt(theShop);
    expect(await go(at, "/members/profile")).toBe("arrived");
    expect([urlOf(at), lines]).toEqual(["/login", ["members asked"]]);
    isMember.value = true;
    lines.length = 0;
    await go(at, "/members/profile");
    expect([urlOf(at), lines]).toEqual(["/members/profile", ["members asked", "profile asked"]]);
  });

  it("N17: are asked again at each change of the URL, also where the page stays", async () => {
    const { app: theShop, lines, isMember } = shop();
    isMember.value = true;
    const at = openAt(theShop, "/members/profile");
    lines.length = 0;
    await go(at, "?x=1");
    expect(lines).toEqual(["members asked", "profile asked"]);
    isMember.value = false;
    await go(at, "#y");
    expect(urlOf(at)).toBe("/login?x=1#y");
  });

  it("N17: get what the URL holds, and the session", async () => {
    const seen: unknown[] = [];
    const item = page({
      path: "/items/:id",
      guard: ({ params, url, address, signal }) => {
        seen.push(params, url.href, address, signal.aborted, session.activePageUrl.peek());
      },
    });
    await go(openAt(app(PageView, { pages: [item] }), "/x", { basePath: "/x" }), "/items/a?b#c");
    const url = "http://localhost/x/items/a?b#c";
    expect(seen).toEqual([{ id: "a" }, url, "/items/a?b#c", false, "http://localhost/x"]);
  });

  it("N17: what a parent's guard leaves in the session is there for those below, and for the page", async () => {
    const outer = page({ path: "/a", guard: () => session.setTitle("known") });
    const titles: unknown[] = [];
    const inner = page({
      parent: outer,
      path: "b",
      guard: () => void titles.push(currentSession().firstPaint().title),
    });
    await go(openAt(app(PageView, { pages: [inner] })), "/a/b");
    expect(titles).toEqual(["known"]);
  });

  it("N18: query and hash go along to where a guard sends, but for what its own URL says", async () => {
    const { app: theShop } = shop({});
    const at = openAt(theShop);
    await go(at, "/old/3?sort=total&q=a#x");
    expect(urlOf(at)).toBe("/orders/3?sort=total&q=a#x");
    const from = page({ path: "/from", guard: () => "/to?a=1#own" });
    const other = openAt(app(PageView, { pages: [from, page({ path: "/to" })] }));
    await go(other, "/from?a=2&a=3&b=4&b=5#theirs");
    expect(urlOf(other)).toBe("/to?a=1&b=4&b=5#own");
  });

  it("N18: where one sends is asked from scratch, and a fixed redirect is like a guard", async () => {
    const { app: theShop, isMember } = shop();
    const first = page({ path: "/first", redirect: "/second" });
    const second = page({ path: "/second", guard: () => "third" });
    const third = page({ path: "/third", component: () => <h1>Third</h1> });
    const at = openAt(app(PageView, { pages: [first, second, third] }));
    const client = at.connect();
    await go(at, "/first");
    expect([urlOf(at), steps(client)]).toEqual(["/third", [["/third", "push"]]]);
    isMember.value = true;
    const old = openAt(theShop);
    await go(old, "/old/4");
    expect(urlOf(old)).toBe("/orders/4");
  });

  it("N18: one may send outside; nothing of the page's query goes along", async () => {
    const out = page({ path: "/out", guard: () => "https://login.example.com/" });
    const at = openAt(app(PageView, { pages: [out] }));
    const client = at.connect();
    expect(await go(at, "/out?secret=1")).toBe("left");
    expect(client.messages.at(-1)).toEqual(["do", "leave", ["https://login.example.com/", "push"]]);
  });
});

describe("guards that fail", () => {
  it.each([
    ["/broken", "pages/guard-failed"],
    ["/left", "pages/redirect-cycle"],
    ["/evil", "pages/bad-url"],
    ["/endless/1", "pages/redirect-cycle"],
  ])("N19: %s rejects with %s, and nothing changes", async (url, code) => {
    const evil = page({ path: "/evil", guard: () => "//evil.example" });
    const endless = page({
      path: "/endless/:n",
      guard: ({ params }) => `/endless/${Number(params.n) + 1}`,
    });
    const { app: theShop } = shop();
    const pages = [...theShop.options.pages!, evil, endless];
    const at = openAt(app(theShop.root, { ...theShop.options, pages }), "/orders");
    const client = at.connect();
    const before = at.html;
    const failed = await go(at, url).catch((error: unknown) => error as NavigationFailed);
    expect(failed).toMatchObject({ name: "NavigationFailed", code });
    expect([at.html, urlOf(at), steps(client), at.session.firstPaint().title]).toEqual([
      before,
      "/orders",
      [],
      "Orders",
    ]);
  });

  it("N19: what the guard threw is the cause", async () => {
    const failed = await go(openAt(shop().app), "/broken").catch((error: unknown) => error as NavigationFailed);
    expect(failed).toMatchObject({ cause: new Error("no database"), url: "http://localhost/broken" });
  });

  it("N19: a failure that nobody follows is reported; one that is followed is not", async () => {
    const at = openAt(shop().app);
    at.session.run(() => void at.session.navigateTo("/broken"));
    await at.settled();
    expect(at.events("app/error")).toHaveLength(1);
    await at.session.run(async () => at.session.navigateTo("/broken").catch(() => {}));
    await at.settled();
    expect(at.events("app/error")).toHaveLength(1);
  });
});

/** A page whose guard waits until it is told. */
function slowPages() {
  const waiting: {
    url: string;
    answer: (url?: string) => void;
    fail: (error: unknown) => void;
    signal: AbortSignal;
  }[] = [];
  const slow = page({
    path: "/slow/:n",
    guard: ({ url, signal }) =>
      new Promise<string | undefined>((answer, fail) => waiting.push({ url: url.pathname, answer, fail, signal })),
    component: ({ params }) => <h1>Slow {params.n}</h1>,
  });
  const home = page({ path: "/", component: () => <h1>Home</h1> });
  return { waiting, at: openAt(app(PageView, { pages: [home, slow] })) };
}

describe("guards that wait", () => {
  it("N24: what was shown stays until they have answered", async () => {
    const { waiting, at } = slowPages();
    const client = at.connect();
    const going = go(at, "/slow/1");
    await at.settled();
    expect([urlOf(at), steps(client)]).toEqual(["/", []]);
    expect(at.html).toContain("Home");
    waiting[0]!.answer();
    expect(await going).toBe("arrived");
    await at.settled();
    expect(at.html).toContain("Slow");
    const [, , operations, messages] = client.frames.at(-1)!;
    expect([operations.length > 0, messages]).toEqual([true, [["do", "navigate", ["/slow/1", "push"]]]]);
  });

  it("N25: of navigations that overlap the latest wins; the earlier is superseded, its guard's signal aborted", async () => {
    const { waiting, at } = slowPages();
    const client = at.connect();
    const first = go(at, "/slow/1");
    const second = go(at, "/slow/2");
    expect(await first).toBe("superseded");
    expect(waiting.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    waiting[1]!.answer();
    waiting[0]!.answer("/nowhere");
    expect(await second).toBe("arrived");
    expect([urlOf(at), steps(client)]).toEqual(["/slow/2", [["/slow/2", "push"]]]);
  });

  it("N25: one that waits for nothing supersedes one that waits; what the earlier's guard throws then is nothing", async () => {
    const { waiting, at } = slowPages();
    const first = go(at, "/slow/1");
    expect(await go(at, "/?x")).toBe("arrived");
    waiting[0]!.fail(new Error("too late"));
    expect(await first).toBe("superseded");
    await at.settled();
    expect([urlOf(at), at.events("app/error")]).toEqual(["/?x", []]);
  });

  it("N25: a guard that navigates itself has had its way", async () => {
    const home = page({ path: "/", component: () => <h1>Home</h1> });
    const wayward = page({ path: "/wayward", guard: () => void session.navigateTo("/?instead") });
    const at = openAt(app(PageView, { pages: [home, wayward] }));
    expect(await go(at, "/wayward")).toBe("superseded");
    expect(urlOf(at)).toBe("/?instead");
  });

  it("N25: two parts of the query written while a guard waits are both in the URL", async () => {
    const { waiting, at } = slowPages();
    const going = go(at, "/slow/1");
    waiting[0]!.answer();
    await going;
    at.session.run(() => {
      at.session.query("a").value = "1";
      at.session.query("b").value = "2";
    });
    waiting.at(-1)!.answer();
    await at.settled();
    expect(urlOf(at)).toBe("/slow/1?a=1&b=2");
  });

  it("N25: a part that a guard does not let through goes back to what the URL says, and the failure is reported", async () => {
    const { waiting, at } = slowPages();
    at.session.run(() => void at.session.navigateTo("/slow/1"));
    waiting[0]!.answer();
    await at.settled();
    const part = at.session.run(() => at.session.query("a"));
    at.session.run(() => part.set("1"));
    expect(part.peek()).toBe("1");
    waiting[1]!.fail(new Error("no"));
    await at.settled();
    expect([part.peek(), urlOf(at), at.events("app/error").length]).toEqual(["", "/slow/1", 1]);
  });

  it("N25: the session's end calls it off", async () => {
    const { at } = slowPages();
    const going = go(at, "/slow/1");
    await at.session.close();
    expect(await going).toBe("superseded");
  });
});
