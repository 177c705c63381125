import { describe, expect, it } from "vitest";
import { For } from "../../src/view/flow/for.ts";
import { signal } from "../../src/reactive/signal.ts";
import { TestSession } from "../support/test-session.ts";

function Notes() {
  const notes = signal<string[]>([]);
  const last = signal(0);
  return (
    <main>
      <button
        onClick={({ client }) => {
          last.value = client.id;
          notes.value = [...notes.value, `by ${client.id}`];
        }}
      >
        add
      </button>
      <p>{last}</p>
      <ul>
        <For each={notes}>{(note) => <li>{note}</li>}</For>
      </ul>
    </main>
  );
}

describe("clients of one session", () => {
  it("S18: show one screen, each can act, and the handler knows who did", () => {
    const test = new TestSession(Notes);
    const [one, two] = [test.connect(), test.connect()];
    one.event(3, "click");
    two.event(3, "click");
    expect(one.operations).toEqual(two.operations);
    expect(test.html).toContain("<li data-t");
    expect(test.html.match(/by \d/g)).toEqual(["by 1", "by 2"]);
    expect(test.session.state.value).toEqual({ kind: "connected", clients: 2 });
  });

  it("S19: one that joins gets the screen as it is, the templates in use, and every frame from then on", () => {
    const test = new TestSession(Notes);
    const first = test.connect();
    first.event(3, "click");
    expect(test.html).toContain("by 1");
    const joined = test.connect();
    expect(joined.operations.map((operation) => operation[0])).toEqual([8]); // only what the page could not show
    first.event(3, "click");
    const insert = joined.operations.find((operation) => operation[0] === 4)!;
    const defined = joined.operations.filter((operation) => operation[0] === 8).map((operation) => operation[1]);
    expect(defined).toContain(insert[3]);
  });

  it("S20: what changes between first paint and attaching is sent when it attaches", async () => {
    const n = signal(0);
    const test = new TestSession(() => <p>{n}</p>);
    const id = test.session.addClient();
    expect(test.html).toContain(">0<");
    n.value = 1;
    await test.settled();
    n.value = 2;
    await test.settled();
    expect(test.attach(id).operations).toEqual([[0, 3, "2"]]);
  });

  it("S20: a page is told the live properties that its HTML cannot state", async () => {
    const some = signal(true);
    const test = new TestSession(() => <input type="checkbox" indeterminate={some} prop:title="Some" />);
    const id = test.session.addClient();
    expect(test.attach(id).operations).toEqual([
      [2, 3, "indeterminate", true],
      [2, 3, "title", "Some"],
    ]);
    some.value = false;
    await test.settled();
    expect(test.connect().operations).toContainEqual([2, 3, "indeterminate", false]);
  });

  it("S21: a malformed payload closes its client and nobody else", () => {
    const test = new TestSession(Notes);
    const [bad, good] = [test.connect(), test.connect()];
    bad.event(3, "click", { at: "here" });
    expect(bad.closed?.code).toBe(4400);
    expect(test.events("limit/protocol/bad-payload")).toHaveLength(1);
    good.event(3, "click");
    expect(good.operations.length).toBeGreaterThan(0);
    expect(test.html).not.toContain("by 1");
  });
});
