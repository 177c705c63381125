import { describe, expect, it } from "vitest";
import { read } from "../../scripts/support/source-files.js";
import { assault } from "./fuzz/widgets/assault.ts";
import { FLOW_CASES, WIDGET_CASES } from "./fuzz/widgets/cases.ts";

/** `npm run fuzz` attacks longer and more often, by a seed of its own. */
const SHORT = { seed: 20_261_126, runs: 8, mostWords: 30 };

/** They show, and hear nothing of their page. */
const DEAF = new Set(
  [
    "Audio Avatar Badge ButtonGroup Card Comparison Divider EmptyState ErrorState Grid Icon KeyValues Metric",
    "ProgressBar ProgressCircle QrCode RelativeTime Row Skeleton Sparkline Spinner Stack",
  ].flatMap((names) => names.split(" ")),
);

const CASES = ["value-widgets", "input-cases", "form-cases", "data-cases", "other-cases"].map((name) =>
  read(`test/security/${name === "value-widgets" ? "" : "fuzz/widgets/"}${name}.tsx`),
);

it("X31: each widget that may hear its page is among those that are attacked", () => {
  type Names = Record<string, { values: string[] }>;
  const { values } = (JSON.parse(read("test/public-names.json")) as Names)["tandem/ui"]!;
  const isAttacked = (name: string) => CASES.some((text) => new RegExp(`<ui\\.${name}\\b`).test(text));
  const left = values.filter((name) => /^[A-Z]/.test(name) && !DEAF.has(name) && !isAttacked(name));
  expect(left).toEqual([]);
});

describe("whatever words come, in whatever order", () => {
  it.each(WIDGET_CASES)("X31: $name keeps to what is allowed, and troubles nobody", async (each) => {
    expect((await assault(each, SHORT)).problems).toEqual([]);
  });

  it.each(FLOW_CASES)("X32: $name has an answer that was asked for, once, or none", async (each) => {
    expect((await assault(each, SHORT)).problems).toEqual([]);
  });
});
