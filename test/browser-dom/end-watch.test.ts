import { expect, it } from "vitest";
import { EndWatch } from "../../src/browser/end-watch.ts";

/** An area of 100 pixels, with 1,000 in it, whose end counts from 40 pixels on. */
function start() {
  const area = { scrollTop: 0, clientHeight: 100, scrollHeight: 1_000 };
  const watch = new EndWatch(area as HTMLElement, 40);
  /** A browser goes no further than to the end. */
  const follow = () => {
    watch.look();
    if (watch.isThere) watch.go();
    area.scrollTop = Math.min(area.scrollTop, area.scrollHeight - area.clientHeight);
    watch.look();
  };
  follow();
  return { area, watch, follow };
}

it("W115, W211: the end is followed as it moves on, also where a scroll event of an earlier place comes late", () => {
  const { area, watch, follow } = start();
  expect(area.scrollTop).toBe(900);
  area.scrollHeight = 1_500;
  watch.look();
  expect(watch.isThere).toBe(true);
  follow();
  expect(area.scrollTop).toBe(1_400);
  area.clientHeight = 50;
  watch.look();
  expect(watch.isThere).toBe(true);
  follow();
  expect(area.scrollTop).toBe(1_450);
});

it("W115, W211: who scrolls up has left it, though more comes before the scroll event; who comes near it is back", () => {
  const { area, watch, follow } = start();
  area.scrollTop = 500;
  area.scrollHeight = 1_200;
  follow();
  expect([watch.isThere, area.scrollTop]).toEqual([false, 500]);
  area.scrollTop = 900;
  watch.look();
  expect(watch.isThere).toBe(false);
  area.scrollTop = 1_070;
  watch.look();
  expect(watch.isThere).toBe(true);
});

it("W115, W211: what gets smaller or goes out of sight is not scrolled away from", () => {
  const { area, watch, follow } = start();
  // More room, as where a window is made higher: the browser scrolls up by itself.
  [area.clientHeight, area.scrollTop] = [300, 700];
  area.scrollHeight = 1_200;
  follow();
  expect([watch.isThere, area.scrollTop]).toEqual([true, 900]);
  [area.clientHeight, area.scrollTop, area.scrollHeight] = [0, 0, 0];
  follow();
  [area.clientHeight, area.scrollHeight] = [100, 1_200];
  follow();
  expect([watch.isThere, area.scrollTop]).toEqual([true, 1_100]);
});

it("W115, W211: a way up is not called back while it is short, and a short one leads back by itself only downwards", () => {
  const { area, watch, follow } = start();
  area.scrollTop = 890;
  watch.look();
  area.scrollHeight = 1_020;
  follow();
  expect([watch.isThere, area.scrollTop]).toEqual([false, 890]);
  area.scrollTop = 895;
  follow();
  expect([watch.isThere, area.scrollTop]).toEqual([true, 920]);
});
