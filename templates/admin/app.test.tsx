import { expect, it } from "vitest";
import { mount } from "tandem/testing";
import admin from "./app.tsx";

async function signedIn(name: string, password: string) {
  const app = await mount(admin);
  await app.user.type(app.screen.getByLabelText(/^Name/), name);
  await app.user.type(app.screen.getByLabelText(/^Password/), password);
  await app.user.click(app.screen.getByRole("button", { name: "Sign in" }));
  return app;
}

it("lets nobody in with a wrong password", async () => {
  await using app = await signedIn("ada", "wrong");
  await app.screen.findByText("Name or password is wrong.");
  expect(app.screen.queryByRole("table")).toBeNull();
});

it("lets an editor add a person, once for each address", async () => {
  await using app = await signedIn("ada", "bicycle");
  await app.user.click(await app.screen.findByRole("button", { name: "Add" }));
  const form = app.within(await app.screen.findByRole("dialog"));
  await app.user.type(form.getByLabelText(/^Name/), "Grace Hopper");
  await app.user.type(form.getByLabelText(/^E-mail/), "ada@bikes.example");
  await app.user.click(form.getByRole("button", { name: "Add" }));
  await form.findByText("Somebody has this address.");
  await app.user.clear(form.getByLabelText(/^E-mail/));
  await app.user.type(form.getByLabelText(/^E-mail/), "grace@bikes.example");
  await app.user.click(form.getByRole("button", { name: "Add" }));
  await app.screen.findByDisplayValue("Grace Hopper");
});

it("lets a viewer look, and no more", async () => {
  await using app = await signedIn("bob", "tricycle");
  await app.screen.findByText("Karl Drais");
  expect(app.screen.queryByRole("button", { name: "Add" })).toBeNull();
});
