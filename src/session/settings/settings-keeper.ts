import type { Clock, Timer } from "../../core/clock.ts";
import type { DownMessage } from "../../protocol/frames.ts";
import type { Json } from "../../protocol/operations.ts";
import type { FlushQueue } from "../../reactive/flush-queue.ts";
import { ANSWER_WITHIN } from "../client-calls.ts";
import { EndOfFlush } from "../end-of-flush.ts";
import type { Ear } from "../core/inputs.ts";
import { settingsInCookies } from "./settings-cookies.ts";
import { SettingsLink, type Save, type SettingsHost } from "./settings-link.ts";
import type { SettingsStore } from "./settings-store.ts";
import { links, type UserSettings } from "./user-settings.ts";

export interface KeeperHost {
  readonly queue: FlushQueue;
  readonly clock: Clock;
  readonly request: {
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly basePath: string;
  };
  tellClient(clientId: number, message: DownMessage): void;
  hear(topic: string, ear: Ear): void;
  whenClosing(fn: () => void): () => void;
  warn(event: string, message: string): void;
  run<T>(fn: () => T): T;
}

/**
 * Has a session's settings kept: by the browser of its first client, as others may be other people's; or by a store,
 * where the server has one.
 */
export class SettingsKeeper implements SettingsHost {
  readonly #host: KeeperHost;
  /** By section. */
  readonly #links = new Map<string, SettingsLink>();
  readonly #unsaved = new Set<SettingsLink>();
  /** The client whose browser it is; 0 before there is any, -1 once it is gone. */
  #client = 0;
  #timer: Timer;
  #isSaving = false;
  readonly #store: SettingsStore | undefined;

  constructor(host: KeeperHost, store: SettingsStore | undefined) {
    this.#host = host;
    this.#store = store;
    if (store === undefined) {
      host.hear("settings", (value, client) => this.#hear(value, client));
      host.whenClosing(() => this.#giveUp());
    } else {
      host.whenClosing(store.follow(this.#changed));
    }
  }

  /** A session's own object of an app's settings: has at once what a cookie says. */
  open(settings: UserSettings): void {
    const link = new SettingsLink(settings, this);
    this.#links.set(link.section, link);
    if (this.#store === undefined) {
      const texts = settingsInCookies(this.#host.request.headers["cookie"], link.section);
      if (texts !== undefined) link.take(texts, 0);
    } else {
      link.take(this.#store.read(this.#keyOf(link)), 0);
      link.settle(true);
    }
  }

  #keyOf({ section }: SettingsLink): string {
    return `${this.#host.request.basePath}:${section}`;
  }

  /** Another session has written. */
  readonly #changed = (key: string): void => {
    for (const link of this.#links.values()) {
      if (this.#keyOf(link) === key) this.#host.run(() => link.retake(this.#store!.read(key)));
    }
  };

  /** An object that the app attached: takes the place of another of its section, and all of it is saved. */
  attach(settings: UserSettings): void {
    const link = links.get(settings) ?? new SettingsLink(settings, this);
    const before = this.#links.get(link.section);
    if (before !== link) {
      before?.detached();
      link.settle(before?.isLoaded.peek() ?? false);
    }
    this.#links.set(link.section, link);
    link.attached();
  }

  detach(settings: UserSettings): void {
    const link = links.get(settings);
    link?.detached();
    if (link !== undefined && this.#links.get(link.section) === link) this.#links.delete(link.section);
  }

  clientAdded(client: number): void {
    if (this.#client !== 0 || this.#store !== undefined) return;
    this.#client = client;
    const sections = Array.from(this.#links.values(), ({ section, names }) => [section, ...names]);
    this.#host.tellClient(client, ["do", "settings", [this.#host.request.basePath, sections]]);
    if (sections.length > 0) this.#timer = this.#host.clock.setTimeout(() => this.#giveUp(), ANSWER_WITHIN);
    this.#save();
  }

  clientForgotten(client: number): void {
    if (client !== this.#client) return;
    this.#client = -1;
    this.#giveUp();
  }

  saveSoon(link: SettingsLink): void {
    this.#unsaved.add(link);
    if (this.#isSaving) return;
    this.#isSaving = true;
    new EndOfFlush(this.#host.queue, () => this.#save());
  }

  warn(event: string, message: string): void {
    this.#host.warn(event, message);
  }

  /** Has the browser keep what was assigned. Before there is one, that waits. */
  #save(): void {
    this.#isSaving = false;
    if (this.#client === 0 && this.#store === undefined) return;
    for (const link of this.#unsaved) {
      const dirty = link.takeDirty();
      if (dirty !== undefined) this.#keep(link, dirty);
    }
    this.#unsaved.clear();
  }

  #keep(link: SettingsLink, { save, texts }: Save): void {
    if (this.#store !== undefined) this.#store.write(this.#keyOf(link), texts, this.#changed);
    else if (this.#client > 0) this.#host.tellClient(this.#client, ["do", "saveSettings", [link.section, save, texts]]);
  }

  /** `[section, save, { field: text }]`: what the browser keeps now, after it has done that save. Untrusted. */
  #hear(value: Json | undefined, client: number): void {
    if (client !== this.#client || !Array.isArray(value)) return;
    const [section, save, texts] = value;
    const link = this.#links.get(String(section));
    if (link === undefined || typeof save !== "number" || typeof texts !== "object" || texts === null) return;
    link.take(texts as Record<string, Json>, save);
    link.settle(true);
    for (const { isLoaded } of this.#links.values()) if (!isLoaded.peek()) return;
    this.#host.clock.clearTimeout(this.#timer);
  }

  /** Nobody waits for ever for a browser that says nothing. */
  #giveUp(): void {
    this.#host.clock.clearTimeout(this.#timer);
    for (const link of this.#links.values()) link.settle(false);
  }
}
