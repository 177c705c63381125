import { describe, expect, it } from "vitest";
import { app, session, signal } from "tandem";
import { ask, conversation, show } from "tandem/flow";
import { mount } from "tandem/testing";
import { serve } from "../../src/server/serve.ts";
import { deferred } from "../support/promises.ts";
import { answering, shownIn } from "./support.tsx";

const farewell = (app: { document: Document }) => app.document.querySelector(".tandem-farewell")?.textContent;

describe("a conversation", () => {
  it("Y60: is an app by itself: what it shows and asks at once is in the first paint", async () => {
    const greet = conversation(async () => {
      show("Welcome.");
      show(`Hello ${await ask.text("Your name?")}!`);
    });
    await using mounted = await mount(app(greet, { title: "Greeting" }), { connected: false });
    expect(shownIn(mounted)).toEqual(["Welcome."]);
    expect(answering(mounted).inFront()).toEqual(["Your name?"]);
    mounted.network.resume();
    await mounted.settle();
    await answering(mounted).type("Your name?", "Ada{Enter}");
    expect(shownIn(mounted)).toEqual(["Welcome.", "Hello Ada!"]);
  });

  it("Y61: so is an async function, as an app's root or a module's default export", async () => {
    await using mounted = await mount(async () => {
      show(await ask.text("Your name?", { value: "Bo" }));
      await session.hold();
    });
    await answering(mounted).press("Continue");
    expect(shownIn(mounted)).toEqual(["Bo"]);
    const server = await serve(
      app(async () => void show("served"), { title: "x" }),
      { port: 0, log: () => {} },
    );
    expect(await (await fetch(server.url)).text()).toContain("served");
    await server.close();
  });

  it("Y62: when it has ended and nothing can act, the session ends, and what was shown stays, with a last line", async () => {
    const closed: unknown[] = [];
    await using mounted = await mount(async () => {
      show(`You are ${await ask.text("Who?", { value: "Ada" })}.`);
    });
    mounted.document.addEventListener("tandem:disconnected", () => closed.push("disconnected"));
    await answering(mounted).press("Continue");
    expect(mounted.session.state.peek()).toEqual({ kind: "ended", code: 1001 });
    expect(shownIn(mounted)).toEqual(["You are Ada."]);
    expect(farewell(mounted)).toBe("This conversation has ended. Start again");
    expect(mounted.document.querySelector(".tandem-farewell a")!.getAttribute("href")).toBe("");
    expect(mounted.document.querySelector(".tandem-overlay")).toBe(null);
    expect([...mounted.document.body.children].some((element) => (element as HTMLElement).inert)).toBe(false);
    expect(closed).toEqual(["disconnected"]);
  });

  it("Y62: not while something can act; then once that is gone", async () => {
    const clicks = signal(0);
    await using mounted = await mount(async () => {
      const button = show(<button onClick={() => clicks.value++ > 0 && button.remove()}>More</button>);
    });
    const more = mounted.screen.getByRole("button", { name: "More" });
    await mounted.user.click(more);
    await mounted.settle();
    expect([clicks.value, mounted.session.state.peek().kind, farewell(mounted)]).toEqual([1, "connected", undefined]);
    await mounted.user.click(more);
    await mounted.settle();
    expect([mounted.session.state.peek().kind, farewell(mounted)]).toEqual([
      "ended",
      "This conversation has ended. Start again",
    ]);
  });

  it("Y62: a page that was away reads it when it is back", async () => {
    const work = deferred();
    await using mounted = await mount(async () => {
      await work.promise;
      show("done meanwhile");
    });
    mounted.network.drop();
    work.resolve();
    await mounted.settle();
    await mounted.network.reconnect();
    expect([shownIn(mounted), farewell(mounted)]).toEqual([
      ["done meanwhile"],
      "This conversation has ended. Start again",
    ]);
    expect(mounted.document.querySelector(".tandem-overlay")).toBe(null);
  });

  it("Y62: an end that comes from elsewhere covers the page as ever", async () => {
    await using mounted = await mount(async () => void (await ask.text("Who?")));
    await mounted.session.close();
    await mounted.settle();
    expect(mounted.document.querySelector(".tandem-overlay")!.textContent).toContain("The session has ended.");
  });

  it("Y63: an error that nothing catches is reported, and ends it, too", async () => {
    await using mounted = await mount(
      async () => {
        show("so far");
        await ask.text("Who?", { value: "Ada" });
        throw new Error("out of bells");
      },
      { expectErrors: true },
    );
    await answering(mounted).press("Continue");
    expect(mounted.errors.map(({ error }) => (error as Error).message)).toEqual(["out of bells"]);
    expect([shownIn(mounted), mounted.session.state.peek().kind]).toEqual([["so far"], "ended"]);
  });

  it("Y64: its signal is aborted when the session ends, and what it awaits rejects", async () => {
    const heard: string[] = [];
    const mounted = await mount(
      conversation(async ({ signal: ending }) => {
        ending.addEventListener("abort", () => heard.push("aborted"));
        await ask.text("Who?").catch((error: Error) => heard.push(error.name));
      }),
    );
    await mounted.closeTab();
    await mounted.settle();
    expect(heard.toSorted()).toEqual(["SessionEnded", "aborted"]);
    await mounted.close();
  });
});
