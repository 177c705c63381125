import { DEFAULT_LIMITS, type Limits } from "../../src/core/limits.ts";
import type { Session } from "../../src/session/session.ts";
import { isOver } from "../../src/session/state.ts";
import { FakeClock, promisesSettled } from "../support/fake-clock.ts";
import { Random } from "../support/random.ts";
import { faults, type Fault } from "./faults.ts";
import { Figures } from "./figures.ts";
import { ModelServer, type ModelPage } from "./model-server.ts";
import { rowsText } from "./model-rows.ts";
import { screenText } from "./screen-text.ts";
import { Tab } from "./tab.ts";

const FAULTS = 50;
/** Time that a page takes to load again. */
const RELOAD = 700;
/** The session's sweep, the longest pause of a link, a pulse: after so long nothing may be left to happen. */
const SETTLED = 130_000;

export interface Ending {
  readonly code: number;
  readonly message: string;
  readonly text: string;
  readonly rows: string;
  readonly at: number;
}

/** One server, one to three tabs, and everything that can go wrong between them, in an order that a seed decides. */
export class Simulation {
  readonly clock = new FakeClock(1_800_000_000_000);
  readonly random: Random;
  readonly server: ModelServer;
  readonly figures = new Figures();
  tabs: readonly Tab[] = [];
  /** Those that were closed, too. */
  readonly allTabs: Tab[] = [];
  /** Sessions that their app has ended, and how. */
  readonly endings = new Map<Session, Ending>();
  readonly withDom: boolean;
  readonly #reloading = new Set<Tab>();

  constructor(seed: number, { withDom = false } = {}) {
    this.random = new Random(seed);
    this.withDom = withDom;
    this.server = new ModelServer(this.clock, someLimits(this.random));
    this.addTab(this.server.openPage());
    this.figures.seeds = 1;
  }

  addTab(page: ModelPage): Tab {
    const { clock, random, server, figures, withDom } = this;
    const tab = new Tab({ clock, random, server, figures, withDom });
    this.tabs = [...this.tabs, tab];
    this.allTabs.push(tab);
    tab.show(page);
    return tab;
  }

  closeTab(tab: Tab): void {
    tab.isOpen = false;
    tab.life.screen.stop();
    this.tabs = this.tabs.filter((other) => other !== tab);
  }

  async run(): Promise<void> {
    while (this.figures.faults < FAULTS) {
      await this.#everydayLife();
      await this.cause(pickFault(this.random));
    }
    await this.#heal();
  }

  async cause(fault: Fault): Promise<void> {
    const tab = this.random.pick(this.tabs);
    if ((await fault.happen(this, tab)) !== false) this.figures.fault(fault.name);
    this.#lookAtPages();
  }

  /** People act, the app changes by itself, time passes. */
  async #everydayLife(): Promise<void> {
    for (let count = this.random.below(5); count > 0; count--) {
      this.random.pick(this.tabs).act();
      if (this.random.chance(0.3)) this.tick();
      await this.pass(this.random.pick([0, 0, 1, 10, 30, 100, 400, 2_000]));
    }
    if (this.random.chance(0.25)) await this.pass(this.random.pick([1_000, 10_000, 60_000]));
  }

  /** The app changes by itself. */
  tick(): void {
    const { session, journal } = this.random.pick(this.tabs).life.page;
    if (!isOver(session.state.peek())) session.run(journal.tick);
  }

  async pass(ms: number): Promise<void> {
    await this.clock.advanceAsync(ms);
    this.#lookAtPages();
  }

  /** A new process knows nothing of the one before. */
  async restart(secret?: string): Promise<void> {
    await this.server.stop();
    this.endings.clear();
    this.server.start(secret);
  }

  /** The app ends its session, after a last change. */
  end(session: Session, options: { hard: boolean; message: string }): void {
    if (isOver(session.state.peek())) return;
    const text = () => screenText(session);
    session.run(() => {
      this.server.journals.get(session)!.tick();
      void session.close(options);
    });
    const code = options.hard ? 4001 : 1001;
    const rows = rowsText(this.server.journals.get(session)!.rows);
    this.endings.set(session, { code, message: options.message, text: text(), rows, at: this.clock.now() });
  }

  /** A page that has learnt of its end is loaded again, by itself or by the person. */
  #lookAtPages(): void {
    for (const tab of this.tabs) {
      const { life } = tab;
      const { state } = life.screen;
      if (state.kind !== "closed" || this.#reloading.has(tab)) continue;
      life.closed = state.notice;
      this.figures.told++;
      this.#checkTold(tab);
      this.#reloading.add(tab);
      this.clock.setTimeout(() => {
        this.#reloading.delete(tab);
        if (this.tabs.includes(tab)) tab.show(this.server.openPage());
      }, RELOAD);
    }
  }

  /** Whoever comes back in time learns how its session ended, and has seen its last screen. */
  #checkTold({ life }: Tab): void {
    const ending = this.endings.get(life.page.session);
    // 1000: the person closed it.
    if (
      ending === undefined ||
      !life.page.attached ||
      life.closed?.code === 1000 ||
      this.clock.now() - ending.at > DEFAULT_LIMITS.retention
    )
      return;
    const { code, message } = life.closed!;
    if (code !== ending.code || message !== ending.message) {
      throw new Error(
        `The session ended with ${ending.code} "${ending.message}", and the page heard ${code} "${message}".`,
      );
    }
    // What was typed last and not handled stays; and for a page shown anew the screen is no more.
    const shown = (text: string) => text.replace(/ \.value="[^"]*"/, "");
    if (life.isRestored) return;
    equal(shown(life.screen.text()), shown(ending.text), "the last screen of a session");
    equal(life.screen.rows() ?? ending.rows, ending.rows, "the last rows of a session");
  }

  async #heal(): Promise<void> {
    for (const tab of this.tabs) tab.heal();
    await this.pass(SETTLED);
    for (const tab of this.tabs) tab.heal();
    await this.pass(SETTLED);
  }

  /** Closes all tabs, and lets pass the time after which nothing may be left. */
  async close(): Promise<void> {
    for (const tab of this.tabs) tab.life.screen.stop();
    await this.clock.advanceAsync(3 * SETTLED);
    await promisesSettled();
  }
}

/** As `expect(a).toBe(b)`, at a cost that a hundred thousand comparisons allow. */
export function equal(actual: string, expected: string, what: string): void {
  if (actual !== expected) throw new Error(`Expected ${what} to be\n${expected}\nbut it is\n${actual}`);
}

function pickFault(random: Random): Fault {
  const total = faults.reduce((sum, { weight }) => sum + weight, 0);
  let at = random.next() * total;
  for (const fault of faults) if ((at -= fault.weight) < 0) return fault;
  return faults[0]!;
}

function someLimits(random: Random): Partial<Limits> {
  return {
    windowBytes: random.pick([1, 500, 256 * 1024]),
    maxBacklogOperations: random.pick([3, 30, 2_000]),
    maxBufferedBytes: random.pick([1_000, 4 * 1024 * 1024]),
    heartbeat: random.pick([2_000, 20_000]),
  };
}
