import { describe, expect, it } from "vitest";
import { app, Link, page, PageView, session, Show, signal, type LeaveCheck, type LeaveOptions } from "tandem";
import { mount, type MountedApp, type Page } from "tandem/testing";
import { deeds, openAt } from "./support.ts";
import { shop } from "./shop.tsx";

const pathOf = ({ url }: Page) => url.replace("http://localhost", "");
const heading = ({ document }: Page) => document.querySelector("main h1")!.textContent;
const dialog = ({ document }: Page) => document.querySelector("dialog");
const answer = (at: MountedApp, name: string) => at.user.click(at.screen.getByRole("button", { name }));

/** A form that does not want to be left, and a page to leave it for. */
function formApp(check: LeaveCheck, options?: LeaveOptions) {
  const form = page({
    path: "/form/:n?",
    component: () => {
      session.confirmLeave(check, options);
      return (
        <main>
          <h1>Form</h1>
          <Link to="/away">Away</Link>
          <Link to="/form/2">Second</Link>
          <Link to="?x=1">More</Link>
        </main>
      );
    },
  });
  const away = page({
    path: "/away",
    component: () => (
      <main>
        <h1>Away</h1>
        <Link to="/form">Form</Link>
      </main>
    ),
  });
  return app(PageView, { pages: [form, away] });
}

describe("leaving with something unsaved", () => {
  it("N50: a link, navigateTo, Back and Forward ask; who stays is where they were, who leaves is there", async () => {
    const isDirty = signal(true);
    await using at = await mount(formApp(isDirty), { url: "/away" });
    await at.user.click(at.screen.getByText("Form"));
    await at.user.click(at.screen.getByText("Away"));
    at.within(dialog(at)!).getByText("Leave this page?");
    await answer(at, "Stay");
    expect([pathOf(at), heading(at), dialog(at)]).toEqual(["/form", "Form", null]);

    await at.back();
    expect(dialog(at)).not.toBeNull();
    await answer(at, "Stay");
    expect([pathOf(at), heading(at)]).toEqual(["/form", "Form"]);

    const outcome = at.session.run(() => at.session.navigateTo("/away"));
    await at.settle();
    await answer(at, "Stay");
    expect(await outcome).toBe("stayed");

    await at.back();
    await answer(at, "Leave");
    expect([pathOf(at), heading(at), dialog(at)]).toEqual(["/away", "Away", null]);
    await at.forward();
    expect([pathOf(at), heading(at), dialog(at)]).toEqual(["/form", "Form", null]);
  });

  it("N50: the words are the app's", async () => {
    const options = { title: "Discard?", text: "Not saved", leaveText: "Discard", stayText: "Keep" };
    await using at = await mount(
      formApp(() => true, options),
      { url: "/form" },
    );
    await at.user.click(at.screen.getByText("Away"));
    expect(dialog(at)!.textContent).toMatch(/Discard\?.*Not saved/);
    await answer(at, "Discard");
    expect(heading(at)).toBe("Away");
  });

  it("N50: text that the check gives is the question; other parameters are another page, another part of the query is not", async () => {
    await using at = await mount(
      formApp(() => "Three lines are new."),
      { url: "/form" },
    );
    await at.user.click(at.screen.getByText("More"));
    expect([pathOf(at), dialog(at)]).toEqual(["/form?x=1", null]);
    await at.user.click(at.screen.getByText("Second"));
    at.within(dialog(at)!).getByText("Three lines are new.");
    await answer(at, "Leave");
    expect(pathOf(at)).toBe("/form/2");
  });

  it("N50: nothing is asked where nothing is to lose, nor once its component is gone or it was taken back", async () => {
    const isDirty = signal(false);
    const isShown = signal(true);
    const Editor = () => {
      session.confirmLeave("Always");
      return <p>Editor</p>;
    };
    const form = page({
      path: "/form",
      component: () => {
        const cancel = session.confirmLeave("Taken back");
        session.confirmLeave(isDirty);
        cancel();
        return (
          <main>
            <h1>Form</h1>
            <Link to="/away">Away</Link>
            <Show when={isShown}>
              <Editor />
            </Show>
          </main>
        );
      },
    });
    const away = page({
      path: "/away",
      component: () => (
        <main>
          <h1>Away</h1>
        </main>
      ),
    });
    await using at = await mount(app(PageView, { pages: [form, away] }), { url: "/form" });
    await at.user.click(at.screen.getByText("Away"));
    await answer(at, "Stay");
    at.session.run(() => isShown.set(false));
    await at.settle();
    await at.user.click(at.screen.getByText("Away"));
    expect([heading(at), dialog(at)]).toEqual(["Away", null]);
  });

  it("N50: a later navigation takes the question back; the page outside of the app is asked about, too", async () => {
    await using at = await mount(formApp("Unsaved"), { url: "/form" });
    const first = at.session.run(() => at.session.navigateTo("/away"));
    await at.settle();
    const second = at.session.run(() => at.session.navigateTo("https://example.org/"));
    await at.settle();
    expect([await first, at.document.querySelectorAll("dialog").length]).toEqual(["superseded", 1]);
    await answer(at, "Stay");
    expect(await second).toBe("stayed");
  });

  it("N50: the session's end ends the question", async () => {
    await using at = await mount(formApp("Unsaved"), { url: "/form" });
    const going = at.session.run(() => at.session.navigateTo("/away"));
    await at.settle();
    await at.session.close();
    expect(await going).toBe("superseded");
  });

  it("N51: pages ask before they are closed, as long as there is something to lose, and not when the app leaves", async () => {
    const isDirty = signal(false);
    await using at = await mount(formApp(isDirty), { url: "/form" });
    const asks = () => {
      const event = new at.window.Event("beforeunload", { cancelable: true });
      at.window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(asks()).toBe(false);
    at.session.run(() => isDirty.set(true));
    await at.settle();
    const other = await at.openTab();
    expect(asks()).toBe(true);
    const event = new other.window.Event("beforeunload", { cancelable: true });
    other.window.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    at.session.run(() => isDirty.set(false));
    await at.settle();
    expect(asks()).toBe(false);
    at.session.run(() => isDirty.set(true));
    await at.settle();
    await at.user.click(at.screen.getByText("Away"));
    await answer(at, "Leave");
    expect(asks()).toBe(false);
  });
});

describe("a hostile page", () => {
  it.each([
    undefined,
    null,
    "/orders",
    {},
    [],
    ["/orders"],
    ["/orders", "a"],
    ["/orders", "a", "1"],
    ["/orders", "a", 1.5],
    ["/orders", "a".repeat(65), 1],
    ["orders", "a", 1],
    [`/${"a".repeat(9_000)}`, "a", 1],
    [3, "a", 1],
  ])("N52: what it tells of its history counts only in the shape that pages tell it in (%#)", async (word) => {
    const at = openAt(shop().app);
    const client = at.connect();
    client.word("tell", "history", word);
    client.word("tell", "link", word === "/orders" ? 3 : word);
    await at.settled();
    expect([at.session.activePageUrl.peek(), deeds(client, "navigate"), deeds(client, "leave")]).toEqual([
      "http://localhost/",
      [],
      [],
    ]);
    expect(at.events("app/error")).toEqual([]);
  });

  it.each(["//evil.example/", "/\\evil.example", "/../x", "/\u0000", "/tools/../../x", "/@evil.example"])(
    "N52: it leads nobody out of the app, nor troubles it, by %j",
    async (url) => {
      const at = openAt(shop().app, "/tools/orders", { basePath: "/tools" });
      const client = at.connect();
      const other = at.connect();
      client.word("tell", "history", [url, "a", 1]);
      await at.settled();
      expect(at.session.activePageUrl.peek()).toBe("http://localhost/tools/orders");
      expect(deeds(client, "navigate")).toEqual([["/tools/orders", "stay", "a", 1]]);
      expect([deeds(other, "leave"), at.events("app/error")]).toEqual([[], []]);
      client.word("tell", "link", url);
      await at.settled();
      expect(deeds(other, "leave")).toEqual([]);
      expect(deeds(client, "leave").every(([to]) => new URL(to as string).origin === "http://localhost")).toBe(true);
    },
  );

  it("N52: it passes no guard", async () => {
    const at = openAt(shop().app);
    const client = at.connect();
    client.word("tell", "history", ["/members/profile", "a", 1]);
    client.word("tell", "link", "/members/profile");
    await at.settled();
    expect(at.html).not.toContain("Profile");
    expect(at.session.activePageUrl.peek()).toBe("http://localhost/login");
  });
});
