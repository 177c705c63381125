import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { signal, type Signal } from "tandem";
import { Button, Dialog, Drawer, Menu, Popover, Row, Stack, TextInput, Tooltip } from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

let dialog: Signal<boolean>;
let drawer: Signal<boolean>;
let popover: Signal<boolean>;
let menu: Signal<boolean>;
let did: string[] = [];

function Overlays() {
  [dialog, drawer, popover, menu] = [signal(false), signal(false), signal(false), signal(false)];
  did = [];
  const name = signal("");
  const wrap = signal(false);
  return (
    <main>
      <Stack>
        <h1>Overlays</h1>
        <Row>
          <Button onClick={() => dialog.set(true)}>Add</Button>
          <Button onClick={() => drawer.set(true)}>Details</Button>
          <Popover button="Filter" title="Filter orders" open={popover}>
            <TextInput label="City" bind={name} />
          </Popover>
          <Menu
            label="More"
            open={menu}
            items={[
              { heading: "Order 12" },
              { label: "Rename", icon: "pencil", shortcut: "F2", onSelect: () => did.push("rename") },
              { label: "Duplicate", onSelect: () => did.push("duplicate") },
              { label: "Locked", disabled: true, onSelect: () => did.push("locked") },
              { label: "Wrap", checked: wrap, onSelect: () => wrap.set(!wrap.peek()) },
              "line",
              { label: "Delete", tone: "danger", icon: "trash", onSelect: () => did.push("delete") },
            ]}
          />
          <Tooltip text="Everybody will see it">
            <Button tone="brand">Publish</Button>
          </Tooltip>
        </Row>
        <Dialog
          title="Add a person"
          open={dialog}
          footer={
            <Button tone="brand" onClick={() => dialog.set(false)}>
              Done
            </Button>
          }
        >
          <TextInput label="Name" bind={name} />
          <Menu label="Kind" items={[{ label: "Guest", onSelect: () => did.push("guest") }]} />
        </Dialog>
        <Drawer title="Order 12" open={drawer}>
          <p>Three bells</p>
        </Drawer>
      </Stack>
    </main>
  );
}

let opened: WidgetPage;
beforeAll(async () => void (opened = await WidgetPage.start(Overlays)));
afterAll(() => opened[Symbol.asyncDispose]());
beforeEach(async () => {
  await opened.page.setViewportSize({ width: 900, height: 700 });
  await opened.visit();
});

const button = (name: string) => opened.page.getByRole("button", { name, exact: true });
const item = (name: string) => opened.page.getByRole("menuitem", { name });
const focused = () =>
  opened.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent);
const press = async (...keys: string[]) => {
  for (const key of keys) await opened.page.keyboard.press(key);
};

it("W40: the focus begins at the first field of a dialog and goes back; the signal knows", async () => {
  const { page } = opened;
  await button("Add").click();
  const shown = page.getByRole("dialog", { name: "Add a person" });
  await shown.waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.localName)).toBe("input");
  expect(await opened.accessibilityFaults()).toEqual([]);
  await press("Escape");
  await eventually(() => dialog.peek()).toBe(false);
  await eventually(focused).toBe("Add");
  await press("Enter");
  await shown.waitFor();
  await button("Close").click();
  await shown.waitFor({ state: "hidden" });
  await eventually(() => dialog.peek()).toBe(false);
  dialog.value = true;
  await shown.waitFor();
  await button("Done").click();
  await shown.waitFor({ state: "hidden" });
});

it("W40, W43: a menu works inside a dialog, and leaves it open", async () => {
  await button("Add").click();
  await button("Kind").click();
  await item("Guest").click();
  await eventually(() => did).toEqual(["guest"]);
  await item("Guest").waitFor({ state: "hidden" });
  expect(dialog.peek()).toBe(true);
});

it("W41: a drawer stands at its side of the window, and closes by a press outside", async () => {
  const { page } = opened;
  await button("Details").click();
  const shown = page.getByRole("dialog", { name: "Order 12" });
  await eventually(async () => {
    const box = await shown.boundingBox();
    return [Math.round(box!.x + box!.width), Math.round(box!.height)];
  }).toEqual([900, 700]);
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.mouse.click(20, 400);
  await eventually(() => drawer.peek()).toBe(false);
  await shown.waitFor({ state: "hidden" });
});

it("W42: a popover opens by its button or its signal, stays in the window, and closes by Escape and outside", async () => {
  const { page } = opened;
  const shown = page.getByRole("dialog", { name: "Filter orders" });
  await button("Filter").click();
  await shown.waitFor();
  await eventually(() => popover.peek()).toBe(true);
  await eventually(() => button("Filter").getAttribute("aria-expanded")).toBe("true");
  expect(await opened.accessibilityFaults()).toEqual([]);
  await press("Escape");
  await eventually(() => popover.peek()).toBe(false);
  await eventually(focused).toContain("Filter");
  popover.value = true;
  await shown.waitFor();
  await page.mouse.click(600, 600);
  await eventually(() => popover.peek()).toBe(false);
  popover.value = true;
  await shown.waitFor();
  popover.value = false;
  await shown.waitFor({ state: "hidden" });
  await page.setViewportSize({ width: 390, height: 700 });
  await button("Filter").click();
  await eventually(async () => {
    const box = await shown.boundingBox();
    return box !== null && box.x >= 0 && box.x + box.width <= 390;
  }).toBe(true);
});

it("W43: keys open a menu, go through it, choose, and give the focus back", async () => {
  await button("More").focus();
  await press("ArrowDown");
  await eventually(focused).toContain("Rename");
  expect(await opened.accessibilityFaults()).toEqual([]);
  await press("ArrowDown", "ArrowDown");
  await eventually(focused).toContain("Wrap");
  await press("End");
  await eventually(focused).toContain("Delete");
  await press("ArrowDown");
  await eventually(focused).toContain("Rename");
  await press("d");
  await eventually(focused).toContain("Duplicate");
  await press("Enter");
  await eventually(() => did).toEqual(["duplicate"]);
  await eventually(focused).toContain("More");
  await eventually(() => menu.peek()).toBe(false);
});

it("W43: an item to switch leaves the menu open; Escape closes it; a disabled one does nothing though a page enables it", async () => {
  const { page } = opened;
  await button("More").click();
  const wrap = page.getByRole("menuitemcheckbox", { name: "Wrap" });
  await wrap.click();
  await eventually(() => wrap.getAttribute("aria-checked")).toBe("true");
  await page.evaluate(() => {
    const locked = [...document.querySelectorAll<HTMLButtonElement>('[role="menuitem"]')].find((each) =>
      each.textContent!.includes("Locked"),
    )!;
    locked.disabled = false;
    locked.click();
  });
  await eventually(() => menu.peek()).toBe(false);
  menu.value = true;
  await item("Rename").waitFor();
  await press("Escape");
  await eventually(() => menu.peek()).toBe(false);
  expect(did).toEqual([]);
  expect(opened.troubles).toEqual([]);
});

it("W44: a tooltip is shown for pointer and focus, describes its button, and goes with Escape", async () => {
  const { page } = opened;
  const tip = page.getByRole("tooltip", { name: "Everybody will see it" });
  await page.mouse.move(5, 5);
  await button("Publish").hover();
  await tip.waitFor();
  await page.mouse.move(5, 400);
  await tip.waitFor({ state: "hidden" });
  await button("More").focus();
  await press("Tab");
  await tip.waitFor();
  await eventually(focused).toBe("Publish");
  const description = await page.evaluate(
    () => document.getElementById(document.activeElement!.getAttribute("aria-describedby")!)!.textContent,
  );
  expect(description).toBe("Everybody will see it");
  await press("Escape");
  await tip.waitFor({ state: "hidden" });
});
