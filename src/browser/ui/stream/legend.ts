import type { SeriesSpec, StreamSpec } from "../../../core/stream-spec.ts";
import type { Rows } from "./decimate.ts";
import { make, setText } from "./dom.ts";
import type { Formats } from "./formats.ts";

export interface LegendParts {
  readonly spec: StreamSpec;
  readonly formats: Formats;
  /** Labels of series that are hidden at first. */
  readonly hidden: readonly string[];
  toggled(): void;
}

/** The series by colour and name, each with its values at one row. Pressing one hides it. */
export class Legend {
  readonly element = make("ul", { class: "tandem-stream-legend" });
  readonly hidden = new Set<number>();
  readonly #values: HTMLElement[];
  readonly #place = make("li", { class: "tandem-stream-place" });
  readonly #spec: StreamSpec;
  readonly #formats: Formats;

  constructor({ spec, formats, hidden, toggled }: LegendParts) {
    this.#spec = spec;
    this.#formats = formats;
    this.#values = spec.series.map(() => make("span", { class: "tandem-stream-value" }));
    spec.series.forEach(({ label }, index) => hidden.includes(label) && this.hidden.add(index));
    const items = spec.series.map((series, index) => this.#item(series, { index, toggled }));
    this.element.append(this.#place, ...items);
  }

  /** Shows the values of a row, or of none. */
  show(rows: Rows, row: number): void {
    setText(this.#place, row < 0 ? "" : this.#formats.place(rows.x, row));
    this.#spec.series.forEach((series, index) =>
      setText(this.#values[index]!, seriesText(series, { rows, row, formats: this.#formats })),
    );
  }

  #item(series: SeriesSpec, { index, toggled }: { index: number; toggled(): void }): HTMLElement {
    const key = make("span", { class: "tandem-stream-key", "data-kind": series.kind, "aria-hidden": "true" });
    key.style.setProperty("--series-color", series.kind === "candles" ? "var(--tandem-stream-rise)" : series.color!);
    const button = make(
      "button",
      { type: "button", "aria-pressed": String(!this.hidden.has(index)) },
      key,
      series.label,
    );
    button.addEventListener("click", () => {
      const isHidden = !this.hidden.delete(index);
      if (isHidden) this.hidden.add(index);
      button.setAttribute("aria-pressed", String(!isHidden));
      toggled();
    });
    return make("li", {}, button, this.#values[index]!);
  }
}

const CANDLE = ["O", "H", "L", "C"];

/** The values of a series in one row. */
export function seriesText(
  { kind, columns }: SeriesSpec,
  { rows, row, formats }: { rows: Rows; row: number; formats: Formats },
): string {
  if (row < 0) return "";
  const values = columns.map((column) => formats.value(rows.column(column)[row]!));
  if (kind === "candles") return values.map((value, index) => `${CANDLE[index]} ${value}`).join("  ");
  return values.join(" – ");
}
