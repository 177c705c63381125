import admin from "../../examples/apps/admin/app.tsx";
import type { Example } from "../example.ts";
import { wholeApp } from "../own-app.tsx";

export const adminExample: Example = {
  path: "apps/admin",
  title: "Admin",
  summary: "A stock room on SQLite: sign-in, roles, a table to edit, forms and a journal.",
  text: "Sign in as ada, grace or alan: each may do something else, and the server asks for each change. Change cells, paste a block of them, undo it, or use the form; what one does, the others see at once, and the journal knows it.",
  ...wholeApp({ admin }),
  files: [
    "apps/admin/app.tsx",
    "apps/admin/products-page.tsx",
    "apps/admin/product-form.tsx",
    "apps/admin/products.ts",
    "apps/admin/accounts.ts",
    "apps/admin/passwords.ts",
    "apps/admin/sign-in.tsx",
    "apps/admin/people-page.tsx",
    "apps/admin/journal-page.tsx",
    "apps/admin/journal.ts",
    "apps/admin/database.ts",
    "apps/admin/seed.ts",
    "apps/admin/app.css",
  ],
  isWide: true,
};
