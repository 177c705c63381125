import { expect, it } from "vitest";
import { mount } from "tandem/testing";
import counter from "./app.tsx";

it("counts clicks", async () => {
  await using app = await mount(counter);
  await app.user.click(app.screen.getByRole("button", { name: "Click" }));
  expect(app.screen.getByRole("heading").textContent).toBe("Clicked 1 times");
});
