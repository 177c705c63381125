import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { TandemError } from "../core/errors.ts";
import { ASSETS_PREFIX, queryParameter } from "./request-path.ts";
import type { SettledOptions } from "./server-options.ts";
import { isPlainSegment } from "./static-assets.ts";

interface KnownHash {
  readonly size: number;
  readonly modified: number;
  readonly hash: string;
}

const PARAMETER = "v";
const CHUNK = 1024 * 1024;

/** URLs of an app's assets that change with their content, so that browsers may keep what they got for good. */
export class AssetUrls {
  readonly #folder: string | undefined;
  readonly #basePath: string;
  /** By real path. A file is read again only when its size or time has changed. */
  readonly #hashes = new Map<string, KnownHash>();

  constructor({ assets, basePath }: Pick<SettledOptions, "assets" | "basePath">) {
    this.#folder = assets;
    this.#basePath = basePath;
  }

  urlOf(asset: string | URL): string {
    if (this.#folder === undefined) {
      throw new TandemError(
        "files/no-assets",
        'Expected the app to have a folder of assets, but it has none. Name it: serve(app, { assets: "./assets" }).',
      );
    }
    const top = realpathSync(this.#folder);
    const file = realFile(resolve(top, pathText(asset)), asset);
    const segments = relative(top, file).split(sep);
    if (isAbsolute(relative(top, file)) || !segments.every(isPlainSegment)) throw outside(asset);
    return `${this.#basePath}${ASSETS_PREFIX}${segments.map(encodeURIComponent).join("/")}?${PARAMETER}=${this.#hash(file)}`;
  }

  /** Whether a URL names the content that this file has now. */
  isOf(file: string, url: string | undefined): boolean {
    const hash = queryParameter(url, PARAMETER);
    // What no URL of ours was made for is not read for whoever asks.
    return hash !== undefined && this.#hashes.has(file) && hash === this.#hash(file);
  }

  #hash(file: string): string {
    const { size, mtimeMs: modified } = statSync(file);
    const known = this.#hashes.get(file);
    if (known !== undefined && known.size === size && known.modified === modified) return known.hash;
    const hash = hashOf(file);
    this.#hashes.set(file, { size, modified, hash });
    return hash;
  }
}

function pathText(asset: unknown): string {
  if (asset instanceof URL && asset.protocol === "file:") return fileURLToPath(asset);
  if (typeof asset === "string" && asset !== "" && !asset.includes("\0")) return asset;
  throw outside(asset);
}

/** Links are followed first: what counts is where the file really is. */
function realFile(path: string, asset: unknown): string {
  try {
    const file = realpathSync(path);
    if (statSync(file).isFile()) return file;
  } catch {
    // Told below, as a folder is.
  }
  throw new TandemError(
    "files/asset-missing",
    `Expected a file in the folder of assets, but there is no ${String(asset)}. Check the name; capitals count.`,
  );
}

function outside(asset: unknown): TandemError {
  return new TandemError(
    "files/outside-assets",
    `Expected a file inside the folder of assets, not hidden and not by way of a link that leads out, but got ${JSON.stringify(String(asset))}.`,
  );
}

/** Piece by piece: a film must not be held in memory for its name. */
function hashOf(file: string): string {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(CHUNK);
  const descriptor = openSync(file, "r");
  try {
    for (let read = readSync(descriptor, piece); read > 0; read = readSync(descriptor, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest("base64url").slice(0, 12);
}
