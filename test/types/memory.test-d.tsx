import { session, type NamedInput } from "tandem";
import { expectType, type Equal } from "./expect-type.ts";

declare module "tandem" {
  interface SessionLocal {
    visits: number;
  }
}

class User {
  readonly name: string = "";
}

// A3: declared names have their type, any other name is unknown
expectType<Equal<typeof session.local.visits, number | undefined>>();
expectType<Equal<(typeof session.local)["other"], unknown>>();
for (const name of session.local) expectType<Equal<typeof name, string>>();
// @ts-expect-error a declared name keeps its type
session.local.visits = "many";
// @ts-expect-error local itself is fixed
session.local = {};

// A4: an attachment has its class's type
export const found: User = session.get(User);
export const attached: User = session.attach(new User());
export const detached: User = session.detach(User);
// @ts-expect-error a plain value has no class
session.attach(7);
// @ts-expect-error found by class, not by name
session.get("User");

// A25: the value of an input is read
export const amount: NamedInput<number | null> = session.input<number | null>("amount");
expectType<Equal<typeof amount.value, number | null | undefined>>();
// @ts-expect-error it is the person's
session.input<string>("name").value = "x";
// @ts-expect-error no control holds an object
session.setInput("name", { text: "x" });
