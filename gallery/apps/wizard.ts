import wizard from "../../examples/apps/wizard/app.tsx";
import type { Example } from "../example.ts";
import { wholeApp } from "../own-app.tsx";

export const wizardExample: Example = {
  path: "apps/wizard",
  title: "Wizard",
  summary: "A claim in four steps: what is asked depends on what was answered.",
  text: "One asynchronous function asks, waits and goes on, forth and back. Fields are made once, so that whoever goes back finds what they entered; a number is looked up while they wait; nothing is sent before all of it was seen. What a page claims beyond its fields counts for nothing.",
  ...wholeApp({ claim: wizard }),
  files: [
    "apps/wizard/app.tsx",
    "apps/wizard/questions.ts",
    "apps/wizard/summary.tsx",
    "apps/wizard/policies.ts",
    "apps/wizard/wizard.css",
  ],
};
