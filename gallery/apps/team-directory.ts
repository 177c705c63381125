import teamDirectory from "../../examples/apps/team-directory/app.tsx";
import type { Example } from "../example.ts";
import { wholeApp } from "../own-app.tsx";

export const teamDirectoryExample: Example = {
  path: "apps/team-directory",
  title: "Team directory",
  summary: "List, edit, validate and sign in, in under 150 lines.",
  text: "Sign in with “letmein”, and the same table can be edited, everywhere at once. What is entered is checked on the server, by the same schema in the cells and in the form.",
  ...wholeApp({ "team-directory": teamDirectory }),
  files: ["apps/team-directory/app.tsx"],
};
