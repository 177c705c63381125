/** What the page draws of a stream of rows. Columns are named by their place in the rows. */
export interface StreamSpec {
  readonly label: string;
  /** How many rows are kept. */
  readonly rollover: number;
  readonly x: PlaceAxis & { readonly column: number };
  readonly y: ValueAxis;
  readonly series: readonly SeriesSpec[];
  /** Columns by name, for the table. */
  readonly columns: readonly string[];
  readonly toolbar: boolean;
  /** Charts of one group show the same stretch and pointer, and stand still together. */
  readonly group?: string | undefined;
}

export interface PlaceAxis {
  /** Moments in milliseconds since 1970, or any numbers. */
  readonly kind: "time" | "number";
  readonly label?: string | undefined;
  /** Whose clock tells moments, such as `"UTC"`; that of the person's browser unless told. */
  readonly timeZone?: string | undefined;
}

export interface ValueAxis {
  readonly label?: string | undefined;
  /** Behind each value. */
  readonly unit?: string | undefined;
  /** Digits behind the point; as many as needed unless told. */
  readonly digits?: number | undefined;
  /** The least range that is shown, which values outside of it widen. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly scale?: "linear" | "logarithmic" | undefined;
}

export interface SeriesSpec {
  readonly kind: "line" | "area" | "bars" | "band" | "candles";
  readonly label: string;
  /** One; for a band low and high; for candles open, high, low and close. */
  readonly columns: readonly number[];
  /** Any CSS colour, such as `"var(--tandem-accent)"`; one of eight by its place unless told. */
  readonly color?: string | undefined;
  /** Of a line, in pixels. */
  readonly width?: number | undefined;
  readonly dashed?: boolean | undefined;
}
