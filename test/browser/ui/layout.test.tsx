import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { app, Link, page as pageOf, PageView, signal, type Signal } from "tandem";
import {
  Accordion,
  Breadcrumb,
  Button,
  Card,
  Grid,
  IconButton,
  Row,
  SidebarLayout,
  Split,
  Stack,
  Stepper,
  Tabs,
  TextInput,
  Toolbar,
} from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

let position: Signal<number>;
let active: Signal<string>;
let section: Signal<boolean>;
let step: Signal<number>;

function Layout() {
  position = signal(40);
  active = signal("one");
  section = signal(false);
  step = signal(1);
  return (
    <SidebarLayout
      title="Bell shop"
      actions={<IconButton icon="bell" label="News" />}
      sidebar={
        <nav aria-label="Pages">
          <Link to="/">Orders</Link>
          <Link to="/stock">Stock</Link>
        </nav>
      }
    >
      <Stack>
        <Breadcrumb items={[{ label: "Home", to: "/" }, { label: "Order 12" }]} />
        <h1>Order 12</h1>
        <PageView />
        <Stepper label="Order" current={step} steps={[{ label: "Cart" }, { label: "Address" }, { label: "Payment" }]} />
        <Grid columns={3}>
          <Card title="Today" level={2}>
            12 bells
          </Card>
          <Card title="Week" level={2} footer={<Button size="small">More</Button>}>
            80 bells
          </Card>
          <Card title="Year" level={2}>
            4,211 bells
          </Card>
        </Grid>
        <Tabs
          label="Numbers"
          active={active}
          tabs={["one", "two", "three", "four"].map((name) => ({
            name,
            label: name,
            disabled: name === "three",
            content: () => <p>{name} is here</p>,
          }))}
        />
        <Accordion
          single
          sections={[
            { title: "Delivery", content: "Three days", open: section },
            { title: "Returns", content: "Within a month" },
          ]}
        />
        <Toolbar label="Text">
          <IconButton icon="type-bold" label="Bold" />
          <IconButton icon="type-italic" label="Italic" />
          <TextInput label="Search" hideLabel />
        </Toolbar>
        <div style="height: 10rem">
          <Split label="Size of the list" position={position} start={<p>List</p>} end={<p>Letter</p>} />
        </div>
        <Row justify="end">
          <Button tone="brand">Save</Button>
        </Row>
      </Stack>
    </SidebarLayout>
  );
}

const shop = app(Layout, {
  lang: "en",
  title: "Shop",
  pages: [
    pageOf({ path: "/", component: () => <p>All orders</p> }),
    pageOf({ path: "/stock", component: () => <p>The stock</p> }),
  ],
});

let opened: WidgetPage;
beforeAll(async () => void (opened = await WidgetPage.start(shop)));
afterAll(() => opened[Symbol.asyncDispose]());
beforeEach(async () => {
  await opened.page.setViewportSize({ width: 1280, height: 900 });
  await opened.page.emulateMedia({ colorScheme: "light" });
  await opened.visit();
});

const focused = () =>
  opened.page.evaluate(() => document.activeElement?.textContent || document.activeElement?.ariaLabel);
const press = async (...keys: string[]) => {
  for (const key of keys) await opened.page.keyboard.press(key);
};

it("W20, W25: nothing sticks out at 390, 768 and 1280 px, and a grid has fewer columns where there is less room", async () => {
  const columns: number[] = [];
  for (const width of [390, 768, 1280]) {
    await opened.page.setViewportSize({ width, height: 900 });
    await eventually(() => opened.scrollWidth()).toBe(width);
    columns.push(
      await opened.page.evaluate(
        () => getComputedStyle(document.querySelector(".tandem-grid")!).gridTemplateColumns.split(" ").length,
      ),
    );
  }
  expect(columns).toEqual([1, 2, 3]);
});

it("W20, W21, W23, W24, W26, W27, W28: layout passes axe in both themes, on a desk and on a phone", async () => {
  expect(await opened.accessibilityFaults()).toEqual([]);
  await opened.page.setViewportSize({ width: 390, height: 800 });
  expect(await opened.accessibilityFaults()).toEqual([]);
  expect(opened.troubles).toEqual([]);
});

it("W22: a divider is moved by pointer and keys, and follows its signal", async () => {
  const divider = opened.page.getByRole("separator", { name: "Size of the list" });
  const start = opened.page.locator(".tandem-split-part").first();
  const share = async () => {
    const [part, whole] = [await start.boundingBox(), await opened.page.locator(".tandem-split").boundingBox()];
    return Math.round((part!.width / whole!.width) * 100);
  };
  await eventually(share).toBe(40);
  const box = (await divider.boundingBox())!;
  const whole = (await opened.page.locator(".tandem-split").boundingBox())!;
  await opened.page.mouse.move(box.x + box.width / 2, box.y + 20);
  await opened.page.mouse.down();
  await opened.page.mouse.move(whole.x + whole.width * 0.6, box.y + 20, { steps: 4 });
  await eventually(share).toBe(60);
  await opened.page.mouse.up();
  await eventually(() => Math.round(position.peek())).toBe(60);
  await divider.focus();
  await press("ArrowLeft", "Shift+ArrowLeft");
  await eventually(() => Math.round(position.peek())).toBe(49);
  await press("Home");
  await eventually(() => position.peek()).toBe(10);
  await press("End");
  await eventually(() => position.peek()).toBe(90);
  await eventually(() => divider.getAttribute("aria-valuenow")).toBe("90");
  position.value = 30;
  await eventually(share).toBe(30);
});

it("W22, W23: where text runs from right to left, the arrow keys and the divider do, too", async () => {
  await opened.page.evaluate(() => (document.documentElement.dir = "rtl"));
  await opened.page.getByRole("separator").focus();
  await press("ArrowLeft");
  await eventually(() => position.peek()).toBe(41);
  await opened.page.getByRole("tab", { name: "one" }).focus();
  await press("ArrowLeft");
  await eventually(() => active.peek()).toBe("two");
  await eventually(() => opened.scrollWidth()).toBe(1280);
});

it("W23: keys and pointer choose a tab, disabled ones are passed by, and it follows its signal", async () => {
  await opened.page.getByRole("tab", { name: "one" }).focus();
  await press("ArrowRight");
  await opened.page.getByText("two is here").waitFor();
  await eventually(focused).toBe("two");
  await press("ArrowRight");
  await opened.page.getByText("four is here").waitFor();
  await press("ArrowRight");
  await opened.page.getByText("one is here").waitFor();
  await press("End");
  await opened.page.getByText("four is here").waitFor();
  await press("Tab");
  await eventually(() => opened.page.evaluate(() => document.activeElement?.role)).toBe("tabpanel");
  active.value = "two";
  await opened.page.getByText("two is here").waitFor();
  await opened.page.getByText("four is here").waitFor({ state: "hidden" });
});

it("W24: sections open by pointer and key, one at a time, and follow their signal", async () => {
  await opened.page.getByText("Delivery").click();
  await eventually(() => section.peek()).toBe(true);
  await opened.page.getByText("Returns").focus();
  await press("Enter");
  await eventually(() => section.peek()).toBe(false);
  section.value = true;
  await opened.page.getByText("Three days").waitFor();
  await opened.page.getByText("Within a month").waitFor({ state: "hidden" });
});

it("W25: on a phone the sidebar is behind a button, and closes by Escape, a press outside and on another page", async () => {
  const { page } = opened;
  const stock = page.getByRole("link", { name: "Stock" });
  await stock.waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  await stock.waitFor({ state: "hidden" });
  const menu = page.getByRole("button", { name: "Menu" });
  await menu.click();
  await stock.waitFor();
  await press("Escape");
  await stock.waitFor({ state: "hidden" });
  await eventually(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe("Menu");
  await menu.click();
  await stock.waitFor();
  await page.mouse.click(380, 400);
  await stock.waitFor({ state: "hidden" });
  await menu.click();
  await stock.click();
  await page.getByText("The stock").waitFor();
  await stock.waitFor({ state: "hidden" });
});

it("W26: the arrow keys go through a toolbar, but not out of a text field", async () => {
  await opened.page.getByRole("button", { name: "Bold" }).focus();
  await press("ArrowRight");
  await eventually(() => opened.page.evaluate(() => document.activeElement?.ariaLabel)).toBe("Italic");
  await press("ArrowRight", "ArrowRight");
  await eventually(() => opened.page.evaluate(() => document.activeElement?.localName)).toBe("input");
  await opened.page.getByRole("button", { name: "Italic" }).focus();
  await press("Home");
  await eventually(() => opened.page.evaluate(() => document.activeElement?.ariaLabel)).toBe("Bold");
});

it("W28: a step that is done can be gone back to, one to come cannot, though a page enables it", async () => {
  await opened.page.evaluate(() => {
    const button = [...document.querySelectorAll<HTMLButtonElement>(".tandem-step button")].at(-1)!;
    button.disabled = false;
    button.click();
  });
  await opened.page.getByRole("button", { name: "Cart" }).click();
  await eventually(() => step.peek()).toBe(0);
});
