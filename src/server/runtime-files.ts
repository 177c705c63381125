import { readFileSync } from "node:fs";
import { TandemError } from "../core/errors.ts";

/** What every page of ours loads. */
export interface RuntimeFiles {
  script: string;
  /** Scripts that a page loads when it needs them, by short name. */
  chunks: Readonly<Record<string, string>>;
  styles: string;
}

let loaded: RuntimeFiles | undefined;

/** The page's runtime as built, read once. From `src/` and from `dist/` alike it is two folders up. */
export function builtRuntime(): RuntimeFiles {
  return (loaded ??= {
    script: readBuilt("tandem.js"),
    chunks: {
      http: readBuilt("tandem-http.js"),
      extras: readBuilt("tandem-extras.js"),
      upload: readBuilt("tandem-upload.js"),
    },
    styles: readBuilt("tandem.css"),
  });
}

function readBuilt(name: string): string {
  const file = new URL(`../../dist/browser/${name}`, import.meta.url);
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
