import type { AttributeBinding } from "./bindings/attribute-binding.ts";
import type { PropertyBinding } from "./bindings/property-binding.ts";
import type { Block } from "./block.ts";
import type { DisabledGuard } from "./environment.ts";

/** What the server knows of a form control beyond its markup, to check what clients say about it. */
export interface Control {
  readonly id: number;
  readonly tag: string;
  readonly block: Block;
  readonly disabled: boolean | AttributeBinding;
  readonly readonly: boolean | AttributeBinding;
  /** Switched off with all others in its `fieldset`. */
  readonly guard: DisabledGuard | null;
  /** Its live `value` or `checked`. */
  readonly property: PropertyBinding | null;
}

export function isDisabled(control: Control): boolean {
  if (isOn(control.disabled)) return true;
  for (let guard = control.guard; guard !== null; guard = guard.outer) if (guard.isDisabled()) return true;
  return false;
}

export const isReadonly = (control: Control): boolean => isOn(control.readonly);

const isOn = (flag: boolean | AttributeBinding): boolean => (typeof flag === "boolean" ? flag : flag.isSet);

/**
 * The values a `select` offers, read off its own markup as it stands: whatever made the options, a client can choose
 * only what it was shown.
 */
export function offeredValues(control: Control): Set<string> {
  const html = control.block.html();
  const start = html.indexOf(`<select data-t="${control.id}"`);
  const end = html.indexOf("</select>", start);
  const offered = new Set<string>();
  for (const [, attributes = "", text = ""] of html.slice(start, end).matchAll(/<option([^>]*)>([^<]*)/g)) {
    if (/ disabled="/.test(attributes)) continue;
    offered.add(unescapeHtml(/ value="([^"]*)"/.exec(attributes)?.[1] ?? text.trim().replace(/\s+/g, " ")));
  }
  return offered;
}

function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name]!);
}
