import { TandemError } from "../../core/errors.ts";
import { computed } from "../../reactive/computed.ts";
import type { ReadonlySignal } from "../../reactive/signal.ts";
import { currentSession } from "../../session/current.ts";
import type { ActingClient } from "../../view/events/base-event.ts";
import { readLive } from "../../view/live.ts";
import type { OptionChartProps } from "./chart-props.ts";
import { readChartMessage } from "./messages.ts";
import type { AxisWire, ChartOptions, ChartSpec } from "./wire.ts";

const NO_AXIS: AxisWire = { type: "value" };

/** A chart whose option the app writes itself. */
export class OptionModel {
  readonly spec: ReadonlySignal<ChartSpec>;
  readonly #props: OptionChartProps;

  constructor(props: OptionChartProps) {
    const locales = currentSession().info.preferredLanguages;
    this.#props = props;
    this.spec = computed(() => ({
      kind: "option",
      label: props.label,
      x: NO_AXIS,
      y: NO_AXIS,
      series: seriesOf(readLive(props.option)).map((_, place) => String(place)),
      isStacked: false,
      isHorizontal: false,
      isSmooth: false,
      hasLegend: false,
      brush: null,
      canZoom: false,
      canClick: props.onClick !== undefined,
      canSelect: false,
      canExport: props.exportable ?? false,
      locales,
      options: checked(readLive(props.option)),
    }));
  }

  receive(detail: unknown, client: ActingClient): unknown {
    const message = readChartMessage(detail, this.spec.peek());
    if (message?.type !== "click") return undefined;
    const [series, index] = message.at;
    const found = seriesOf(this.spec.peek().options!)[series];
    if (found === undefined) return undefined;
    const data = (found as { data?: unknown }).data;
    if (Array.isArray(data) && index >= data.length) return undefined;
    return this.#props.onClick?.({ series, index, client });
  }
}

function seriesOf({ series }: ChartOptions): readonly object[] {
  const all = Array.isArray(series) ? series : [series];
  return all.filter((each): each is object => typeof each === "object" && each !== null);
}

/** What JSON cannot say would be lost on the way, without a word. */
function checked(option: ChartOptions): ChartOptions {
  const place = findFunction(option, "option");
  if (place === undefined) return option;
  throw new TandemError(
    "ui/chart-option",
    `Expected the option of a chart to be JSON, as it goes to the page, but ${place} is a function. Use a template text, or formats of a chart with data={…}.`,
  );
}

function findFunction(value: unknown, place: string): string | undefined {
  if (typeof value === "function") return place;
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value) && typeof value[0] === "number") return undefined;
  for (const [name, part] of Object.entries(value)) {
    const found = findFunction(part, `${place}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
