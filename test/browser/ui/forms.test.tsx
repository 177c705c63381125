import { expect, it } from "vitest";
import { For, onCleanup, signal, UserFacingError } from "tandem";
import { Button, createForm, Form, FormError, SubmitButton, TextInput } from "tandem/ui";
import { z } from "zod";
import { deferred, type Deferred } from "../../support/promises.ts";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const Order = z
  .object({
    name: z.string().min(2, "At least two letters."),
    email: z.email("This is no address."),
    lines: z.array(z.object({ text: z.string().min(1, "Say something.") })),
  })
  .refine(({ lines }) => lines.length < 3, "Two lines at most.");

let saving: Deferred<void>;

function Orders() {
  saving = deferred();
  onCleanup(() => saving.resolve());
  const saved = signal("");
  const form = createForm({
    schema: Order,
    initial: { name: "", email: "", lines: [{ text: "bells" }] },
    confirmLeave: true,
    onSubmit: async (order) => {
      await saving.promise;
      saving = deferred();
      if (order.name === "Eve") throw new UserFacingError("Not for Eve.");
      saved.value = JSON.stringify(order);
    },
  });
  return (
    <main>
      <h1>Order</h1>
      <Form form={form} label="Order">
        <TextInput label="Name" bind={form.fields.name} autocomplete="name" required />
        <TextInput label="E-mail" bind={form.fields.email} autocomplete="email" help="For the invoice." />
        <For each={form.fields.lines.rows}>
          {(row, index) => (
            <div>
              <TextInput label={() => `Line ${index.value + 1}`} bind={row.fields.text} />
              <Button onClick={() => row.remove()}>Remove {() => index.value + 1}</Button>
            </div>
          )}
        </For>
        <Button onClick={() => form.fields.lines.add({ text: "" })}>Add a line</Button>
        <FormError />
        <SubmitButton>Order</SubmitButton>
      </Form>
      <output>{saved}</output> <p id="state">{form.state}</p>
    </main>
  );
}

it("U141, U154: Enter submits; the first wrong field gets the focus, and each says what is wrong", async () => {
  await using opened = await WidgetPage.open(Orders);
  const { page } = opened;
  const focused = () => page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent);
  await page.getByLabel("E-mail").focus();
  await page.keyboard.type("ada");
  await page.keyboard.press("Enter");
  await eventually(focused).toBe("Name*");
  await page.keyboard.type("Ada");
  await page.keyboard.press("Enter");
  await eventually(focused).toBe("E-mail");
  await eventually(() => page.getByLabel("E-mail").getAttribute("aria-invalid")).toBe("true");
  await page.getByText("This is no address.").waitFor();
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.keyboard.press("End");
  await page.keyboard.type("@example.com");
  await page.keyboard.press("Enter");
  saving.resolve();
  const order = { name: "Ada", email: "ada@example.com", lines: [{ text: "bells" }] };
  await eventually(() => page.locator("output").textContent()).toBe(JSON.stringify(order));
  expect(opened.troubles).toEqual([]);
});

it("U145, U154: while it is submitted nothing in it can be used; then the focus is where it was", async () => {
  await using opened = await WidgetPage.open(Orders);
  const { page } = opened;
  const state = () => page.locator("#state").textContent();
  await page.getByLabel("E-mail").fill("eve@example.com");
  await page.getByLabel("Name").fill("Eve");
  await page.keyboard.press("Enter");
  await eventually(state).toBe("submitting");
  await eventually(() => page.getByLabel("Name").isDisabled()).toBe(true);
  await eventually(() => page.getByRole("button", { name: "Order" }).isDisabled()).toBe(true);
  expect(await opened.accessibilityFaults()).toEqual([]);
  saving.resolve();
  await page.getByText("Not for Eve.").waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("alert");
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.getByLabel("Name").fill("Bob");
  await page.keyboard.press("Enter");
  await eventually(state).toBe("submitting");
  saving.resolve();
  await eventually(state).toBe("submitted");
  await eventually(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("Bob");
  expect(opened.troubles).toEqual([]);
});

it("U150: rows are added and removed with what is typed in them", async () => {
  await using opened = await WidgetPage.open(Orders, { viewport: { width: 390, height: 800 } });
  const { page } = opened;
  await page.getByRole("button", { name: "Add a line" }).click();
  await page.getByLabel("Line 2").fill("whistles");
  await page.getByRole("button", { name: "Remove 1" }).click();
  await eventually(() => page.getByLabel("Line 1").inputValue()).toBe("whistles");
  await eventually(() => page.getByLabel("Line 2").count()).toBe(0);
  await eventually(() => opened.scrollWidth()).toBe(390);
});

it("U145: what a page sends while it is submitted changes nothing, also where its controls are enabled by hand", async () => {
  await using opened = await WidgetPage.open(Orders);
  const { page } = opened;
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Name").fill("Ada");
  await page.keyboard.press("Enter");
  await eventually(() => page.locator("#state").textContent()).toBe("submitting");
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLInputElement>("fieldset, button")) element.disabled = false;
  });
  await page.getByLabel("Name").fill("Mallory");
  await page.keyboard.press("Enter");
  saving.resolve();
  await eventually(() => page.locator("output").textContent()).toContain('"name":"Ada"');
});
