import { needPart } from "../../session/parts.ts";
import { signal } from "../../reactive/signal.ts";
import { effect } from "../../reactive/effect.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";

export interface AvatarProps {
  /** Who it is: read out, and the source of initials and colour. */
  name: Live<string>;
  /** A picture; where there is none, or it does not come, initials stand in its place. */
  src?: Live<string | undefined>;
  size?: "small" | "medium" | "large";
  /** Where the name stands beside it: not read out again. */
  decorative?: boolean;
  class?: ClassValue;
}

/**
 * A picture of a person, or their initials in a colour that goes with the name.
 *
 * @example
 * ```tsx
 * import { Avatar } from "tandem/ui";
 *
 * export const Author = () => <p><Avatar name="Ada Lovelace" decorative /> Ada Lovelace</p>;
 * ```
 */
export function Avatar({ name, src, size = "medium", decorative = false, class: className }: AvatarProps): Child {
  needPart("ui");
  const failed = signal(false);
  if (src !== undefined && typeof src !== "string") effect(() => (void readLive(src), void (failed.value = false)));
  const picture = () => (failed.value || src === undefined ? undefined : readLive(src) || undefined);
  return (
    <span
      class={["tandem-avatar", className]}
      data-size={size}
      role={decorative ? undefined : "img"}
      aria-label={decorative ? undefined : name}
      aria-hidden={decorative ? "true" : undefined}
      style={{ "--hue": () => hueOf(readLive(name)) }}
    >
      {() =>
        picture() === undefined ? (
          initialsOf(readLive(name))
        ) : (
          <img src={picture()} alt="" onError={() => void (failed.value = true)} />
        )
      }
    </span>
  );
}

/** The first letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => /[\p{L}\p{N}]/u.exec(word ?? "")?.[0] ?? "",
  );
  return letters.join("").toLocaleUpperCase() || "?";
}

/** The same name has the same hue everywhere. */
export function hueOf(name: string): number {
  let hash = 7;
  for (const letter of name) hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) >>> 0;
  return (hash % 24) * 15;
}
