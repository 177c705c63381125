import { MAX_SECTION_LENGTH, SETTINGS_COOKIE } from "../../protocol/kept-settings.ts";
import { attempt } from "../attempt.ts";
import type { Deeds, ExtrasPage } from "./extras.ts";

type Texts = Record<string, string | null>;

/** Longest value of a cookie that repeats a section: cookies go along with every request. */
const MAX_COOKIE = 1_000;
const YEAR = 31_536_000;

/** Keeps the session's settings in this browser, and tells it when another tab has changed them. */
export class BrowserSettings {
  readonly deeds: Deeds;
  readonly #page: ExtrasPage;
  /** Path of the app: others of this origin have settings of their own. */
  #path = "";
  readonly #sections = new Map<string, string[]>();
  /** The last save of each section that was done. */
  readonly #saves = new Map<string, number>();

  constructor(page: ExtrasPage) {
    this.#page = page;
    this.deeds = {
      settings: ([path, sections]) => this.#open(path as string, sections as string[][]),
      saveSettings: ([section, save, texts]) => this.#save(section as string, save as number, texts as Texts),
    };
  }

  stop(): void {
    this.#page.window.removeEventListener("storage", this.#changedElsewhere);
  }

  #open(path: string, sections: string[][]): void {
    this.#path = path;
    for (const [section, ...names] of sections) {
      this.#sections.set(section!, names);
      this.#tell(section!);
      this.#repeat(section!);
    }
    this.#page.window.addEventListener("storage", this.#changedElsewhere);
  }

  #save(section: string, save: number, texts: Texts): void {
    const names = this.#sections.get(section) ?? [];
    this.#sections.set(section, [...new Set([...names, ...Object.keys(texts)])]);
    this.#saves.set(section, save);
    for (const name in texts) {
      const key = this.#key(section, name);
      const text = texts[name];
      // A browser that keeps nothing, or is full, loses what it would have kept.
      attempt(() => (text === null ? storeOf(this.#page).removeItem(key) : storeOf(this.#page).setItem(key, text!)));
    }
    this.#repeat(section);
  }

  /** What is there now, and not what the event says: that may be older than what this tab has written since. */
  readonly #changedElsewhere = ({ key }: StorageEvent): void => {
    for (const section of this.#sections.keys()) {
      if (key !== null && !key.startsWith(this.#key(section, ""))) continue;
      this.#tell(section);
    }
  };

  #tell(section: string): void {
    const texts = this.#texts(section);
    if (joined(texts).length <= MAX_SECTION_LENGTH) {
      this.#page.send("tell", "settings", [section, this.#saves.get(section) ?? 0, texts]);
    }
  }

  /** In a cookie, for the next first paint. */
  #repeat(section: string): void {
    const { window } = this.#page;
    const texts = Object.fromEntries(Object.entries(this.#texts(section)).filter(([, text]) => text !== null));
    const value = encodeURIComponent(JSON.stringify(texts));
    const isKept = value.length <= MAX_COOKIE && Object.keys(texts).length;
    const secure = window.location.protocol === "https:" ? ";secure" : "";
    attempt(() => {
      window.document.cookie = `${SETTINGS_COOKIE}${section}=${isKept ? value : ""};path=${this.#path || "/"};max-age=${isKept ? YEAR : 0};samesite=lax${secure}`;
    });
  }

  #texts(section: string): Texts {
    const texts: Texts = {};
    for (const name of this.#sections.get(section)!) {
      texts[name] = attempt(() => storeOf(this.#page).getItem(this.#key(section, name))) ?? null;
    }
    return texts;
  }

  #key(section: string, name: string): string {
    return `tandem:${this.#path}:${section}:${name}`;
  }
}

const storeOf = ({ window }: ExtrasPage): Storage => window.localStorage;

const joined = (texts: Texts): string => Object.values(texts).join("");
