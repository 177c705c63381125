import type { BookFamily } from "../entry.ts";
import form from "./form.tsx";

export const forms: BookFamily = {
  path: "forms",
  title: "Forms",
  entries: [form],
};
