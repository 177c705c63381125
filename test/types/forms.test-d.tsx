/** Forms: fields and values in the types that the schema says. */
import type { FileInfo } from "tandem";
import { createForm, TextInput, type Field, type FieldList, type FormFields } from "tandem/ui";
import { z } from "zod";
import { expectType, type Equal } from "./expect-type.ts";

const Order = z.object({
  name: z.string(),
  note: z.string().default(""),
  size: z.enum(["s", "m"]),
  amount: z.coerce.number<string>(),
  due: z.date(),
  tags: z.array(z.string()),
  address: z.object({ city: z.string() }).optional(),
  lines: z.array(z.object({ text: z.string() })),
});

const form = createForm({
  schema: Order,
  initial: {
    name: "",
    note: "",
    size: null,
    amount: "1",
    due: new Date(0),
    tags: ["a"],
    address: { city: "" },
    lines: [],
  },
  onSubmit: (value) => {
    // U140: what onSubmit gets is what the schema gives.
    expectType<Equal<typeof value, z.output<typeof Order>>>();
  },
});

// U140: fields are typed by what the schema takes; nothing is in them only where it was at first.
expectType<Equal<typeof form.fields.name, Field<string>>>();
expectType<Equal<typeof form.fields.note, Field<string>>>();
expectType<Equal<typeof form.fields.size, Field<"s" | "m" | null>>>();
expectType<Equal<typeof form.fields.amount, Field<string>>>();
expectType<Equal<typeof form.fields.due, Field<Date>>>();
expectType<Equal<typeof form.fields.tags, Field<string[]>>>();
expectType<Equal<typeof form.fields.address.city, Field<string>>>();

// U150: a list of objects has rows of fields.
expectType<Equal<typeof form.fields.lines, FieldList<{ text: string }>>>();
const row = form.fields.lines.rows.peek()[0]!;
expectType<Equal<typeof row.fields, FormFields<{ text: string }>>>();
form.fields.lines.add({ text: "" });
export const input = <TextInput label="Text" bind={row.fields.text} />;
// @ts-expect-error there is no such value
void form.fields.nam;
// @ts-expect-error a row has a text
form.fields.lines.add({});

// U147: errors are by the names of fields.
form.setErrors({ name: "a", "address.city": "b", "lines.0.text": "c", lines: "d" });
// @ts-expect-error there is no such field
form.setErrors({ city: "b" });

// U140: each value has something at first.
// @ts-expect-error the size is missing
createForm({ schema: z.object({ size: z.enum(["s", "m"]) }), initial: {} });
createForm({ schema: z.object({ size: z.enum(["s", "m"]) }), initial: { size: "m" } });
// @ts-expect-error there is no such size
createForm({ schema: z.object({ size: z.enum(["s", "m"]) }), initial: { size: "l" } });

// U140: without a schema, the values are as they begin.
const plain = createForm({ initial: { word: "" }, onSubmit: ({ word }) => word.trim() });
expectType<Equal<typeof plain.fields.word, Field<string>>>();

// U150: files are values, and not taken apart.
const upload = createForm({ schema: z.object({ papers: z.array(z.custom<FileInfo>()) }), initial: { papers: [] } });
expectType<Equal<typeof upload.fields.papers, Field<FileInfo[]>>>();

// U151: a whole object is a field by its name.
expectType<Equal<ReturnType<typeof form.field<"address">>, Field<{ city: string }>>>();
