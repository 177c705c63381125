import { buttons } from "./buttons/family.ts";
import { chat } from "./chat/family.ts";
import { choices } from "./choices/family.ts";
import { content } from "./content/family.ts";
import { data } from "./data/family.ts";
import { elements } from "./elements/family.ts";
import type { BookFamily } from "./entry.ts";
import { feedback } from "./feedback/family.ts";
import { forms } from "./forms/family.ts";
import { inputs } from "./inputs/family.ts";
import { layout } from "./layout/family.ts";
import { overlays } from "./overlays/family.ts";

/** All families, in the order in which they are shown. A family lists its entries in its `family.ts`. */
export const families: readonly BookFamily[] = [
  // One a line, so that it is seen when one is lost.
  inputs,
  choices,
  forms,
  buttons,
  layout,
  overlays,
  content,
  feedback,
  data,
  chat,
  elements,
];

export const addressOf = (family: BookFamily, entry: BookFamily["entries"][number]): string =>
  `/${family.path}/${entry.slug}`;
