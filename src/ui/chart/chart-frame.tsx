import { needPart } from "../../session/parts.ts";
import type { ReadonlySignal } from "../../reactive/signal.ts";
import type { Child, Live } from "../../view/node.ts";
import type { ActingClient } from "../../view/events/base-event.ts";
import type { DetailEvent } from "../../view/events/detail-event.ts";
import type { Json } from "../../view/jsx/attribute-value.ts";
import { freshId } from "../base/fresh-id.ts";
import type { ChartFrameProps } from "./chart-props.ts";
import type { ChartSpec } from "./wire.ts";

interface ChartFrameParts {
  props: ChartFrameProps;
  spec: ReadonlySignal<ChartSpec>;
  /** What else the page half is told, by the names of its properties. */
  told?: Readonly<Record<string, ReadonlySignal<unknown>>>;
  /** What is read out of the chart. */
  summary: Live<string>;
  receive: (detail: unknown, client: ActingClient) => unknown;
  children?: Child;
}

/** What is around a chart: its title, its summary, and a place of its size from the first paint on. */
export function ChartFrame({ props, spec, told = {}, summary, receive, children }: ChartFrameParts): Child {
  needPart("ui");
  needPart("chart");
  const id = props.id ?? freshId("chart");
  const tell = Object.fromEntries(Object.entries(told).map(([name, live]) => [`prop:${name}`, live as Live<Json>]));
  return (
    <figure class={["tandem-chart", props.class]} aria-labelledby={`${id}-label`}>
      <figcaption id={`${id}-label`} class={["tandem-chart-label", props.hideLabel && "tandem-unseen"]}>
        {props.label}
      </figcaption>
      <tandem-chart
        id={id}
        style={{ height: `${props.height ?? 320}px` }}
        prop:spec={spec as Live<unknown> as Live<Json>}
        {...tell}
        on:tandem-chart={({ detail, client }: DetailEvent) => receive(detail, client)}
      />
      <p id={`${id}-summary`} class="tandem-unseen">
        {summary}
      </p>
      {children}
    </figure>
  );
}
