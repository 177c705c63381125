import type { BookFamily } from "./entry.ts";
import { buttons } from "./buttons/family.ts";
import { inputs } from "./inputs/family.ts";

/** All families, in the order in which they are shown. A family lists its entries in its `family.ts`. */
export const families: readonly BookFamily[] = [inputs, buttons];

export const addressOf = (family: BookFamily, entry: BookFamily["entries"][number]): string =>
  `/${family.path}/${entry.slug}`;
