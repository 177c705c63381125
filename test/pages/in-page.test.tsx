import { describe, expect, it } from "vitest";
import { app, Link, page, PageView, ref, session, signal } from "tandem";
import { mount, type MountedApp, type Page } from "tandem/testing";
import { shop } from "./shop.tsx";

const pathOf = ({ url }: Page) => url.replace("http://localhost", "");
const heading = ({ document }: Page) => document.querySelector("h2, h1")!.textContent;
const headings = ({ document }: Page) => [...document.querySelectorAll("h1, h2")].map((each) => each.textContent);

/** What the page told under a topic. */
const told = (app: MountedApp, topic: string) =>
  app.frames.up.map(({ frame }) => frame as unknown[]).filter((frame) => frame[2] === "tell" && frame[3] === topic);

describe("a link", () => {
  it("N40: has a real address, says where one is, and shows its page without a new document", async () => {
    const { app: theShop } = shop();
    await using app = await mount(theShop, { url: "/orders/3" });
    const states = () =>
      app.screen.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("aria-current")]);
    expect(states()).toEqual([
      ["Home", null],
      ["Orders", "true"],
      ["Order 3", "page"],
      ["Plain", null],
      ["Next", null],
    ]);
    await app.user.click(app.screen.getByRole("link", { name: "Next" }));
    expect([pathOf(app), headings(app), app.document.title]).toEqual(["/orders/4", ["Orders", "Order 4"], "Order 4"]);
    expect(states().map(([, current]) => current)).toEqual([null, "true", null, null, null]);
    expect(app.screen.getByRole("link", { name: "Next" }).getAttribute("href")).toBe("/orders/5");
    await app.user.click(app.screen.getByRole("link", { name: "Home" }));
    expect(states().map(([, current]) => current)).toEqual(["page", null, null, null]);
    expect(app.reloads).toBe(0);
    app.expectInStep();
  });

  it("N40: with replace takes the place of the page it is on; one for another tab or a download is the browser's", async () => {
    const start = page({
      path: "/",
      component: () => (
        <nav>
          <h1>Start</h1>
          <Link to="/next" replace>
            Next
          </Link>
          <Link to="/next" target="_blank" rel="noopener">
            Tab
          </Link>
          <Link to="/next" download="next.html">
            Save
          </Link>
          <Link to="https://example.org/a?b">Away</Link>
        </nav>
      ),
    });
    const next = page({ path: "/next", component: () => <h1>Next</h1> });
    await using app = await mount(toApp(start, next));
    const facts = app.screen.getAllByRole("link").map((link) => [link.getAttribute("href"), link.dataset["on"]]);
    expect(facts).toEqual([
      ["/next", "click:p"],
      ["/next", undefined],
      ["/next", undefined],
      ["https://example.org/a?b", "click:p"],
    ]);
    await app.user.click(app.screen.getByText("Next"));
    expect([pathOf(app), heading(app)]).toEqual(["/next", "Next"]);
    await app.back();
    expect([pathOf(app), heading(app)]).toEqual(["/next", "Next"]);
  });

  it("N41: that is plain and leads into the app is followed in the same way", async () => {
    const { app: theShop } = shop();
    await using app = await mount(theShop);
    await app.user.click(app.screen.getByText("Plain"));
    expect([pathOf(app), heading(app), app.reloads]).toEqual(["/login", "Log in", 0]);
    await app.back();
    expect([pathOf(app), heading(app)]).toEqual(["/", "Welcome"]);
  });

  it("N41: where no page of the app is, the browser goes by itself", async () => {
    const start = page({
      path: "/",
      component: () => (
        <nav>
          <a href="/report.pdf">Report</a>
        </nav>
      ),
    });
    await using app = await mount(toApp(start));
    await app.user.click(app.screen.getByText("Report"));
    expect(pathOf(app)).toBe("/report.pdf");
    expect(app.session.activePageUrl.peek()).toBe("http://localhost/");
  });

  it.each([
    ["a modifier key", <a href="/next">x</a>, { ctrlKey: true }],
    ["the wheel", <a href="/next">x</a>, { button: 1 }],
    [
      "a target",
      <a href="/next" target="other">
        x
      </a>,
      {},
    ],
    [
      "a download",
      <a href="/next" download>
        x
      </a>,
      {},
    ],
    [
      "rel=external",
      <a href="/next" rel="nofollow external">
        x
      </a>,
      {},
    ],
    ["another site", <a href="http://example.org/next">x</a>, {}],
    ["an asset", <a href="/assets/a.pdf">x</a>, {}],
    ["something of the server's", <a href="/_tandem/r/x/y">x</a>, {}],
    ["a part of the page", <a href="#part">x</a>, {}],
    [
      "its own handler",
      <a href="/next" onClick={{ handler: () => {}, preventDefault: true }}>
        x
      </a>,
      {},
    ],
  ])("N41: with %s it is not followed", async (_, link, init) => {
    const start = page({ path: "/", component: () => <nav>{link}</nav> });
    await using app = await mount(toApp(start, page({ path: "/next" })));
    const click = new app.window.MouseEvent("click", { bubbles: true, cancelable: true, ...init });
    app.screen.getByText("x").dispatchEvent(click);
    await app.settle();
    expect(told(app, "link")).toEqual([]);
    expect(app.session.activePageUrl.peek()).toBe("http://localhost/");
  });
});

describe("Back and Forward", () => {
  it("N43: show their pages, with guards, and make no entries", async () => {
    const { app: theShop, lines, isMember } = shop();
    isMember.value = true;
    await using app = await mount(theShop);
    const entries = app.window.history.length;
    await app.session.run(() => app.session.navigateTo("/members/profile"));
    await app.settle();
    await app.user.click(app.screen.getByText("Home"));
    lines.length = 0;
    await app.back();
    expect([pathOf(app), heading(app), lines]).toEqual([
      "/members/profile",
      "Profile",
      ["members asked", "profile asked"],
    ]);
    await app.back();
    expect([pathOf(app), heading(app)]).toEqual(["/", "Welcome"]);
    await app.forward();
    await app.forward();
    expect([pathOf(app), heading(app), app.document.title]).toEqual(["/", "Welcome", "Shop"]);
    expect(app.window.history.length).toBe(entries + 2);
    app.expectInStep();
  });

  it("N43: where a guard now sends elsewhere, the entry gets that address", async () => {
    const { app: theShop, isMember } = shop();
    isMember.value = true;
    await using app = await mount(theShop, { url: "/members/profile" });
    await app.user.click(app.screen.getByText("Home"));
    isMember.value = false;
    const entries = app.window.history.length;
    await app.back();
    expect([pathOf(app), heading(app), app.window.history.length]).toEqual(["/login", "Log in", entries]);
    await app.forward();
    expect(pathOf(app)).toBe("/");
  });

  it("N43: where a guard fails, the address goes back to the page that is shown", async () => {
    const works = signal(true);
    const shaky = page({
      path: "/shaky",
      guard: () => {
        if (!works.peek()) throw new Error("not now");
      },
      component: () => <h1>Shaky</h1>,
    });
    const calm = page({ path: "/calm", component: () => <h1>Calm</h1> });
    await using app = await mount(toApp(shaky, calm), { url: "/shaky", expectErrors: /not now/ });
    await app.session.run(() => app.session.navigateTo("/calm"));
    await app.settle();
    works.value = false;
    await app.back();
    expect([pathOf(app), heading(app), app.errors.length]).toEqual(["/calm", "Calm", 1]);
    works.value = true;
    await app.back();
    expect([pathOf(app), heading(app)]).toEqual(["/shaky", "Shaky"]);
    await app.forward();
    expect(pathOf(app)).toBe("/calm");
  });

  it("N44: in quick succession end where the last one leads", async () => {
    const { app: theShop } = shop();
    await using app = await mount(theShop);
    for (const url of ["/orders", "/orders/3", "/login"]) {
      await app.session.run(() => app.session.navigateTo(url));
      await app.settle();
    }
    app.network.delay(100);
    const { history } = app.window;
    history.back();
    history.back();
    history.back();
    history.forward();
    await app.clock.advance(1_000);
    expect([pathOf(app), headings(app), app.document.title]).toEqual(["/orders", ["Orders"], "Orders"]);
    history.forward();
    history.forward();
    history.back();
    await app.clock.advance(1_000);
    expect([pathOf(app), headings(app)]).toEqual(["/orders/3", ["Orders", "Order 3"]]);
    expect(told(app, "history").length).toBe(7);
  });

  it("N44: also with a guard that takes its time, whatever the order in which it answers", async () => {
    const answers = new Map<string, () => void>();
    const slow = page({
      path: "/slow/:n",
      guard: ({ params }) => new Promise<undefined>((resolve) => answers.set(params.n, () => resolve(undefined))),
      component: ({ params }) => <h1>Slow {params.n}</h1>,
    });
    const start = page({ path: "/", component: () => <h1>Start</h1> });
    await using app = await mount(toApp(start, slow));
    for (const n of ["1", "2"]) {
      app.session.run(() => void app.session.navigateTo(`/slow/${n}`));
      answers.get(n)!();
      await app.settle();
    }
    app.window.history.back();
    app.window.history.back();
    app.window.history.forward();
    await app.settle();
    expect(heading(app)).toBe("Start");
    answers.get("1")!();
    await app.settle();
    expect([pathOf(app), heading(app)]).toEqual(["/slow/1", "Slow 1"]);
  });

  it("N42: the hash that a page was opened with is known, and a link to a part of it makes an entry of its own", async () => {
    const { app: theShop } = shop();
    await using app = await mount(theShop, { url: "/orders#top" });
    expect(app.session.activePageUrl.peek()).toBe("http://localhost/orders#top");
    const { history } = app.window;
    history.pushState(null, "", "/orders#end");
    app.window.dispatchEvent(new app.window.PopStateEvent("popstate", { state: null }));
    await app.settle();
    expect(app.session.activePageUrl.peek()).toBe("http://localhost/orders#end");
    await app.back();
    expect([app.session.hash.peek(), pathOf(app)]).toEqual(["top", "/orders#top"]);
  });

  it("N42: gone back before the page could listen, the session follows", async () => {
    const { app: theShop } = shop();
    await using app = await mount(theShop, { url: "/orders/3", connected: false });
    app.window.history.pushState(null, "", "/orders");
    app.network.resume();
    await app.settle();
    expect([app.session.activePageUrl.peek(), headings(app)]).toEqual(["http://localhost/orders", ["Orders"]]);
  });
});

describe("several clients", () => {
  it("N45: follow wherever one of them goes, and one that joins is told where they are", async () => {
    const { app: theShop } = shop();
    await using app = await mount(theShop);
    const before = app.window.history.length;
    await app.user.click(app.screen.getByText("Orders"));
    const other = await app.openTab();
    expect([pathOf(other), headings(other)]).toEqual(["/orders", ["Orders"]]);
    await other.user.click(other.screen.getByText("Order 3"));
    expect([pathOf(app), headings(app)]).toEqual(["/orders/3", ["Orders", "Order 3"]]);
    expect(app.window.history.length).toBe(before + 2);
    await app.back();
    expect([pathOf(app), pathOf(other)]).toEqual(["/orders", "/orders"]);
    expect(app.window.history.length).toBe(before + 2);
    app.expectInStep();
    other.expectInStep();
  });
});

describe("a lost line", () => {
  it("N46: what was navigated meanwhile is in the address when it is back, once", async () => {
    const { app: theShop } = shop();
    await using app = await mount(theShop);
    const before = app.window.history.length;
    app.network.drop();
    await app.settle();
    for (const url of ["/orders", "/login"]) await app.session.run(() => app.session.navigateTo(url));
    expect(pathOf(app)).toBe("/");
    await app.network.reconnect();
    expect([pathOf(app), heading(app), app.window.history.length]).toEqual(["/login", "Log in", before + 2]);
    await app.back();
    expect([pathOf(app), heading(app)]).toEqual(["/orders", "Orders"]);
  });

  it("N46: also where so much happened that the whole screen is sent anew", async () => {
    const { app: theShop } = shop();
    await using app = await mount(theShop, { limits: { maxBacklogOperations: 2 } });
    app.network.drop();
    await app.settle();
    for (const url of ["/orders", "/login", "/orders/3", "/orders/4"]) {
      await app.session.run(() => app.session.navigateTo(url));
    }
    await app.network.reconnect();
    expect(app.frames.down.some(({ frame }) => JSON.stringify(frame).includes("[9,"))).toBe(true);
    expect([pathOf(app), headings(app), app.document.title]).toEqual(["/orders/4", ["Orders", "Order 4"], "Order 4"]);
    app.expectInStep();
  });

  it("N46: a link clicked meanwhile is followed when it is back", async () => {
    const { app: theShop } = shop();
    await using app = await mount(theShop);
    app.network.drop();
    await app.user.click(app.screen.getByText("Plain"));
    await app.network.reconnect();
    expect([pathOf(app), heading(app), app.reloads]).toEqual(["/login", "Log in", 0]);
  });
});

describe("a new page", () => {
  it("N48: has the focus on its heading, which loses what made that possible with it", async () => {
    const { app: theShop } = shop();
    await using app = await mount(theShop);
    await app.user.click(app.screen.getByText("Orders"));
    const title = app.screen.getByRole("heading", { name: "Orders" });
    expect(app.document.activeElement).toBe(title);
    expect(title.getAttribute("tabindex")).toBe("-1");
    app.expectInStep();
    app.screen.getByRole("button").focus();
    expect(title.hasAttribute("tabindex")).toBe(false);
  });

  it("N48: leaves it where the app itself has put it, and says its title", async () => {
    const start = page({ path: "/", component: () => <Link to="/search">Search</Link> });
    const search = page({
      path: "/search",
      title: "Search",
      component: () => {
        const field = ref();
        field.focus();
        return (
          <main>
            <h1>Search</h1>
            <input ref={field} aria-label="Words" />
          </main>
        );
      },
    });
    await using app = await mount(toApp(start, search));
    await app.user.click(app.screen.getByText("Search"));
    expect(app.document.activeElement).toBe(app.screen.getByLabelText("Words"));
    expect(app.screen.getByRole("status").textContent).toBe("Search");
  });

  it("N48: goes to what asks for the focus before the heading; another part of the same page changes nothing", async () => {
    const start = page({ path: "/", component: () => <Link to="/form">Form</Link> });
    const form = page({
      path: "/form",
      component: () => (
        <main>
          <h1>Form</h1>
          <input autofocus aria-label="Name" />
          <Link to="?more=1">More</Link>
        </main>
      ),
    });
    await using app = await mount(toApp(start, form));
    await app.user.click(app.screen.getByText("Form"));
    expect(app.document.activeElement).toBe(app.screen.getByLabelText("Name"));
    const more = app.screen.getByText("More");
    await app.user.click(more);
    expect([pathOf(app), app.document.activeElement]).toEqual(["/form?more=1", more]);
  });

  it("N23: has its metadata in the document's head", async () => {
    const start = page({ path: "/", meta: { description: "Start" }, component: () => <Link to="/next">Next</Link> });
    const next = page({ path: "/next", meta: { "og:title": "Next", canonical: "https://example.com/next" } });
    await using app = await mount(toApp(start, next));
    const head = () => [...app.document.head.querySelectorAll("[data-page]")].map((tag) => tag.outerHTML);
    expect(head()).toEqual(['<meta name="description" content="Start" data-page="">']);
    await app.user.click(app.screen.getByText("Next"));
    expect(head()).toEqual([
      '<meta property="og:title" content="Next" data-page="">',
      '<link rel="canonical" href="https://example.com/next" data-page="">',
    ]);
  });
});

describe("a part of the page", () => {
  it("N47: is scrolled to when it is gone to, also again, but not as the query changes", async () => {
    const start = page({
      path: "/",
      component: () => (
        <main>
          <h1 id="top">Start</h1>
          <input aria-label="Find" bind={session.query("q")} />
          <Link to="#top">Top</Link>
        </main>
      ),
    });
    await using app = await mount(toApp(start));
    let scrolled = 0;
    app.document.getElementById("top")!.scrollIntoView = () => scrolled++;
    await app.user.click(app.screen.getByText("Top"));
    expect([pathOf(app), scrolled]).toEqual(["/#top", 1]);
    await app.user.type(app.screen.getByLabelText("Find"), "abc");
    expect([pathOf(app), scrolled]).toEqual(["/?q=abc#top", 1]);
    await app.user.click(app.screen.getByText("Top"));
    expect([pathOf(app), scrolled]).toEqual(["/?q=abc#top", 2]);
    expect(app.document.activeElement).toBe(app.screen.getByText("Top"));
  });
});

describe("loading", () => {
  it("N49: a reload shows the page it is on, in a new session", async () => {
    const { app: theShop } = shop();
    await using app = await mount(theShop);
    await app.user.click(app.screen.getByText("Order 3"));
    const { session: before } = app;
    await app.reload();
    expect([pathOf(app), headings(app), app.session === before]).toEqual(["/orders/3", ["Orders", "Order 3"], false]);
    await app.back();
    expect([pathOf(app), heading(app)]).toEqual(["/", "Welcome"]);
  });

  it("N60: the testing kit has address and status, types an address, and follows redirects, also of guards that wait", async () => {
    const { app: theShop } = shop();
    await using app = await mount(theShop, { url: "/members/profile?x=1" });
    expect([pathOf(app), app.status, heading(app)]).toEqual(["/login?x=1", 200, "Log in"]);
    await app.visit("/nowhere");
    expect([pathOf(app), app.status, heading(app)]).toEqual(["/nowhere", 404, "Nothing here"]);
    await app.back();
    expect([pathOf(app), heading(app)]).toEqual(["/login?x=1", "Log in"]);

    const slow = page({
      path: "/slow",
      guard: () => new Promise<string>((resolve) => session.clock.setTimeout(() => resolve("/"), 500)),
    });
    await using other = await mount(toApp(page({ path: "/", component: () => <h1>Start</h1> }), slow), {
      url: "/slow",
    });
    expect([pathOf(other), heading(other)]).toEqual(["/", "Start"]);
  });

  it("N60: a guard that sends the page out of the app has nothing to show", async () => {
    const out = page({ path: "/", guard: () => "https://login.example.com/" });
    await expect(mount(toApp(out))).rejects.toMatchObject({ code: "testing/left-app" });
  });
});

function toApp(...pages: ReturnType<typeof page>[]) {
  return app(PageView, { pages });
}
