import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { serve, signal, type Component, type Signal } from "tandem";
import { JsonViewer, Menu, MultiSelect, Popover, Split } from "tandem/ui";
import { launchChromium } from "../../support/chromium.ts";
import { eventually } from "../../support/gallery-visit.ts";
import { latencyProxy } from "../../support/latency-proxy.ts";
import { PATIENT_LIMITS } from "../../support/patient-limits.ts";

/** Shows a component on a page whose session hears of things late, and answers late. */
async function onSlowLine(component: Component, act: (page: Page) => Promise<void>): Promise<void> {
  const server = await serve(component, { port: 0, log: () => {}, limits: PATIENT_LIMITS });
  const line = await latencyProxy(server.port, 150);
  await using browser = await launchChromium();
  const page = await browser.newPage();
  try {
    page.setDefaultTimeout(60_000);
    await page.goto(`http://localhost:${line.port}/`);
    await act(page);
  } finally {
    await line.close();
    await server.close();
  }
}

it("W42, W43: on a slow line, what is closed again before the session knew that it was opened stays closed", async () => {
  let open!: Signal<boolean>;
  /** What the session heard, in order. */
  let heard: boolean[] = [];
  const Popups = () => {
    open = signal(false);
    heard = [];
    return (
      <main>
        <Popover button="Filter" title="Filter orders" open={open}>
          Nothing
        </Popover>
        <Menu label="More" items={[{ label: "Rename", onSelect: () => {} }]} />
        <output>{() => (heard.push(open.value), String(open.value))}</output>
      </main>
    );
  };
  await onSlowLine(Popups, async (page) => {
    await page.evaluate(() => {
      const toggles: string[] = [];
      Object.assign(window, { toggles });
      document.addEventListener("toggle", (event) => toggles.push((event as ToggleEvent).newState), { capture: true });
    });
    const toggles = () => page.evaluate(() => (globalThis as unknown as { toggles: string[] }).toggles);
    const filter = page.getByRole("button", { name: "Filter" });
    for (const [at, key] of ["Enter", "Escape", "Enter", "Escape"].entries()) {
      await filter.press(key);
      await eventually(async () => (await toggles()).length).toBe(at + 1);
    }
    await page.getByRole("button", { name: "More" }).press("ArrowDown");
    await page.getByRole("menuitem", { name: "Rename" }).and(page.locator(":focus")).press("Escape");
    // By the time the session says something of its own, all answers have come.
    await eventually(() => heard).toEqual([false, true, false, true, false]);
    open.value = true;
    await page.getByRole("dialog", { name: "Filter orders" }).waitFor();
    const [opened, closed] = ["open", "closed"];
    expect(await toggles()).toEqual([opened, closed, opened, closed, opened, closed, opened]);
    expect(heard).toEqual([false, true, false, true, false, true]);
    open.value = false;
    await page.getByRole("dialog", { name: "Filter orders" }).waitFor({ state: "hidden" });
  });
});

it("W22: on a slow line a divider goes on from where its person has moved it, key by key", async () => {
  let position!: Signal<number>;
  const Parts = () => {
    position = signal(50);
    return <Split label="Size" position={position} start={<p>List</p>} end={<p>Letter</p>} />;
  };
  await onSlowLine(Parts, async (page) => {
    const divider = page.getByRole("separator");
    const shown: number[] = [];
    for (let presses = 0; presses < 30; presses++) {
      await divider.press("ArrowRight");
      shown.push(Number(await divider.getAttribute("aria-valuenow")));
    }
    expect(shown).toEqual(Array.from({ length: 30 }, (_, index) => 51 + index));
    await eventually(() => position.peek()).toBe(80);
    position.value = 20;
    await eventually(() => divider.getAttribute("aria-valuenow")).toBe("20");
    await divider.press("ArrowLeft");
    await eventually(() => position.peek()).toBe(19);
  });
});

it("W122: on a slow line an arrow key that is pressed twice opens once", async () => {
  await onSlowLine(
    () => <JsonViewer label="Data" search={false} value={{ a: { b: 1 }, c: 3 }} />,
    async (page) => {
      const branch = page.getByRole("treeitem", { name: /^a:/ });
      await branch.focus();
      for (let times = 0; times < 2; times++) await page.keyboard.press("ArrowRight");
      await page.getByText("b: 1").waitFor();
      await page.keyboard.press("ArrowLeft");
      await page.getByText("b: 1").waitFor({ state: "detached" });
      await page.keyboard.press("ArrowRight");
      await page.getByText("b: 1").waitFor();
    },
  );
});

it("U113: on a slow line each Backspace takes one back", async () => {
  const cities = signal(["Oslo", "Rome", "Porto"]);
  await onSlowLine(
    () => <MultiSelect label="Cities" bind={cities} options={["Oslo", "Rome", "Porto", "Bergen"]} />,
    async (page) => {
      await page.getByRole("combobox").focus();
      for (let times = 0; times < 2; times++) await page.keyboard.press("Backspace");
      await eventually(() => cities.peek()).toEqual(["Oslo"]);
    },
  );
});
