import { expect, it } from "vitest";
import { session, type Component } from "tandem";
import { ask, conversation, field, popup, show } from "tandem/flow";
import { WidgetPage } from "../support/widget-page.ts";
import { eventually } from "../support/gallery-visit.ts";
import { deferred } from "../support/promises.ts";

const greet = conversation(async () => {
  show(<h1>Greeting</h1>);
  const name = await ask.text("Your name?");
  const wish = await ask.form(
    `A wish for ${name}`,
    { wish: field.text("Wish", { minLength: 3 }), mail: field.email("E-mail", { required: false }) },
    { cancelable: true },
  );
  show(<p>{wish === null ? "No wish." : `${name} wishes: ${wish.wish}.`}</p>);
});

const focused = (opened: WidgetPage) =>
  eventually(() => opened.page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.innerText));

it("Y65: what is asked has the focus, from the first paint on, and what is wrong gets it", async () => {
  await using opened = await WidgetPage.open(greet);
  const { page } = opened;
  await focused(opened).toMatch(/Your name/);
  await page.keyboard.type("Ada");
  await page.keyboard.press("Enter");
  await focused(opened).toMatch(/Wish/);
  await page.keyboard.type("xy");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await focused(opened).toMatch(/Wish/);
  await page.getByText("Please use at least 3 characters.").waitFor();
  await page.keyboard.type("z");
  await page.keyboard.press("Enter");
  await page.getByText("Ada wishes: xyz.").waitFor();
  expect(opened.troubles).toEqual([]);
});

it("Y65: not against the environment, and not while somebody writes in something else of the page", async () => {
  const Desk: Component = () => (
    <main>
      <input aria-label="Draft" />
      <button onClick={() => void ask.text("First?")}>Ask</button>
      <button onClick={() => session.setEnv({ inputAutoFocus: false })}>Quiet</button>
    </main>
  );
  await using opened = await WidgetPage.start(Desk);
  const { page } = opened;
  await page.goto(opened.server.url);
  const press = (name: string) =>
    page.getByRole("button", { name }).evaluate((button) => (button as HTMLElement).click());
  const active = () => page.evaluate(() => document.activeElement!.ariaLabel ?? document.activeElement!.tagName);
  await page.getByLabel("Draft").focus();
  await press("Ask");
  await page.getByLabel("First?").waitFor();
  expect(await active()).toBe("Draft");
  await page.getByLabel("Draft").evaluate((input) => (input as HTMLElement).blur());
  await press("Quiet");
  await press("Ask");
  await eventually(() => page.locator(".tandem-question").count()).toBe(2);
  expect(await active()).toBe("BODY");
  await page.getByLabel("First?").last().fill("typed");
  expect(opened.troubles).toEqual([]);
});

it("Y65: what takes its time to be found wrong gets the focus, too", async () => {
  const answer = deferred();
  const slow = conversation(async () => {
    const validate = async () => {
      await answer.promise;
      return "Taken.";
    };
    await ask.form("Account", { mail: field.email("E-mail"), name: field.text("Name", { validate }) });
  });
  await using opened = await WidgetPage.open(slow);
  const { page } = opened;
  await page.getByLabel("E-mail").fill("ada@sea.example");
  await page.getByLabel("Name").fill("ada");
  await page.getByLabel("E-mail").press("Enter");
  await page.locator("form[aria-busy=true] fieldset:disabled").waitFor();
  answer.resolve();
  await page.getByText("Taken.").waitFor();
  await focused(opened).toMatch(/Name/);
  await page.keyboard.type("!");
  expect(await page.getByLabel("Name").inputValue()).toBe("ada!");
});

it("Y65: in a dialog, too, once that is open; what nobody has left is not complained of", async () => {
  const boxed = conversation(async () => {
    await ask.actions("Open?", ["Open"]);
    popup("Box", "Inside");
    show(await ask.text("In the box?"));
    await session.hold();
  });
  await using opened = await WidgetPage.open(boxed);
  const { page } = opened;
  await page.getByRole("button", { name: "Open" }).click();
  await focused(opened).toMatch(/In the box/);
  expect(await page.locator("dialog[open] .tandem-panel").count()).toBe(1);
  expect(await page.locator("[aria-invalid=true]").count()).toBe(0);
  await page.keyboard.type("yes");
  await page.keyboard.press("Enter");
  await eventually(() => page.locator(".tandem-panel").count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.getByText("yes").click();
  expect(opened.troubles).toEqual([]);
});

it("Y66: when it is over, its page stays to be read, and starts again by a plain link", async () => {
  await using opened = await WidgetPage.open(conversation(async () => show(<h1>{await ask.text("Word?")}</h1>)));
  const { page } = opened;
  await page.getByLabel("Word?").fill("bicycle");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByText("This conversation has ended.").waitFor();
  await eventually(() => page.evaluate(() => document.documentElement.dataset["over"])).toBe("");
  await page.getByRole("heading", { name: "bicycle" }).click({ trial: true });
  expect(await page.locator(".tandem-overlay, .tandem-reconnect").count()).toBe(0);
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.getByRole("link", { name: "Start again" }).click();
  await page.getByLabel("Word?").waitFor();
  expect(opened.troubles).toEqual([]);
});

it("Y67: the panel is as high as its question, is dragged and moved by keys, and hides nothing for good", async () => {
  const long = conversation(async () => {
    session.setEnv({ inputPanelMinHeight: 150, inputPanelInitHeight: 200 });
    for (let line = 1; line <= 60; line++) show(`Line ${line}`);
    await ask.text("First?", { value: "x" });
    await ask.text("Second?");
  });
  await using opened = await WidgetPage.open(long, { viewport: { width: 800, height: 700 } });
  const { page } = opened;
  const panel = page.locator(".tandem-panel");
  const height = async () => (await panel.boundingBox())!.height;
  await eventually(async () => Math.abs((await height()) - 207) < 108).toBe(true);
  const grip = page.getByRole("separator", { name: "Height of the question" });
  await grip.hover();
  await page.mouse.down();
  await page.mouse.move(400, 200, { steps: 4 });
  await page.mouse.up();
  await eventually(height).toBe(500);
  await grip.press("ArrowDown");
  await eventually(height).toBe(468);
  for (let press = 0; press < 20; press++) await grip.press("ArrowDown");
  await eventually(height).toBe(150);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Second?").waitFor();
  await eventually(height).toBe(150);
  const last = async () => {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const { y, height } = (await page.getByText("Line 60").boundingBox())!;
    return y + height;
  };
  await eventually(last).toBeLessThan(700 - 150);
  expect(await opened.accessibilityFaults()).toEqual([]);
});

it("Y68: with autoScrollBottom the end of what is shown stays in sight, above the panel and below the page", async () => {
  let more = 0;
  const Desk: Component = () => {
    session.setEnv({ autoScrollBottom: true });
    return (
      <main>
        <button
          style="position: fixed; inset: 0 auto auto 0"
          onClick={() => {
            for (let line = 0; line < 40; line++) show(`Line ${++more}`);
          }}
        >
          More
        </button>
      </main>
    );
  };
  await using opened = await WidgetPage.start(Desk, { viewport: { width: 800, height: 500 } });
  const { page } = opened;
  await page.goto(opened.server.url);
  for (const last of [40, 80]) {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByText(`Line ${last}`, { exact: true }).waitFor();
    await eventually(() =>
      page.evaluate(() => innerHeight + scrollY >= document.documentElement.scrollHeight - 2),
    ).toBe(true);
  }
  await page.evaluate(() => window.scrollTo(0, 100));
  await eventually(() => page.evaluate(() => scrollY)).toBe(100);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByText("Line 120", { exact: true }).waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(100);
  // Also where something comes before the page has told of the scrolling.
  await page.evaluate(() => {
    window.scrollTo(0, document.documentElement.scrollHeight);
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  await page.evaluate(() => {
    window.scrollTo(0, 100);
    document.querySelector("main")!.append("At the same time");
  });
  await page.getByRole("button", { name: "More" }).click();
  await page.getByText("Line 160", { exact: true }).waitFor();
  // Browsers keep in sight what was there, below what came before it.
  expect(await page.evaluate(() => scrollY)).toBeLessThan(300);
});

it("Y68: what is shown comes in gently, unless the environment or the person wants it still", async () => {
  const Desk: Component = () => (
    <main>
      <button onClick={() => session.setEnv({ outputAnimation: false })}>Still</button>
      <button onClick={() => show("here")}>Show</button>
    </main>
  );
  const moves = (page: WidgetPage["page"]) =>
    page.evaluate(() => getComputedStyle([...document.querySelectorAll(".tandem-shown")].at(-1)!).transitionProperty);
  for (const reducedMotion of ["no-preference", "reduce"] as const) {
    await using opened = await WidgetPage.start(Desk, { reducedMotion });
    const { page } = opened;
    await page.goto(opened.server.url);
    await page.getByRole("button", { name: "Show" }).click();
    await page.getByText("here").waitFor();
    await eventually(() => moves(page)).toBe(reducedMotion === "reduce" ? "all" : "opacity, translate");
    await page.getByRole("button", { name: "Still" }).click();
    await eventually(() => moves(page)).toBe("all");
  }
});

it("Y69: questions and what is shown pass axe at 390 pixels, in light and dark, and need no sideways scrolling", async () => {
  const all = conversation(async () => {
    show(<h1>All of it</h1>);
    show("A very long word: " + "x".repeat(200));
    await ask.form(
      "Order",
      {
        name: field.text("Name", { help: "As in your passport." }),
        deed: field.actions("And then?", [
          "Send",
          { label: "Start over", kind: "reset" },
          { label: "Leave", kind: "cancel" },
        ]),
      },
      { text: "All of it is needed." },
    );
  });
  await using opened = await WidgetPage.open(all, { viewport: { width: 390, height: 700 } });
  await opened.page.getByRole("button", { name: "Send" }).click();
  await opened.page.getByText("Please fill this in.").waitFor();
  expect(await opened.accessibilityFaults()).toEqual([]);
  await eventually(() => opened.scrollWidth()).toBe(390);
});
