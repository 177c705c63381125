import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Live } from "../../view/node.ts";
import type { IconName } from "../icons/icon-name.ts";

/** What something means: the app's own accent, nothing in particular, that it went well, that care is needed, danger. */
export type Tone = "brand" | "neutral" | "success" | "warning" | "danger";

/** How a button looks. */
export interface ButtonLook {
  /** `"neutral"` unless told. */
  tone?: Tone;
  /** How loud it is: with a tone `"filled"`, else `"outlined"`, unless told. */
  appearance?: "filled" | "outlined" | "soft" | "plain";
  /** `"medium"` unless told. */
  size?: "small" | "medium" | "large";
  /** Before the text. */
  icon?: Live<IconName>;
  /** As wide as the place it stands in. */
  wide?: boolean;
  class?: ClassValue;
}

/** The attributes that make an element look like a button. */
export function lookProps({ tone = "neutral", appearance, size, wide, class: className }: ButtonLook) {
  return {
    class: ["tandem-button", `tandem-tone-${tone}`, className],
    "data-appearance": appearance ?? (tone === "neutral" ? "outlined" : "filled"),
    "data-size": size,
    "data-wide": wide || undefined,
  } as const;
}

/** `aria-pressed` of a button, which has none where it does not stay pressed. */
export const pressedText = (pressed: Live<boolean> | undefined) =>
  pressed === undefined ? undefined : () => (readLive(pressed) ? "true" : "false");
