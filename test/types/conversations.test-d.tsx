/** Conversations: what answers are, by what was asked. */
import { z } from "zod";
import { signal } from "../../src/reactive/signal.ts";
import { ask } from "../../src/flow/ask.ts";
import { field } from "../../src/flow/fields/field.ts";
import { waitForChange } from "../../src/flow/wait-for-change.ts";
import type { FileInfo } from "../../src/session/uploads/file-info.ts";
import { expectType, type Equal } from "./expect-type.ts";

// Y52: an answer is of the kind that was asked for, or null where it may be cancelled
const text = await ask.text("x");
expectType<Equal<typeof text, string>>();
const perhaps = await ask.text("x", { required: false, cancelable: true });
expectType<Equal<typeof perhaps, string | null>>();
const made = await ask.text("x", { validate: z.string().transform(Number) });
expectType<Equal<typeof made, number>>();
const sure = await ask.confirm("x");
expectType<Equal<typeof sure, boolean>>();
const own = await ask.custom<Date>(({ answer }) => (answer(new Date()), null));
expectType<Equal<typeof own, Date>>();

const amount = await ask.number("x", { min: 0, validate: (value) => (value > 9 ? "Too many." : undefined) });
expectType<Equal<typeof amount, number>>();
const noAmount = await ask.number("x", { required: false });
expectType<Equal<typeof noAmount, number | null>>();
const big = await ask.number("x", { required: false, validate: z.number().transform(BigInt) });
expectType<Equal<typeof big, bigint | null>>();
const agreed = await ask.checkbox("x");
expectType<Equal<typeof agreed, boolean>>();
const days = await ask.dateRange("x", { min: "2026-11-26", cancelable: true });
expectType<Equal<typeof days, { readonly from: string; readonly to: string } | null>>();
const when = field.number("x", { onChange: (value) => value?.toFixed() });
expectType<Equal<typeof when.value, number | null>>();

const size = await ask.select("x", ["S", "M", "L"]);
expectType<Equal<typeof size, "S" | "M" | "L">>();
const people = [{ label: "Ada", value: { id: 1 } }];
const person = await ask.radio("x", people, { required: false });
expectType<Equal<typeof person, { id: number } | null>>();
const live = await ask.select("x", () => people, { cancelable: true, value: { id: 2 } });
expectType<Equal<typeof live, { id: number } | null>>();
const some = await ask.checkboxes("x", ["a", { label: "One", value: 1 }], { max: 2 });
expectType<Equal<typeof some, ("a" | 1)[]>>();
const found = await ask.lookup("x", async (query) => [{ value: query.length, label: query }]);
expectType<Equal<typeof found, number>>();
const team = await ask.multiSelect("x", ["Ada", "Bo"], { max: 2, placeholder: "Who?" });
expectType<Equal<typeof team, ("Ada" | "Bo")[]>>();
const one = await ask.file("x", { types: ["pdf"] });
expectType<Equal<typeof one, FileInfo>>();
const noFile = await ask.file("x", { required: false });
expectType<Equal<typeof noFile, FileInfo | null>>();
const files = await ask.file("x", { multiple: true, maxCount: 3 });
expectType<Equal<typeof files, readonly FileInfo[]>>();

// Y52: of buttons it is what they stand for, and null if one of them cancels
const chosen = await ask.actions("x", ["Yes", { label: "One", value: 1 }, { label: "Again", kind: "reset" }]);
expectType<Equal<typeof chosen, "Yes" | 1>>();
const left = await ask.actions("x", ["Yes", { label: "Leave", kind: "cancel" }]);
expectType<Equal<typeof left, "Yes" | null>>();

// Y52: of a form it has what each field holds, or what its schema makes
const name = field.text("x", { validate: (value) => (value.length < 3 ? "Too short." : undefined) });
const width = field.custom("x", { value: 3, render: (self) => self.value.toFixed(2) });
const form = await ask.form("x", { name, width }, { validate: (all) => (all.width > 3 ? { name: "No." } : undefined) });
expectType<Equal<typeof form, { name: string; width: number }>>();
const inline = await ask.form("x", {
  amount: field.number("a"),
  size: field.select("b", ["S", "M"], { required: false }),
  tags: field.checkboxes("c", [1, 2]),
  file: field.file("d"),
  own: field.custom("e", { value: 3, render: () => null }),
});
expectType<
  Equal<typeof inline, { amount: number; size: "S" | "M" | null; tags: (1 | 2)[]; file: FileInfo; own: number }>
>();
const given = await ask.form("x", { name }, { cancelable: true });
expectType<Equal<typeof given, { name: string } | null>>();
const leaving = await ask.form("x", { name, deed: field.actions("y", ["Go", { label: "Leave", kind: "cancel" }]) });
expectType<Equal<typeof leaving, { name: string; deed: "Go" } | null>>();
const parsed = await ask.form("x", { name }, { validate: z.object({ name: z.string().transform(Number) }) });
expectType<Equal<typeof parsed, { name: number }>>();

// Y52: what was not asked for does not compile
export async function wrong() {
  // @ts-expect-error misspelt
  await ask.text("x", { required: false, maxLenght: 5 });
  // @ts-expect-error of another kind
  await ask.number("x", { pattern: /x/ });
  // @ts-expect-error not one of them
  await ask.select("x", ["S", "M"], { value: "L" });
  // @ts-expect-error nothing to choose by
  await ask.select("x", [{ value: 1 }]);
  // @ts-expect-error what Enter does is to be answered
  await ask.text("x", { onEnter: () => {} });
  // @ts-expect-error a question says what it asks
  await ask.text();
  // @ts-expect-error no such field
  await ask.form("x", { name }, { validate: ({ size }) => size });
  // @ts-expect-error a complaint about a field that there is not
  await ask.form("x", { name }, { validate: () => ({ size: "No." }) });
  // @ts-expect-error no field
  await ask.form("x", { name: "text" });
}

// Y52: a change is of one of those that were waited for
const change = await waitForChange({ name: signal(""), count: () => 3 });
if (change.name === "name") expectType<Equal<typeof change.value, string>>();
else expectType<Equal<typeof change.value, number>>();
const inTime = await waitForChange({ name: signal("") }, { timeout: 5 });
expectType<Equal<typeof inTime, { name: "name"; value: string } | undefined>>();
