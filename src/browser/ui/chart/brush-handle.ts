import type { ChartSpec } from "../../../ui/chart/wire.ts";

export interface HandleFacts {
  /** The axis that it moves along. */
  readonly name: "x" | "y";
  readonly isEnd: boolean;
}

interface Shown {
  spec: ChartSpec;
  format: (value: number) => string;
  isLevel: boolean;
}

/** One edge of a range, to drag or to move with the keys. */
export class BrushHandle {
  readonly facts: HandleFacts;
  readonly element: HTMLElement;
  onKey: (event: KeyboardEvent) => void = () => {};

  constructor(facts: HandleFacts, parent: HTMLElement) {
    this.facts = facts;
    this.element = parent.ownerDocument.createElement("div");
    this.element.className = "tandem-chart-handle";
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "slider");
    this.element.addEventListener("keydown", (event) => this.onKey(event));
    parent.append(this.element);
  }

  show(value: number, { spec, format, isLevel }: Shown): void {
    const { name, isEnd } = this.facts;
    const { element } = this;
    // Values grow to the right and upwards, unless bars go sideways.
    const isLast = isLevel || spec.isHorizontal ? isEnd : !isEnd;
    element.dataset["edge"] = isLevel ? (isLast ? "right" : "left") : isLast ? "bottom" : "top";
    element.setAttribute("aria-orientation", isLevel ? "horizontal" : "vertical");
    element.setAttribute("aria-label", `${isEnd ? "End" : "Start"} of ${spec[name].title || name} in ${spec.label}`);
    element.setAttribute("aria-valuenow", String(value));
    element.setAttribute("aria-valuetext", format(value));
  }
}
