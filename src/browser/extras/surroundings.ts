import { AutoScroll } from "./auto-scroll.ts";
import { BrowserSettings } from "./browser-settings.ts";
import { ElementSizes } from "./element-sizes.ts";
import type { Deeds, ExtrasPage } from "./extras.ts";
import { WindowReports } from "./window-reports.ts";

/** What a session has of the page around its screen. */
export class Surroundings {
  readonly deeds: Deeds;
  readonly #window: WindowReports;
  readonly #scroll: AutoScroll;
  readonly #settings: BrowserSettings;
  readonly #sizes: ElementSizes;

  constructor(page: ExtrasPage) {
    this.#window = new WindowReports(page);
    this.#scroll = new AutoScroll(page.window);
    this.#sizes = new ElementSizes(page);
    this.#settings = new BrowserSettings(page);
    this.deeds = {
      ...this.#settings.deeds,
      measure: (keys) => this.#sizes.measure(keys as number[]),
      unmeasure: (keys) => this.#sizes.forget(keys as number[]),
      window: () => this.#window.follow(),
      env: ([env]) => this.#scroll.turn((env as { autoScrollBottom: boolean }).autoScrollBottom),
    };
  }

  stop(): void {
    this.#window.stop();
    this.#scroll.stop();
    this.#settings.stop();
    this.#sizes.stop();
  }
}
