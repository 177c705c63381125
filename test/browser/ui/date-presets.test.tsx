import { expect, it } from "vitest";
import { signal } from "tandem";
import { DateRangeInput, dateRanges, type DateRange } from "tandem/ui";
import { todayAt } from "../../../src/ui/inputs/date-ranges.ts";
import { eventually } from "../../support/gallery-visit.ts";
import { overlappingTexts, surplusWidth } from "../../support/page-checks.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const NOVEMBER = { from: "2026-11-01", to: "2026-11-30" };
const WEEK = { from: "2026-11-20", to: "2026-11-26" };

it("U178: presets are chosen by pointer and by keys, as text runs, and shown in the dates", async () => {
  const stay = signal<DateRange>({ from: "", to: "" });
  const isBackwards = signal(false);
  await using opened = await WidgetPage.open(() => (
    <main dir={() => (isBackwards.value ? "rtl" : "ltr")}>
      <DateRangeInput
        label="Stay"
        bind={stay}
        min="2026-11-01"
        presets={[
          { label: "Last 7 days", range: WEEK },
          { label: "October", range: { from: "2026-10-01", to: "2026-10-31" } },
          { label: "November", range: NOVEMBER },
        ]}
      />
    </main>
  ));
  const { page } = opened;
  const preset = (name: string) => page.getByRole("toolbar", { name: "Presets" }).getByRole("button", { name });
  const shownIn = (label: string) => page.getByLabel(label, { exact: true }).inputValue();
  const dates = async () => [await shownIn("From"), await shownIn("To")];
  const focus = () => page.evaluate(() => document.activeElement?.textContent);
  await preset("Last 7 days").click();
  await eventually(dates).toEqual([WEEK.from, WEEK.to]);
  await eventually(() => preset("Last 7 days").getAttribute("aria-pressed")).toBe("true");
  expect([stay.peek(), await preset("October").isDisabled()]).toEqual([WEEK, true]);
  await page.keyboard.press("ArrowRight");
  expect(await focus()).toBe("November");
  await page.keyboard.press("Enter");
  await eventually(dates).toEqual([NOVEMBER.from, NOVEMBER.to]);
  await eventually(() => preset("Last 7 days").getAttribute("aria-pressed")).toBe("false");
  await page.keyboard.press("Home");
  expect(await focus()).toBe("Last 7 days");
  isBackwards.set(true);
  await page.locator("main[dir=rtl]").waitFor();
  await page.keyboard.press("ArrowLeft");
  expect(await focus()).toBe("November");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await eventually(() => stay.peek()).toEqual(WEEK);
  expect(await opened.accessibilityFaults()).toEqual([]);
  expect(opened.troubles).toEqual([]);
});

it("U178: half a date gives way to a preset, and all of it fits on a phone", async () => {
  const stay = signal<DateRange>({ from: "", to: "" });
  await using opened = await WidgetPage.open(
    () => (
      <main>
        <DateRangeInput
          label="Stay"
          bind={stay}
          presets={[
            { label: "Today", range: dateRanges.today },
            { label: "Last 7 days", range: dateRanges.lastDays(7) },
            { label: "Last 30 days", range: dateRanges.lastDays(30) },
            { label: "This month", range: dateRanges.thisMonth },
            { label: "Last month", range: dateRanges.lastMonth },
            { label: "This year", range: dateRanges.thisYear },
          ]}
        />
      </main>
    ),
    { viewport: { width: 390, height: 844 }, timezoneId: "Pacific/Kiritimati" },
  );
  const { page } = opened;
  await page.getByLabel("From").focus();
  await page.keyboard.type("05");
  await page.getByLabel("To").focus();
  const today = () => todayAt(Date.now(), "Pacific/Kiritimati");
  const before = today();
  await page.getByRole("button", { name: "Today" }).click();
  await eventually(() => stay.peek().from).not.toBe("");
  // Midnight may come between.
  expect([before, today()]).toContain(stay.peek().from);
  await eventually(() => page.getByLabel("From").inputValue()).toBe(stay.peek().to);
  expect(await page.locator(".tandem-error-text:not(:empty)").count()).toBe(0);
  expect([await surplusWidth(page), await overlappingTexts(page, "main")]).toEqual([0, []]);
  expect(await opened.accessibilityFaults()).toEqual([]);
});
