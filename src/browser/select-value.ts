import { WANTED, type ScreenElement } from "./node-facts.ts";

/** Shows the wanted options of a `select`. Called again whenever its options may have changed. */
export function settleSelect(element: ScreenElement): void {
  const wanted = element[WANTED];
  if (wanted === undefined) return;
  const select = element as unknown as HTMLSelectElement;
  if (!Array.isArray(wanted)) {
    select.value = String(wanted ?? "");
    return;
  }
  for (const option of select.options) option.selected = wanted.includes(option.value);
}

/** The `select` whose options change when `node` does. */
export function selectAround(node: Node): ScreenElement | null {
  const name = node.nodeName;
  return name === "SELECT" || name === "OPTION" || name === "OPTGROUP" ? (node as Element).closest("select") : null;
}

/** The values a person has chosen. */
export function chosenValues(select: HTMLSelectElement): string | string[] {
  return select.multiple ? Array.from(select.selectedOptions, (option) => option.value) : select.value;
}
