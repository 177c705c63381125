import type { ColorName, ColorPair } from "./colors.ts";

/** What a theme changes; the rest is as Tandem has it. */
export interface Preset {
  readonly name: string;
  readonly colors?: Partial<Record<ColorName, ColorPair>>;
  readonly radius?: number;
  readonly density?: number;
  readonly font?: string;
}

export const FONTS: Readonly<Record<string, string>> = {
  System: "system-ui, sans-serif",
  Humanist: 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, sans-serif',
  Serif: 'Charter, "Bitstream Charter", Cambria, Georgia, serif',
  Mono: 'ui-monospace, "Cascadia Code", Menlo, Consolas, monospace',
};

export const PRESETS: readonly Preset[] = [
  { name: "Tandem" },
  {
    name: "Forest",
    colors: {
      accent: { light: "#2f6b3c", dark: "#9bd3a5" },
      surface: { light: "#fffdf8", dark: "#1d231e" },
      text: { light: "#23291f", dark: "#e9ece4" },
      border: { light: "#cfcdbd", dark: "#495145" },
    },
    radius: 12,
  },
  {
    name: "Plum",
    colors: {
      accent: { light: "#8a2f7e", dark: "#e6a8dc" },
      surface: { light: "#ffffff", dark: "#262029" },
      text: { light: "#2b2030", dark: "#efe8f0" },
      border: { light: "#d5c9d8", dark: "#554a59" },
    },
    radius: 16,
    font: "Humanist",
  },
  {
    name: "Ink",
    colors: {
      accent: { light: "#1a1a1a", dark: "#f2f2f2" },
      surface: { light: "#ffffff", dark: "#1b1b1b" },
      text: { light: "#1a1a1a", dark: "#f0f0f0" },
      border: { light: "#c4c4c4", dark: "#4d4d4d" },
    },
    radius: 0,
    font: "Serif",
  },
  {
    name: "Control room",
    colors: {
      accent: { light: "#00606e", dark: "#63d2e2" },
      surface: { light: "#f9fbfb", dark: "#151c22" },
      border: { light: "#bfcbce", dark: "#3b4a54" },
    },
    radius: 4,
    density: 0.85,
  },
];
