/** Room between things, from none to much; with `data-density` it is less. */
export type Gap = "none" | "xs" | "s" | "m" | "l" | "xl" | "2xl";

/** Where things stand across the direction they go in. */
export type Align = "start" | "center" | "end" | "stretch" | "baseline";

/** Where things stand in the direction they go in, if there is room. */
export type Justify = "start" | "center" | "end" | "between";
