import type { LinkState } from "../../src/link/link-options.ts";
import type { Connection } from "../../src/transport/connection.ts";
import type { FakeClock } from "../support/fake-clock.ts";
import type { Random } from "../support/random.ts";
import type { Choice, ClientScreen } from "./client-life.ts";
import { DeviceClock } from "./device-clock.ts";
import { FaultyLine } from "./faulty-line.ts";
import type { Figures } from "./figures.ts";
import type { ActKind } from "./model-app.tsx";
import { ModelClient } from "./model-client.ts";
import type { ModelPage, ModelServer } from "./model-server.ts";
import { PageClient } from "./page-client.ts";

/** One page in the tab, from its being loaded to its end, and what was done on it. */
export interface Life {
  readonly page: ModelPage;
  readonly screen: ClientScreen;
  readonly sent: { readonly token: number; readonly kind: ActKind; readonly about: string }[];
  /** Whether the browser shows a page again that it had put away. */
  readonly isRestored: boolean;
  /** Why it ended, as the page was told. */
  closed?: Extract<LinkState, { kind: "closed" }>["notice"];
}

export interface TabOptions {
  readonly clock: FakeClock;
  readonly random: Random;
  readonly server: ModelServer;
  readonly figures: Figures;
  /** Whether its page is the real runtime on a DOM. */
  readonly withDom: boolean;
}

/** One tab of one person's browser, its machine and its network. */
export class Tab {
  readonly device: DeviceClock;
  readonly lives: Life[] = [];
  isOpen = true;
  network: "up" | "down" | "black hole" = "up";
  /** The usual latency, and what comes on top at random, in milliseconds. */
  latency = 20;
  jitter = 0;
  lines: FaultyLine[] = [];
  readonly #options: TabOptions;
  #token = 0;

  constructor(options: TabOptions) {
    this.#options = options;
    this.device = new DeviceClock(options.clock);
  }

  get life(): Life {
    return this.lives.at(-1)!;
  }

  get line(): FaultyLine | undefined {
    return this.lines.at(-1);
  }

  /** Loads a page, instead of the one there is. */
  show(page: ModelPage, { isRestored = false } = {}): void {
    const { random, withDom } = this.#options;
    const common = { clock: this.device, random: random.next, open: () => this.#open() };
    const screen = withDom
      ? new PageClient({ html: page.html(), ...common })
      : new ModelClient({ ticket: page.ticket, screen: page.screen, ...common });
    this.lives.push({ page, screen, sent: [], isRestored });
  }

  /** Does something that can be done on the page. */
  act(wanted?: (choice: Choice) => boolean): void {
    const { screen, sent } = this.life;
    if (screen.state.kind === "closed" || this.device.isAsleep) return;
    const choices = screen.choices().filter(wanted ?? (() => true));
    if (choices.length === 0) return;
    const { kind, about, do: perform } = this.#options.random.pick(choices);
    const token = this.#token + 1;
    if (!perform(token)) return;
    this.#token = token;
    sent.push({ token, kind, about });
  }

  /** All is well again. */
  heal(): void {
    this.network = "up";
    this.latency = 20;
    this.jitter = 0;
    this.device.isHidden = false;
    for (const line of this.lines) line.read();
    this.device.wake();
    this.life.screen.wake();
  }

  #noteWelcome(text: string): void {
    const [kind, facts] = JSON.parse(text) as [string, { resumed: boolean }];
    if (kind !== "welcome") return;
    this.life.page.attached = true;
    if (facts.resumed) this.#options.figures.resumed++;
    else this.#options.figures.resynchronised++;
  }

  #open(): Connection {
    const { clock, random, server } = this.#options;
    const line = new FaultyLine({
      clock,
      device: this.device,
      heard: (text) => this.#noteWelcome(text),
      latency: () => this.latency + (this.jitter > 0 ? random.below(this.jitter) : 0),
    });
    this.lines = [...this.lines.slice(-3), line];
    if (this.network === "up") server.accept(line.server);
    else if (this.network === "down") line.drop("client");
    else line.blackHole();
    return line.client;
  }
}
