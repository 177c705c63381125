/** The theme's tokens as ECharts takes them: plain colours. */
export interface ChartTheme {
  readonly palette: readonly string[];
  readonly accent: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly faint: string;
  readonly surface: string;
  readonly rise: string;
  readonly fall: string;
  readonly font: string;
  readonly isRtl: boolean;
}

const PALETTE = Array.from({ length: 8 }, (_, index) => `--tandem-chart-${index + 1}`);

/** Reads the tokens as they are where `element` stands. */
export function readTheme(element: HTMLElement): ChartTheme {
  const probe = element.ownerDocument.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const style = getComputedStyle(probe);
  const colour = (value: string) => {
    probe.style.color = value;
    return plainColour(style.color);
  };
  const token = (name: string) => colour(`var(${name})`);
  const theme: ChartTheme = {
    palette: PALETTE.map(token),
    accent: token("--tandem-accent"),
    text: token("--tandem-text"),
    muted: colour("color-mix(in oklab, var(--tandem-text) 68%, var(--tandem-surface))"),
    line: colour("color-mix(in oklab, var(--tandem-text) 16%, var(--tandem-surface))"),
    faint: colour("color-mix(in oklab, var(--tandem-text) 12%, var(--tandem-surface))"),
    surface: token("--tandem-surface"),
    rise: token("--tandem-success"),
    fall: token("--tandem-error"),
    font: style.fontFamily,
    isRtl: style.direction === "rtl",
  };
  probe.remove();
  return theme;
}

let pixel: CanvasRenderingContext2D | null | undefined;
const plain = new Map<string, string>();

/** As `#rrggbb` or `rgba(…)`, whatever space a colour was written in: ECharts knows no other. */
function plainColour(colour: string): string {
  const found = plain.get(colour);
  if (found !== undefined) return found;
  pixel ??= Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", {
    willReadFrequently: true,
  });
  if (!pixel) return colour;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
  const answer = `rgba(${red}, ${green}, ${blue}, ${Math.round((alpha! / 255) * 1000) / 1000})`;
  if (plain.size < 1_000) plain.set(colour, answer);
  return answer;
}

/** With less of itself. */
export const faded = (colour: string, alpha: number): string =>
  colour.replace(/rgba\((.*), [\d.]+\)/, (_, channels: string) => `rgba(${channels}, ${alpha})`);

/**
 * Calls `changed` whenever the theme changes, whichever way: a colour that follows it has a short transition, and that
 * is an event. Returns what ends it.
 */
export function watchTheme(element: HTMLElement, changed: () => void): () => void {
  const probe = element.ownerDocument.createElement("span");
  probe.className = "tandem-chart-probe";
  probe.ariaHidden = "true";
  element.append(probe);
  const hear = (event: Event) => {
    event.stopPropagation();
    changed();
  };
  probe.addEventListener("transitionend", hear);
  return () => probe.remove();
}
