import { describe, expect, it } from "vitest";
import { app, page, PageView, session, signal, type NavigationFailed, type Session } from "tandem";
import { resolveTarget } from "../../src/session/navigation/target.ts";
import { TestSession } from "../support/test-session.ts";
import { deeds, openAt, steps } from "./support.ts";
import { shop } from "./shop.tsx";

const go = (at: { session: Session }, url: string, options?: { replace?: boolean; withinApp?: boolean }) =>
  at.session.run(() => at.session.navigateTo(url, options));
const urlOf = ({ session: opened }: { session: Session }) =>
  opened.activePageUrl.peek().replace("http://localhost", "");

const TOOLS = { origin: "https://example.com", basePath: "/tools" };

describe("where a URL leads", () => {
  it.each([
    ["", "/tools/orders/3?a=1", "inside"],
    ["?b=2", "/tools/orders/3?b=2", "inside"],
    ["#end", "/tools/orders/3?a=1#end", "inside"],
    ["4", "/tools/orders/4", "inside"],
    ["./4?x#y", "/tools/orders/4?x#y", "inside"],
    ["..", "/tools/", "inside"],
    ["../login", "/tools/login", "inside"],
    ["../../other", "/other", "outside"],
    ["/", "/tools/", "inside"],
    ["/orders//9", "/tools/orders//9", "inside"],
    ["/../other", "/other", "outside"],
    ["/../toolshed", "/toolshed", "outside"],
    ["https://example.com/tools", "/tools", "inside"],
    ["https://EXAMPLE.com:443/tools/x", "/tools/x", "inside"],
    ["https://example.com/elsewhere", "/elsewhere", "outside"],
  ])("N10: %j from /tools/orders/3?a=1 is %s, %s", (text, local, kind) => {
    const target = resolveTarget(text, "https://example.com/tools/orders/3?a=1", TOOLS);
    expect([target.url.href, target.kind]).toEqual([`https://example.com${local}`, kind]);
  });

  it.each(["http://example.com/tools/x", "https://evil.example/tools/x", "https://example.com:444/tools/x"])(
    "N10: %s is outside",
    (url) => expect(resolveTarget(url, "https://example.com/tools/", TOOLS).kind).toBe("outside"),
  );

  it("N10: a path that would be a host where it stands alone is made one that is none", () => {
    const root = { origin: "https://example.com", basePath: "" };
    expect(resolveTarget("/..//evil.example", "https://example.com/", root).url.href).toBe(
      "https://example.com/evil.example",
    );
    expect(resolveTarget(".//evil.example", "https://example.com/", root).url.pathname).toBe("/evil.example");
  });
});

describe("what is no place to go to", () => {
  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "\u0001javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "blob:http://localhost/x",
    "mailto:a@b.c",
    "orders:3",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/orders\r\nSet-Cookie: a=b",
    "http:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "https://user@evil.example",
    "https://localhost:x@evil.example/",
    "http://",
    3 as never,
    undefined as never,
  ])("N11: %j is refused, and nothing changes", async (url) => {
    const at = openAt(shop().app, "/orders");
    const client = at.connect();
    const failed = await go(at, url).catch((error: unknown) => error as NavigationFailed);
    expect(failed).toMatchObject({ name: "NavigationFailed", code: "pages/bad-url", url: String(url) });
    expect(urlOf(at)).toBe("/orders");
    expect([...steps(client), ...deeds(client, "leave")]).toEqual([]);
  });

  it("N16: with withinApp, so is what leads out of the app", async () => {
    const at = openAt(shop().app, "/tools/orders", { basePath: "/tools" });
    for (const url of ["https://evil.example/", "/../elsewhere", "http://localhost/elsewhere"]) {
      await expect(go(at, url, { withinApp: true })).rejects.toMatchObject({ code: "pages/outside" });
    }
    expect(await go(at, "http://localhost/tools/login", { withinApp: true })).toBe("arrived");
  });
});

describe("going", () => {
  it("N14: has happened when the call returns, if no guard waits; clients hear of it once, after the screen", async () => {
    const at = openAt(shop().app, "/");
    const client = at.connect();
    const going = go(at, "/orders?x=1#y");
    expect(urlOf(at)).toBe("/orders?x=1#y");
    expect(steps(client)).toEqual([["/orders?x=1#y", "push"]]);
    const [, , operations, messages] = client.frames.at(-1)!;
    expect([operations.length > 0, messages?.length]).toEqual([true, 1]);
    expect(await going).toBe("arrived");
    expect(client.frames.at(-1)![3]).toBe(messages);
  });

  it("N15: with replace, and to the very same URL, the entry of the history is replaced", async () => {
    const at = openAt(shop().app, "/");
    const client = at.connect();
    await go(at, "/orders", { replace: true });
    await go(at, "/orders");
    await go(at, "/orders#a");
    expect(steps(client)).toEqual([
      ["/orders", "replace"],
      ["/orders", "replace"],
      ["/orders#a", "push"],
    ]);
  });

  it("N16: outside of the app the browser leaves, and the session stays where it is", async () => {
    const at = openAt(shop().app, "/tools/orders", { basePath: "/tools" });
    const client = at.connect();
    expect(await go(at, "https://example.org/x?y#z")).toBe("left");
    expect(await go(at, "/../elsewhere", { replace: true })).toBe("left");
    expect(deeds(client, "leave")).toEqual([
      ["https://example.org/x?y#z", "push"],
      ["http://localhost/elsewhere", "replace"],
    ]);
    expect([urlOf(at), steps(client)]).toEqual(["/tools/orders", []]);
  });

  it("N20: URL, pages and base URL are told, and followed by what reads them", async () => {
    const { app: theShop, pages } = shop();
    const at = openAt(theShop, "/tools/orders/3?sort=total", { basePath: "/tools" });
    const { session: opened } = at;
    expect(opened.baseUrl).toBe("http://localhost/tools");
    expect(opened.activePageUrl.peek()).toBe("http://localhost/tools/orders/3?sort=total");
    expect(opened.activePageInstances.peek()).toEqual([pages.orders, pages.order]);
    expect(at.html).toContain("http://localhost/tools/orders/3?sort=total</output>");
    await go(at, "/login");
    expect(opened.activePageInstances.peek()).toEqual([pages.login]);
    expect(at.html).toContain("http://localhost/tools/login</output>");
  });

  it("N20: onPageChange is called after each change, until it is cancelled or its component is gone", async () => {
    const heard: string[] = [];
    const hear = (who: string) => () => heard.push(`${who}: ${new URL(session.activePageUrl.peek()).pathname}`);
    const first = page({
      path: "/first",
      component: () => {
        session.onPageChange(hear("page"));
        return <h1>First</h1>;
      },
    });
    const at = openAt(app(PageView, { pages: [first, page({ path: "/second" })] }), "/first");
    const cancel = at.session.run(() => at.session.onPageChange(hear("session")));
    await go(at, "/first?x");
    await go(at, "/second");
    await go(at, "/second?y");
    cancel();
    await go(at, "/first");
    expect(heard).toEqual(["page: /first", "session: /first", "page: /second", "session: /second", "session: /second"]);
  });

  it("N20: one that throws is reported, and the others are called", async () => {
    const at = openAt(shop().app);
    let calls = 0;
    at.session.run(() => {
      at.session.onPageChange(() => {
        throw new Error("oh");
      });
      at.session.onPageChange(() => calls++);
    });
    expect(await go(at, "/orders")).toBe("arrived");
    expect([calls, at.events("app/error").length]).toEqual([1, 1]);
  });
});

describe("parts of the URL", () => {
  it("N22: a page's query is signals that follow the URL, and that can be written", async () => {
    const at = openAt(shop().app, "/orders/3");
    const client = at.connect();
    client.event(at.idOf("button", 1), "click");
    expect(urlOf(at)).toBe("/orders/3?sort=total");
    expect(at.html).toMatch(/by (<!--.*?-->)?total/);
    await go(at, "/orders/3?sort=date&q=x&other=1");
    expect(at.html).toMatch(/by (<!--.*?-->)?date/);
    client.event(at.idOf("button", 1), "click");
    expect(urlOf(at)).toBe("/orders/3?sort=total&q=x&other=1");
    expect(steps(client)).toEqual([
      ["/orders/3?sort=total", "replace"],
      ["/orders/3?sort=date&q=x&other=1", "push"],
      ["/orders/3?sort=total&q=x&other=1", "replace"],
    ]);
  });

  it("N22: what is typed into a control bound to it stands in the URL, and its default does not", () => {
    const at = openAt(shop().app, "/orders/3");
    const client = at.connect();
    client.event(at.idOf('input aria-label="Find"'), "input", { v: "a&b" });
    expect(urlOf(at)).toBe("/orders/3?q=a%26b");
    client.event(at.idOf('input aria-label="Find"'), "input", { v: "" });
    expect(urlOf(at)).toBe("/orders/3");
  });

  it("N22: session.query and session.hash are signals of any page", async () => {
    const at = openAt(shop().app, "/orders?q=1#top");
    const { session: opened } = at;
    const [query, hash] = opened.run(() => [opened.query("q"), opened.hash]);
    expect([query.peek(), hash.peek(), opened.query("none").peek()]).toEqual(["1", "top", ""]);
    expect(opened.query("q")).toBe(query);
    opened.run(() => {
      query.value = "x y";
      hash.value = "Überblick";
    });
    expect(urlOf(at)).toBe("/orders?q=x+y#%C3%9Cberblick");
    expect(hash.peek()).toBe("Überblick");
    await go(at, "/orders/3?q=2");
    expect([query.peek(), hash.peek()]).toEqual(["2", ""]);
    opened.run(() => query.set(""));
    expect(urlOf(at)).toBe("/orders/3");
  });
});

describe("title and metadata", () => {
  const { app: theShop } = shop();

  it("N23: the innermost page that has a title gives it; without one, it is the app's", async () => {
    const at = openAt(theShop, "/orders/3");
    const title = () => at.session.firstPaint().title;
    expect(title()).toBe("Order 3");
    await go(at, "/orders/4");
    expect(title()).toBe("Order 4");
    await go(at, "/orders");
    expect(title()).toBe("Orders");
    await go(at, "/files/a");
    expect(title()).toBe("The shop");
  });

  it("N23: setTitle has the word until the next navigation", async () => {
    const at = openAt(theShop, "/orders");
    const title = () => at.session.firstPaint().title;
    at.session.setTitle("(3) Orders");
    at.session.run(() => at.session.hash.set("x"));
    await go(at, "/orders?again");
    expect(title()).toBe("Orders");
    const going = at.session.run(() => {
      const arrived = at.session.navigateTo("/login");
      at.session.setTitle("Hello");
      return arrived;
    });
    await going;
    expect(title()).toBe("Hello");
  });

  it("N23: metadata of inner pages adds to that of outer ones; clients are told of what changes, once", async () => {
    const outer = page({ path: "/a", meta: { description: "Outer", "og:type": "website" } });
    const inner = page({
      parent: outer,
      path: ":id",
      meta: ({ params }) => ({ description: `Inner ${params.id}` }),
    });
    const at = openAt(app(PageView, { pages: [outer, inner] }), "/a/1");
    const client = at.connect();
    expect(at.session.firstPaint().meta).toEqual({ description: "Inner 1", "og:type": "website" });
    await go(at, "/a");
    await go(at, "/a?x");
    await go(at, "/nowhere");
    expect(deeds(client, "head")).toEqual([[{ description: "Outer", "og:type": "website" }], [{ robots: "noindex" }]]);
  });
});

describe("a title that changes by itself", () => {
  it("N23: follows what it reads; one that throws is reported, and the page is shown all the same", async () => {
    const unread = signal(1);
    const inbox = page({ path: "/inbox", title: () => `Inbox (${unread.value})`, component: () => <h1>Inbox</h1> });
    const bad = page({
      path: "/bad",
      title: () => {
        throw new Error("no title");
      },
      component: () => <h1>Bad</h1>,
    });
    const at = openAt(app(PageView, { title: "Mail", pages: [inbox, bad] }), "/inbox");
    expect(at.session.firstPaint().title).toBe("Inbox (1)");
    unread.value = 2;
    await at.settled();
    expect(at.session.firstPaint().title).toBe("Inbox (2)");
    expect(await go(at, "/bad")).toBe("arrived");
    expect([at.html.includes("Bad"), at.events("app/error").length]).toEqual([true, 1]);
    unread.value = 3;
    await at.settled();
    expect(at.session.firstPaint().title).toBe("Inbox (2)");
  });
});

describe("an app without pages", () => {
  const Root = () => <p>{session.activePageUrl}</p>;

  it("N21: has its URLs, too, and its root stays", async () => {
    const at = new TestSession(Root, { url: "http://localhost/tools/a?x", basePath: "/tools" });
    const client = at.connect();
    expect([at.session.baseUrl, urlOf(at)]).toEqual(["http://localhost/tools", "/tools/a?x"]);
    expect(at.session.activePageInstances.peek()).toEqual([]);
    expect(at.session.arrival).toBeUndefined();
    await go(at, "/b");
    expect(at.html).toContain("http://localhost/tools/b");
    expect(await go(at, "https://example.org/")).toBe("left");
    expect(client.messages).toEqual([
      ["do", "navigate", ["/tools/b", "push"]],
      ["do", "leave", ["https://example.org/", "push"]],
    ]);
  });

  it("N21: one that navigates before it has a client tells the client where it is", async () => {
    const at = new TestSession(Root);
    await go(at, "/b");
    await go(at, "/c");
    const client = at.connect();
    await at.settled();
    expect(client.messages).toEqual([["do", "navigate", ["/c", "replace"]]]);
  });

  it("N21: one that never navigates tells nothing", async () => {
    const at = new TestSession(Root);
    const client = at.connect();
    await at.settled();
    expect(client.messages).toEqual([]);
  });
});
