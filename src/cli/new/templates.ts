import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a template is for, by its name: the folder of its files in `templates/`. */
export const TEMPLATES = {
  minimal: "a counter in ten lines",
  conversation: "questions and answers, one after another",
  dashboard: "live charts and figures",
  admin: "records to list, edit and check, behind a log-in",
} as const;

export type TemplateName = keyof typeof TEMPLATES;

/** What is good to know when a new project is opened for the first time. */
export const HINTS: { readonly [Name in TemplateName]?: string } = {
  admin: 'Sign in as ada with "bicycle", or as bob, who may only look, with "tricycle" (users.ts).',
};

/** A file of a new project: where it goes in it, and where it is now. */
export interface TemplateFile {
  readonly name: string;
  readonly source: string;
}

/** From `src/` and from `dist/` alike it is three folders up. */
const FOLDER = fileURLToPath(new URL("../../../templates/", import.meta.url));

/** The files of a template, after those that all have. */
export const templateFiles = (template: TemplateName): TemplateFile[] => [
  ...filesIn(join(FOLDER, "common")),
  ...filesIn(join(FOLDER, template)),
];

function filesIn(folder: string): TemplateFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((source) => ({ name: projectName(source.slice(folder.length + 1)), source }));
}

/** npm leaves a `.gitignore` out of what it publishes, so that it goes by another name. */
const projectName = (name: string): string => (name === "gitignore" ? ".gitignore" : name);
