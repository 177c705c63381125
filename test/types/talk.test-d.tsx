import { session, type CallOptions, type ClipboardError, type NoticeOptions } from "tandem";
import { z } from "zod";
import { expectType, type Equal } from "./expect-type.ts";

// M18: a schema types the arguments, as it leaves them.
session.setMessageHandler(
  "rename",
  (id, name) => {
    expectType<Equal<typeof id, number>>();
    expectType<Equal<typeof name, string>>();
  },
  { schema: z.tuple([z.coerce.number(), z.string().optional().default("none")]) },
);
session.setMessageHandler("many", (...names) => names.map((name) => name.length), { schema: z.array(z.string()) });
session.setMessageHandler("none", () => 1, { schema: z.tuple([]) });
session.setMessageHandler("plain", (...args) => args.length);
session.setMessageHandler("gone", null);
expectType<Equal<ReturnType<typeof session.setMessageHandler>, string>>();

// @ts-expect-error Without a schema, arguments can be any JSON.
session.setMessageHandler("bad", (name: string) => name);
// @ts-expect-error The handler takes what the schema makes.
session.setMessageHandler("bad", (name: number) => name, { schema: z.tuple([z.string()]) });
// @ts-expect-error A schema is one of the list of arguments.
session.setMessageHandler("bad", () => 1, { schema: z.string() });
// @ts-expect-error There is no handler to check for.
session.setMessageHandler("bad", null, { schema: z.tuple([]) });

expectType<Equal<Awaited<ReturnType<typeof session.evalJs<string>>>, string>>();
const anything = session.evalJs("location.href");
expectType<Equal<Awaited<typeof anything>, unknown>>();
// @ts-expect-error Options of a call come after the arguments.
void session.evalJs("1", {}, { timeOut: 1 });
expectType<Equal<Parameters<typeof session.getClipboard>, [options?: CallOptions]>>();
expectType<Equal<Awaited<ReturnType<typeof session.getClipboard>>, string>>();

declare const error: ClipboardError;
expectType<Equal<typeof error.clientName, string>>();

session.notify(<b>Saved</b>, {
  kind: "success",
  duration: 0,
  id: "save",
  action: { label: "Undo", onClick: (event) => event.clientX },
});
// @ts-expect-error There is no such kind.
session.notify("x", { kind: "fatal" } satisfies NoticeOptions);
// @ts-expect-error A custom message has a message.
session.sendCustomMessage("x");
