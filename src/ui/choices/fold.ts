/** A text without what people leave out when they look for it: case, accents, space around it. */
export const fold = (text: string): string =>
  text
    .trim()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
