import { expect, it } from "vitest";
import { command, Portal, signal, type TandemError } from "tandem";
import { mount } from "tandem/testing";
import { differences } from "../../src/testing/line-differences.ts";

it("K13: html and dom are the same text when the screens are the same", async () => {
  const name = signal("A & B");
  await using app = await mount(() => (
    <main style={{ color: "red" }} title="t" class={["b", "a"]}>
      {name}, <b>{name}</b>
      <br />
      <Portal>
        <p>above</p>
      </Portal>
    </main>
  ));
  expect(app.html()).toBe(
    [
      "<title>Tandem</title>",
      '<main class="b a" style="color: red;" title="t">',
      "  A &amp; B, ",
      "  <b>A &amp; B</b>",
      "  <br>",
      "</main>",
      "<p>above</p>",
    ].join("\n"),
  );
  expect(app.dom()).toBe(app.html());
  app.expectInStep();
});

it("K13: a page that shows something else is told line by line", async () => {
  await using app = await mount(() => (
    <ul>
      <li>one</li>
      <li>two</li>
      <li>three</li>
    </ul>
  ));
  app.document.querySelectorAll("li")[1]!.textContent = "2 ";
  expect(() => app.expectInStep()).toThrowError(/-   <li>two<\/li>\n\+   <li>2 <\/li>/);
  app.document.querySelector("li")!.remove();
  expect(() => app.expectInStep()).toThrowError(/-   <li>one<\/li>/);
});

it("K13: an attribute, a title and a layer count, too", async () => {
  await using app = await mount(() => (
    <main>
      <a href="/a">a</a>
      <Portal>
        <p>above</p>
      </Portal>
    </main>
  ));
  const breaks: (() => () => void)[] = [
    () => {
      app.document.title = "other";
      return () => (app.document.title = "Tandem");
    },
    () => {
      app.document.querySelector("a")!.setAttribute("href", "/b");
      return () => app.document.querySelector("a")!.setAttribute("href", "/a");
    },
    () => {
      app.document.querySelector("#tandem-layers p")!.textContent = "below";
      return () => (app.document.querySelector("#tandem-layers p")!.textContent = "above");
    },
  ];
  for (const breakIt of breaks) {
    const mend = breakIt();
    expect(() => app.expectInStep()).toThrowError(
      expect.objectContaining({ code: "testing/out-of-step" }) as TandemError,
    );
    mend();
    app.expectInStep();
  }
});

it("K13: the differences of two texts are the fewest, with what stands around them", () => {
  const lines = (text: string) => text.split("");
  expect(differences(lines("abc"), lines("abc"))).toBeUndefined();
  expect(differences(lines("abcdefgh"), lines("abcdXfgh"))).toBe(
    ["  …", "  c", "  d", "- e", "+ X", "  f", "  g", "  …"].join("\n"),
  );
  expect(differences(lines("ac"), lines("abc"))).toBe(["  a", "+ b", "  c"].join("\n"));
  expect(differences([], ["x "])).toBe("+ x·");
});

it("K14: a control's state counts where the server sets it", async () => {
  const text = signal("server's");
  const checked = signal(false);
  const choice = signal("b");
  await using app = await mount(() => (
    <form>
      <input aria-label="bound" bind={text} />
      <input type="checkbox" aria-label="box" bind={checked} />
      <select aria-label="choice" bind={choice}>
        <option value="a">A</option>
        <option value="b">B</option>
      </select>
      <textarea aria-label="area" bind={text} />
      <input aria-label="free" />
    </form>
  ));
  app.expectInStep();
  await app.user.type(app.screen.getByLabelText("free"), "mine");
  app.expectInStep();
  const { screen } = app;
  const box = screen.getByLabelText<HTMLInputElement>("box");
  box.checked = true;
  expect(() => app.expectInStep()).toThrowError(/\.checked=true/);
  box.checked = false;
  screen.getByLabelText<HTMLInputElement>("bound").value = "other";
  expect(() => app.expectInStep()).toThrowError(/- .*\.value="server's"[^]*\+ .*\.value="other"/);
  screen.getByLabelText<HTMLInputElement>("bound").value = "server's";
  screen.getByLabelText<HTMLSelectElement>("choice").value = "a";
  expect(() => app.expectInStep()).toThrowError(/\.value="b"/);
  screen.getByLabelText<HTMLSelectElement>("choice").value = "b";
  screen.getByLabelText<HTMLTextAreaElement>("area").value = "";
  expect(() => app.expectInStep()).toThrowError(/textarea/);
});

it("K14: what the person, a client command or a custom element did is theirs", async () => {
  await using app = await mount(() => (
    <main>
      <details>
        <summary>more</summary>
        <p id="panel" class="a">
          text
        </p>
      </details>
      <button onClick={[command.toggleClass("lit", "#panel"), command.hide("#panel")]}>Hide</button>
      <x-clock />
      <p>after</p>
    </main>
  ));
  app.document.querySelector("details")!.open = true;
  app.document.querySelector("x-clock")!.innerHTML = "<b>12:00</b>";
  await app.user.click(app.screen.getByRole("button"));
  expect(app.document.querySelector("#panel")!.className).toBe("a lit");
  expect(app.document.querySelector<HTMLElement>("#panel")!.hidden).toBe(true);
  app.expectInStep();
});
