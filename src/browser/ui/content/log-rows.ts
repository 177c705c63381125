/** A piece of a line, as the server tells it. */
export type LogRun = string | [text: string, classes: string];
/** Its number, its level or nothing, and its pieces. */
export type LogRow = [number: number, level: string, runs: LogRun[]];

/** What a row is made with. */
export interface RowLook {
  isNumbered: boolean;
  /** What is looked for, in lower case. */
  query: string;
}

/** The element that shows a line; one that has not come yet is empty. */
export function makeRow(row: LogRow | undefined, { isNumbered, query }: RowLook): HTMLElement {
  const element = document.createElement("div");
  element.className = row?.[1] ? `tandem-log-row tandem-log-${row[1]}` : "tandem-log-row";
  if (row === undefined) {
    element.dataset["absent"] = "";
    element.append("\u00a0");
    return element;
  }
  const [number, , runs] = row;
  if (isNumbered) element.append(span("tandem-log-number", String(number)));
  const text = span("tandem-log-text", "");
  for (const run of runs) addRun(text, run, query);
  if (runs.length === 0) text.append("\u00a0");
  element.append(text);
  return element;
}

function addRun(parent: HTMLElement, run: LogRun, query: string): void {
  const [text, classes] = typeof run === "string" ? [run, ""] : run;
  const target = classes === "" ? parent : span(classes, "");
  addMarked(target, text, query);
  if (target !== parent) parent.append(target);
}

function addMarked(parent: HTMLElement, text: string, query: string): void {
  if (query === "") return parent.append(text);
  const lower = text.toLowerCase();
  // A letter whose small one is longer would shift what is marked.
  if (lower.length !== text.length) return parent.append(text);
  let from = 0;
  for (let at = lower.indexOf(query); at >= 0; at = lower.indexOf(query, from)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(at, at + query.length);
    parent.append(text.slice(from, at), mark);
    from = at + query.length;
  }
  parent.append(text.slice(from));
}

function span(className: string, text: string): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}
