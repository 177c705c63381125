import { COMMENT, END, TEXT, type ScreenNode } from "./node-facts.ts";

/** Where a region's content stands: inside `parent`, up to `end` or to the parent's end. */
export interface Place {
  parent: Node;
  end: Node | null;
}

export function placeOf(region: ScreenNode): Place {
  return region.nodeType === COMMENT
    ? { parent: region.parentNode!, end: region[END]! }
    : { parent: region, end: null };
}

const firstOf = (region: ScreenNode): Node | null =>
  region.nodeType === COMMENT ? region.nextSibling : region.firstChild;

export function clear(region: ScreenNode): void {
  if (region.nodeType !== COMMENT) {
    region.textContent = "";
    return;
  }
  const end = region[END]!;
  const parent = region.parentNode!;
  // A region that is all its parent holds goes at once, rather than row by row.
  if (region === parent.firstChild && end === parent.lastChild) {
    (parent as Element).replaceChildren(region, end);
  } else {
    while (region.nextSibling !== end) parent.removeChild(region.nextSibling!);
  }
}

/** Keeps a text node that is there already, and with it a selection in it. */
export function setText(region: ScreenNode, text: string): void {
  const { parent, end } = placeOf(region);
  const first = firstOf(region);
  if (first?.nodeType === TEXT && first.nextSibling === end) {
    (first as Text).data = text;
    return;
  }
  clear(region);
  if (text) parent.insertBefore(parent.ownerDocument!.createTextNode(text), end);
}

export function removeRange(start: ScreenNode): void {
  const parent = start.parentNode!;
  if (start.nodeType === COMMENT) {
    clear(start);
    parent.removeChild(start[END]!);
  }
  parent.removeChild(start);
}

export function moveRange(start: ScreenNode, { parent, end: before }: Place): void {
  const end = start[END] ?? start;
  for (let node: Node = start, next: Node | null; ; node = next!) {
    next = node.nextSibling;
    move(node, parent, before);
    if (node === end) return;
  }
}

/** Where a node cannot be moved but only taken out and put in, the focus would be lost. */
export function keepFocus(document: Document, change: () => void): void {
  const { activeElement } = document;
  change();
  if (activeElement?.isConnected && activeElement !== document.activeElement) {
    (activeElement as HTMLElement).focus({ preventScroll: true });
  }
}

type Mover = (node: Node, before: Node | null) => void;

/** Where the browser can, keeps focus, scroll positions, playing media and frames as they are. */
export function move(node: Node, parent: Node, before: Node | null): void {
  const { moveBefore } = parent as Node & { moveBefore?: Mover };
  if (moveBefore && node.isConnected && parent.isConnected) moveBefore.call(parent, node, before);
  else parent.insertBefore(node, before);
}
