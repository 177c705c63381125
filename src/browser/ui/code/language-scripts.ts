import { sharedPackages } from "./shared-packages.ts";

/** A language's package, as the build has made it (`scripts/support/code-languages.js`). */
export interface LanguageScript {
  readonly name: string;
  /** The names of the packages it requires. */
  readonly needs: readonly string[];
  run(require: (name: string) => unknown, module: { exports: unknown }): void;
}

/** The packages of languages, which come by themselves, and in any order. */
export class LanguageScripts {
  readonly #waiting = new Map<string, LanguageScript>();
  readonly #ready = new Map(Object.entries(sharedPackages));

  add(script: LanguageScript): void {
    if (!this.#ready.has(script.name)) this.#waiting.set(script.name, script);
  }

  /** What a package has; `undefined` until it has come, with all that it needs. */
  exportsOf(name: string): unknown {
    const script = this.#waiting.get(name);
    if (script?.needs.every((needed) => this.exportsOf(needed) !== undefined)) {
      const module = { exports: undefined as unknown };
      this.#waiting.delete(name);
      script.run((needed) => this.#ready.get(needed), module);
      this.#ready.set(name, module.exports);
    }
    return this.#ready.get(name);
  }
}
