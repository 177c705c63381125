import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { Accordion, Breadcrumb, Card, Grid, Row, Split, Stack, Stepper, Tabs, Toolbar } from "tandem/ui";
import { TestSession } from "../support/test-session.ts";

const textOf = (html: string) => html.replace(/<[^>]*>/g, "");

it("W20: stacks, rows and grids say how they place what is in them, and take what a div takes", () => {
  const { html } = new TestSession(() => (
    <Stack gap="m" id="all" class="mine">
      <Row justify="end" wrap={false}>
        Row
      </Row>
      <Grid columns={3} minWidth="10rem">
        Grid
      </Grid>
    </Stack>
  ));
  expect(html).toContain('<div id="all" class="tandem-stack mine" data-gap="m">');
  expect(html).toContain('<div class="tandem-row" data-gap="s" data-justify="end" data-wrap="never">');
  expect(html).toMatch(/class="tandem-grid" data-gap="l" style="--columns:3;--least:10rem"/);
});

it("W21: a card has a heading of its level, and only what it is given", () => {
  const { html } = new TestSession(() => (
    <main>
      <Card title="Order 12" level={2} footer="End">
        Bells
      </Card>
      <Card>Plain</Card>
    </main>
  ));
  expect(html).toMatch(/<h2 class="tandem-card-title">Order 12<\/h2>/);
  expect(html.match(/tandem-card-head/g)).toHaveLength(1);
  expect(html.match(/tandem-card-foot/g)).toHaveLength(1);
});

describe("a split", () => {
  const start = (props: { disabled?: boolean } = {}) => {
    const position = signal(30);
    const test = new TestSession(() => (
      <main>
        <Split label="Size" position={position} min={20} max={60} start="a" end="b" {...props} />
      </main>
    ));
    const client = test.connect();
    const says = (detail: unknown) => client.event(test.idOf("div"), "tandem-split", { d: [detail] });
    return { position, test, says };
  };

  it("W22: takes what a page says between its ends, and nothing that is no number", () => {
    const { position, test, says } = start();
    expect(test.html).toContain("--split:30%");
    says(42.5);
    expect(position.peek()).toBe(42.5);
    says(99);
    expect(position.peek()).toBe(60);
    says(-5);
    expect(position.peek()).toBe(20);
    for (const forged of ["50", null, { a: 1 }, [40]]) says(forged);
    expect(position.peek()).toBe(20);
    test.session.run(() => (position.value = 55));
    expect(test.html).toMatch(/--split:55%.*aria-valuenow="55"/s);
  });

  it("W22: is not moved while it is disabled", () => {
    const { position, test, says } = start({ disabled: true });
    says(40);
    expect(position.peek()).toBe(30);
    expect(test.html).not.toContain("tabindex");
  });
});

describe("tabs", () => {
  function start(panels: "kept" | "at-once" | "one") {
    const active = signal("one");
    const built: string[] = [];
    const tab = (name: string, disabled = false) => ({
      name,
      label: name,
      disabled,
      content: () => (built.push(name), (<p>{name} is here</p>)),
    });
    const tabs = [tab("one"), tab("two"), tab("three", true)];
    const test = new TestSession(() => (
      <main>
        <Tabs label="Numbers" active={active} panels={panels} tabs={tabs} />
      </main>
    ));
    const client = test.connect();
    return { active, built, test, click: (number: number) => client.event(test.idOf("button", number), "click") };
  }

  it("W23: one is selected, both ways, and its panel alone is shown", () => {
    const { active, test, click } = start("kept");
    expect(test.html).toMatch(/aria-selected="true" tabindex="0"[^>]*><span>one/);
    click(1);
    expect(active.peek()).toBe("two");
    expect(test.html).toMatch(/id="[^"]*-one"[^>]* hidden/);
    test.session.run(() => (active.value = "one"));
    expect(test.html).toMatch(/aria-selected="false" tabindex="-1"[^>]*><span>two/);
  });

  it("W23: a disabled one is refused", () => {
    const { active, click } = start("kept");
    click(2);
    expect(active.peek()).toBe("one");
  });

  it("W23: a name that no tab has shows the first that may be shown", () => {
    const { active, test } = start("kept");
    test.session.run(() => (active.value = "gone"));
    expect(test.html).toMatch(/aria-selected="true"[^>]*><span>one/);
  });

  it("W23: panels are built when first shown, all at once, or while shown", () => {
    const kept = start("kept");
    for (const number of [1, 0, 1]) kept.click(number);
    expect(kept.built).toEqual(["one", "two"]);
    expect(start("at-once").built).toEqual(["one", "two", "three"]);
    const one = start("one");
    for (const number of [1, 0]) one.click(number);
    expect(one.built).toEqual(["one", "two", "one"]);
    expect(textOf(one.test.html)).not.toContain("two is here");
  });
});

describe("an accordion", () => {
  it("W24: its sections are details, bound both ways, built when first opened", () => {
    const open = signal(false);
    let built = 0;
    const test = new TestSession(() => (
      <main>
        <Accordion sections={[{ title: "Returns", open, content: () => (built++, (<p>Within a month</p>)) }]} />
      </main>
    ));
    const client = test.connect();
    expect(built).toBe(0);
    client.event(test.idOf("details"), "toggle", { o: true });
    expect([open.peek(), built]).toEqual([true, 1]);
    test.session.run(() => (open.value = false));
    expect(test.html).not.toMatch(/<details[^>]* open/);
    test.session.run(() => (open.value = true));
    expect(built).toBe(1);
  });

  it("W24: with single they share a name, by which the browser closes the others", () => {
    const sections = [
      { title: "One", content: "1" },
      { title: "Two", content: "2" },
    ];
    const names = (html: string) => [...html.matchAll(/<details[^>]* name="([^"]+)"/g)].map((match) => match[1]);
    const single = names(new TestSession(() => <Accordion single sections={sections} />).html);
    expect(new Set(single).size).toBe(1);
    expect(names(new TestSession(() => <Accordion sections={sections} />).html)).toEqual([]);
  });
});

it("W26: a toolbar has a name, and its other end", () => {
  const { html } = new TestSession(() => (
    <Toolbar label="Text" end={<b>End</b>}>
      Tools
    </Toolbar>
  ));
  expect(html).toContain('<div role="toolbar" aria-label="Text" class="tandem-toolbar">');
  expect(html).toMatch(/tandem-toolbar-end"><b>End/);
});

it("W27: a breadcrumb leads back, and the last place is no link", () => {
  const items = signal([{ label: "Home", to: "/" }, { label: "Orders", to: "/orders" }, { label: "Order 12" }]);
  const test = new TestSession(() => <Breadcrumb items={items} />);
  expect(test.html).toContain('<nav aria-label="Breadcrumb"');
  expect(test.html).toMatch(/<a [^>]*href="\/orders"/);
  expect(test.html).toMatch(/<span aria-current="page">Order 12<\/span>/);
  test.session.run(() => items.update((all) => all.slice(0, 2)));
  expect(test.html).toMatch(/<span aria-current="page">Orders<\/span>/);
});

describe("a stepper", () => {
  function start(reach?: "back" | "any" | "none") {
    const current = signal(1);
    const failed = signal(false);
    const steps = [{ label: "Cart", failed }, { label: "Address" }, { label: "Payment" }];
    const test = new TestSession(() => (
      <main>
        <Stepper label="Order" current={current} steps={steps} reach={reach} />
      </main>
    ));
    const client = test.connect();
    return { current, failed, test, click: (number: number) => client.event(test.idOf("button", number), "click") };
  }
  const states = (html: string) => [...html.matchAll(/data-state="([^"]+)"/g)].map((match) => match[1]);

  it("W28: tells what is done, failed, now and to come", () => {
    const { test, current, failed } = start();
    expect(states(test.html)).toEqual(["done", "now", "to-come"]);
    test.session.run(() => (failed.value = true));
    expect(states(test.html)).toEqual(["failed", "now", "to-come"]);
    test.session.run(() => (current.value = 3));
    expect(states(test.html)).toEqual(["failed", "done", "done"]);
  });

  it("W28: people go back, anywhere, or nowhere; the server refuses the rest", () => {
    const back = start();
    back.click(2);
    expect(back.current.peek()).toBe(1);
    back.click(0);
    expect(back.current.peek()).toBe(0);
    const any = start("any");
    any.click(2);
    expect(any.current.peek()).toBe(2);
    expect(start("none").test.html).not.toContain("<button");
  });
});
