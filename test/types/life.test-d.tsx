import { session, type CloseOptions, type ReadonlySignal, type Task } from "tandem";
import { expectType, type Equal } from "./expect-type.ts";

// S63: `done` has the type of what the function returns, promise or not, or `undefined`.
const sum = session.createTask(async (signal): Promise<number> => (signal.aborted ? 0 : 42), { name: "sum" });
const text = session.createTask(() => "text");
const nothing = session.createTask(() => {});
expectType<Equal<typeof sum, Task<number>>>();
expectType<Equal<(typeof sum)["done"], Promise<number | undefined>>>();
expectType<Equal<typeof text, Task<string>>>();
expectType<Equal<(typeof nothing)["closed"], ReadonlySignal<boolean>>>();

// S68: what is called back is a function.
// @ts-expect-error a promise is none
session.createTask(Promise.resolve(1));
// @ts-expect-error nor is a name
session.onEnded("cleanUp");
// @ts-expect-error an option that does not exist
session.onFlush(() => {}, { onec: false });

// S50: a close knows its options, and gives a promise.
export const closing: Promise<void> = session.close({ hard: true, message: "Bye." });
// @ts-expect-error a text is no option
export const wrong: CloseOptions = { hard: "yes" };
