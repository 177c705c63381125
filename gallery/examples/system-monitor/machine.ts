import { statfsSync } from "node:fs";
import {
  availableParallelism,
  cpus,
  freemem,
  loadavg,
  totalmem,
  uptime,
} from "node:os";
import { computed, every } from "tandem";

/** One look at the machine. Shares are 0 to 1; sizes are bytes; times seconds. */
export interface Sample {
  processor: number;
  cores: number[];
  memory: { used: number; total: number };
  disk: { used: number; total: number } | null;
  load: number;
  uptime: number;
}

const KEPT = 60;
const seconds = every(1000);
let before = cpus();
let latest: readonly Sample[] = [];

/**
 * The last minute, oldest first. However many sessions watch, the machine is
 * asked once a second; when the last one leaves, it is not asked at all.
 */
export const samples = computed(() => {
  void seconds.value;
  latest = [...latest.slice(1 - KEPT), takeSample()];
  return latest;
});

/** How busy the machine is: 1 means each processor has one task to run. */
export const loadNow = computed(
  () => samples.value.at(-1)!.load / availableParallelism(),
);

function takeSample(): Sample {
  const cores = busyShares();
  const total = totalmem();
  return {
    processor: cores.reduce((sum, share) => sum + share, 0) / cores.length,
    cores,
    memory: { used: total - freemem(), total },
    disk: readDisk(),
    load: loadavg()[0]!,
    uptime: uptime(),
  };
}

/** Processors tell how long they have been busy, so a share takes two looks. */
function busyShares(): number[] {
  const now = cpus();
  const shares = now.map(({ times }, core) => {
    const earlier = before[core]?.times ?? times;
    const total = sum(times) - sum(earlier);
    return total > 0 ? 1 - (times.idle - earlier.idle) / total : 0;
  });
  before = now;
  return shares;
}

const sum = (times: Record<string, number>) =>
  Object.values(times).reduce((total, time) => total + time, 0);

function readDisk(): Sample["disk"] {
  try {
    const { blocks, bfree, bsize } = statfsSync("/");
    return { used: (blocks - bfree) * bsize, total: blocks * bsize };
  } catch {
    return null;
  }
}
