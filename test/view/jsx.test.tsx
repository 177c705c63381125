import { expect, it } from "vitest";
import { jsxDEV } from "../../src/jsx-dev-runtime.ts";
import { Fragment, jsx, jsxs } from "../../src/jsx-runtime.ts";
import { JsxNode } from "../../src/view/node.ts";
import { eventKind } from "../../src/protocol/event-kinds.ts";

it("J18: JSX makes a description and runs nothing", () => {
  let runs = 0;
  const Card = () => `run ${++runs}`;
  const node = <Card />;
  expect(node).toBeInstanceOf(JsxNode);
  expect(node.type).toBe(Card);
  expect(runs).toBe(0);
});

it("J18: a fragment is its children", () => {
  const node = (
    <>
      a<b />
    </>
  );
  expect(node.type).toBe(Fragment);
  expect(Fragment(node.props as never)).toEqual(["a", new JsxNode("b", {})]);
});

it("J19: a key is a prop like any other", () => {
  const List = (props: { key?: number; each: number }) => props.each;
  expect((<List key={1} each={2} />).props).toEqual({ key: 1, each: 2 });
  for (const make of [jsx, jsxs, jsxDEV]) expect(make("p", { id: "a" }, "k").props).toEqual({ id: "a", key: "k" });
});

it("J19: without a key, the props are taken as they are", () => {
  const props = { id: "a" };
  expect(jsx("p", props).props).toBe(props);
});

it("J17: an event that is not listed is one with a detail", () => {
  expect([eventKind("click"), eventKind("wa-change"), eventKind("constructor")]).toEqual(["mouse", "detail", "detail"]);
});
