import { isOver } from "../../src/session/state.ts";
import type { Simulation } from "./simulation.ts";
import type { Tab } from "./tab.ts";

/** Something that goes wrong. `happen` answers `false` when it could not, as the things it needs are not there. */
export interface Fault {
  readonly name: string;
  /** How often it happens, compared with others. */
  readonly weight: number;
  happen(simulation: Simulation, tab: Tab): unknown;
}

const OUTAGES = [50, 300, 1_000, 5_000, 40_000];

/** Undoes something after a time that is picked from `times`. */
function after({ clock, random }: Simulation, times: readonly number[], undo: () => void): void {
  clock.setTimeout(undo, random.pick(times));
}

const drop: Fault = { name: "drop", weight: 12, happen: (_simulation, tab) => tab.line?.drop() };

const halfOpen: Fault = {
  name: "half-open",
  weight: 8,
  happen: ({ random }, tab) => tab.line?.drop(random.pick(["client", "server"])),
};

const silentLine: Fault = { name: "line goes silent", weight: 6, happen: (_simulation, tab) => tab.line?.blackHole() };

const outage: Fault = {
  name: "outage",
  weight: 6,
  happen: (simulation, tab) => {
    tab.network = "down";
    for (const line of tab.lines) line.drop();
    after(simulation, OUTAGES, () => (tab.network = "up"));
  },
};

const blackHole: Fault = {
  name: "black hole",
  weight: 6,
  happen: (simulation, tab) => {
    tab.network = "black hole";
    for (const line of tab.lines) line.blackHole();
    after(simulation, OUTAGES, () => (tab.network = "up"));
  },
};

const delay: Fault = {
  name: "delay",
  weight: 8,
  happen: (simulation, tab) => {
    tab.latency = simulation.random.pick([0, 1, 150, 900, 3_000]);
    tab.jitter = simulation.random.pick([0, 50, 700]);
    after(simulation, OUTAGES, () => (tab.latency = 20));
  },
};

/** The page gives its line up and has a new one, while what it sent on the old is still under way for 800 ms. */
const overlap: Fault = {
  name: "old and new line overlap",
  weight: 8,
  happen: async (simulation, tab) => {
    tab.latency = 790;
    tab.act();
    tab.act();
    tab.latency = 20;
    tab.line?.cutClient(800);
    tab.life.screen.wake();
    await simulation.pass(simulation.random.pick([10, 25, 60, 900]));
  },
};

/** The server hears of the old line's end just before, or just after, the new one's hello. */
const race: Fault = {
  name: "reconnect races with the close",
  weight: 8,
  happen: ({ random }, tab) => {
    tab.latency = 20;
    tab.jitter = 0;
    tab.line?.cutClient(random.pick([0, 19, 20, 21, 40, 41]));
    tab.life.screen.wake();
  },
};

/** The browser shows a page again that it had put away, as it was painted at first. */
const restored: Fault = {
  name: "page restored",
  weight: 3,
  happen: (_simulation, tab) => {
    const { screen, page } = tab.life;
    if (screen.state.kind === "closed") return false;
    screen.discard();
    tab.show(page, { isRestored: true });
  },
};

const sleep: Fault = {
  name: "laptop sleeps",
  weight: 4,
  happen: (simulation, tab) => {
    tab.device.sleep();
    for (const line of tab.lines) line.drop(simulation.random.pick(["server", undefined]));
    const times = [2_000, 30_000, 100_000, 600_000];
    after(simulation, times, () => {
      tab.device.wake();
      if (simulation.random.chance(0.5)) tab.life.screen.wake();
    });
  },
};

const hidden: Fault = {
  name: "tab hidden",
  weight: 4,
  happen: async (simulation, tab) => {
    tab.device.isHidden = true;
    const times = [5_000, 60_000, 300_000];
    after(simulation, times, () => {
      tab.device.isHidden = false;
      tab.life.screen.wake();
    });
    if (simulation.random.chance(0.05)) await simulation.pass(3_600_000);
  },
};

const deaf: Fault = {
  name: "client does not read",
  weight: 5,
  happen: async (simulation, tab) => {
    const { line } = tab;
    line?.stopReading();
    for (let count = 20; count > 0; count--) {
      simulation.tick();
      await simulation.pass(1);
    }
    after(simulation, OUTAGES, () => line?.read());
  },
};

const moreTabs: Fault = {
  name: "tab joins",
  weight: 2,
  happen: (simulation, tab) => {
    const { session } = tab.life.page;
    if (simulation.tabs.length >= 3 || isOver(session.state.peek())) return false;
    simulation.addTab(simulation.server.joinPage(session));
  },
};

const fewerTabs: Fault = {
  name: "tab closed",
  weight: 1.5,
  happen: (simulation, tab) => {
    if (simulation.tabs.length < 2) return false;
    simulation.closeTab(tab);
  },
};

const reload: Fault = {
  name: "page reloaded",
  weight: 1,
  happen: (simulation, tab) => {
    if (tab.life.screen.state.kind === "closed") return false;
    tab.life.screen.stop();
  },
};

/** Away, the page hears nothing of what follows. */
function maybeAway(simulation: Simulation, tab: Tab): void {
  const how = simulation.random.below(4);
  if (how === 0) outage.happen(simulation, tab);
  if (how === 1) blackHole.happen(simulation, tab);
  if (how === 2) tab.line?.blackHole();
}

const appEnds: Fault = {
  name: "app ends",
  weight: 2,
  happen: async (simulation, tab) => {
    maybeAway(simulation, tab);
    await simulation.pass(simulation.random.pick([0, 30]));
    const hard = simulation.random.chance(0.5);
    simulation.end(tab.life.page.session, { hard, message: hard ? "Closed for good." : "Thank you." });
  },
};

/** The last frames, and the word of the end, are under way when the line breaks. */
const finalFrameLost: Fault = {
  name: "final frame lost",
  weight: 2,
  happen: async (simulation, tab) => {
    tab.act(({ kind }) => kind === "count");
    await simulation.pass(20);
    simulation.end(tab.life.page.session, { hard: simulation.random.chance(0.5), message: "Until next time." });
    await simulation.pass(simulation.random.pick([0, 1, 19]));
    tab.line?.drop();
  },
};

const restart: Fault = {
  name: "server restarts",
  weight: 1.5,
  happen: async (simulation, tab) => {
    maybeAway(simulation, tab);
    await simulation.pass(simulation.random.pick([0, 30]));
    await simulation.restart();
  },
};

/** Nobody is told; the new process may have another secret. */
const crash: Fault = {
  name: "server crashes",
  weight: 1.5,
  happen: async (simulation) => {
    for (const tab of simulation.tabs) for (const line of tab.lines) line.drop();
    await simulation.restart(simulation.random.pick(["s", "t"]).repeat(32));
  },
};

export const faults: readonly Fault[] = [
  drop,
  halfOpen,
  silentLine,
  outage,
  blackHole,
  delay,
  overlap,
  race,
  restored,
  sleep,
  hidden,
  deaf,
  moreTabs,
  fewerTabs,
  reload,
  appEnds,
  finalFrameLost,
  restart,
  crash,
];
