/** As a manual numbers its plates: 01, 02, … */
export function plateNumber<T>(all: readonly T[], one: T): string {
  return String(all.indexOf(one) + 1).padStart(2, "0");
}
