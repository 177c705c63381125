// @ts-check
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./run.js";

/** What is only for its `<wa-icon>`: its styles and libraries. @param {string} contents */
function isOnlyOfIcons(contents) {
  const modules = [...contents.matchAll(/^\/\/ (src\/\S+)/gm)].map((match) => String(match[1]));
  return modules.length > 0 && modules.every((name) => name.startsWith("src/components/icon/"));
}

/**
 * Gives Web Awesome's components our `<wa-icon>` in place of theirs, in whichever of its files that is: theirs fetches
 * pictures and parses them as HTML, and is a fifth of the whole.
 *
 * @type {import("esbuild").Plugin}
 */
export const ownIcons = {
  name: "own-icons",
  setup(build) {
    let found = 0;
    build.onLoad({ filter: /[\\/]@awesome\.me[\\/]webawesome[\\/]dist[\\/]chunks[\\/]/ }, async ({ path }) => {
      const contents = await readFile(path, "utf8");
      if (!isOnlyOfIcons(contents)) return { contents, loader: "js" };
      if (!contents.includes('customElement("wa-icon")')) return { contents: "", loader: "js" };
      found++;
      const own = JSON.stringify(join(root, "src/browser/ui/icon-element.ts"));
      return { contents: `export { IconElement as WaIcon } from ${own};`, loader: "js" };
    });
    build.onEnd(() => {
      if (found === 0) return { errors: [{ text: "Expected Web Awesome to have a <wa-icon> to replace." }] };
      return {};
    });
  },
};
