import { readFileSync } from "node:fs";
import { TandemError } from "../../core/errors.ts";
import { nearestName } from "../../core/nearest-name.ts";
import { describe } from "../../view/attribute-kinds.ts";

/** What a part of an icon is drawn with. */
export interface IconPath {
  readonly d: string;
  readonly "fill-rule"?: "evenodd";
}

let texts: Readonly<Record<string, string>> | undefined;
const parsed = new Map<string, readonly IconPath[]>();

/** The paths of an icon; all icons are read when the first is needed. */
export function iconPaths(name: string): readonly IconPath[] {
  let paths = parsed.get(name);
  if (paths === undefined) parsed.set(name, (paths = textOf(name).split("\n").map(toPath)));
  return paths;
}

function textOf(name: string): string {
  texts ??= readIcons();
  const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
  if (text === undefined) throw unknownIcon(name, texts);
  return text;
}

const toPath = (text: string): IconPath =>
  text.startsWith("!") ? { d: text.slice(1), "fill-rule": "evenodd" } : { d: text };

/** As the build has left them. From `src/` and from `dist/` alike it is three folders up. */
function readIcons(): Readonly<Record<string, string>> {
  const file = new URL("../../../dist/icons.json", import.meta.url);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  } catch (cause) {
    throw new TandemError(
      "ui/icons-missing",
      `Expected the icons at ${file.pathname}, but they are not there. In a checkout of Tandem, run: npm run build`,
      { cause },
    );
  }
}

function unknownIcon(name: unknown, names: object): TandemError {
  const nearest = typeof name === "string" ? nearestName(name, Object.keys(names)) : undefined;
  return new TandemError(
    "ui/unknown-icon",
    `Expected <Icon> to get the name of one of Bootstrap Icons, but got ${describe(name)}.${nearest ? ` Did you mean "${nearest}"?` : " They are listed at https://icons.getbootstrap.com."}`,
  );
}
