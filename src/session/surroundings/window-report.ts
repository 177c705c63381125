/** What a page knows of the window it is in. */
export interface WindowReport {
  /** Of the viewport, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels for each CSS pixel. */
  readonly pixelRatio: number;
  /** Whether the page can be seen: its tab is in front, its window not minimised. */
  readonly visible: boolean;
  readonly online: boolean;
  /** How exact the main pointer is: a mouse is `fine`, a finger `coarse`. */
  readonly pointer: "fine" | "coarse";
  /** What the person's system prefers. */
  readonly colorScheme: "light" | "dark";
}

const isSize = (value: unknown): boolean => typeof value === "number" && value >= 0 && value <= 1e5;
const isFlag = (value: unknown): boolean => typeof value === "boolean";

/** What each fact of a report may be. */
const CHECKS: { [Name in keyof WindowReport]: (value: unknown) => boolean } = {
  width: isSize,
  height: isSize,
  pixelRatio: isSize,
  visible: isFlag,
  online: isFlag,
  pointer: (value) => value === "fine" || value === "coarse",
  colorScheme: (value) => value === "light" || value === "dark",
};

export const WINDOW_FACTS = Object.keys(CHECKS) as readonly (keyof WindowReport)[];

/** Reads what a page told of its window, which is untrusted; `undefined` unless all of it is as it must be. */
export function readWindowReport(value: unknown): WindowReport | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const report: Record<string, unknown> = {};
  for (const name of WINDOW_FACTS) {
    const fact = (value as Record<string, unknown>)[name];
    if (!CHECKS[name](fact)) return undefined;
    report[name] = fact;
  }
  return report as unknown as WindowReport;
}
