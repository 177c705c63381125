/** Beyond, file systems refuse a name. */
const MAX_BYTES = 200;
/** Controls, what turns the direction of text round, and halves of characters: none of them belongs into a name. */
// eslint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu;

/** A name that is one file's and nothing else: without folders, controls, or dots and spaces at its ends. */
export function plainFileName(name: string, otherwise: string): string {
  const last = name.replace(UNFIT, "").split(/[/\\]/).at(-1)!;
  const plain = trimmed(last);
  return plain === "" ? otherwise : shortened(plain);
}

const AT_ENDS = /[\s.]/;

/** One expression for it would look at a long row of dots once for each of them. */
function trimmed(name: string): string {
  let [start, end] = [0, name.length];
  while (start < end && AT_ENDS.test(name[start]!)) start++;
  while (end > start && AT_ENDS.test(name[end - 1]!)) end--;
  return name.slice(start, end);
}

/** Keeps the extension, which says what the file is. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  const extension = /\.\w{1,16}$/.exec(name)?.[0] ?? "";
  const characters = Array.from(name.slice(0, name.length - extension.length));
  while (Buffer.byteLength(characters.join("")) + extension.length > MAX_BYTES) {
    characters.length = Math.min(characters.length - 1, MAX_BYTES);
  }
  return characters.join("") + extension;
}

/** A `Content-Disposition` that has browsers save under this name (RFC 6266; RFC 8187 for what is not ASCII). */
export function attachmentHeader(name: string): string {
  if (/^[\w .,()+-]+$/.test(name)) return `attachment; filename="${name}"`;
  const plain = name.replace(/[^\w .,()+-]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*!]/g, percent)}`;
}

const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
