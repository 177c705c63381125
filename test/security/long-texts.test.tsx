import { expect, it } from "vitest";
import { attachmentHeader, plainFileName } from "../../src/session/downloads/file-name.ts";
import { Link } from "../../src/pages/link.ts";
import { page } from "../../src/pages/page.ts";
import { findInJson } from "../../src/ui/content/json/json-search.ts";
import { TextInput } from "tandem/ui";
import { MarkdownDocument } from "../../src/ui/content/markdown/document.ts";
import { parseNumber } from "../../src/ui/inputs/number-rules.ts";
import { styleText } from "../../src/view/style-text.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { signal } from "tandem";
import { TestSession } from "../support/test-session.ts";

/** Where time grew with its square, what is so long would take longer than any test may. */
const LENGTH = 600_000;

it.each([".", " ", "/", "\\", "'", "💥"])("X6: a name of a file may have any number of %j", (part) => {
  const name = plainFileName(`a${part.repeat(LENGTH)}b.txt`, "file");
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  expect(name).toMatch(/\.txt$/);
  expect(attachmentHeader(name)).toMatch(/^attachment; filename="[\w .,()+-]*\.txt"/);
});

it("X6: a path may have any number of slashes, where links look whether they lead there", async () => {
  const pages = [page({ path: "/", component: () => <p /> }), page({ path: "/a/*rest", component: () => <p /> })];
  const { session } = new TestSession(() => <Link to="/a">There</Link>, { app: { pages } });
  const outcome = session.run(() => session.navigateTo(`/a${"/".repeat(LENGTH)}b`));
  await promisesSettled();
  expect(await outcome).toBe("arrived");
  expect(session.firstPaint().root).toContain('aria-current="true"');
});

it("X6: a query may have any number of parts, where a guard passes them on", async () => {
  const pages = [
    page({ path: "/old", redirect: "/new?kept=1&p3=own" }),
    page({ path: "/new", component: () => <p /> }),
  ];
  const { session } = new TestSession(() => <p />, { app: { pages } });
  const parts = Array.from({ length: LENGTH / 12 }, (_, at) => `p${at}=${at}`);
  await session.run(() => session.navigateTo(`/old?${parts.join("&")}&p5=again`));
  const { pathname, searchParams } = new URL(session.activePageUrl.peek());
  expect([pathname, searchParams.size]).toEqual(["/new", parts.length + 2]);
  expect(searchParams.getAll("p3")).toEqual(["own"]);
  expect(searchParams.getAll("p5")).toEqual(["5", "again"]);
});

it("X6: a number may have any number of digits", () => {
  for (const text of ["1".repeat(LENGTH), `.${"1".repeat(LENGTH)}`, `1e${"1".repeat(LENGTH)}`])
    expect(parseNumber(`${text}x`)).toBeUndefined();
});

it.each(["a\n\n", "- a\n", "|-|-|\n"])("X6: a text in Markdown may have any number of %j", (part) => {
  const blocks = new MarkdownDocument().read(part.repeat(LENGTH / 4 / part.length));
  expect(blocks.length).toBeGreaterThan(0);
});

it("X6: JSON may be as deep as it likes, where it is searched", () => {
  let deep: unknown = "needle";
  for (let depth = 0; depth < LENGTH / 6; depth++) deep = [deep, "needle"];
  const search = findInJson(deep, "needle");
  let step = search.next();
  while (!step.done) step = search.next();
  expect(step.value.length).toBeGreaterThan(100);
});

it("X6: a style's value may have any number of quotes, and is refused if one is left open", () => {
  const open = `"${'\\"'.repeat(LENGTH)}`;
  expect(() => styleText({ content: open })).toThrow(expect.objectContaining({ code: "view/bad-style" }));
  expect(styleText({ content: `${open}"` })).toBe(`content:${open}"`);
});

/** An input whose pattern takes twice as long for each character more. */
function slowInput(pattern: RegExp) {
  const [value, told] = [signal(""), [] as unknown[]];
  const test = new TestSession(() => <TextInput label="Words" bind={value} pattern={pattern} />, {
    app: { onError: (error) => void told.push(error) },
  });
  const client = test.connect();
  const enter = (v: string) => client.event(test.idOf("input"), "input", { v });
  return { value, told, enter };
}

it("X33: a match that would take for ever is broken off, told to the app, and tried with half as much", () => {
  const { value, told, enter } = slowInput(/(?:\w+ ?)*b/);
  enter("x".repeat(60));
  expect(told).toEqual([expect.objectContaining({ code: "ui/slow-pattern" })]);
  // What is longer than half of that is refused at once, and nobody hears of it again.
  for (let length = 31; length < 5_000; length += 97) enter(`${"x".repeat(length)}`);
  enter(`${"x".repeat(40)}b`);
  expect([told.length, value.peek()]).toEqual([1, ""]);
  enter(`${"x".repeat(15)}b`);
  expect(value.peek()).toBe("xxxxxxxxxxxxxxxb");
});

it("X33: without a maxLength, as many characters are matched as take no time", () => {
  const { value, told, enter } = slowInput(/[a-z]*[a-z]*[a-z]*/);
  enter("a".repeat(10_001));
  expect(value.peek()).toBe("");
  enter("a".repeat(10_000));
  expect([value.peek().length, told]).toEqual([10_000, []]);
});
