import type { CellPlace, CellRange } from "./cell-range.ts";

/** Marks cells by the pointer and the focus, which AG Grid gives to a cell before it tells of a press. */
export function followPointer(frame: HTMLElement, range: CellRange, signal: AbortSignal): void {
  frame.addEventListener("pointerdown", (event) => event.button === 0 && pressed(event, range), {
    signal,
    capture: true,
  });
  frame.addEventListener("mouseover", (event) => event.buttons === 1 && dragged(event, range), { signal });
  frame.addEventListener("focusin", (event) => focused(event, range), { signal });
}

function pressed(event: MouseEvent, range: CellRange): void {
  const place = placeOf(event.target);
  if (!place || isInControl(event)) return;
  if (event.shiftKey) range.extend(place);
  else range.begin(place);
}

function dragged(event: MouseEvent, range: CellRange): void {
  const place = placeOf(event.target);
  if (place && !isInControl(event)) range.extend(place);
}

function focused(event: FocusEvent, range: CellRange): void {
  const place = placeOf(event.target);
  if (place) range.focused(place);
}

/** The cell that an element is, or stands in. */
export function placeOf(element: EventTarget | null): CellPlace | undefined {
  const cell = element instanceof Element ? element.closest(".ag-cell") : null;
  const row = cell?.closest(".ag-row")?.getAttribute("row-index");
  const column = cell?.getAttribute("col-id");
  return row && column ? { row: Number(row), column } : undefined;
}

/** What is done in an editor, or to a control that a cell shows, marks nothing. */
const isInControl = ({ target }: Event): boolean =>
  target instanceof Element && target.closest("input, select, textarea, button, a") !== null;
