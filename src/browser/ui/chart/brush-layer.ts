import type { ChartBrush, ChartSpec } from "../../../ui/chart/wire.ts";
import { BrushHandle, type HandleFacts } from "./brush-handle.ts";
import { gridOf, type ECharts } from "./echarts.ts";
import type { PageFormats } from "./formats.ts";
import { ScreenAxis, type Box, type Extent } from "./place.ts";

type Range = { x?: Extent; y?: Extent };

interface BrushFacts {
  spec: ChartSpec;
  chart: ECharts;
  formats: PageFormats;
}

/** Less is a click. */
const LEAST = 4;

/** The range that people draw over a chart, with a pointer or with the keys. */
export class BrushLayer {
  readonly #host: HTMLElement;
  readonly #range: HTMLElement;
  readonly #changed: (range: ChartBrush | null) => void;
  #facts: BrushFacts | undefined;
  #value: Range | null = null;
  #drag: Drag | undefined;
  #handles: BrushHandle[] = [];

  /** `host` is what is drawn in; `changed` hears of each range that a person makes. */
  constructor(host: HTMLElement, changed: (range: ChartBrush | null) => void) {
    this.#host = host;
    this.#changed = changed;
    this.#range = host.ownerDocument.createElement("div");
    this.#range.className = "tandem-chart-range";
    this.#range.hidden = true;
    host.append(this.#range);
    host.addEventListener("pointerdown", (event) => this.#start(event));
    host.addEventListener("pointermove", (event) => this.#move(event));
    host.addEventListener("pointerup", (event) => this.#finish(event));
    host.addEventListener("pointercancel", (event) => this.#finish(event));
  }

  get isDragging(): boolean {
    return this.#drag !== undefined;
  }

  /** Shows a range over the chart as it is drawn now. */
  show(facts: BrushFacts, range: ChartBrush | null): void {
    this.#facts = facts;
    if (this.#drag === undefined) this.#value = range;
    this.#host.dataset["brush"] = facts.spec.brush ?? "";
    this.#draw();
  }

  /** Makes a range of the middle, for the keys. */
  begin(): void {
    const axes = this.#axes();
    const box = this.#box();
    if (axes === undefined || box === undefined) return;
    this.#value ??= Object.fromEntries(
      axes.map(({ name, axis }) => {
        const [start, size] = axis.isLevel ? [box.x, box.width] : [box.y, box.height];
        return [name, axis.extent(start + size / 4, start + (size * 3) / 4)];
      }),
    );
    this.#tell();
    this.#handles[0]?.element.focus();
  }

  #start(event: PointerEvent): void {
    const box = this.#box();
    if (event.button !== 0 || box === undefined || this.#facts?.spec.brush == null) return;
    const at = this.#pointIn(event);
    if (!contains(box, at)) return;
    const handle = this.#handles.find(({ element }) => element === event.target);
    const drawn = this.#drawn();
    const moves = handle === undefined && drawn !== undefined && contains(drawn, at);
    this.#drag = { pointer: event.pointerId, from: at, handle, moved: moves ? drawn : undefined, isMoved: false };
    this.#host.setPointerCapture(event.pointerId);
    if (handle === undefined) return;
    event.preventDefault();
    handle.element.focus();
  }

  #move(event: PointerEvent): void {
    const drag = this.#drag;
    const box = this.#box();
    if (drag?.pointer !== event.pointerId || box === undefined) return;
    const at = clampTo(box, this.#pointIn(event));
    const distance = Math.hypot(at.x - drag.from.x, at.y - drag.from.y);
    if (!drag.isMoved && distance < LEAST) return;
    drag.isMoved = true;
    this.#host.dataset["dragging"] = "";
    this.#value = this.#ranged(drag, at, box);
    this.#tell();
  }

  #finish(event: PointerEvent): void {
    const drag = this.#drag;
    if (drag?.pointer !== event.pointerId) return;
    this.#drag = undefined;
    delete this.#host.dataset["dragging"];
    if (drag.isMoved || drag.handle !== undefined || event.type === "pointercancel") return;
    if (this.#value === null || drag.moved !== undefined) return;
    this.#value = null;
    this.#tell();
  }

  /** What a drag has come to: a new range, one moved as a whole, or one with another edge. */
  #ranged({ from, handle, moved }: Drag, at: Point, box: Box): Range {
    const range: Range = {};
    for (const { name, axis } of this.#axes() ?? []) {
      const [a, b, low, high] = axis.isLevel
        ? [from.x, at.x, box.x, box.x + box.width]
        : [from.y, at.y, box.y, box.y + box.height];
      const shown = this.#value?.[name];
      if (handle !== undefined && shown !== undefined) {
        range[name] =
          handle.facts.name === name ? axis.extent(axis.pixel(shown[handle.facts.isEnd ? 0 : 1]), b) : shown;
      } else if (moved !== undefined) {
        const [start, size] = axis.isLevel ? [moved.x, moved.width] : [moved.y, moved.height];
        const next = Math.max(low, Math.min(high - size, start + b - a));
        const inset = axis.isBand ? 1 : 0;
        range[name] = axis.extent(next + inset, next + size - inset);
      } else range[name] = axis.extent(a, b);
    }
    return range;
  }

  #tell(): void {
    this.#draw();
    this.#changed(this.#value);
  }

  #axes(): { name: "x" | "y"; axis: ScreenAxis }[] | undefined {
    if (this.#facts?.spec.brush == null) return undefined;
    const { chart, spec } = this.#facts;
    const names = (["x", "y"] as const).filter((name) => spec.brush!.includes(name));
    return names.map((name) => ({ name, axis: new ScreenAxis(chart, spec, name) }));
  }

  #box(): Box | undefined {
    return this.#facts === undefined ? undefined : gridOf(this.#facts.chart);
  }

  #pointIn({ clientX, clientY }: MouseEvent): Point {
    const { left, top } = this.#host.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  /** The range in pixels, within the chart. */
  #drawn(): Box | undefined {
    const box = this.#box();
    if (this.#value === null || box === undefined) return undefined;
    let { x, y, width, height } = box;
    for (const { name, axis } of this.#axes() ?? []) {
      const extent = this.#value[name];
      if (extent === undefined) continue;
      const [start, end] = axis.pixels(extent);
      if (!Number.isFinite(start) || !Number.isFinite(end)) return undefined;
      const [low, high] = axis.isLevel ? [box.x, box.x + box.width] : [box.y, box.y + box.height];
      if (end < low || start > high) return undefined;
      const [from, to] = [Math.max(low, start), Math.min(high, end)];
      if (axis.isLevel) [x, width] = [from, to - from];
      else [y, height] = [from, to - from];
    }
    return { x, y, width, height };
  }

  #draw(): void {
    const drawn = this.#drawn();
    this.#range.hidden = drawn === undefined;
    if (drawn === undefined) return;
    const { style } = this.#range;
    style.left = `${drawn.x}px`;
    style.top = `${drawn.y}px`;
    style.width = `${drawn.width}px`;
    style.height = `${drawn.height}px`;
    this.#drawHandles();
  }

  #drawHandles(): void {
    const axes = this.#axes() ?? [];
    if (this.#handles.length !== axes.length * 2) {
      for (const { element } of this.#handles) element.remove();
      this.#handles = axes.flatMap(({ name }) =>
        [false, true].map((isEnd) => new BrushHandle({ name, isEnd } satisfies HandleFacts, this.#range)),
      );
      for (const handle of this.#handles) handle.onKey = (event) => this.#key(handle, event);
    }
    const { spec, formats } = this.#facts!;
    for (const handle of this.#handles) {
      const { name, isEnd } = handle.facts;
      const axis = axes.find((each) => each.name === name)!.axis;
      handle.show(this.#value![name]![isEnd ? 1 : 0], { spec, format: formats[name], isLevel: axis.isLevel });
    }
  }

  #key({ facts: { name, isEnd } }: BrushHandle, event: KeyboardEvent): void {
    const axis = this.#axes()?.find((each) => each.name === name)?.axis;
    const extent = this.#value?.[name];
    if (axis === undefined || extent === undefined) return;
    if (event.key === "Escape" || event.key === "Delete") {
      this.#value = null;
      this.#tell();
      return this.#host.focus();
    }
    const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = extent[isEnd ? 1 : 0] + direction * axis.step() * (event.shiftKey ? 10 : 1);
    const box = this.#box()!;
    const [low, high] = axis.isLevel ? axis.extent(box.x, box.x + box.width) : axis.extent(box.y, box.y + box.height);
    const kept = isEnd ? Math.min(high, Math.max(extent[0], next)) : Math.max(low, Math.min(extent[1], next));
    this.#value = { ...this.#value, [name]: isEnd ? [extent[0], kept] : [kept, extent[1]] };
    this.#tell();
  }
}

interface Point {
  x: number;
  y: number;
}

interface Drag {
  readonly pointer: number;
  readonly from: Point;
  readonly handle: BrushHandle | undefined;
  /** Where the range was, if it is moved as a whole. */
  readonly moved: Box | undefined;
  isMoved: boolean;
}

const contains = ({ x, y, width, height }: Box, at: Point): boolean =>
  at.x >= x - 8 && at.x <= x + width + 8 && at.y >= y - 8 && at.y <= y + height + 8;

const clampTo = ({ x, y, width, height }: Box, at: Point): Point => ({
  x: Math.max(x, Math.min(x + width, at.x)),
  y: Math.max(y, Math.min(y + height, at.y)),
});
