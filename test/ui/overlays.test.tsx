import { describe, expect, it } from "vitest";
import { createContext, signal, useContext } from "tandem";
import { Button, Dialog, Drawer, Menu, Popover, Tooltip } from "tandem/ui";
import { TestSession } from "../support/test-session.ts";

const layers = (test: TestSession) => test.session.firstPaint().layers;

describe("a dialog", () => {
  function start(props: { closeable?: boolean } = {}) {
    const open = signal(false);
    let closed = 0;
    const test = new TestSession(() => (
      <main>
        <Dialog title="Add a person" open={open} onClose={() => closed++} footer={<button>Add</button>} {...props}>
          <p>Somebody</p>
        </Dialog>
      </main>
    ));
    const client = test.connect();
    const dialogId = () => Number(/<dialog data-t="(\d+)"/.exec(layers(test))?.[1] ?? 0);
    return { open, test, client, dialogId, closed: () => closed };
  }

  it("W40: is open as its signal says, and is called as its title", () => {
    const { open, test } = start();
    expect(layers(test)).toBe("");
    test.session.run(() => (open.value = true));
    expect(layers(test)).toMatch(/<dialog[^>]*aria-label="Add a person"/);
    expect(layers(test)).toContain("Somebody");
    test.session.run(() => (open.value = false));
    expect(layers(test)).toBe("");
    test.session.run(() => (open.value = true));
    expect(layers(test)).toContain("Somebody");
  });

  it("W40: its signal says when its person closed it", () => {
    const { open, test, client, dialogId, closed } = start();
    test.session.run(() => (open.value = true));
    client.event(dialogId(), "close");
    expect([open.peek(), closed()]).toEqual([false, 1]);
    test.session.run(() => (open.value = true));
    expect(layers(test)).toContain("Somebody");
  });

  it("W40: one that is not closeable is not closed by what a page says", () => {
    const { open, test, client, dialogId } = start({ closeable: false });
    test.session.run(() => (open.value = true));
    client.event(dialogId(), "close");
    expect(open.peek()).toBe(true);
    expect(layers(test)).not.toContain('aria-label="Close"');
  });

  it("W40: has the contexts of its place", () => {
    const Name = createContext("nobody");
    const Who = () => <p>{useContext(Name)}</p>;
    const open = signal(true);
    const test = new TestSession(() => (
      <Name.Provider value="Ada">
        <Dialog title="Who" open={open}>
          <Who />
        </Dialog>
      </Name.Provider>
    ));
    expect(layers(test)).toContain("Ada");
  });

  it("W41: a drawer is one that comes from a side", () => {
    const open = signal(true);
    const test = new TestSession(() => (
      <main>
        <Drawer title="Order" open={open} side="start">
          Bells
        </Drawer>
      </main>
    ));
    expect(layers(test)).toMatch(/class="tandem-dialog-panel tandem-drawer" data-side="start"/);
  });
});

describe("what opens beside a button", () => {
  it("W42: a popover is open as its signal says, and says what its person did", () => {
    const open = signal(false);
    let built = 0;
    const test = new TestSession(() => (
      <main>
        <Popover button="Filter" title="Filter orders" open={open}>
          {() => (built++, (<p>Fields</p>))}
        </Popover>
      </main>
    ));
    const client = test.connect();
    expect([built, /data-open/.test(test.html)]).toEqual([0, false]);
    const says = (...detail: unknown[]) => client.event(test.idOf("div"), "tandem-popup", { d: detail });
    says(true, "a-1");
    expect([open.peek(), built]).toEqual([true, 1]);
    expect(test.html).toMatch(/aria-expanded="true"/);
    test.session.run(() => (open.value = false));
    expect(test.html).not.toContain("data-open");
    for (const forged of ["true", 1, null, { open: true }]) says(forged, 7);
    expect(open.peek()).toBe(false);
  });

  it("W42: says back what each screen said last, so that it knows an answer to that from one to what was before", () => {
    const test = new TestSession(() => (
      <main>
        <Popover button="Filter" title="Filter orders">
          Fields
        </Popover>
      </main>
    ));
    const client = test.connect();
    const heard = () => /data-heard="([^"]*)"/.exec(test.html)?.[1];
    const says = (...detail: unknown[]) => client.event(test.idOf("div"), "tandem-popup", { d: detail });
    expect(heard()).toBeUndefined();
    says(true, "a-1");
    says(false, "a-2");
    says(true, "b-1");
    expect(heard()).toBe("b-1 a-2");
    for (const mark of [undefined, 5, "x".repeat(33)]) says(true, mark);
    expect(heard()).toBe("b-1 a-2");
    for (let screen = 0; screen < 20; screen++) says(true, `c${screen}-1`);
    expect(heard()!.split(" ")).toHaveLength(8);
  });

  it("W43: a menu does what is chosen, and refuses what is disabled", () => {
    const did: string[] = [];
    const off = signal(true);
    const test = new TestSession(() => (
      <main>
        <Menu
          label="More"
          items={[
            { label: "Rename", onSelect: () => did.push("rename") },
            "line",
            { label: "Delete", disabled: off, onSelect: () => did.push("delete") },
            { label: "Orders", to: "/orders" },
          ]}
        />
      </main>
    ));
    const client = test.connect();
    const rename = test.idOf('button role="menuitem"');
    const remove = test.idOf('button role="menuitem"', 1);
    client.event(rename, "click");
    client.event(remove, "click");
    expect(did).toEqual(["rename"]);
    test.session.run(() => (off.value = false));
    client.event(remove, "click");
    expect(did).toEqual(["rename", "delete"]);
    expect(test.html).toMatch(/<a [^>]*role="menuitem"[^>]*href="\/orders"/);
  });

  it("W43: an item to switch says whether it is on", () => {
    const wrap = signal(true);
    const test = new TestSession(() => <Menu label="View" items={[{ label: "Wrap", checked: wrap }]} />);
    expect(test.html).toMatch(/role="menuitemcheckbox"[^>]*aria-checked="true"/);
    test.session.run(() => (wrap.value = false));
    expect(test.html).toMatch(/aria-checked="false"/);
  });

  it("W43: what changes in a menu stays where it is, so that the focus does", () => {
    const isOn = signal(false);
    const test = new TestSession(() => (
      <main>
        <Menu
          label="View"
          items={() => [
            {
              label: isOn.value ? "Hide" : "Show",
              icon: isOn.value ? "eye-slash" : "eye",
              onSelect: () => isOn.set(true),
            },
          ]}
        />
      </main>
    ));
    const client = test.connect();
    const item = test.idOf('button role="menuitem"');
    client.event(item, "click");
    expect(test.html).toContain("Hide");
    expect(test.idOf('button role="menuitem"')).toBe(item);
  });

  it("W44: a tooltip describes what is in it", () => {
    const { html } = new TestSession(() => (
      <Tooltip text="Everybody will see it">
        <Button aria-describedby="more">Publish</Button>
      </Tooltip>
    ));
    const id = /role="tooltip" class="tandem-floating" id="([^"]+)"/.exec(html)![1];
    expect(html).toContain(`aria-describedby="more ${id}"`);
  });
});
