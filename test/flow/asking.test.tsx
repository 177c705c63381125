import { describe, expect, it } from "vitest";
import { ask } from "tandem/flow";
import { mounted } from "./support.tsx";

describe("a question", () => {
  it("Y30: is answered with what was typed, and goes", async () => {
    await using test = await mounted();
    const { app } = test;
    const { outcome } = await test.start(() => ask.text("Your name?"));
    await app.user.type(app.screen.getByLabelText(/Your name/), "Ada");
    await app.user.click(app.screen.getByRole("button", { name: "Continue" }));
    await app.settle();
    expect(outcome).toEqual({ value: "Ada" });
    expect(app.document.querySelector("form")).toBe(null);
    app.expectInStep();
  });
  it("Y31: required", async () => {
    await using test = await mounted();
    const { app } = test;
    const { outcome } = await test.start(() => ask.text("Your name?", { validate: (v) => v === "Bob" ? "Not Bob" : undefined }));
    await app.user.click(app.screen.getByRole("button", { name: "Continue" }));
    await app.settle();
    app.screen.getByText("Please fill this in.");
    await app.user.type(app.screen.getByLabelText(/Your name/), "Bob");
    await app.user.click(app.screen.getByRole("button", { name: "Continue" }));
    await app.settle();
    app.screen.getByText("Not Bob");
    expect(outcome).toEqual({});
    await app.user.type(app.screen.getByLabelText(/Your name/), "by{Enter}");
    await app.settle();
    expect(outcome).toEqual({ value: "Bobby" });
  });
  it("Y32: actions", async () => {
    await using test = await mounted();
    const { app } = test;
    const { outcome } = await test.start(() => ask.actions("What now?", ["Go", { label: "Stay", value: 3 }]));
    await app.user.click(app.screen.getByRole("button", { name: "Stay" }));
    await app.settle();
    expect(outcome).toEqual({ value: 3 });
  });
});
