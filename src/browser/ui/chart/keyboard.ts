import type { ChartSpec, PointPlace } from "../../../ui/chart/wire.ts";
import type { OptionFacts } from "./option-facts.ts";
import { describe } from "./tooltip.ts";

/** What the keys do, for those who cannot see that there is anything to do. */
export function keysOf({ kind, canZoom, canClick, brush, hasLegend }: ChartSpec): string {
  if (kind === "option") return "";
  const keys = [
    "Arrow keys go from point to point.",
    canClick ? "Enter chooses one." : "",
    canZoom ? "Plus, minus and 0 zoom." : "",
    brush === null ? "" : "B begins a range.",
    hasLegend && kind !== "pie" ? "H hides a series." : "",
  ];
  return keys.filter((key) => key !== "").join(" ");
}

/** What the keys of a chart lead to. */
export interface KeyboardActions {
  /** Nothing yet, while there is nothing to show. */
  facts(): OptionFacts | undefined;
  show(place: PointPlace): void;
  hide(): void;
  say(text: string): void;
  press(place: PointPlace, event: KeyboardEvent): void;
  /** Zooms by a factor; the whole for 0. */
  zoom(factor: number): void;
  brush(): void;
  /** Hides a series; without one, shows all again. */
  hideSeries(series: number | undefined): void;
}

/** Goes from point to point with the arrow keys, and says each. */
export class ChartKeyboard {
  readonly #actions: KeyboardActions;
  #at: PointPlace | undefined;

  constructor(host: HTMLElement, actions: KeyboardActions) {
    this.#actions = actions;
    host.addEventListener("keydown", (event) => {
      if (event.target === host && this.#take(event)) event.preventDefault();
    });
    host.addEventListener("blur", () => {
      this.#at = undefined;
      actions.hide();
    });
  }

  #take(event: KeyboardEvent): boolean {
    const { key } = event;
    if (event.altKey || event.metaKey || (event.ctrlKey && key !== "Enter")) return false;
    const facts = this.#actions.facts();
    if (facts === undefined || facts.points.series.every(({ length }) => length === 0)) return false;
    const next = this.#after(key, facts);
    if (next !== undefined) {
      this.#at = next;
      this.#actions.show(next);
      this.#actions.say(said(facts, next));
      return true;
    }
    return this.#act(event);
  }

  #act(event: KeyboardEvent): boolean {
    const { key } = event;
    if ((key === "Enter" || key === " ") && this.#at !== undefined) this.#actions.press(this.#at, event);
    else if (key === "Escape" && this.#at !== undefined) this.#leave();
    else if (key === "+" || key === "=") this.#actions.zoom(0.5);
    else if (key === "-") this.#actions.zoom(2);
    else if (key === "0") this.#actions.zoom(0);
    else if (key === "b" || key === "B") this.#actions.brush();
    else if (key === "h" || key === "H") this.#hideSeries();
    else return false;
    return true;
  }

  #hideSeries(): void {
    this.#actions.hideSeries(this.#at?.[0]);
    this.#leave();
  }

  #leave(): void {
    this.#at = undefined;
    this.#actions.hide();
  }

  /** Where a key leads; nothing for another key. */
  #after(key: string, facts: OptionFacts): PointPlace | undefined {
    const shown = facts.points.series.flatMap(({ length }, at) => (length > 0 && !facts.hidden.includes(at) ? at : []));
    const [series, index] = this.#at ?? [shown[0] ?? 0, undefined];
    const count = facts.points.series[series]?.length ?? 0;
    const clamp = (next: number): PointPlace => [series, Math.max(0, Math.min(count - 1, next))];
    const turn = (step: number): PointPlace => {
      const next = shown[(shown.indexOf(series) + step + shown.length) % shown.length] ?? series;
      return [next, nearest(facts, [series, index ?? 0], next)];
    };
    switch (key) {
      case "ArrowRight":
        return clamp(index === undefined ? 0 : index + 1);
      case "ArrowLeft":
        return clamp(index === undefined ? 0 : index - 1);
      case "ArrowDown":
        return shown.length > 1 ? turn(1) : clamp(index === undefined ? 0 : index + 1);
      case "ArrowUp":
        return shown.length > 1 ? turn(-1) : clamp(index === undefined ? 0 : index - 1);
      case "PageDown":
        return clamp((index ?? 0) + Math.ceil(count / 10));
      case "PageUp":
        return clamp((index ?? 0) - Math.ceil(count / 10));
      case "Home":
        return clamp(0);
      case "End":
        return clamp(count - 1);
      default:
        return undefined;
    }
  }
}

/** The point of another series that is beside this one. */
function nearest({ points }: OptionFacts, [series, index]: PointPlace, next: number): number {
  const x = points.series[series]?.[index]?.[0] ?? 0;
  let [best, distance] = [0, Infinity];
  for (const [at, point] of (points.series[next] ?? []).entries()) {
    const found = Math.abs((point[0] ?? Infinity) - x);
    if (found < distance) [best, distance] = [at, found];
  }
  return best;
}

function said(facts: OptionFacts, [series, index]: PointPlace): string {
  const text = describe(facts, series, index).replace(/\n/g, ", ");
  return `${text}. ${index + 1} of ${facts.points.series[series]!.length}.`;
}
