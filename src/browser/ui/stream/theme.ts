import type { SeriesSpec } from "../../../core/stream-spec.ts";

/** What a canvas is drawn with: it knows nothing of custom properties, so their colours are looked up. */
export interface PlotTheme {
  readonly font: string;
  readonly text: string;
  readonly grid: string;
  readonly surface: string;
  readonly rise: string;
  readonly fall: string;
  /** Of each series: its lines, and what is below or between them. */
  readonly series: readonly string[];
  readonly fills: readonly string[];
}

/** How many colours there are for series that have none of their own. */
const COLORS = 8;

/** A series with its colour, as CSS has it. */
export const withColor = (series: SeriesSpec, index: number): SeriesSpec => ({
  ...series,
  color: series.color ?? `var(--tandem-chart-${(index % COLORS) + 1})`,
});

/** Reads the theme as it holds where an element stands. */
export function readTheme(element: HTMLElement, series: readonly SeriesSpec[]): PlotTheme {
  const probe = element.ownerDocument.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const resolve = (color: string): string => {
    probe.style.color = color;
    return getComputedStyle(probe).color;
  };
  const theme = {
    font: `12px ${getComputedStyle(element).fontFamily}`,
    text: resolve("var(--tandem-text-muted)"),
    grid: resolve("var(--tandem-stream-grid)"),
    surface: resolve("var(--tandem-surface)"),
    rise: resolve("var(--tandem-stream-rise)"),
    fall: resolve("var(--tandem-stream-fall)"),
    series: series.map(({ color }) => resolve(color!)),
    fills: series.map(({ color }) => resolve(`color-mix(in srgb, ${color} 16%, transparent)`)),
  };
  probe.remove();
  return theme;
}

/** Calls `changed` whenever the page may look different: its theme was set, or the system's preference changed. */
export function followTheme(document: Document, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  const root = document.documentElement;
  observer.observe(root, { subtree: true, attributeFilter: ["data-theme"] });
  observer.observe(root, { attributeFilter: ["data-theme", "style", "class"] });
  const preference = matchMedia("(prefers-color-scheme: dark)");
  preference.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    preference.removeEventListener("change", changed);
  };
}
