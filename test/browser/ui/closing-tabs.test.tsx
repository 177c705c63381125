import { expect, it } from "vitest";
import { signal } from "tandem";
import { Tabs, type Tab } from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { surplusWidth } from "../../support/page-checks.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const NAMES = ["Readme", "Change log", "Licence", "Notes"];

function files() {
  const names = signal(NAMES);
  const tabs = (): Tab[] =>
    names.value.map((name) => ({
      name,
      label: name,
      content: () => <p>Text of {name}</p>,
      onClose: name === "Readme" ? undefined : () => names.update((all) => all.filter((other) => other !== name)),
    }));
  return { names, tabs };
}

it("W215: a tab is closed by its cross and by Delete, and the focus stays in the tabs", async () => {
  const { names, tabs } = files();
  const active = signal("Change log");
  await using opened = await WidgetPage.open(() => (
    <main>
      <Tabs label="Files" active={active} tabs={tabs} />
    </main>
  ));
  const { page } = opened;
  const tab = (name: string) => page.getByRole("tab", { name });
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  expect(await opened.accessibilityFaults()).toEqual([]);
  await tab("Change log").focus();
  await page.keyboard.press("Delete");
  await eventually(focused).toBe("Licence");
  await page.getByText("Text of Licence").waitFor();
  expect([names.peek(), active.peek()]).toEqual([["Readme", "Licence", "Notes"], "Licence"]);
  await page.getByTitle("Close Notes").click();
  await eventually(() => tab("Notes").count()).toBe(0);
  await eventually(focused).toBe("Licence");
  // The keys go on from there, and one that cannot be closed is not.
  await page.keyboard.press("ArrowLeft");
  await eventually(() => active.peek()).toBe("Readme");
  await page.keyboard.press("Delete");
  await page.keyboard.press("ArrowRight");
  await eventually(() => active.peek()).toBe("Licence");
  await page.keyboard.press("Delete");
  await eventually(focused).toBe("Readme");
  expect(names.peek()).toEqual(["Readme"]);
  expect(opened.troubles).toEqual([]);
});

it("W215: on a phone and at the side crosses are there for fingers, and cover no name", async () => {
  const { names, tabs } = files();
  await using opened = await WidgetPage.open(
    () => (
      <main>
        <Tabs label="Files" tabs={tabs} placement="start" />
      </main>
    ),
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  );
  const { page } = opened;
  const cross = page.getByTitle("Close Change log");
  const box = (await cross.boundingBox())!;
  expect([box.width, box.height].every((length) => length >= 44)).toBe(true);
  const text = (await page.getByRole("tab", { name: "Change log" }).locator("span").boundingBox())!;
  expect(text.x + text.width).toBeLessThanOrEqual(box.x);
  await cross.tap();
  await eventually(() => names.peek()).toEqual(["Readme", "Licence", "Notes"]);
  expect(await surplusWidth(page)).toBe(0);
  expect(await opened.accessibilityFaults()).toEqual([]);
});
