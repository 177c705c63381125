import themeEditor from "../../examples/apps/theme-editor/app.tsx";
import type { Example } from "../example.ts";
import { wholeApp } from "../own-app.tsx";

export const themeEditorExample: Example = {
  path: "apps/theme-editor",
  title: "Theme editor",
  summary: "Change a colour, and every widget follows; take the theme with you.",
  text: "A theme is a few tokens; all other colours, rooms and corners are derived from them in the browser. Each change is one style on the page’s root. What the theme makes hard to read is said at once, by how WCAG counts.",
  ...wholeApp({ "theme-editor": themeEditor }),
  files: [
    "apps/theme-editor/app.tsx",
    "apps/theme-editor/draft.ts",
    "apps/theme-editor/panel.tsx",
    "apps/theme-editor/sample.tsx",
    "apps/theme-editor/export.tsx",
    "apps/theme-editor/colors.ts",
    "apps/theme-editor/presets.ts",
    "apps/theme-editor/editor.css",
  ],
};
