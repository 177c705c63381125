import { expect, it } from "vitest";
import { mount } from "tandem/testing";
import dashboard from "./app.tsx";
import { take } from "./machine.ts";

it("shows each reading, and warns when memory runs low", async () => {
  await using app = await mount(dashboard);
  take({ time: Date.now(), load: 12, memory: 40 });
  await app.settle();
  app.screen.getByText("40 %");
  expect(app.screen.queryByText(/runs low/)).toBeNull();
  take({ time: Date.now(), load: 12, memory: 95 });
  await app.settle();
  app.screen.getByText(/Memory runs low/);
});
