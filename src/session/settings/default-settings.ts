import { TandemError } from "../../core/errors.ts";
import { classOf } from "../memory/attachments.ts";
import { fieldsOf } from "./setting-field.ts";
import { UserSettings, type UserSettingsClass } from "./user-settings.ts";

const SECTION = /^[\w.]*$/;

/** Whether a default attachment stands for settings: an object of them, or their class. */
export function isSettings(value: unknown): value is UserSettings | UserSettingsClass {
  return value instanceof UserSettings || (typeof value === "function" && value.prototype instanceof UserSettings);
}

const classOfSettings = (value: UserSettings | UserSettingsClass): UserSettingsClass & { name: string } =>
  (typeof value === "function" ? value : value.constructor) as UserSettingsClass & { name: string };

/** An object of a session's own, with the given one's values. */
export function copySettings(value: UserSettings | UserSettingsClass): UserSettings {
  const copy = new (classOfSettings(value))();
  if (typeof value === "object") Object.assign(copy, structuredClone({ ...value }));
  return copy;
}

/** Refuses what could not be attached in every session, before there is any. */
export function checkAttachments(attachments: readonly object[]): void {
  const sections = new Map<string, string>();
  for (const value of attachments) {
    if (!isSettings(value)) {
      classOf(value);
      continue;
    }
    checkSettings(classOfSettings(value), sections);
    fieldsOf(copySettings(value));
  }
}

function checkSettings(
  type: UserSettingsClass & { name: string; length?: number },
  sections: Map<string, string>,
): void {
  const { section, name } = type;
  if (type.length !== 0) {
    throw badClass(`${name} to have a constructor without parameters, as each session makes one`, "it has some");
  }
  if (typeof section !== "string" || !SECTION.test(section)) {
    throw badClass(`the section of ${name} to be letters, digits, "_" and "."`, `got ${JSON.stringify(section)}`);
  }
  const other = sections.get(section);
  if (other !== undefined) {
    throw badClass(
      `a section for each class of settings`,
      `${other} and ${name} share "${section}". Give one a static section`,
    );
  }
  sections.set(section, name);
}

function badClass(expected: string, got: string): TandemError {
  return new TandemError("memory/settings-class", `Expected ${expected}, but ${got}.`);
}
