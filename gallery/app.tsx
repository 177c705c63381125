import { readFileSync } from "node:fs";
import { app } from "tandem";
import { examples } from "./catalogue.ts";
import { Gallery } from "./gallery.tsx";
import { tellError } from "./told-errors.ts";

const STYLES = ["tokens", "page", "frame", "controls", "source", "examples"];
const readStyle = (name: string) => readFileSync(new URL(`styles/${name}.css`, import.meta.url), "utf8");

export default app(Gallery, {
  title: "Tandem · a gallery",
  lang: "en",
  description: "Web apps in one TypeScript file, each running beside its source.",
  styles: STYLES.map(readStyle),
  scripts: examples.flatMap(({ scripts = [] }) => scripts),
  onError: tellError,
});
