import { expect, it } from "vitest";
import { app } from "../../src/session/app.ts";

it("Y61: an async function, where nobody has loaded tandem/flow, is an error that says what to do", () => {
  expect(() => app(async () => {})).toThrow(
    expect.objectContaining({ code: "app/async-component", message: expect.stringContaining("tandem/flow") }),
  );
});
