import { expect, it } from "vitest";
import { mount } from "tandem/testing";
import order from "./app.tsx";

it("orders what was answered", async () => {
  await using app = await mount(order);
  const { screen, user } = app;
  await user.type(await screen.findByLabelText(/Your name/), "Ada");
  await user.click(screen.getByRole("button", { name: "Continue" }));
  await user.click(await screen.findByLabelText("Large"));
  await user.click(screen.getByRole("button", { name: "Continue" }));
  await screen.findByLabelText(/How many/);
  await user.click(screen.getByRole("button", { name: "Continue" }));
  await screen.findByText("1 × large");
  await user.click(await screen.findByRole("button", { name: "Yes" }));
  expect(await screen.findByText("Thank you, Ada. It is on its way.")).toBeTruthy();
});
