import type { StreamSpec } from "../../../core/stream-spec.ts";
import type { Rows } from "./decimate.ts";
import { make, setText } from "./dom.ts";
import type { Formats } from "./formats.ts";

/** Rows that are listed; who needs more has the app export them. */
const LISTED = 50;
/** Milliseconds between two looks at rows that keep coming. */
const INTERVAL = 1_000;

/** What the chart shows as a table, made when somebody opens it. */
export class DataTable {
  readonly element: HTMLDetailsElement;
  readonly #spec: StreamSpec;
  readonly #formats: Formats;
  readonly #rows: () => Rows;
  readonly #caption = make("caption", {});
  readonly #body = make("tbody", {});
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor({ spec, formats, rows }: { spec: StreamSpec; formats: Formats; rows(): Rows }) {
    this.#spec = spec;
    this.#formats = formats;
    this.#rows = rows;
    const heads = this.#columns.map((column) => make("th", { scope: "col" }, spec.columns[column]!));
    const table = make("table", {}, this.#caption, make("thead", {}, make("tr", {}, ...heads)), this.#body);
    const scroller = make(
      "div",
      { class: "tandem-stream-rows", tabindex: "0", role: "region", "aria-label": `Data of ${spec.label}` },
      table,
    );
    this.element = make("details", { class: "tandem-stream-data" }, make("summary", {}, "Data table"), scroller);
    this.element.addEventListener("toggle", () => (this.element.open ? this.#follow() : this.stop()));
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  get #columns(): number[] {
    const { x, columns } = this.#spec;
    return [x.column, ...columns.flatMap((_, index) => (index === x.column ? [] : [index]))];
  }

  #follow(): void {
    this.#fill();
    this.#timer ??= setInterval(() => this.#fill(), INTERVAL);
  }

  /** The latest first. */
  #fill(): void {
    const rows = this.#rows();
    const count = rows.x.length;
    const listed = Math.min(LISTED, count);
    setText(this.#caption, count > listed ? `The latest ${listed} of ${count.toLocaleString()} rows` : `${count} rows`);
    const lines = Array.from({ length: listed }, (_, back) => this.#line(rows, count - 1 - back));
    this.#body.replaceChildren(...lines);
  }

  #line(rows: Rows, row: number): HTMLElement {
    const [, ...others] = this.#columns;
    const place = this.#formats.place(rows.x, row);
    const values = others.map((column) => this.#formats.value(rows.column(column)[row]!));
    return make("tr", {}, make("th", { scope: "row" }, place), ...values.map((value) => make("td", {}, value)));
  }
}
