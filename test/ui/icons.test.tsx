import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { signal } from "tandem";
import { Icon, type IconName } from "tandem/ui";
import { iconNames, iconNameType } from "../../scripts/build-icons.js";
import { iconPaths } from "../../src/ui/icons/icon-paths.ts";
import { TestSession } from "../support/test-session.ts";

it("W10: an icon is SVG of the page's own; with a label it is an image, without one decoration", () => {
  const { html } = new TestSession(() => (
    <p>
      <Icon name="star" /> <Icon name="lock" label="Locked" />
    </p>
  ));
  expect(html).toMatch(/<svg class="tandem-icon" viewBox="0 0 16 16" aria-hidden="true"[^>]*>.*<path d="M2.866 14.85/);
  expect(html).toMatch(/role="img" aria-label="Locked"/);
});

it("W10: a live name changes the icon", () => {
  const kept = signal(false);
  const test = new TestSession(() => <Icon name={() => (kept.value ? "star-fill" : "star")} />);
  const before = test.html;
  test.session.run(() => (kept.value = true));
  expect(test.html).not.toBe(before);
  expect(test.html).toContain(iconPaths("star-fill")[0]!.d);
});

it("W11: a name that no icon has is refused with the nearest", () => {
  expect(() => iconPaths("sta")).toThrow(/Did you mean "star"\?/);
  expect(() => iconPaths("constructor")).toThrow(expect.objectContaining({ code: "ui/unknown-icon" }));
});

it("W12: the names that types know are those of the icons, and each can be drawn", async () => {
  expect(readFileSync(new URL("../../src/ui/icons/icon-name.ts", import.meta.url), "utf8")).toBe(await iconNameType());
  for (const name of (await iconNames()) as IconName[])
    for (const { d } of iconPaths(name)) expect(d).toMatch(/^[Mm][-\d.]/);
});
