import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { mount } from "tandem/testing";
import { JsonViewer } from "tandem/ui";
import { jsonText, valueText } from "../../../src/ui/content/json/json-text.ts";
import { TestSession } from "../../support/test-session.ts";

const rows = (document: Document) => [...document.querySelectorAll(".tandem-json-row")].map((row) => row.textContent);

describe("JsonViewer", () => {
  it("W120: shows what is open, and makes the rest when it is opened", async () => {
    await using app = await mount(() => <JsonViewer label="Data" value={{ a: 1, b: { c: ["x", null] } }} />);
    expect(rows(app.document)).toEqual(["{2 keys}", "a: 1", "b: {1 key}"]);
    await app.user.click(app.screen.getByText("b"));
    await app.user.click(app.screen.getByText("c"));
    expect(rows(app.document)).toEqual(["{2 keys}", "a: 1", "b: {1 key}", "c: [2 items]", '0: "x"', "1: null"]);
    await app.user.click(app.screen.getByText("b"));
    expect(rows(app.document)).toHaveLength(3);
  });

  it("W120: many values at one place stand in stretches, so that a million cost no more than a hundred", async () => {
    const value = Array.from({ length: 1_000_000 }, (_, i) => i);
    const test = new TestSession(() => <JsonViewer label="Data" value={value} />);
    expect(test.html.length).toBeLessThan(60_000);
    expect(test.html).toContain("990000 … 999999");
  });

  it("W120: follows a live value, and what was open stays so", async () => {
    const value = signal<unknown>({ a: { b: 1 } });
    await using app = await mount(() => <JsonViewer label="Data" value={value} />);
    await app.user.click(app.screen.getByText("a"));
    app.session.run(() => (value.value = { a: { b: 2 } }));
    await app.settle();
    expect(rows(app.document)).toEqual(["{1 key}", "a: {1 key}", "b: 2"]);
  });

  it("W120: shows what is no JSON, and copies it as well as can be", () => {
    const again: Record<string, unknown> = { big: 5n, map: new Map([["k", new Set([1])]]) };
    again["self"] = again;
    expect([new Date(0), /x/, new Map(), undefined, 5n, "a\nb"].map(valueText)).toEqual([
      "1970-01-01T00:00:00.000Z",
      "/x/",
      "{}",
      "undefined",
      "5n",
      '"a\\nb"',
    ]);
    expect(JSON.parse(jsonText(again))).toEqual({ big: "5", map: { k: [1] }, self: "[again]" });
    expect(valueText("x".repeat(1_000))).toContain("… (1,000 characters)".replace("… ", '…" '));
  });

  it("W121: finds keys and values at any depth, opens the way there, and goes round", async () => {
    const value = {
      list: Array.from({ length: 500 }, (_, id) => ({ id, name: id === 321 ? "Needle" : "hay" })),
      needle: 1,
    };
    await using app = await mount(() => <JsonViewer label="Data" value={value} />);
    await app.user.type(app.screen.getByRole("searchbox"), "needle");
    await app.clock.advance(500);
    app.screen.getByText("1 of 2");
    await app.user.type(app.screen.getByRole("searchbox"), "{Enter}");
    app.screen.getByText("2 of 2");
    app.screen.getByText('"Needle"');
    app.screen.getByText("$.list[321].name");
    await app.user.click(app.screen.getByRole("button", { name: "Next" }));
    app.screen.getByText("1 of 2");
    await app.user.clear(app.screen.getByRole("searchbox"));
    await app.user.type(app.screen.getByRole("searchbox"), "nowhere");
    await app.clock.advance(500);
    app.screen.getByText("Nothing found");
  });

  it("W121: path and value of the chosen row can be copied", async () => {
    await using app = await mount(() => <JsonViewer label="Data" value={{ "odd key": [{ x: 1 }] }} openTo={3} />);
    await app.user.click(app.screen.getByText("x"));
    expect(app.screen.getByText("Copy path").closest("button")!.dataset["copyText"]).toBe('$["odd key"][0].x');
    await app.user.click(app.screen.getByText("0"));
    await app.user.click(app.screen.getByText("Copy value"));
    expect(await app.window.navigator.clipboard.readText()).toBe('{\n  "x": 1\n}');
  });
});
