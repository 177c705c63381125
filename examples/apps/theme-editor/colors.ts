/** A colour of a theme, in the light and in the dark, each with six digits. */
export interface ColorPair {
  readonly light: string;
  readonly dark: string;
}

export const COLOR_NAMES = [
  "accent",
  "surface",
  "text",
  "border",
  "success",
  "warning",
  "error",
] as const;
export type ColorName = (typeof COLOR_NAMES)[number];

/** What Tandem has unless told. */
export const DEFAULT_COLORS: Readonly<Record<ColorName, ColorPair>> = {
  accent: { light: "#1f5fbf", dark: "#8ab4f8" },
  surface: { light: "#ffffff", dark: "#20252e" },
  text: { light: "#1c2330", dark: "#e8ebf0" },
  border: { light: "#c5cbd6", dark: "#4a5261" },
  success: { light: "#1e7b34", dark: "#8fd6a0" },
  warning: { light: "#9a5b00", dark: "#f4c06a" },
  error: { light: "#b3261e", dark: "#f2b8b5" },
};

/** How well one colour is read on another, from 1 to 21, as WCAG counts. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort(
    (a, b) => b - a,
  ) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
