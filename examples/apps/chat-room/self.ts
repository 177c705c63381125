import { createContext } from "tandem";
import type { Self } from "./person.ts";

/** Who is at this session, for all below. */
export const SelfContext = createContext<Self | undefined>(undefined);
