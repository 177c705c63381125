import { expect, it } from "vitest";
import { session } from "tandem";
import { Carousel, Comparison, QrCode, TextInput } from "tandem/ui";
import { WidgetPage } from "../../support/widget-page.ts";
import { eventually } from "../../support/gallery-visit.ts";

/** A picture that costs no request. */
const picture = (color: string) =>
  `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='180'%3E%3Crect width='320' height='180' fill='${color}'/%3E%3C/svg%3E`;

function Widgets() {
  return (
    <main>
      <h1>Widgets</h1>
      <TextInput label="Name" help="As in your passport." required />
      <button class="tandem-button tandem-tone-brand" data-appearance="filled">
        Save
      </button>
      <div data-density="compact">
        <button class="tandem-button">Cancel</button>
      </div>
      <section data-theme="dark">
        <p id="dark">In the dark</p>
      </section>
      <button onClick={() => session.setTheme({ accent: "#ffe100" })}>Yellow</button>
      <p>The end</p>
    </main>
  );
}

function Elements() {
  return (
    <main>
      <h1>Elements</h1>
      <p>
        <QrCode value="https://example.com" label="Example" />
      </p>
      <div style="max-width: 320px">
        <Carousel label="Colours" slides={[<img src={picture("teal")} alt="Teal" />, <p>Second</p>]} />
      </div>
      <Comparison
        before={{ src: picture("gray"), alt: "Grey" }}
        after={{ src: picture("green"), alt: "Green" }}
        class="mine"
      />
      <p>
        <wa-icon id="read-out" name="star" label="Favourite" />
        <wa-icon id="decoration" name="star" variant="regular" />
      </p>
      <p>The end</p>
    </main>
  );
}

it("W1: Web Awesome's components work under the strict policy, with no word in the console and no request elsewhere", async () => {
  await using opened = await WidgetPage.open(Elements);
  const { page } = opened;
  await page.getByRole("img", { name: "Example" }).waitFor();
  await page.getByRole("button", { name: "Next slide" }).click();
  await eventually(() => page.getByText("Second").evaluate((text) => text.getBoundingClientRect().left)).toBeLessThan(
    200,
  );
  const handle = page.locator("wa-comparison").getByRole("scrollbar");
  await handle.focus();
  await page.keyboard.press("End");
  await eventually(() => handle.getAttribute("aria-valuenow")).toBe("100");
  expect(await opened.accessibilityFaults()).toEqual([]);
  expect(opened.troubles).toEqual([]);
});

it("W1: pages without them do not load them", async () => {
  await using opened = await WidgetPage.open(Widgets);
  const scripts = await opened.page.evaluate(() =>
    performance.getEntriesByType("resource").map((entry) => entry.name.replace(/.*\/([\w-]*)-[\w-]{12}\./, "$1.")),
  );
  expect(scripts.filter((name) => name.startsWith("tandem-"))).toContain("tandem-ui.js");
  expect(scripts.filter((name) => name.includes("elements"))).toEqual([]);
});

it("W2: icons of Web Awesome's components are drawn of shapes in the script, and read out only with a label", async () => {
  await using opened = await WidgetPage.open(Elements);
  const icons = () =>
    opened.page.evaluate(() =>
      ["read-out", "decoration"].map((id) => {
        const icon = document.getElementById(id)!;
        const paths = icon.shadowRoot?.querySelectorAll("path").length ?? 0;
        return [paths > 0, icon.role, icon.ariaLabel, icon.ariaHidden];
      }),
    );
  await eventually(icons).toEqual([
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

it("W4: nothing on the page moves when the script of Web Awesome's components comes", async () => {
  await using opened = await WidgetPage.start(Elements);
  const { page } = opened;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/tandem-elements-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(opened.server.url, { waitUntil: "commit" });
  const places = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("main > *")].map((each) => Math.round(each.getBoundingClientRect().top)),
    );
  await page.getByText("The end").waitFor();
  // The styles and pictures of the page are no part of what is late.
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].every(({ sheet }) => sheet !== null) &&
      [...document.images].every(({ complete }) => complete),
  );
  const before = await places();
  expect(await page.evaluate(() => customElements.get("wa-carousel"))).toBeUndefined();
  release();
  await page.getByRole("button", { name: "Next slide" }).click({ trial: true });
  expect(await places()).toEqual(before);
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
