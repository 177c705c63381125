import { readdirSync, readFileSync } from "node:fs";
import { computed, every } from "tandem";

export interface Process {
  id: number;
  name: string;
  /** Share of one processor, 0 to 1 and beyond. */
  processor: number;
  /** Bytes in memory. */
  memory: number;
}

const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;
const seconds = every(1000);
let before = new Map<number, number>();
let readAt = 0;

/** Looked up once a second for all sessions; `null` where there is no `/proc`. */
export const processes = computed(() => {
  void seconds.value;
  const ids = processIds();
  if (ids === null) return null;
  const now = performance.now();
  const ticks = new Map<number, number>();
  const list = ids.flatMap((id) =>
    readProcess(id, { ticks, elapsed: (now - readAt) / 1000 }),
  );
  before = ticks;
  readAt = now;
  return list;
});

function processIds(): number[] | null {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return null;
  }
}

/** A list of one, or of none when the process has ended meanwhile. */
function readProcess(
  id: number,
  look: { ticks: Map<number, number>; elapsed: number },
): Process[] {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, "utf8");
    // "42 (name, which may hold anything) S 1 …"
    const nameEnd = stat.lastIndexOf(")");
    const fields = stat.slice(nameEnd + 2).split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    look.ticks.set(id, ticks);
    const spent = (ticks - (before.get(id) ?? ticks)) / TICKS_PER_SECOND;
    const name = stat.slice(stat.indexOf("(") + 1, nameEnd);
    return [
      {
        id,
        name,
        processor: spent / look.elapsed,
        memory: Number(fields[21]) * PAGE_BYTES,
      },
    ];
  } catch {
    return [];
  }
}
