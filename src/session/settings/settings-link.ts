import { TandemError } from "../../core/errors.ts";
import { MAX_SECTION_LENGTH } from "../../protocol/kept-settings.ts";
import { signal, type Signal } from "../../reactive/signal.ts";
import { fieldsOf, type SettingField } from "./setting-field.ts";
import { links, type UserSettings, type UserSettingsClass } from "./user-settings.ts";

/** What is to be kept: texts by field, `null` for what is to be forgotten, under a number that grows. */
export interface Save {
  readonly save: number;
  readonly texts: Record<string, string | null>;
}

export interface SettingsHost {
  /** Has `link.takeDirty()` called before the turn's frame leaves. */
  saveSoon(link: SettingsLink): void;
  warn(event: string, message: string): void;
}

/** Makes an object of settings live: its fields become accessors, whose values the browser keeps. */
export class SettingsLink {
  readonly section: string;
  readonly isLoaded: Signal<boolean> = signal(false);
  readonly ready: Promise<boolean>;
  readonly #host: SettingsHost;
  readonly #fields = new Map<string, SettingField>();
  /** Fields to save; `true`: to forget. */
  readonly #dirty = new Map<SettingField, boolean>();
  #settle!: (isLoaded: boolean) => void;
  #isAttached = true;
  #saves = 0;

  constructor(settings: UserSettings, host: SettingsHost) {
    this.section = (settings.constructor as unknown as UserSettingsClass).section;
    this.#host = host;
    this.ready = new Promise((resolve) => (this.#settle = resolve));
    for (const field of fieldsOf(settings)) this.#define(settings, field);
    links.set(settings, this);
  }

  #define(settings: UserSettings, field: SettingField): void {
    this.#fields.set(field.name, field);
    Object.defineProperty(settings, field.name, {
      enumerable: true,
      get: () => field.content.value,
      set: (value: unknown) => {
        this.#assign(field, value);
      },
    });
  }

  get names(): string[] {
    return [...this.#fields.keys()];
  }

  #assign(field: SettingField, value: unknown): void {
    const before = field.content.peek();
    if (!field.content.set(field.checked(value))) return;
    const length = this.#length;
    if (length > MAX_SECTION_LENGTH) {
      field.content.value = before;
      throw tooLarge(this.section, field.name, length);
    }
    this.#note(field, false);
  }

  get #length(): number {
    let length = 0;
    for (const field of this.#fields.values()) length += field.text.length;
    return length;
  }

  #note(field: SettingField, isForgotten: boolean): void {
    if (!this.#isAttached) return;
    this.#dirty.set(field, isForgotten);
    this.#host.saveSoon(this);
  }

  reset(): void {
    for (const field of this.#fields.values()) {
      field.reset();
      this.#note(field, true);
    }
  }

  /** What to save now, and under which number: texts by field, `null` for what is to be forgotten. */
  takeDirty(): Save | undefined {
    if (this.#dirty.size === 0) return undefined;
    const save = ++this.#saves;
    const texts: Record<string, string | null> = {};
    for (const [field, isForgotten] of this.#dirty) {
      field.savedIn = save;
      texts[field.name] = isForgotten ? null : field.text;
    }
    this.#dirty.clear();
    return { save, texts };
  }

  /**
   * Takes what the browser keeps, field by field, which is untrusted: what is none of a field's values leaves that one
   * as it is. What the app wrote since the page's last save stands. `null`: the browser keeps nothing there.
   */
  take(texts: Readonly<Record<string, unknown>>, save: number): void {
    for (const field of this.#fields.values()) {
      const text = Object.hasOwn(texts, field.name) ? texts[field.name] : undefined;
      if (text === undefined || this.#dirty.has(field) || save < field.savedIn) continue;
      if (text === null) field.reset();
      else this.#read(field, text);
    }
  }

  /** Takes all that a store keeps after another session wrote; fields that it has not are at their first values. */
  retake(texts: Readonly<Record<string, unknown>>): void {
    this.take({ ...Object.fromEntries(this.names.map((name) => [name, null])), ...texts }, Infinity);
  }

  #read(field: SettingField, text: unknown): void {
    const found = typeof text === "string" && text.length <= MAX_SECTION_LENGTH ? field.parsed(text) : undefined;
    if (found === undefined) this.#host.warn("memory/bad-setting", `${this.section}:${field.name} is as it was`);
    else field.content.value = found.value;
  }

  /** The browser has told all that it keeps, or never will. */
  settle(isLoaded: boolean): void {
    if (isLoaded) this.isLoaded.value = true;
    this.#settle(isLoaded);
  }

  /** From the attached object on: all of it is saved. */
  attached(): void {
    this.#isAttached = true;
    for (const field of this.#fields.values()) this.#note(field, false);
  }

  /** What is assigned from here on is not saved; what the browser keeps stays. */
  detached(): void {
    this.#isAttached = false;
    this.#dirty.clear();
  }
}

function tooLarge(section: string, field: string, length: number): TandemError {
  return new TandemError(
    "memory/settings-too-large",
    `Expected the settings of section "${section}" to be at most ${MAX_SECTION_LENGTH} characters as JSON, but with the new ${field} they would be ${length}. Keep what is large on the server.`,
  );
}
