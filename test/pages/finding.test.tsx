import { z } from "zod";
import { describe, expect, it } from "vitest";
import { app, onCleanup, page, PageView, param, signal } from "tandem";
import { Pattern, pathParts } from "../../src/pages/pattern.ts";
import { openAt } from "./support.ts";
import { shop } from "./shop.tsx";

function matched(pattern: string, path: string): unknown {
  const parts = pathParts(path);
  const texts = parts && new Pattern(pattern).match(parts);
  return texts && Object.fromEntries(texts);
}

/** The page's first heading, or all that is shown. */
const heading = ({ html }: { html: string }) => /<h[12]>(.*?)<\/h[12]>/.exec(plain(html))?.[1];

/** Without what only the page's runtime reads. */
const plain = (html: string) => html.replace(/<!--.*?-->| data-\w+="[^"]*"/g, "");

describe("paths", () => {
  it.each([
    ["/", "/", {}],
    ["/orders", "/orders/", {}],
    ["/Orders/:id", "/oRDERS/Ab", { id: "Ab" }],
    ["/orders/:id/lines", "/orders/3/lines", { id: "3" }],
    ["/a b/:x", "/A%20B/%2Fetc", { x: "/etc" }],
    ["/orders/:id?", "/orders", {}],
    ["/orders/:id?", "/orders/3", { id: "3" }],
    ["/:lang?/orders", "/orders", {}],
    ["/:lang?/orders", "/de/orders", { lang: "de" }],
    ["/files/*path", "/files/a/b%2Fc/d", { path: "a/b/c/d" }],
    ["/files/*path?", "/files", {}],
  ])("N1, N2: %s is at %s", (pattern, path, texts) => {
    expect(matched(pattern, path)).toEqual(texts);
  });

  it.each([
    ["/", "/orders"],
    ["/orders", "/orders/3"],
    ["/orders/:id", "/orders"],
    ["/orders/:id", "/orders//"],
    ["/orders/:id/lines", "/orders//lines"],
    ["/files/*path", "/files"],
    ["/:x", "/%E0%A4%A"],
    ["/__proto__", "/constructor"],
  ])("N1, N2: %s is not at %s", (pattern, path) => {
    expect(matched(pattern, path)).toBeUndefined();
  });

  it.each(["/a/:", "/a/:b:c", "/a//b", "/*rest/more", "/:id/:id", "/a?b", "/a#b", "/:1st"])(
    "N2: %s is no path of a page",
    (path) => expect(() => page({ path })).toThrow(expect.objectContaining({ code: "pages/bad-path" })),
  );

  it.each([[undefined], [null], [7], [["/a"]]])("N2: the path %j is none", (path) => {
    expect(() => page({ path } as never)).toThrow(expect.objectContaining({ code: "pages/bad-path" }));
  });

  it.each([[null], ["Order"], [<h1>Order</h1>]])("N2: %j is no component of a page", (component) => {
    const make = () => page({ path: "/x", component } as never);
    expect(make).toThrow(expect.objectContaining({ code: "pages/bad-component" }));
  });

  it("N2: a parameter named like something of every object is one like any other", () => {
    const odd = page({ path: "/:constructor", component: ({ params }) => <h1>{params.constructor}</h1> });
    expect(heading(openAt(app(PageView, { pages: [odd] }), "/x"))).toBe("x");
  });
});

describe("values", () => {
  it("N3: a part of the path that cannot be read leaves it to the next page", () => {
    const { app: theShop } = shop();
    expect(heading(openAt(theShop, "/orders/3"))).toBe("Orders");
    expect(heading(openAt(theShop, "/orders/3.5"))).toBe("Rate 3.5");
    expect(heading(openAt(theShop, "/orders/three"))).toBe("Nothing here");
  });

  it.each([
    [param.integer, "12", 12],
    [param.integer, "-3", -3],
    [param.integer, "1.5", undefined],
    [param.integer, "9007199254740993", undefined],
    [param.integer, "0x10", undefined],
    [param.integer, "", undefined],
    [param.number, "-2.25", -2.25],
    [param.number, "1e3", undefined],
    [param.number, "Infinity", undefined],
    [param.boolean, "TRUE", true],
    [param.boolean, "0", false],
    [param.boolean, "constructor", undefined],
    [param.oneOf("date", "total"), "Total", "total"],
    [param.oneOf("date", "total"), "size", undefined],
    [param.text, " any/thing ", " any/thing "],
  ])("N3: %# reads %j as %j", (reader, text, value) => {
    expect(reader.read(text)).toBe(value);
  });

  it("N3: a part of the query that is missing or cannot be read has its default, or is undefined", () => {
    const seen: unknown[] = [];
    const list = page({
      path: "/",
      query: {
        limit: param.integer.default(20),
        open: param.boolean,
        sort: z.enum(["date", "total"]).default("date"),
        from: z.coerce.number().min(1),
      },
      title: ({ query }) => {
        seen.push(query);
        return "List";
      },
    });
    const theApp = app(PageView, { pages: [list] });
    openAt(theApp, "/");
    expect(seen.at(-1)).toEqual({ limit: 20, open: undefined, sort: "date", from: undefined });
    openAt(theApp, "/?limit=5&open=1&sort=total&from=7&limit=6");
    expect(seen.at(-1)).toEqual({ limit: 5, open: true, sort: "total", from: 7 });
    openAt(theApp, "/?limit=lots&open=maybe&sort=size&from=0");
    expect(seen.at(-1)).toEqual({ limit: 20, open: undefined, sort: "date", from: undefined });
  });

  it("N3: a schema that takes time is refused", () => {
    const slow = z.string().refine(() => Promise.resolve(true));
    const item = page({ path: "/:id", params: { id: slow } });
    expect(() => openAt(app(PageView, { pages: [item] }), "/x")).toThrow(
      expect.objectContaining({ code: "pages/async-schema" }),
    );
  });

  it("N3: a reader for a parameter that the path does not have is refused", () => {
    const options = { path: "/orders/:id", params: { name: param.text } } as never;
    expect(() => page(options)).toThrow(expect.objectContaining({ code: "pages/bad-param" }));
    expect(() => page({ path: "/", guards: () => undefined } as never)).toThrow(/"guard"/);
  });
});

describe("addresses", () => {
  const order = page({
    path: "/Orders/:id/:tab?",
    params: { id: param.integer },
    query: { sort: param.oneOf("date", "total"), q: param.text },
  });
  const files = page({ path: "/files/*path" });

  it("N7: a page's address holds what it is given, encoded", () => {
    expect(order.url({ id: 3 })).toBe("/Orders/3");
    expect(order.url({ id: -3, tab: "a/b ?#" }, { query: { q: "x&y=z", sort: "total" }, hash: "Ende ü" })).toBe(
      "/Orders/-3/a%2Fb%20%3F%23?q=x%26y%3Dz&sort=total#Ende%20%C3%BC",
    );
    expect(files.url({ path: "a b/c" })).toBe("/files/a%20b/c");
    expect(page({ path: "/" }).url()).toBe("/");
    expect(page({ parent: order, path: "lines" }).url({ id: 1, tab: "x" })).toBe("/Orders/1/x/lines");
  });

  it.each(["", ".", ".."])("N7: %j cannot stand in a path", (tab) => {
    expect(() => order.url({ id: 3, tab })).toThrow(expect.objectContaining({ code: "pages/bad-param" }));
  });

  it("N7: nor can nothing, or a step up", () => {
    expect(() => order.url({} as never)).toThrow(expect.objectContaining({ code: "pages/bad-param" }));
    expect(() => files.url({ path: "a/../../b" })).toThrow(expect.objectContaining({ code: "pages/bad-param" }));
  });
});

describe("pages in pages", () => {
  it("N4: each is shown in the PageView of the one around it", () => {
    const opened = openAt(shop().app, "/orders/3");
    expect(plain(opened.html)).toMatch(/<h1>Orders<\/h1>[^]*<h2>Order 3<\/h2>/);
    expect(opened.session.activePageInstances.peek().map(({ path }) => path)).toEqual(["/orders", "/orders/:id"]);
  });

  it("N4: where no page below is open, the fallback is shown", () => {
    expect(openAt(shop().app, "/orders").html).toContain("Choose an order");
    expect(openAt(shop().app, "/orders/3").html).not.toContain("Choose an order");
  });

  it("N4: what is only a parent is at no URL itself, and one without component shows the page below", () => {
    const theShop = shop();
    theShop.isMember.value = true;
    expect(heading(openAt(theShop.app, "/members"))).toBe("Nothing here");
    expect(heading(openAt(theShop.app, "/members/profile"))).toBe("Profile");
  });

  it("N4: a parent without a path of its own frames its pages", () => {
    const frame = page({
      path: "",
      component: () => (
        <section class="frame">
          <PageView />
        </section>
      ),
    });
    const about = page({ parent: frame, path: "/about", component: () => <h1>About</h1> });
    const start = page({ parent: frame, path: "/", component: () => <h1>Start</h1> });
    const site = app(PageView, { pages: [about, start] });
    expect(plain(openAt(site, "/about").html)).toMatch(/<section class="frame"><h1>About/);
    expect(plain(openAt(site, "/").html)).toMatch(/<section class="frame"><h1>Start/);
  });

  it("N4: a page's query is read with its parent's", () => {
    const list = page({ path: "/list", query: { q: param.text.default("all") } });
    const item = page({
      parent: list,
      path: ":id",
      query: { raw: param.boolean },
      component: ({ query }) => (
        <h1>
          {query.q} {query.raw}
        </h1>
      ),
    });
    expect(heading(openAt(app(PageView, { pages: [item] }), "/list/1?q=new&raw=1"))).toBe("new ");
  });
});

describe("unknown pages", () => {
  it("N5: the URL changes, and what the app has for it is shown", async () => {
    const { session: opened, ...at } = openAt(shop().app, "/orders");
    expect(await opened.run(() => opened.navigateTo("/nowhere?x=1"))).toBe("arrived");
    expect(opened.activePageUrl.peek()).toBe("http://localhost/nowhere?x=1");
    expect(opened.activePageInstances.peek()).toEqual([]);
    expect(heading({ ...at, html: opened.firstPaint().root })).toBe("Nothing here");
  });

  it("N5: a PageView's own fallback comes first", () => {
    const site = app(() => <PageView fallback={<h1>Start here</h1>} />, {
      pages: [page({ path: "/a" })],
      notFound: () => <h1>Nothing</h1>,
    });
    expect(heading(openAt(site, "/b"))).toBe("Start here");
  });
});

describe("a page that stays", () => {
  it("N6: has the new parameters and all that it held", async () => {
    const { app: theShop, lines } = shop();
    const { session: opened } = openAt(theShop, "/orders/3?sort=total");
    await opened.run(() => opened.navigateTo("/orders/4"));
    expect(plain(opened.firstPaint().root)).toMatch(/Order 4.*by date/);
    expect(lines.filter((line) => line === "order built")).toHaveLength(1);
  });

  it("N6: is built anew when another was shown in its place", async () => {
    const { app: theShop, lines } = shop();
    const { session: opened } = openAt(theShop, "/orders/3");
    await opened.run(() => opened.navigateTo("/"));
    await opened.run(() => opened.navigateTo("/orders/3"));
    expect(lines.filter((line) => line === "order built")).toHaveLength(2);
  });

  it("N6: ends, with what it made, in the turn in which it is left", async () => {
    let ended = 0;
    const ticking = page({
      path: "/",
      component: () => {
        const text = signal("here");
        return <CleanedUp text={text} onEnd={() => ended++} />;
      },
    });
    const other = page({ path: "/other", component: () => <h1>Other</h1> });
    const { session: opened } = openAt(app(PageView, { pages: [ticking, other] }), "/");
    const gone = opened.run(() => opened.navigateTo("/other"));
    expect(ended).toBe(1);
    await gone;
  });
});

function CleanedUp({ text, onEnd }: { text: { value: string }; onEnd: () => void }) {
  onCleanup(onEnd);
  return <p>{() => text.value}</p>;
}
