import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { mount } from "tandem/testing";
import directory from "../../../examples/apps/team-directory/app.tsx";

const source = readFileSync(new URL("../../../examples/apps/team-directory/app.tsx", import.meta.url), "utf8");

it("E320: is whole in under 150 lines of what the docs describe", () => {
  expect(source.split("\n").length).toBeLessThan(150);
  expect(source.match(/from "[^"]+"/g)).toEqual(
    ["tandem", "tandem/ui", "tandem/ui", "tandem/ui", "zod"].map((name) => `from "${name}"`),
  );
});

it("E321: is looked at by everybody, and edited by who has signed in, for all at once", async () => {
  await using app = await mount(directory);
  await using other = await mount(directory);
  expect(app.screen.queryByLabelText("Name, Ada Lovelace")).toBeNull();
  const press = (name: string) => app.user.click(app.screen.getByRole("button", { name }));
  const type = (label: string | RegExp, text: string) =>
    app.user.type(app.within(app.screen.getByRole("dialog")).getByLabelText(label), text);

  await press("Sign in to edit");
  await type(/^Password/, "wrong");
  await press("Sign in");
  await app.screen.findByText("Wrong password.");
  await type(/^Password/, "{Control>}a{/Control}letmein");
  await press("Sign in");

  const cell = await app.screen.findByLabelText<HTMLInputElement>("Name, Ada Lovelace");
  await app.user.clear(cell);
  await app.user.type(cell, "Ada King{Enter}");
  await app.settle();
  await other.settle();
  expect(other.screen.getByRole("rowheader", { name: "Ada King" })).toBeTruthy();
  const email = app.screen.getByLabelText<HTMLInputElement>("E-mail, Ada King");
  await app.user.clear(email);
  await app.user.type(email, "nowhere{Enter}");
  await app.screen.findByText("This is no address.");

  await press("Add");
  await type("Name", "Alan Turing");
  await type("E-mail", "hopper@example.com");
  await app.user.click(app.within(app.screen.getByRole("dialog")).getByRole("button", { name: "Add" }));
  await app.screen.findByText("Is in the team already.");
  await type("E-mail", "{Control>}a{/Control}alan@example.com");
  await app.user.click(app.within(app.screen.getByRole("dialog")).getByRole("button", { name: "Add" }));
  await app.screen.findByText("Welcome, Alan Turing.");
  await other.settle();
  expect(other.screen.getByText("alan@example.com")).toBeTruthy();

  await press("Sign out");
  expect(app.screen.queryByLabelText("Name, Ada King")).toBeNull();
});
