import { TandemError } from "../../core/errors.ts";
import type { Limits } from "../../core/limits.ts";
import { rejectUnknownOptions } from "../../core/options.ts";
import { fileTypes, type FileType } from "./file-types.ts";

export interface UploadOptions {
  /** Extensions (`"pdf"`, `".pdf"`, `"*.pdf"`) and media types (`"application/pdf"`, `"image/*"`); any unless told. */
  types?: readonly string[];
  /** Largest file in bytes; `limits.maxUploadBytes` unless told, and never more. */
  maxSize?: number;
  /** Most files at a time; `limits.maxUploadFiles` unless told, and never more. */
  maxCount?: number;
}

/** What may be uploaded, with nothing left open. */
export interface UploadRules {
  readonly types: readonly FileType[];
  /** Whether a file's content must be of one of the types; otherwise they are a hint for the person who picks. */
  readonly enforcesTypes: boolean;
  readonly maxSize: number;
  readonly maxCount: number;
}

const UPLOAD_OPTION_NAMES = ["types", "maxSize", "maxCount"] as const satisfies readonly (keyof UploadOptions)[];

export function settleRules(
  where: string,
  { enforcesTypes, ...options }: UploadOptions & { enforcesTypes: boolean },
  limits: Pick<Limits, "maxUploadBytes" | "maxUploadFiles">,
): UploadRules {
  rejectUnknownOptions(where, options, UPLOAD_OPTION_NAMES);
  const { types, maxSize = limits.maxUploadBytes, maxCount = limits.maxUploadFiles } = options;
  checkLimit(where, "maxSize", maxSize);
  checkLimit(where, "maxCount", maxCount);
  return {
    types: fileTypes(types),
    enforcesTypes,
    maxSize: Math.min(maxSize, limits.maxUploadBytes),
    maxCount: Math.min(maxCount, limits.maxUploadFiles),
  };
}

function checkLimit(where: string, name: string, value: number): void {
  if (typeof value === "number" && value >= 1) return;
  throw new TandemError(
    "files/bad-limit",
    `Expected ${name} of ${where} to be a number from 1, but got ${String(value)}.`,
  );
}
