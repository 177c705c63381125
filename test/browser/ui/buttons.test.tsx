import { expect, it } from "vitest";
import { onCleanup, signal } from "tandem";
import { BusyButton, Button, ButtonGroup, Icon, IconButton, LinkButton } from "tandem/ui";
import { deferred, type Deferred } from "../../support/promises.ts";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

let tasks: Deferred<void>[] = [];

function Buttons() {
  tasks = [];
  const clicks = signal(0);
  const count = () => void clicks.value++;
  onCleanup(() => tasks.forEach((task) => task.resolve()));
  return (
    <main>
      <h1>Buttons</h1>
      {(["filled", "outlined", "soft", "plain"] as const).map((appearance) => (
        <p>
          {(["brand", "neutral", "success", "warning", "danger"] as const).map((tone) => (
            <>
              <Button tone={tone} appearance={appearance} onClick={count}>
                {appearance} {tone}
              </Button>{" "}
            </>
          ))}
        </p>
      ))}
      <p>
        <Button size="small">Small</Button> <Button size="large">Large</Button>{" "}
        <Button disabled onClick={count}>
          Disabled
        </Button>{" "}
        <IconButton icon="trash" label="Delete" onClick={count} /> <LinkButton to="/">Home</LinkButton>{" "}
        <LinkButton to="/" disabled>
          Nowhere
        </LinkButton>
      </p>
      <ButtonGroup label="Period">
        <Button pressed>Day</Button>
        <Button>Week</Button>
      </ButtonGroup>
      <p>
        <BusyButton
          tone="brand"
          cancellable
          task={({ signal: aborted, progress }) => {
            const task = deferred();
            aborted.addEventListener("abort", () => task.resolve());
            tasks.push(task);
            progress(0.4);
            return task.promise;
          }}
        >
          Import
        </BusyButton>{" "}
        <Icon name="check-circle-fill" label="Done" />
      </p>
      <output>{clicks}</output>
    </main>
  );
}

it("U170, U173: buttons are pressed by pointer and keyboard, disabled ones by neither", async () => {
  await using opened = await WidgetPage.open(Buttons);
  const { page } = opened;
  const clicks = () => page.locator("output").textContent();
  await page.getByRole("button", { name: "Delete" }).click();
  await eventually(clicks).toBe("1");
  await page.keyboard.press("Enter");
  await eventually(clicks).toBe("2");
  await page.keyboard.press("Space");
  await eventually(clicks).toBe("3");
  await page.getByRole("button", { name: "Disabled" }).click({ force: true });
  // Even a page that has it otherwise is not believed.
  await page.evaluate(() => {
    const button = [...document.querySelectorAll("button")].find((each) => each.textContent === "Disabled")!;
    button.disabled = false;
    button.click();
  });
  await page.getByRole("button", { name: "Delete" }).click();
  await eventually(clicks).toBe("4");
});

it("U174, U175: a busy button keeps its size and the focus, drops clicks, and can be cancelled", async () => {
  await using opened = await WidgetPage.open(Buttons);
  const { page } = opened;
  const button = page.getByRole("button", { name: "Import" });
  const before = await button.boundingBox();
  await button.focus();
  await page.keyboard.press("Enter");
  await eventually(() => button.getAttribute("aria-busy")).toBe("true");
  await eventually(() => button.boundingBox()).toEqual(before);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Import");
  await page.keyboard.press("Enter");
  await page.getByText("Working…").waitFor({ state: "attached" });
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.getByRole("button", { name: "Cancel" }).click();
  await eventually(() => button.getAttribute("aria-busy")).toBe(null);
  expect(tasks).toHaveLength(1);
  expect(opened.troubles).toEqual([]);
});

it("U170, W10: buttons and icons pass axe in both themes, and fit on a phone", async () => {
  await using opened = await WidgetPage.open(Buttons, { viewport: { width: 390, height: 800 } });
  expect(await opened.accessibilityFaults()).toEqual([]);
  await eventually(() => opened.scrollWidth()).toBe(390);
});
