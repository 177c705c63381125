import { app, every, watch, type Component } from "tandem";
import { StreamChart, streamData } from "tandem/ui";
import { POINTS, POINTS_PER_UPDATE, pointsFrom, UPDATES_PER_SECOND } from "./stream-waves.ts";

/** A chart that grows sixty times a second. */
const Stream: Component = () => {
  const data = streamData({ columns: ["point", "a", "b", "c", "d"], rollover: POINTS });
  let next = 0;
  const add = (count: number) => {
    const [point, a, b, c, d] = pointsFrom(next, count) as [Float64Array, ...Float64Array[]];
    data.append({ point, a: a!, b: b!, c: c!, d: d! });
    next += count;
  };
  add(POINTS);
  watch(every(1_000 / UPDATES_PER_SECOND), () => add(POINTS_PER_UPDATE));
  return (
    <main>
      <StreamChart label="Waves" data={data} x={{ kind: "number" }} height={400} />
    </main>
  );
};

export const StreamApp = app(Stream, { title: "Waves" });
