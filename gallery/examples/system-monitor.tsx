import { For, Show, computed, signal, type Child } from "tandem";
import { samples, type Sample } from "./system-monitor/machine.ts";
import { processes, type Process } from "./system-monitor/processes.ts";
import { Sparkline } from "./system-monitor/sparkline.tsx";

/** The machine this very server runs on. */
export default function SystemMonitor() {
  const now = computed(() => samples.value.at(-1)!);
  const history = (share: (sample: Sample) => number) => () =>
    samples.value.map(share);
  return (
    <div class="stack">
      <div class="gauges">
        <Gauge label="Processor" value={() => percent(now.value.processor)}>
          <Sparkline
            label="Processor, last minute"
            values={history((sample) => sample.processor)}
          />
        </Gauge>
        <Gauge
          label="Memory"
          value={() =>
            `${bytes(now.value.memory.used)} of ${bytes(now.value.memory.total)}`
          }
        >
          <Sparkline
            label="Memory, last minute"
            values={history(({ memory }) => memory.used / memory.total)}
          />
        </Gauge>
        <Gauge label="Disk" value={() => diskText(now.value.disk)}>
          <meter
            aria-label="Disk used"
            value={() => now.value.disk?.used ?? 0}
            max={() => now.value.disk?.total ?? 1}
          />
        </Gauge>
        <Gauge label="Load, 1 minute" value={() => now.value.load.toFixed(2)}>
          <p class="quiet">Up for {() => duration(now.value.uptime)}</p>
        </Gauge>
      </div>
      <ul class="cores" aria-label="Processor by core">
        <For each={() => now.value.cores.map((_, core) => core)}>
          {(core) => (
            <li>
              {core + 1}{" "}
              <meter
                aria-label={`Core ${core + 1}`}
                value={() => now.value.cores[core] ?? 0}
              />
            </li>
          )}
        </For>
      </ul>
      <Show
        when={() => processes.value !== null}
        fallback={<p>This machine has no /proc to list processes from.</p>}
      >
        <Processes />
      </Show>
    </div>
  );
}

function Gauge(props: { label: string; value: () => string; children: Child }) {
  return (
    <section class="gauge" aria-label={props.label}>
      <h3>{props.label}</h3>
      <output aria-label={props.label}>{props.value}</output>
      {props.children}
    </section>
  );
}

type Column = keyof Process;
const COLUMNS: [Column, string][] = [
  ["id", "Id"],
  ["name", "Name"],
  ["processor", "Processor"],
  ["memory", "Memory"],
];

function Processes() {
  const sortedBy = signal<Column>("memory");
  const isDescending = signal(true);
  const filter = signal("");
  const shownCount = signal("10");

  const sortBy = (column: Column) => {
    isDescending.value =
      column === sortedBy.value
        ? !isDescending.value
        : column !== "name" && column !== "id";
    sortedBy.value = column;
  };
  const sorting = (column: Column) => {
    if (column !== sortedBy.value) return "none";
    return isDescending.value ? "descending" : "ascending";
  };
  const rows = computed(() => {
    const wanted = filter.value.trim().toLowerCase();
    const matching = (processes.value ?? []).filter((each) =>
      each.name.toLowerCase().includes(wanted),
    );
    const direction = isDescending.value ? -1 : 1;
    const byColumn = (a: Process, b: Process) =>
      direction * compare(a[sortedBy.value], b[sortedBy.value]);
    return matching.sort(byColumn).slice(0, Number(shownCount.value));
  });

  return (
    <>
      <form class="line" aria-label="Processes">
        <label>
          Name contains <input type="search" bind={filter} autocomplete="off" />
        </label>
        <label>
          Show
          <select bind={shownCount}>
            <option value="10">10</option>
            <option value="25">25</option>
            <option value="100">100</option>
          </select>
        </label>
      </form>
      <div
        class="scroll"
        tabindex={0}
        role="region"
        aria-label="Table of processes"
      >
        <table class="processes">
          <thead>
            <tr>
              {COLUMNS.map(([column, title]) => (
                <th scope="col" aria-sort={() => sorting(column)}>
                  <button class="link" onClick={() => sortBy(column)}>
                    {title}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <For each={rows} key={(each) => each.id}>
              {(each) => (
                <tr>
                  <td>{() => each.value.id}</td>
                  <td>{() => each.value.name}</td>
                  <td>{() => percent(each.value.processor)}</td>
                  <td>{() => bytes(each.value.memory)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </>
  );
}

const compare = (a: string | number, b: string | number) =>
  typeof a === "string" ? a.localeCompare(String(b)) : a - Number(b);

const percent = (share: number) =>
  `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;

function bytes(count: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = Math.min(
    Math.floor(Math.log10(Math.max(count, 1)) / 3),
    units.length - 1,
  );
  return `${(count / 1000 ** power).toPrecision(3)} ${units[power]}`;
}

const diskText = (disk: Sample["disk"]) =>
  disk ? `${bytes(disk.used)} of ${bytes(disk.total)}` : "unknown";

function duration(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return days > 0 ? `${days} d ${hours} h` : `${hours} h ${minutes} min`;
}
