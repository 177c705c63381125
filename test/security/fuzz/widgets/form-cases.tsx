/** Forms: nested, with lists, with checks that take a while, and files. */
import { For, signal, UploadArea, uploadList } from "tandem";
import * as ui from "tandem/ui";
import { z } from "zod";
import type { FuzzCase } from "./widget-attack.ts";

const Order = z.object({
  name: z.string().min(2).max(20),
  address: z.object({ street: z.string().max(30), town: z.enum(["Oslo", "Bergen"]) }),
  lines: z
    .array(z.object({ what: z.string().min(1).max(10), count: z.number().int().min(1).max(9) }))
    .min(1)
    .max(5),
  tags: z.array(z.string().regex(/^[a-z]+$/)).max(3),
  on: z.string(),
});

export const FORM_CASES: readonly FuzzCase[] = [
  {
    name: "a form with lists",
    words: { texts: ["Ann", "Oslo", "Bergen", "tea", "5", "2026-05-05", "abc"] },
    meddles: 3,
    open() {
      const submitted: unknown[] = [];
      const isOff = signal(false);
      let under = 0;
      let most = 0;
      let form!: ui.FormOf<z.infer<typeof Order>>;
      return {
        Screen() {
          form = ui.createForm({
            schema: Order,
            initial: {
              name: "Ann",
              address: { street: "", town: "Oslo" },
              lines: [{ what: "tea", count: 1 }],
              tags: [],
              on: "",
            } as z.infer<typeof Order>,
            disabled: isOff,
            async onSubmit(order) {
              submitted.push(order);
              most = Math.max(most, ++under);
              await Promise.resolve();
              under--;
            },
          }) as never;
          const { fields } = form;
          return (
            <ui.Form form={form}>
              <ui.TextInput label="Name" bind={fields.name} maxLength={20} />
              <ui.TextInput label="Street" bind={fields.address.street} />
              <ui.Select label="Town" bind={fields.address.town} options={["Oslo", "Bergen"]} />
              <For each={fields.lines.rows}>
                {(row) => (
                  <div>
                    <ui.TextInput label="What" bind={row.fields.what} />
                    <ui.NumberInput label="How many" bind={row.fields.count as never} min={1} max={9} step={1} />
                    <ui.Button onClick={() => row.remove()}>Remove</ui.Button>
                    <ui.Button onClick={() => row.moveTo(0)}>First</ui.Button>
                  </div>
                )}
              </For>
              <ui.Button
                onClick={() => fields.lines.value.peek().length < 6 && fields.lines.add({ what: "", count: 1 })}
              >
                Add
              </ui.Button>
              <ui.TagsInput label="Tags" bind={fields.tags} max={3} />
              <ui.DateInput label="On" bind={fields.on} />
              <ui.FormError />
              <ui.SubmitButton>Send</ui.SubmitButton>
              <ui.SubmitButton value="a" disabled>
                Never
              </ui.SubmitButton>
            </ui.Form>
          );
        },
        check: () => [
          ...(submitted.every((order) => Order.safeParse(order).success) ? [] : ["what was submitted is no order"]),
          ...(most <= 1 ? [] : ["two submissions at once"]),
          ...(form.values.peek().lines.length <= 6 ? [] : ["more lines than there may be"]),
          ...(["Oslo", "Bergen"].includes(form.values.peek().address.town) ? [] : ["a town that is not offered"]),
          ...form.values
            .peek()
            .lines.flatMap(({ count }) =>
              count === (null as never) || (Number.isInteger(count) && count >= 1 && count <= 9)
                ? []
                : [`${count} of something`],
            ),
        ],
        fixed: () => (isOff.peek() ? [form.values.peek(), submitted.length] : undefined),
        meddles: [() => isOff.update((is) => !is), () => form.reset(), () => form.setErrors({ name: "No." })],
      };
    },
  },
  {
    name: "a form that fails",
    words: { texts: ["Ann"] },
    open: () => ({
      appError: "the password of the database",
      Screen() {
        const form = ui.createForm({
          initial: { name: "", count: 0 as number | null },
          validate: ({ name }) => (name === "a" ? { name: "Not a." } : undefined),
          onSubmit() {
            throw new Error("the password of the database");
          },
        });
        return (
          <ui.Form form={form}>
            <ui.TextInput label="Name" bind={form.fields.name} />
            <ui.NumberInput label="Count" bind={form.fields.count} />
            <ui.FormError />
            <ui.SubmitButton>Send</ui.SubmitButton>
          </ui.Form>
        );
      },
      check: () => [],
    }),
  },
  {
    name: "places for files",
    open() {
      const files = signal<never[]>([]);
      const heard: unknown[] = [];
      return {
        Screen() {
          const list = uploadList({ types: ["pdf"], maxSize: 1_000, maxCount: 3 });
          return [
            <UploadArea files={list} label="Files" />,
            <ui.FileInput label="One" bind={files as never} types={["image/*"]} onChange={(now) => heard.push(now)} />,
          ] as never;
        },
        // None has arrived: what a page says of files is no file.
        check: () => (files.peek().length === 0 && heard.flat().length === 0 ? [] : ["a file came from nowhere"]),
      };
    },
  },
];
