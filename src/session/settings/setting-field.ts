import { TandemError } from "../../core/errors.ts";
import { exceedsDepth } from "../../protocol/json-depth.ts";
import { parseUntrustedJson } from "../../protocol/untrusted-json.ts";
import { signal, type Signal } from "../../reactive/signal.ts";
import { settingKind, type SettingKind } from "./setting-kind.ts";
import type { UserSettings, UserSettingsClass } from "./user-settings.ts";

/** Deepest nesting of what a browser kept. */
const MAX_DEPTH = 16;

/** One field of a user's settings: its value, and how it is kept as text. */
export class SettingField {
  readonly name: string;
  readonly content: Signal<unknown>;
  /** The number of the last save that it was in: what a page told before that is old. */
  savedIn = 0;
  readonly #place: string;
  readonly #kind: SettingKind;
  readonly #initial: unknown;

  constructor(name: string, parts: { place: string; kind: SettingKind; initial: unknown }) {
    this.name = name;
    this.#place = parts.place;
    this.#kind = parts.kind;
    this.#initial = structuredClone(parts.initial);
    this.content = signal(parts.initial, {
      equals: (one, other) => Object.is(one, other) || textOf(one) === textOf(other),
    });
  }

  /** A value that the app assigns. Throws for what could not be read again. */
  checked(value: unknown): unknown {
    const result = this.#kind.check(value);
    if ("value" in result && isJson(result.value)) return result.value;
    const fault = "fault" in result ? result.fault : "Expected what JSON can say";
    throw new TandemError(
      "memory/settings-value",
      `Expected ${this.#place} to be ${this.#kind.expected}, but got ${isJson(value) ? textOf(value) : typeof value}. ${fault}.`,
    );
  }

  /** The value that a text of the browser's says, which is untrusted; `undefined` if it says none. */
  parsed(text: string): { readonly value: unknown } | undefined {
    if (exceedsDepth(text, MAX_DEPTH)) return undefined;
    try {
      const result = this.#kind.check(this.#kind.revive(parseUntrustedJson(text)));
      return "value" in result ? result : undefined;
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  reset(): void {
    this.content.value = structuredClone(this.#initial);
  }

  /** As the browser keeps it. */
  get text(): string {
    return textOf(this.content.peek()) ?? "null";
  }
}

/** The fields of an object of settings, with its values as the first. Throws for one that cannot be kept. */
export function fieldsOf(settings: UserSettings): SettingField[] {
  const { schemas, name } = settings.constructor as unknown as UserSettingsClass & { name: string };
  return Object.entries(settings).map(([field, initial]: [string, unknown]) => {
    const place = `${name}.${field}`;
    const schema = Object.hasOwn(schemas, field) ? schemas[field] : undefined;
    return new SettingField(field, { place, kind: settingKind(place, initial, schema), initial });
  });
}

const textOf = (value: unknown): string | undefined => JSON.stringify(value);

function isJson(value: unknown): boolean {
  try {
    return textOf(value) !== undefined;
  } catch {
    return false;
  }
}
