import { readFileSync } from "node:fs";
import { app, apps, type App } from "tandem";
import { examples } from "./catalogue.ts";
import docs from "./docs/app.tsx";
import { Gallery } from "./gallery.tsx";
import { tellError } from "./told-errors.ts";

const STYLES = ["tokens", "page", "frame", "controls", "source", "examples"];
/** For apps beside the gallery. */
const OWN_STYLES = ["tokens", "page", "controls", "examples", "own-app"];
const readStyle = (name: string) => readFileSync(new URL(`styles/${name}.css`, import.meta.url), "utf8");

const gallery = app(Gallery, {
  title: "Tandem · a gallery",
  lang: "en",
  description: "Web apps in one TypeScript file, each running beside its source.",
  styles: STYLES.map(readStyle),
  scripts: examples.flatMap(({ scripts = [] }) => scripts),
  onError: tellError,
});

/** In the gallery's clothes; all else is as the example has it. */
const dressed = ({ root: Root, options }: App, title: string): App =>
  app(
    () => (
      <main class="own-app">
        <Root />
      </main>
    ),
    { title, lang: "en", ...options, styles: OWN_STYLES.map(readStyle) },
  );

const ownApps = examples.flatMap(({ apps: own = {}, title, hasOwnLook }) =>
  Object.entries(own).map(([name, each]) => [name, hasOwnLook ? each : dressed(each, title)] as const),
);

export default apps({ "": gallery, docs, ...Object.fromEntries(ownApps) });
