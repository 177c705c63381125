import { expect, it } from "vitest";
import { command, signal } from "tandem";
import { Button, IconButton } from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { surplusWidth } from "../../support/page-checks.ts";
import { WidgetPage } from "../../support/widget-page.ts";

it("U179: is reached, says why, and does nothing until it may be pressed, in the page or on the server", async () => {
  const reason = signal<string | undefined>("Choose a file first.");
  const clicks = signal(0);
  const submitted = signal(0);
  await using opened = await WidgetPage.open(() => (
    <main>
      <p id="more" hidden>
        More
      </p>
      <Button disabledReason={reason} onClick={[command.show("#more"), () => clicks.value++]}>
        Send
      </Button>
      <IconButton icon="trash" label="Delete" disabledReason={reason} onClick={() => clicks.value++} />
      <form onSubmit={() => void submitted.value++}>
        <label>
          Name <input name="name" />
        </label>
        <Button type="submit" disabledReason={reason}>
          Save
        </Button>
      </form>
      <p role="status">
        {clicks} clicks, {submitted} submitted
      </p>
    </main>
  ));
  const { page } = opened;
  const send = page.getByRole("button", { name: "Send" });
  const tip = page.getByRole("tooltip").filter({ visible: true });
  await page.keyboard.press("Tab");
  expect(await send.evaluate((button) => document.activeElement === button)).toBe(true);
  await eventually(() => tip.textContent()).toBe("Choose a file first.");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Delete" }).click({ force: true });
  await page.getByRole("button", { name: "Save" }).click({ force: true });
  // Enter in the field submits by the form's button.
  await page.getByLabel("Name").press("Enter");
  expect(await opened.accessibilityFaults()).toEqual([]);
  reason.set(undefined);
  await eventually(() => send.getAttribute("aria-disabled")).toBe(null);
  await send.click();
  await page.getByText("1 clicks, 0 submitted").waitFor();
  await page.getByText("More").waitFor();
  await page.getByLabel("Name").press("Enter");
  await page.getByText("1 clicks, 1 submitted").waitFor();
  expect(await tip.count()).toBe(0);
  expect(opened.troubles).toEqual([]);
});

it("U179: says why on a press where people point with fingers", async () => {
  await using opened = await WidgetPage.open(
    () => (
      <main>
        <Button disabledReason="Everything is saved already, so that there is nothing to do.">Save</Button>
      </main>
    ),
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  );
  const { page } = opened;
  await page.getByRole("button", { name: "Save" }).tap({ force: true });
  const tip = page.getByRole("tooltip");
  await tip.waitFor();
  await eventually(() => tip.getAttribute("data-placed")).not.toBe(null);
  const box = (await tip.boundingBox())!;
  expect([box.x >= 0, box.x + box.width <= 390, await surplusWidth(page)]).toEqual([true, true, 0]);
  expect(opened.troubles).toEqual([]);
});
