import { extname } from "node:path";
import { TandemError } from "../../core/errors.ts";
import { mediaTypeOf } from "../../core/media-types.ts";

/** An extension as `.pdf`, or a media type as `application/pdf` or `image/*`; in lower case. */
export type FileType = string;

const EXTENSION = /^(?:\*?\.)?([a-z0-9][a-z0-9+_-]{0,15}(?:\.[a-z0-9]{1,8})?)$/;
const MEDIA_TYPE = /^[a-z0-9][\w.+-]*\/(?:\*|[a-z0-9][\w.+-]*)$/;

/** `pdf`, `.PDF`, `*.pdf` and media types in their one spelling, each once. */
export function fileTypes(types: readonly string[] | undefined): readonly FileType[] {
  if (types === undefined) return [];
  if (!Array.isArray(types)) throw badType(types);
  return [...new Set(types.map(fileType))];
}

function fileType(type: unknown): FileType {
  const plain = typeof type === "string" ? type.trim().toLowerCase() : "";
  if (MEDIA_TYPE.test(plain)) return plain;
  const extension = EXTENSION.exec(plain)?.[1];
  if (extension === undefined) throw badType(type);
  return `.${extension}`;
}

function badType(type: unknown): TandemError {
  return new TandemError(
    "files/bad-type",
    `Expected types as ["pdf", ".png", "image/*", "text/csv"], but got ${JSON.stringify(type)}.`,
  );
}

/** Extensions whose content says another name, or that of a family. */
const CONTENT_NAMES: Readonly<Record<string, readonly string[]>> = {
  ".jpeg": ["jpg"],
  ".tiff": ["tif"],
  ".doc": ["cfb"],
  ".xls": ["cfb"],
  ".ppt": ["cfb"],
  ".htm": ["html"],
  ".svg": ["xml"],
  ".m4v": ["mp4"],
  ".mpeg": ["mpg"],
};
const TEXTUAL = /^text\/|[/+](?:json|xml|javascript|csv|yaml|x-yaml|toml|sql|ld\+json)$/;

/** What the first bytes of a file are, of themselves. */
export interface Content {
  /** `undefined` where nothing is recognised. */
  readonly known: { readonly ext: string; readonly mime: string } | undefined;
  readonly isText: boolean;
}

/** As much of a file as its content is judged by. */
export const SAMPLE_BYTES = 4_100;

/** Recognises content by its bytes alone. */
export async function contentOf(sample: Uint8Array): Promise<Content> {
  const { fileTypeFromBuffer } = await import("file-type");
  const known = await fileTypeFromBuffer(sample);
  return { known, isText: isPlausibleText(sample) };
}

/** UTF-8 without the controls that no text has; its last character may be cut off. */
function isPlausibleText(sample: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: true });
    // eslint-disable-next-line no-control-regex
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  } catch {
    return false;
  }
}

/** The media type of a file: what its content is, or else what its name says, where its content does not say otherwise. */
export function mediaTypeFor(name: string, { known, isText }: Content): string {
  if (known !== undefined && !isVague(known.mime)) return known.mime;
  const named = typeNamed(extname(name));
  if (isText) return TEXTUAL.test(named) ? named : "text/plain";
  return known?.mime ?? (TEXTUAL.test(named) ? "application/octet-stream" : named);
}

/** The media type that an extension means, without parameters. */
const typeNamed = (extension: string): string => mediaTypeOf(extension).replace(/;.*$/, "");

const isVague = (mime: string) => mime === "application/xml" || mime === "application/x-cfb";

/** Whether a file is of one of these types by its content; where that cannot be recognised, by its name too. */
export function isOfType(name: string, content: Content, types: readonly FileType[]): boolean {
  return types.length === 0 || types.some((type) => matches(name, content, type));
}

function matches(name: string, content: Content, type: FileType): boolean {
  return type.startsWith(".") ? matchesExtension(name, content, type) : matchesMediaType(name, content, type);
}

function matchesExtension(name: string, { known, isText }: Content, extension: string): boolean {
  const named = typeNamed(extension);
  if (known !== undefined) {
    return (
      known.ext === extension.slice(1) || CONTENT_NAMES[extension]?.includes(known.ext) === true || known.mime === named
    );
  }
  if (extname(name).toLowerCase() !== extension) return false;
  // What has a signature and lacks it is none; what has none is taken at its name.
  return isText ? TEXTUAL.test(named) || named === UNKNOWN : named === UNKNOWN;
}

const UNKNOWN = "application/octet-stream";

function matchesMediaType(name: string, content: Content, type: string): boolean {
  const actual = mediaTypeFor(name, content);
  if (type.endsWith("/*")) return actual.startsWith(type.slice(0, -1));
  if (actual === type) return true;
  return content.isText && TEXTUAL.test(type) && (type === "text/plain" || mediaTypeOf(extname(name)).startsWith(type));
}
