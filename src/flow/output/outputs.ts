import { TandemError } from "../../core/errors.ts";
import { kindOf } from "../../core/kind-of.ts";
import { nearestName } from "../../core/nearest-name.ts";
import { signal } from "../../reactive/signal.ts";
import { currentOutput } from "./current-output.ts";
import { ROOT, ShownScope } from "./output-scope.tsx";

const NAME = /^[\w-]+$/;

/** A session's scopes: the root, and those that have a name while they are there. */
export class Outputs {
  readonly root: ShownScope = new ShownScope(ROOT, this, null);
  /** Whether the app shows the root in one of its components; else it stands below the page. */
  readonly isPlaced = signal(false);
  readonly #named = new Map<string, ShownScope>([[ROOT, this.root]]);
  #unnamed = 0;

  get current(): ShownScope {
    return currentOutput(this);
  }

  /** What `scope` stands for: a scope, the name of one, or nothing for the current one. */
  resolve(scope: unknown): ShownScope {
    if (scope === undefined) return this.current;
    if (scope instanceof ShownScope && scope.outputs === this) return scope;
    return this.find(scope) ?? missing(scope as string, this.#named.keys());
  }

  find(name: unknown): ShownScope | undefined {
    return this.#named.get(checkName(name));
  }

  /** Makes a scope within another, or one that a component shows. */
  add(name: string, within: { scope: ShownScope; position: number } | null): ShownScope {
    if (this.#named.has(checkName(name))) throw taken(name);
    const made = new ShownScope(name, this, within === null ? null : within.scope.items);
    if (within !== null && !within.scope.isShown.peek()) {
      made.isShown.value = false; // where nothing can be shown any more
      return made;
    }
    this.#named.set(name, made);
    within?.scope.items.insert(made, within.position);
    return made;
  }

  /** Makes a scope that nobody can ask for by name. */
  addUnnamed(within: ShownScope | null): ShownScope {
    return this.add(`unnamed-${++this.#unnamed}`, within && { scope: within, position: -1 });
  }

  forget(scope: ShownScope): void {
    if (this.#named.get(scope.name) === scope) this.#named.delete(scope.name);
  }
}

function checkName(name: unknown): string {
  if (typeof name === "string" && NAME.test(name)) return name;
  const got = typeof name === "string" ? JSON.stringify(name) : kindOf(name);
  throw new TandemError(
    "flow/bad-scope-name",
    `Expected the name of a scope to be letters, digits, - and _, but got ${got}.`,
  );
}

const taken = (name: string) =>
  new TandemError(
    "flow/scope-exists",
    `Expected a new scope, but "${name}" is there already, and stays as it is. Use it with useScope("${name}", …), or remove it first.`,
  );

function missing(name: string, names: Iterable<string>): never {
  const nearest = nearestName(name, names);
  const remedy = nearest === undefined ? `Make it with scope("${name}").` : `Did you mean "${nearest}"?`;
  throw new TandemError("flow/no-scope", `Expected a scope that is there, but "${name}" is not. ${remedy}`);
}
