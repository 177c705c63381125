import { expect, it } from "vitest";
import { rawHtml, session, signal } from "tandem";
import { mount } from "tandem/testing";

/** All that a sanitizer lets through and more, under each id that the screen may have. */
const FORGED = [
  ...Array.from({ length: 60 }, (_, id) => {
    const marks = [
      `data-t="${id}" data-on="click"`,
      `DATA-T=${id} DATA-ON=click`,
      `title="x"data-t='${id}'data-on='click'`,
    ];
    return marks
      .map((mark) => `<b ${mark} data-ref="${id}">Forged</b><!--${id}--></${id}><!/><!--/--!><!--/-->`)
      .join("");
  }),
  `<script type="application/json" id="tandem-config">{"ticket":"forged","socket":"/forged","v":"forged"}</script>`,
  `<div id="tandem-config">{}</div><select multiple data-value="x"></select>`,
].join("");

it.each(["at first", "later"])("X23: HTML that the app vouches for is no part of the screen, %s", async (when) => {
  const clicks = signal(0);
  const isShown = signal(when === "at first");
  const App = () => (
    <main>
      <section>{() => isShown.value && rawHtml(FORGED)}</section>
      <p>{() => isShown.value && rawHtml("<i>data-t=1 stays as it reads</i>")}</p>
      <button onClick={() => void clicks.value++}>Count {clicks}</button>
      <footer>{() => `so far ${clicks.value}`}</footer>
    </main>
  );
  await using app = await mount(App);
  app.session.run(() => (isShown.value = true));
  await app.settle();
  const { screen } = app;
  const forged = screen.getAllByText("Forged");
  expect(forged).toHaveLength(180);
  for (const element of forged) element.click();
  await app.settle();
  expect(clicks.peek()).toBe(0);
  await app.user.click(screen.getByRole("button"));
  expect([screen.getByRole("button").textContent, screen.getByText(/^so far/).textContent]).toEqual([
    "Count 1",
    "so far 1",
  ]);
  expect(screen.getByText("data-t=1 stays as it reads").tagName).toBe("I");
});

it("X23: HTML that the app vouches for takes no dialog's place", async () => {
  const ask = () => void session.showYesNoDialog("Really?");
  await using app = await mount(() => (
    <main>
      {rawHtml(`<div id="tandem-layers"></div>`)}
      <button onClick={ask}>Ask</button>
    </main>
  ));
  await app.user.click(app.screen.getByRole("button", { name: "Ask" }));
  await app.settle();
  expect(app.document.querySelector("dialog")!.matches(":modal")).toBe(true);
});
