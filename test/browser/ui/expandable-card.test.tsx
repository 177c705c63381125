import { expect, it } from "vitest";
import { session, signal } from "tandem";
import { Button, Card, Chart, DataTable, Grid, Menu, StreamChart, streamData } from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { surplusWidth } from "../../support/page-checks.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const DATA = [1, 2, 3, 4].map((day) => ({ id: day, day, sold: day * 10 }));

function Desk() {
  const data = streamData({ columns: ["step", "level"], rollover: 100 });
  data.append({ step: [1, 2, 3], level: [1, 4, 2] });
  const count = signal(0);
  return (
    <main>
      <Button>Before</Button>
      <Grid columns={2}>
        <Card title="Sold" expandable>
          <Chart kind="line" label="Sold by day" data={DATA} x="day" y="sold" />
        </Card>
        <Card title="Level" expandable>
          <StreamChart
            label="Level"
            data={data}
            x={{ kind: "number" }}
            series={[{ column: "level", label: "Level" }]}
          />
        </Card>
        <Card title="Rows" expandable>
          <DataTable label="Rows" rows={DATA} columns={[{ key: "day", type: "number" }]} virtual height="200px" />
        </Card>
        <Card
          title="Counter"
          expandable
          actions={<Menu label="More" items={[{ label: "Nothing", onSelect: () => {} }]} />}
          footer={<Button onClick={() => void session.showYesNoDialog("Sure?")}>Ask</Button>}
        >
          <Button onClick={() => count.value++}>Count</Button> {count} clicks
        </Card>
      </Grid>
    </main>
  );
}

it("W217: a card fills the window, with what is in it going on, and goes back to where it was", async () => {
  await using opened = await WidgetPage.open(Desk);
  const { page } = opened;
  await page.locator("tandem-chart canvas").waitFor();
  await page.locator("tandem-stream-chart canvas").waitFor();
  await page.getByRole("grid", { name: "Rows" }).waitFor();
  const card = (title: string) => page.locator(".tandem-card", { has: page.getByRole("heading", { name: title }) });
  const fill = (title: string) => card(title).getByRole("button", { name: "Fill the window" });
  const room = async (title: string) => Object.values((await card(title).boundingBox())!).map(Math.round);
  const isFull = (title: string) => card(title).evaluate((each) => each.matches(":popover-open"));
  const before = await Promise.all(["Sold", "Level", "Rows", "Counter"].map(room));
  // Those of a row of a grid are equally high, as other cards are.
  expect(before[0]![3]).toBe(before[1]![3]);
  for (const [title, canvas] of [
    ["Sold", "tandem-chart canvas"],
    ["Level", "tandem-stream-chart canvas"],
    ["Rows", "tandem-grid"],
  ] as const) {
    const size = async () => (await page.locator(canvas).first().boundingBox())!.height;
    const low = await size();
    await fill(title).click();
    expect([await isFull(title), await fill(title).getAttribute("aria-pressed")]).toEqual([true, "true"]);
    const [x, y, width, height] = await room(title);
    expect([x! < 40, y! < 40, width! > 1_200, height! > 820]).toEqual([true, true, true, true]);
    await eventually(size).toBeGreaterThan(low + 100);
    await fill(title).press("Escape");
    expect([await isFull(title), await fill(title).getAttribute("aria-pressed")]).toEqual([false, "false"]);
    await eventually(size).toBe(low);
  }
  await fill("Counter").click();
  await page.getByRole("button", { name: "Count" }).click();
  await page.getByText("1 clicks").waitFor();
  // What opens above it has its own Escape.
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Nothing" }).waitFor();
  await page.keyboard.press("Escape");
  await eventually(() => page.getByRole("menuitem", { name: "Nothing" }).isVisible()).toBe(false);
  await page.getByRole("button", { name: "Ask" }).click();
  await page.getByRole("button", { name: "Yes" }).waitFor();
  await page.getByRole("button", { name: "No", exact: true }).click();
  await eventually(() => page.getByRole("dialog").count()).toBe(0);
  expect(await isFull("Counter")).toBe(true);
  expect(await opened.accessibilityFaults()).toEqual([]);
  // Whoever goes on by Tab is shown where they are.
  await page.getByRole("button", { name: "Before" }).focus();
  await eventually(() => isFull("Counter")).toBe(false);
  expect(await Promise.all(["Sold", "Level", "Rows", "Counter"].map(room))).toEqual(before);
  expect(opened.troubles).toEqual([]);
});

it("W217: it has all of a phone's window, and keeps its place there", async () => {
  await using opened = await WidgetPage.open(
    () => (
      <main>
        <Card title="Terms" expandable>
          {Array.from({ length: 60 }, (_, line) => (
            <p>Line {line + 1}</p>
          ))}
        </Card>
        <p>After</p>
      </main>
    ),
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  );
  const { page } = opened;
  const after = async () => (await page.getByText("After").boundingBox())!.y;
  const place = await after();
  await page.getByRole("button", { name: "Fill the window" }).tap();
  const box = (await page.locator(".tandem-card").boundingBox())!;
  expect([box.x, box.y, box.width, box.height]).toEqual([0, 0, 390, 844]);
  expect([await after(), await surplusWidth(page)]).toEqual([place, 0]);
  await page.getByText("Line 60").scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.getByRole("button", { name: "Fill the window" }).tap();
  await eventually(() => page.locator(".tandem-card").evaluate((card) => card.matches(":popover-open"))).toBe(false);
  expect(await after()).toBe(place);
});
