import { expect, it } from "vitest";
import { signal } from "../../src/reactive/signal.ts";
import { session } from "../../src/session/facade.ts";
import { mount } from "../../src/testing/mount.ts";

/** Asks for an ice cream, and shows what was answered. */
function IceCream({ options = {} }: { options?: object }) {
  const chosen = signal("nothing");
  const choose = async () => {
    const dialog = session.showCustomDialog<string>(
      (each) => (
        <section>
          <h2>Flavour</h2>
          <label>
            Which <input />
          </label>
          <button onClick={() => each.close("lemon")}>Lemon</button>
        </section>
      ),
      options,
    );
    chosen.value = (await dialog.waitForClose()) ?? "undefined";
  };
  const ask = async () => {
    chosen.value = String(await session.showYesNoDialog("With cream?", { title: "Cream", default: true }));
  };
  return (
    <main>
      <button onClick={choose}>Choose</button>
      <button onClick={ask}>Ask</button>
      <output>{chosen}</output>
    </main>
  );
}

it("K40: a dialog is modal, has the focus, and is closed as in a browser", async () => {
  await using app = await mount(IceCream);
  const { screen, user, document } = app;
  const choose = screen.getByRole("button", { name: "Choose" });
  await user.click(choose);
  const dialog = screen.getByRole("dialog", { name: "Flavour" });
  expect(dialog.matches(":modal")).toBe(true);
  expect(document.activeElement).toBe(screen.getByLabelText("Which"));
  app.expectInStep();
  await user.click(screen.getByText("Lemon"));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement).toBe(choose);
  screen.getByText("lemon");
});

it("K40, D16: Escape and a click outside close it, a click in it does not", async () => {
  await using app = await mount(IceCream);
  const { screen, user } = app;
  for (const close of [() => user.keyboard("{Escape}"), () => user.click(screen.getByRole("dialog"))]) {
    await user.click(screen.getByRole("button", { name: "Choose" }));
    await user.click(screen.getByRole("heading"));
    screen.getByRole("dialog");
    await close();
    expect(screen.queryByRole("dialog")).toBeNull();
    screen.getByText("undefined");
  }
});

it("K40, D5: one that only the app closes stays", async () => {
  await using app = await mount(() => <IceCream options={{ userCloseable: false }} />);
  const { screen, user } = app;
  await user.click(screen.getByRole("button", { name: "Choose" }));
  const dialog = screen.getByRole<HTMLDialogElement>("dialog");
  await user.keyboard("{Escape}{Escape}");
  await user.click(dialog);
  dialog.close();
  await app.settle();
  expect([dialog.isConnected, dialog.open, dialog.matches(":modal")]).toEqual([true, true, true]);
  await user.click(screen.getByText("Lemon"));
  screen.getByText("lemon");
});

it("K40, D17: one that is not modal closes with Escape while it has the focus, and not otherwise", async () => {
  await using app = await mount(() => <IceCream options={{ modal: false }} />);
  const { screen, user } = app;
  await user.click(screen.getByRole("button", { name: "Choose" }));
  expect(screen.getByRole("dialog").matches(":modal")).toBe(false);
  await user.click(screen.getByRole("dialog"));
  screen.getByRole("button", { name: "Ask" }).focus();
  await user.keyboard("{Escape}");
  screen.getByRole("dialog");
  screen.getByLabelText("Which").focus();
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("K40, D25: Enter gives the default answer", async () => {
  await using app = await mount(IceCream);
  const { screen, user, document } = app;
  await user.click(screen.getByRole("button", { name: "Ask" }));
  screen.getByRole("alertdialog", { name: "Cream" });
  expect(document.activeElement?.textContent).toBe("Yes");
  await user.keyboard("{Enter}");
  await screen.findByText("true");
});

it("K40: a dialog is refused as in a browser when it cannot be shown", async () => {
  await using app = await mount(() => <p>page</p>);
  const dialog = app.document.createElement("dialog");
  expect(() => dialog.showModal()).toThrow("not in the document");
  app.document.body.append(dialog);
  dialog.show();
  dialog.show();
  expect(() => dialog.showModal()).toThrow("already open");
  dialog.close();
  dialog.showModal();
  dialog.showModal();
  expect(() => dialog.show()).toThrow("already open");
  expect(dialog.matches("dialog")).toBe(true);
});
