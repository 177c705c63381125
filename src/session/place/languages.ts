/** What is assumed of whoever names no language. */
const FALLBACK: readonly string[] = Object.freeze(["en-US"]);
/** More than anybody speaks. */
const MAX_LANGUAGES = 32;
const MAX_LENGTH = 1_024;

/**
 * The languages of an `Accept-Language` header, the most wanted first, each once and in its canonical spelling. What
 * is no language, and what is not wanted (`q=0`), is left out. Never empty.
 */
export function readLanguages(header: string | undefined): readonly string[] {
  const wanted = (header ?? "")
    .slice(0, MAX_LENGTH)
    .split(",", MAX_LANGUAGES)
    .map(readRange)
    .filter(({ tag, quality }) => tag !== undefined && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const tags = new Set(wanted.map(({ tag }) => tag!));
  return tags.size > 0 ? Object.freeze([...tags]) : FALLBACK;
}

function readRange(range: string): { tag: string | undefined; quality: number } {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
  const quality = parameters.find((parameter) => /^q\s*=/i.test(parameter));
  return { tag: canonical(tag), quality: quality === undefined ? 1 : readQuality(quality) };
}

/** From 0 to 1; one that is none counts as 0. */
function readQuality(parameter: string): number {
  const text = parameter.slice(parameter.indexOf("=") + 1).trim();
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(text) ? Number(text) : 0;
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
