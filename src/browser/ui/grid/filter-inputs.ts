import type {
  IDoesFilterPassParams,
  IFilterComp,
  IFilterParams,
  IFloatingFilterComp,
  IFloatingFilterParams,
} from "ag-grid-community";
import type { CellValue, ColumnFilter, GridColumn } from "../../../protocol/grid.ts";
import { button, element } from "./make.ts";

const PAUSE = 200;

/** Holds a column's filter for AG Grid: what passes is for the server to say. */
export class HeldFilter implements IFilterComp {
  readonly #gui = document.createElement("div");
  #params!: IFilterParams;
  #model: ColumnFilter | null = null;

  init(params: IFilterParams): void {
    this.#params = params;
  }

  getGui(): HTMLElement {
    return this.#gui;
  }

  isFilterActive(): boolean {
    return this.#model !== null;
  }

  doesFilterPass(_: IDoesFilterPassParams): boolean {
    return true;
  }

  getModel(): ColumnFilter | null {
    return this.#model;
  }

  setModel(model: ColumnFilter | null): void {
    this.#model = model ?? null;
  }

  /** A person asks for another. */
  change(model: ColumnFilter | null): void {
    this.#model = model;
    this.#params.filterChangedCallback();
  }
}

type Params = IFloatingFilterParams<HeldFilter> & { readonly shape: GridColumn };

/** What stands below a column's header to filter it by. */
export class FilterInputs implements IFloatingFilterComp<HeldFilter> {
  readonly #gui = element("div", "tandem-grid-filter");
  #params!: Params;
  #show: (filter: ColumnFilter | null) => void = () => {};
  #timer = 0;

  init(params: IFloatingFilterParams<HeldFilter>): void {
    this.#params = params as Params;
    const { shape } = this.#params;
    this.#show = INPUTS[shape.type](this.#gui, shape, (filter) => this.#change(filter));
    this.#show(params.currentParentModel() as ColumnFilter | null);
  }

  getGui(): HTMLElement {
    return this.#gui;
  }

  onParentModelChanged(model: ColumnFilter | null): void {
    // What is being typed stands.
    if (!this.#gui.contains(document.activeElement)) this.#show(model);
  }

  #change(filter: ColumnFilter | null): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#params.parentFilterInstance((held) => held.change(filter)), PAUSE);
  }
}

/** Builds the inputs of a filter; returns what shows one in them. */
type Inputs = (
  gui: HTMLElement,
  column: GridColumn,
  change: (filter: ColumnFilter | null) => void,
) => (filter: ColumnFilter | null) => void;

const INPUTS: Record<GridColumn["type"], Inputs> = {
  text(gui, { title }, change) {
    const input = field("search", `Filter by ${title}`);
    input.addEventListener("input", () => change(input.value === "" ? null : input.value));
    gui.append(input);
    return (filter) => (input.value = (filter as string | null) ?? "");
  },
  number: numberInputs,
  date: dateInputs,
  boolean(gui, { title }, change) {
    const select = element("select", "tandem-table-filter");
    select.setAttribute("aria-label", `Filter by ${title}`);
    for (const text of ["All", "Yes", "No"]) select.append(new Option(text));
    select.addEventListener("change", () => change(select.value === "All" ? null : select.value === "Yes"));
    gui.append(select);
    return (filter) => (select.value = filter === null ? "All" : filter ? "Yes" : "No");
  },
  select: choiceInputs,
};

function field(type: string, label: string): HTMLInputElement {
  const input = element("input", "tandem-table-filter");
  input.type = type;
  input.setAttribute("aria-label", label);
  return input;
}

/** From and to, side by side. */
function numberInputs(...[gui, column, change]: Parameters<Inputs>): ReturnType<Inputs> {
  const range = rangeInputs("number", column, change);
  gui.append(...range.inputs);
  return range.show;
}

/** From and to; dates need more room than a column has. */
function dateInputs(...[gui, column, change]: Parameters<Inputs>): ReturnType<Inputs> {
  const { opener, panel } = openPanel(gui, column);
  const range = rangeInputs("date", column, change);
  for (const input of range.inputs) panel.append(line(input, input.placeholder));
  const name = () => call(opener, column, rangeText(range.inputs.map(({ value }) => value)));
  panel.addEventListener("input", name);
  return (filter) => {
    range.show(filter);
    name();
  };
}

function rangeInputs(type: "number" | "date", { title }: GridColumn, change: (filter: ColumnFilter | null) => void) {
  const inputs = (type === "number" ? ["min", "max"] : ["From", "To"]).map((name) => {
    const input = field(type, `${title}: ${name}`);
    input.placeholder = name;
    return input;
  });
  const read = ({ value }: HTMLInputElement) => (value === "" ? null : type === "number" ? Number(value) : value);
  for (const input of inputs) {
    input.addEventListener("input", () => {
      const [from, to] = inputs.map(read) as [number | null, number | null];
      change(from === null && to === null ? null : [from, to]);
    });
  }
  const show = (filter: ColumnFilter | null) => {
    const range = (filter as readonly CellValue[] | null) ?? [null, null];
    for (const [at, input] of inputs.entries()) input.value = String(range[at] ?? "");
  };
  return { inputs, show };
}

const rangeText = ([from = "", to = ""]: readonly string[]): string =>
  from === "" && to === "" ? "All" : to === "" ? `From ${from}` : from === "" ? `To ${to}` : `${from} – ${to}`;

/** Any of the options. */
function choiceInputs(...[gui, column, change]: Parameters<Inputs>): ReturnType<Inputs> {
  const { opener, panel } = openPanel(gui, column);
  const boxes = (column.options ?? []).map(({ value, label }) => {
    const box = element("input", "");
    box.type = "checkbox";
    panel.append(line(box, label));
    return { value, label, box };
  });
  const name = () => {
    const labels = boxes.filter(({ box }) => box.checked).map(({ label }) => label);
    call(opener, column, choiceText(labels, boxes.length));
  };
  panel.addEventListener("change", () => {
    name();
    const values = boxes.filter(({ box }) => box.checked).map(({ value }) => value);
    change(values.length === 0 ? null : { in: values });
  });
  return (filter) => {
    const values = (filter as { in: readonly CellValue[] } | null)?.in ?? [];
    for (const { value, box } of boxes) box.checked = values.includes(value);
    name();
  };
}

function choiceText(labels: readonly string[], count: number): string {
  if (labels.length === 0) return "All";
  return labels.length === 1 ? labels[0]! : `${labels.length} of ${count}`;
}

/** Shows what is filtered by, and says so. */
function call(opener: HTMLButtonElement, { title }: GridColumn, text: string): void {
  opener.textContent = text;
  opener.setAttribute("aria-label", `Filter by ${title}: ${text}`);
}

function line(input: HTMLInputElement, text: string): HTMLLabelElement {
  const made = element("label", "tandem-table-choice");
  if (input.type === "checkbox") made.append(input, text);
  else made.append(text, input);
  return made;
}

/** A button, and the panel that it opens above the page: the header would cut it off. */
function openPanel(gui: HTMLElement, { title }: GridColumn) {
  const panel = element("div", "tandem-table-panel");
  panel.popover = "auto";
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", `Filter by ${title}`);
  const opener = button("tandem-table-filter", `Filter by ${title}`);
  opener.popoverTargetElement = panel;
  panel.addEventListener("beforetoggle", () => {
    const { left, bottom } = opener.getBoundingClientRect();
    panel.style.inset = `${bottom + 4}px auto auto ${Math.max(8, Math.min(left, innerWidth - 240))}px`;
  });
  gui.append(opener, panel);
  return { opener, panel };
}
