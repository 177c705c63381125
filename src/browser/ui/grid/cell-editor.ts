import type { ICellEditorComp, ICellEditorParams } from "ag-grid-community";
import type { CellValue, GridColumn } from "../../../protocol/grid.ts";
import { element } from "./make.ts";

type Params = ICellEditorParams & { readonly shape: GridColumn };
type Control = HTMLInputElement | HTMLSelectElement;

/** A cell's control while it is edited: the platform's own for its type. The server says what is allowed. */
export class CellEditor implements ICellEditorComp {
  #control!: Control;
  #selects = true;

  init(params: ICellEditorParams): void {
    const { shape, value, eventKey, column } = params as Params;
    this.#control = shape.type === "select" ? options(shape) : input(shape);
    this.#control.setAttribute("aria-label", column.getColDef().headerName ?? shape.title);
    const shown = value === null || value === undefined ? "" : String(value);
    // What was typed to begin takes the place of what is there.
    const isTyped = eventKey?.length === 1 && shape.type !== "select" && shape.type !== "date";
    const isErased = eventKey === "Backspace" || eventKey === "Delete";
    this.#control.value = isTyped ? eventKey : isErased ? "" : shown;
    this.#selects = !isTyped;
  }

  getGui(): HTMLElement {
    return this.#control;
  }

  getValue(): CellValue {
    return this.#control.value;
  }

  afterGuiAttached(): void {
    this.#control.focus();
    if (this.#selects && this.#control instanceof HTMLInputElement) this.#control.select();
  }

  focusIn(): void {
    this.#control.focus();
  }
}

function input({ type, maxLength }: GridColumn): HTMLInputElement {
  const made = element("input", "tandem-grid-editor");
  made.type = type === "date" ? "date" : "text";
  if (type === "number") made.inputMode = "decimal";
  if (maxLength !== undefined) made.maxLength = maxLength;
  return made;
}

function options({ options: all = [], required }: GridColumn): HTMLSelectElement {
  const made = element("select", "tandem-grid-editor");
  if (!required) made.append(new Option("", ""));
  for (const { value, label } of all) made.append(new Option(label, String(value)));
  return made;
}
