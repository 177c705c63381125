import { readFileSync } from "node:fs";
import { TandemError } from "../core/errors.ts";
import type { PagePart } from "../session/parts.ts";
import type { BuiltFile } from "./hashed-assets.ts";

/** What pages load. */
export interface RuntimeFiles {
  script: string;
  /** Scripts that a page loads when it needs them, by short name. */
  chunks: Readonly<Record<string, string>>;
  styles: string;
  parts: Readonly<Partial<Record<PagePart, PartFiles>>>;
}

/** A part of the runtime that pages with certain widgets load. */
export interface PartFiles {
  readonly script: BuiltFile;
  readonly styles?: BuiltFile;
}

let loaded: RuntimeFiles | undefined;

/** The page's runtime as built, read once; its parts when they are first asked for. From `src/` and from `dist/` alike it is two folders up. */
export function builtRuntime(): RuntimeFiles {
  return (loaded ??= {
    script: readBuilt("tandem.js"),
    chunks: {
      http: readBuilt("tandem-http.js"),
      extras: readBuilt("tandem-extras.js"),
      upload: readBuilt("tandem-upload.js"),
    },
    styles: readBuilt("tandem.css"),
    parts: builtParts(),
  });
}

/** As the build has listed them: the hashes of their content by name and extension. */
function builtParts(): Partial<Record<PagePart, PartFiles>> {
  const list = JSON.parse(readBuilt("parts.json")) as Record<PagePart, { js: string; css?: string }>;
  return Object.fromEntries(
    Object.entries(list).map(([name, { js, css }]) => [
      name,
      {
        script: builtFile(name, "js", js),
        ...(css === undefined ? {} : { styles: builtFile(name, "css", css) }),
      },
    ]),
  );
}

function builtFile(part: string, extension: "js" | "css", hash: string): BuiltFile {
  const name = `tandem-${part}`;
  return {
    name,
    extension,
    hash,
    read: (ending) => readFileSync(builtUrl(`${name}.${extension}${ending}`)),
  };
}

const builtUrl = (name: string): URL => new URL(`../../dist/browser/${name}`, import.meta.url);

function readBuilt(name: string): string {
  const file = builtUrl(name);
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new TandemError(
      "server/runtime-missing",
      `Expected the page's runtime at ${file.pathname}, but it is not there. In a checkout of Tandem, run: npm run build`,
      { cause },
    );
  }
}
