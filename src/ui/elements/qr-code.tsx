import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child, Live } from "../../view/node.ts";

export interface QrCodeProps {
  /** What it says: as a rule an address. */
  value: Live<string>;
  /** What it leads to; read out. */
  label: Live<string>;
  /** Its width in pixels; 160 unless told. */
  size?: number;
  class?: ClassValue;
}

/**
 * A text as a picture for cameras.
 *
 * @example
 * ```tsx
 * import { session } from "tandem";
 * import { QrCode } from "tandem/ui";
 *
 * export default function Join() {
 *   return <QrCode value={session.shareUrl()} label="Join this session with your phone" />;
 * }
 * ```
 *
 * Black on white in every theme, as cameras want it. Drawn in the page by Web Awesome's `wa-qr-code`.
 */
export function QrCode({ value, label, size = 160, class: className }: QrCodeProps): Child {
  needPart("ui");
  needPart("elements");
  return (
    <span class={["tandem-qr-code", className]} style={{ "--size": `${size}px` }}>
      <wa-qr-code value={value} label={label} size={size} fill="#000" background="#fff" error-correction="M" />
    </span>
  );
}
