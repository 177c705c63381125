import { OVERLAY, type ScreenElement } from "./node-facts.ts";

/** What client commands changed on one element. From then on it is the client's: the server's patches leave it. */
export interface Overlay {
  readonly attributes: Set<string>;
  readonly classes: Map<string, boolean>;
}

const overlayOf = (element: ScreenElement): Overlay =>
  (element[OVERLAY] ??= { attributes: new Set(), classes: new Map() });

export function ownAttribute(element: ScreenElement, name: string): void {
  overlayOf(element).attributes.add(name);
}

export function ownClass(element: ScreenElement, name: string): void {
  overlayOf(element).classes.set(name, element.classList.contains(name));
}

export const ownsAttribute = (element: ScreenElement, name: string): boolean =>
  !!element[OVERLAY]?.attributes.has(name);

/** Puts the client's classes back after the server set the attribute. */
export function restoreClasses(element: ScreenElement): void {
  element[OVERLAY]?.classes.forEach((on, name) => element.classList.toggle(name, on));
}
