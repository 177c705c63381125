// @ts-check
/**
 * Makes of Bootstrap Icons what `<Icon>` draws with: `dist/icons.json`, the paths of each icon by its name, one a line,
 * those to be filled by the even-odd rule with a `!` in front.
 *
 *   node scripts/build-icons.js --names   rewrites src/ui/icons/icon-name.ts, when there are other icons
 */
import { mkdir, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./support/run.js";
import { writeWhole } from "./support/write-whole.js";

const folder = join(root, "node_modules/bootstrap-icons/icons");
const target = join(root, "dist/icons.json");

export async function buildIcons() {
  const [made, source] = await Promise.all([stat(target).catch(() => undefined), stat(import.meta.filename)]);
  if (made !== undefined && made.mtimeMs > source.mtimeMs) return;
  const entries = (await iconNames()).map(async (name) => [
    name,
    pathsOf(await readFile(join(folder, `${name}.svg`), "utf8")),
  ]);
  await mkdir(join(root, "dist"), { recursive: true });
  await writeWhole(target, JSON.stringify(Object.fromEntries(await Promise.all(entries))));
}

export async function iconNames() {
  return (await readdir(folder)).flatMap((file) => /^(.+)\.svg$/.exec(file)?.[1] ?? []).sort();
}

/** The text of `src/ui/icons/icon-name.ts`. */
export async function iconNameType() {
  const lines = [""];
  for (const name of await iconNames()) {
    const last = lines.length - 1;
    const longer = `${lines[last]} | ${JSON.stringify(name)}`;
    if (longer.length <= 118) lines[last] = longer;
    else lines.push(` | ${JSON.stringify(name)}`);
  }
  return `/** The name of one of Bootstrap Icons. Written by scripts/build-icons.js. */\nexport type IconName =\n${lines.map((line) => ` ${line}`).join("\n")};\n`;
}

/** @param {string} svg */
function pathsOf(svg) {
  return [...svg.matchAll(/<(path|circle|rect) ([^>]*?)\/?>/g)]
    .map(([, tag, text]) => {
      const attributes = Object.fromEntries(
        [...String(text).matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      );
      const path =
        tag === "path" ? attributes["d"] : tag === "circle" ? circlePath(attributes) : rectanglePath(attributes);
      return attributes["fill-rule"] === "evenodd" ? `!${path}` : path;
    })
    .join("\n");
}

/** @param {Record<string, string>} circle */
function circlePath({ cx, cy, r }) {
  return `M${Number(cx) - Number(r)} ${cy}a${r} ${r} 0 1 0 ${Number(r) * 2} 0a${r} ${r} 0 1 0-${Number(r) * 2} 0`;
}

/** With round corners. The one that is moved is turned over as well, which leaves it as it is. @param {Record<string, string>} rectangle */
function rectanglePath({ x = "0", y = "0", width, height, rx = "0", transform }) {
  const [dx, dy] = /(\S+) (\S+)\)$/.exec(transform ?? "")?.slice(1) ?? [];
  const left = dx === undefined ? Number(x) : Number(dx);
  const top = dy === undefined ? Number(y) : Number(dy) - Number(height);
  const [across, down, r] = [Number(width) - 2 * Number(rx), Number(height) - 2 * Number(rx), rx];
  return `M${left + Number(r)} ${top}h${across}a${r} ${r} 0 0 1 ${r} ${r}v${down}a${r} ${r} 0 0 1-${r} ${r}h-${across}a${r} ${r} 0 0 1-${r}-${r}v-${down}a${r} ${r} 0 0 1 ${r}-${r}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href && process.argv.includes("--names")) {
  await writeWhole(join(root, "src/ui/icons/icon-name.ts"), await iconNameType());
}
