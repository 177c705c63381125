import { expect, it } from "vitest";
import { session } from "tandem";
import { TextInput } from "tandem/ui";
import { needPart } from "../../../src/session/parts.ts";
import { WidgetPage } from "../../support/widget-page.ts";
import { eventually } from "../../support/gallery-visit.ts";

function Widgets() {
  needPart("ui");
  return (
    <main>
      <h1>Widgets</h1>
      <TextInput label="Name" help="As in your passport." required />
      <button class="tandem-button tandem-tone-brand" data-appearance="filled">
        Save
      </button>
      <button class="tandem-button" data-density="compact">
        Cancel
      </button>
      <p>
        <wa-rating label="Rating" value={3} />
      </p>
      <wa-color-picker label="Colour" value="#1f5fbf" />
      <wa-select label="Several" multiple>
        <wa-option value="rename">Rename</wa-option>
      </wa-select>
      <wa-tree>
        <wa-tree-item>
          Folder<wa-tree-item>File</wa-tree-item>
        </wa-tree-item>
      </wa-tree>
      <wa-icon id="read-out" name="star" label="Favourite" />
      <wa-icon id="decoration" name="star" variant="regular" />
      <section data-theme="dark">
        <p id="dark">In the dark</p>
      </section>
      <button onClick={() => session.setTheme({ accent: "#ffe100" })}>Yellow</button>
      <p>The end</p>
    </main>
  );
}

it("W1: widgets work under the strict policy, without a word in the console or a request to another host", async () => {
  await using opened = await WidgetPage.open(Widgets);
  const { page } = opened;
  await page.locator("wa-rating").click();
  await page.locator("wa-select").click();
  await page.getByRole("option", { name: "Rename" }).click();
  await page.keyboard.press("Escape");
  await page.locator("wa-color-picker").click();
  await page.keyboard.press("Escape");
  await page.locator("wa-tree-item").first().click();
  expect(opened.troubles).toEqual([]);
});

it("W2: icons of Web Awesome's components are drawn of shapes in the script, and read out only with a label", async () => {
  await using opened = await WidgetPage.open(Widgets);
  const icons = await opened.page.evaluate(() =>
    ["read-out", "decoration"].map((id) => {
      const icon = document.getElementById(id)!;
      const paths = icon.shadowRoot!.querySelectorAll("path").length;
      return [paths > 0, icon.role, icon.ariaLabel, icon.ariaHidden];
    }),
  );
  expect(icons).toEqual([
    [true, "img", "Favourite", null],
    [true, null, null, "true"],
  ]);
});

it("W3: what is derived follows the tokens of setTheme, and a part of the page may have a theme of its own", async () => {
  await using opened = await WidgetPage.open(Widgets, { colorScheme: "light" });
  const { page } = opened;
  const save = () =>
    page.evaluate(() => {
      const style = getComputedStyle(document.querySelector('[data-appearance="filled"]')!);
      return [style.backgroundColor, style.color];
    });
  const before = await save();
  expect(before[0]).toBe("rgb(31, 95, 191)");
  expect(before[1]).toMatch(/^oklch\(1 /);
  await page.getByRole("button", { name: "Yellow" }).click();
  await eventually(async () => (await save())[0]).toBe("rgb(255, 225, 0)");
  // Black is what can be read on yellow.
  expect((await save())[1]).toMatch(/^oklch\(0 /);
  const lightness = await page.evaluate(() => {
    const lightnessOf = (id: string, property: "color" | "backgroundColor") => {
      const canvas = document.createElement("canvas").getContext("2d")!;
      canvas.fillStyle = getComputedStyle(document.getElementById(id)!.closest("[data-theme]")!)[property];
      canvas.fillRect(0, 0, 1, 1);
      return canvas.getImageData(0, 0, 1, 1).data[1]!;
    };
    return [lightnessOf("dark", "color"), lightnessOf("dark", "backgroundColor")];
  });
  expect(lightness[0]).toBeGreaterThan(200);
  expect(lightness[1]).toBeLessThan(60);
});

it("W4: nothing on the page moves when the widgets' script comes", async () => {
  await using opened = await WidgetPage.start(Widgets);
  const { page } = opened;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/tandem-ui-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(opened.server.url, { waitUntil: "commit" });
  const places = () =>
    page.evaluate(() => [...document.querySelectorAll("main > *")].map((each) => each.getBoundingClientRect().top));
  await page.getByText("The end").waitFor();
  const before = await places();
  expect(await page.evaluate(() => customElements.get("wa-rating"))).toBeUndefined();
  release();
  await page.evaluate(() => customElements.whenDefined("wa-tree"));
  await page.locator("wa-rating").click({ trial: true });
  const after = await places();
  expect(after.map(Math.round)).toEqual(before.map(Math.round));
});

it("W5: where it is compact, controls are lower; for fingers they are higher", async () => {
  await using opened = await WidgetPage.open(Widgets);
  const heights = () =>
    opened.page.evaluate(() =>
      ["Save", "Cancel"].map((text) =>
        Math.round(
          [...document.querySelectorAll("button")].find((each) => each.textContent === text)!.getBoundingClientRect()
            .height,
        ),
      ),
    );
  expect(await heights()).toEqual([38, 32]);
  await using touched = await WidgetPage.open(Widgets, { hasTouch: true, isMobile: true });
  const high = await touched.page.getByRole("button", { name: "Save" }).boundingBox();
  expect(high!.height).toBeGreaterThanOrEqual(44);
});

it("W6: the look passes axe, in the light and in the dark", async () => {
  await using opened = await WidgetPage.open(Widgets);
  expect(await opened.accessibilityFaults()).toEqual([]);
});
