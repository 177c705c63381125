import { signal, type Signal, type ThemeTokens } from "tandem";
import {
  COLOR_NAMES,
  DEFAULT_COLORS,
  type ColorName,
  type ColorPair,
} from "./colors.ts";
import { FONTS, type Preset } from "./presets.ts";

const DEFAULT_RADIUS = 8;

interface ColorSignals {
  readonly light: Signal<string>;
  readonly dark: Signal<string>;
}

/** A theme while it is made. */
export class Draft {
  readonly colors = Object.fromEntries(
    COLOR_NAMES.map((name) => {
      const { light, dark } = DEFAULT_COLORS[name];
      return [name, { light: signal(light), dark: signal(dark) }];
    }),
  ) as Readonly<Record<ColorName, ColorSignals>>;
  /** In pixels. */
  readonly radius = signal(DEFAULT_RADIUS);
  readonly density = signal(1);
  /** One of {@link FONTS}. */
  readonly font = signal("System");

  use({ colors = {}, radius, density, font }: Omit<Preset, "name">): void {
    for (const name of COLOR_NAMES) {
      const pair = colors[name] ?? DEFAULT_COLORS[name];
      this.colors[name].light.value = pair.light;
      this.colors[name].dark.value = pair.dark;
    }
    this.radius.value = radius ?? DEFAULT_RADIUS;
    this.density.value = density ?? 1;
    this.font.value = font ?? "System";
  }

  /** For `session.setTheme`: what is as Tandem has it is `null`. */
  get tokens(): ThemeTokens {
    const tokens: Record<string, string | null> = {};
    for (const name of COLOR_NAMES)
      tokens[name] = colorToken(this.#pair(name), DEFAULT_COLORS[name]);
    const [radius, density, font] = [
      this.radius.value,
      this.density.value,
      this.font.value,
    ];
    tokens["radius"] = radius === DEFAULT_RADIUS ? null : `${radius / 16}rem`;
    tokens["density"] = density === 1 ? null : String(density);
    tokens["font"] = font === "System" ? null : (FONTS[font] ?? null);
    return tokens;
  }

  /** The lines of code that make this theme. */
  get code(): string {
    const lines = this.#changed.map(
      ([name, value]) => `  ${name}: ${JSON.stringify(value)},\n`,
    );
    return lines.length === 0
      ? "session.setTheme({});"
      : `session.setTheme({\n${lines.join("")}});`;
  }

  /** The CSS that makes it. */
  get css(): string {
    const lines = this.#changed.map(
      ([name, value]) => `  --tandem-${name}: ${value};\n`,
    );
    return `:root {\n${lines.join("")}}`;
  }

  get #changed(): [string, string][] {
    return Object.entries(this.tokens).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    );
  }

  #pair(name: ColorName): ColorPair {
    const { light, dark } = this.colors[name];
    return { light: light.value, dark: dark.value };
  }
}

function colorToken(
  { light, dark }: ColorPair,
  usual: ColorPair,
): string | null {
  if (light === usual.light && dark === usual.dark) return null;
  return light === dark ? light : `light-dark(${light}, ${dark})`;
}
