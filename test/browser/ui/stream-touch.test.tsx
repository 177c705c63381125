import type { CDPSession, Page } from "playwright-core";
import { expect, it } from "vitest";
import { StreamChart, streamData } from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

type Point = readonly [x: number, y: number];

/** Fingers on a page: each call says where they all are. */
class Hand {
  readonly #line: CDPSession;
  /** In seconds. What a finger does takes as long as it says, however slow the machine is. */
  #now = Date.now() / 1_000;

  constructor(line: CDPSession) {
    this.#line = line;
  }

  static async on(page: Page): Promise<Hand> {
    return new Hand(await page.context().newCDPSession(page));
  }

  async #say(type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]): Promise<void> {
    const touchPoints = points.map(([x, y], id) => ({ x: Math.round(x), y: Math.round(y), id }));
    this.#now += 0.02;
    await this.#line.send("Input.dispatchTouchEvent", { type, touchPoints, timestamp: this.#now });
  }

  /** From where to where each finger goes, in steps. */
  async drag(...ways: readonly (readonly [from: Point, to: Point])[]): Promise<void> {
    const at = (part: number) =>
      ways.map(([[x, y], [toX, toY]]): Point => [x + (toX - x) * part, y + (toY - y) * part]);
    this.#now += 1;
    await this.#say("touchStart", at(0));
    for (let step = 1; step <= 10; step++) await this.#say("touchMove", at(step / 10));
    await this.#say("touchEnd", []);
  }

  async tap(point: Point): Promise<void> {
    await this.#say("touchStart", [point]);
    await this.#say("touchEnd", []);
  }
}

async function open() {
  const data = streamData({ columns: ["step", "level"], rollover: 1_000 });
  const steps = Array.from({ length: 1_000 }, (_, step) => step);
  data.append({ step: steps, level: steps });
  const opened = await WidgetPage.open(
    () => (
      <main>
        <StreamChart label="Walk" data={data} x={{ kind: "number" }} series={[{ column: "level", label: "Level" }]} />
        <div style={{ height: "2000px" }} />
      </main>
    ),
    PHONE,
  );
  const { page } = opened;
  await page.getByText("999").first().waitFor();
  const hand = await Hand.on(page);
  const over = (await page.locator(".u-over").boundingBox())!;
  /** A place on the plot, by parts of its width. */
  const spot = (part: number, y = 0.5): Point => [over.x + over.width * part, over.y + over.height * y];
  /** The row under a part of the width, to which a finger slides: taps would be two, and show all again. */
  const rowAt = async (part: number) => {
    await hand.drag([spot(part < 0.5 ? part + 0.15 : part - 0.15), spot(part)]);
    return Number((await page.locator(".tandem-stream-place").innerText()).replace(",", ""));
  };
  return { opened, page, hand, spot, rowAt, all: page.getByRole("button", { name: "Show all" }) };
}

it("W214: two fingers draw out what is between them, and move it along as far as there are rows", async () => {
  const { opened, page, hand, spot, rowAt, all } = await open();
  await using _ = opened;
  expect(await all.isVisible()).toBe(false);
  await eventually(() => rowAt(0.25)).toBeGreaterThan(200);
  // What was under 0.4 and 0.6 is drawn out to 0.2 and 0.8: three times as far apart.
  await hand.drag([spot(0.4), spot(0.2)], [spot(0.6), spot(0.8)]);
  await all.waitFor();
  await eventually(() => rowAt(0.2)).toBeGreaterThan(370);
  expect(await rowAt(0.2)).toBeLessThan(430);
  await eventually(() => rowAt(0.8)).toBeLessThan(630);
  expect(await rowAt(0.8)).toBeGreaterThan(570);
  // Along, by half the width to the right: what is shown comes from further left.
  await hand.drag([spot(0.2), spot(0.7)], [spot(0.4), spot(0.9)]);
  await eventually(() => rowAt(0.5)).toBeLessThan(365);
  expect(await rowAt(0.5)).toBeGreaterThan(300);
  // And no further than there are rows.
  await hand.drag([spot(0.1), spot(0.7)], [spot(0.2), spot(0.8)]);
  await hand.drag([spot(0.1), spot(0.7)], [spot(0.2), spot(0.8)]);
  await eventually(() => rowAt(0.01)).toBeLessThan(20);
  await eventually(() => rowAt(0.99)).toBeGreaterThan(300);
  expect(await rowAt(0.99)).toBeLessThan(350);
  // Together again: all of it.
  await hand.drag([spot(0.05), spot(0.45)], [spot(0.95), spot(0.55)]);
  await eventually(() => all.isVisible()).toBe(false);
  expect(await page.evaluate(() => [scrollY, visualViewport!.scale])).toEqual([0, 1]);
  expect(opened.troubles).toEqual([]);
});

it("W214: a double tap shows all again, a single one the values; a finger that goes up scrolls the page", async () => {
  const { opened, page, hand, spot, rowAt, all } = await open();
  await using _ = opened;
  await hand.drag([spot(0.4), spot(0.2)], [spot(0.6), spot(0.8)]);
  await all.waitFor();
  await hand.tap(spot(0.5));
  await hand.tap(spot(0.5));
  await eventually(() => all.isVisible()).toBe(false);
  await eventually(() => rowAt(0.75)).toBeGreaterThan(700);
  await hand.drag([spot(0.5, 0.9), spot(0.5, 0.1)]);
  await eventually(() => page.evaluate(() => scrollY)).toBeGreaterThan(20);
  expect(await all.isVisible()).toBe(false);
  expect(opened.troubles).toEqual([]);
});
