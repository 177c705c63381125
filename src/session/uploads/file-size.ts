const UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** A size for people: `"1.5 MB"`. */
export function sizeText(bytes: number): string {
  if (bytes === 1) return "1 byte";
  let unit = 0;
  let value = bytes;
  while (value >= 1_000 && unit < UNITS.length - 1) {
    value /= 1_000;
    unit++;
  }
  return `${value < 10 && unit > 0 ? Math.round(value * 10) / 10 : Math.round(value)} ${UNITS[unit]!}`;
}
