import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { Tabs, type Tab } from "tandem/ui";
import { enter } from "./inputs/support.ts";

describe("tabs that can be closed", () => {
  function start() {
    const closed: string[] = [];
    const names = signal(["one", "two", "three"]);
    const off = signal(false);
    const active = signal("two");
    const take = (name: string) => names.update((all) => all.filter((other) => other !== name));
    // A new list of new tabs each time, as a function gives it.
    const tabs = (): Tab[] =>
      names.value.map((name) => ({
        name,
        label: name,
        content: () => <p>{name}</p>,
        disabled: name === "three" ? off : undefined,
        onClose: name === "one" ? undefined : () => (closed.push(name), name === "two" ? take(name) : undefined),
      }));
    const at = enter(() => <Tabs label="Files" active={active} tabs={tabs} />);
    const button = (part: string) => {
      const buttons = [...at.test.html.matchAll(/<button[^>]*>/g)].map(([tag]) => tag);
      return at.control(
        "button",
        buttons.findIndex((tag) => tag.includes(part)),
      );
    };
    return { ...at, closed, names, off, active, take, button };
  }

  it("W215: close by their cross and by Delete; the app takes them out, and the next is shown", () => {
    const { test, active, closed, names, button, client } = start();
    expect(test.html.match(/aria-keyshortcuts="Delete"/g)).toHaveLength(2);
    button('title="Close two"').says("click");
    expect([closed, names.peek(), active.peek()]).toEqual([["two"], ["one", "three"], "three"]);
    expect(client.operations.at(-1)).toEqual([expect.any(Number), expect.any(Number), "focus", []]);
    expect(test.html).not.toContain("Close two");
  });

  it("W215: one that the app keeps stays, and one that it takes later goes then", () => {
    const { active, closed, names, button, run, take } = start();
    run(() => active.set("three"));
    button("-tab-three").key("Delete");
    expect([closed, names.peek(), active.peek()]).toEqual([["three"], ["one", "two", "three"], "three"]);
    run(() => take("three"));
    expect(active.peek()).toBe("two");
  });

  it("W215: one that is not shown leaves what is; what the app chooses stands", () => {
    const { active, button, run } = start();
    run(() => active.set("one"));
    button('title="Close two"').says("click");
    expect(active.peek()).toBe("one");
  });

  it("W215: a disabled one, and one without onClose, is not closed, whatever a page sends", () => {
    const { closed, off, button, run } = start();
    run(() => off.set(true));
    button('title="Close three"').says("click");
    button("-tab-three").key("Delete");
    button("-tab-one").key("Delete");
    expect(closed).toEqual([]);
  });
});
