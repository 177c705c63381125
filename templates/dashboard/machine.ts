import { cpus, freemem, loadavg, totalmem } from "node:os";
import { signal } from "tandem";
import { streamData } from "tandem/ui";

/** In per cent: load of the last minute by processor, and memory in use. */
export interface Reading {
  time: number;
  load: number;
  memory: number;
}

function readNow(): Reading {
  const load = (loadavg()[0]! / cpus().length) * 100;
  const memory = (1 - freemem() / totalmem()) * 100;
  return { time: Date.now(), load, memory };
}

// Outside of components: one for all sessions, so that the machine is asked once, however many people look.
export const latest = signal(readNow());
export const history = streamData({ columns: ["time", "load", "memory"], rollover: 600 });

export function take(reading: Reading): void {
  latest.value = reading;
  history.push({ ...reading });
}

setInterval(() => take(readNow()), 1_000).unref();
