import { resource, type Resource } from "../../src/reactive/resource.ts";
import { expectType, type Equal } from "./expect-type.ts";

// R82: the answer's type is known whether or not the load asks for its abort signal
const plain = resource(async () => [1]);
expectType<Equal<typeof plain, Resource<number[]>>>();
const abortable = resource(async ({ signal }) => (signal.aborted ? [] : [1]));
expectType<Equal<typeof abortable, Resource<number[]>>>();

// R82: a load that builds on the previous answer says of what type that is
const growing = resource<number[]>(({ previous = [] }) => [...previous, 1]);
expectType<Equal<typeof growing, Resource<number[]>>>();
