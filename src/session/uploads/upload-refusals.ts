import { TandemError } from "../../core/errors.ts";
import { sizeText } from "./file-size.ts";
import type { FileType } from "./file-types.ts";

/** Why a file was not taken, in words that the person who chose it can read. */
export const refusals = {
  tooLarge: (name: string, size: number, maxSize: number) =>
    new TandemError("files/too-large", `“${name}” is ${sizeText(size)}; at most ${sizeText(maxSize)} are allowed.`),
  moreThanSaid: (name: string, size: number) =>
    new TandemError(
      "files/too-large",
      `“${name}” is larger than the ${sizeText(size)} that were announced. Choose it again.`,
    ),
  tooMany: (name: string, maxCount: number) =>
    new TandemError(
      "files/too-many",
      `“${name}” is one too many: at most ${maxCount} ${maxCount === 1 ? "file is" : "files are"} allowed.`,
    ),
  quota: (name: string) =>
    new TandemError("files/quota", `There is no room left for “${name}”. Remove files that are no longer needed.`),
  wrongType: (name: string, types: readonly FileType[]) =>
    new TandemError("files/wrong-type", `“${name}” is not of an allowed type: ${typesText(types)}.`),
  interrupted: (name: string) =>
    new TandemError("files/interrupted", `“${name}” did not arrive whole. Choose it again.`),
  expired: (name: string) => new TandemError("files/expired", `“${name}” took too long to arrive. Choose it again.`),
};

/** `PDF, PNG or images`. */
export function typesText(types: readonly FileType[]): string {
  const names = types.map((type) => {
    if (type.startsWith(".")) return type.slice(1).toUpperCase();
    return type.endsWith("/*") ? (FAMILIES[type.slice(0, -2)] ?? type) : type.replace(/^.*\//, "").toUpperCase();
  });
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join(", ")} or ${last}`;
}

const FAMILIES: Readonly<Record<string, string>> = {
  image: "images",
  audio: "sound",
  video: "videos",
  text: "text",
  font: "fonts",
};
