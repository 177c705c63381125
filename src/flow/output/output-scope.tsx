import { TandemError } from "../../core/errors.ts";
import { rejectUnknownOptions } from "../../core/options.ts";
import { signal, type ReadonlySignal } from "../../reactive/signal.ts";
import { For } from "../../view/flow/for.ts";
import type { Child } from "../../view/node.ts";
import { ref, type ElementRef } from "../../view/ref.ts";
import { enterScope } from "./current-output.ts";
import { checkPosition, Items, type Item } from "./items.ts";
import type { Outputs } from "./outputs.ts";
import { ShownItem, type ScrollOptions, type Shown } from "./shown.tsx";

/** A named part of what is shown, which can be filled, emptied and removed as a whole. From PyWebIO's scopes. */
export interface OutputScope {
  readonly name: string;
  /** Whether it is still there; reactive. */
  readonly isShown: ReadonlySignal<boolean>;
  /** Shows something in it, at its end unless told. */
  show(content: Child, options?: { position?: number }): Shown;
  /** Runs `fn` so that what it shows, also after awaits, stands in this scope. With `clear`, empties it before. */
  use<T>(fn: () => T, options?: { clear?: boolean }): T;
  /** Takes away all that is in it. */
  clear(): void;
  /** Takes it away, with all that is in it; its name is free again. The root cannot be removed. */
  remove(): void;
  /** Brings it into view. */
  scrollTo(options?: ScrollOptions): void;
}

/** The name of the scope that is always there. */
export const ROOT = "root";

export class ShownScope implements OutputScope, Item {
  readonly name: string;
  readonly outputs: Outputs;
  readonly isShown = signal(true);
  readonly items = new Items();
  /** What it stands in; `null`: in the app's own components, or nowhere, as the root. */
  readonly #within: Items | null;
  readonly #element: ElementRef = ref();

  constructor(name: string, outputs: Outputs, within: Items | null) {
    this.name = name;
    this.outputs = outputs;
    this.#within = within;
  }

  show(content: Child, options: { position?: number } = {}): Shown {
    rejectUnknownOptions("show()", options, ["position"]);
    return this.insert(content, checkPosition(options.position));
  }

  insert(content: Child, position: number): Shown {
    const item = new ShownItem(this.items, content);
    if (this.isShown.peek()) this.items.insert(item, position);
    else item.gone();
    return item;
  }

  use<T>(fn: () => T, options: { clear?: boolean } = {}): T {
    rejectUnknownOptions("use()", options, ["clear"]);
    if (options.clear === true) this.clear();
    return enterScope(this, fn);
  }

  clear(): void {
    this.items.clear();
  }

  remove(): void {
    if (this.name === ROOT) throw keptRoot();
    if (this.#within !== null) this.#within.remove(this);
    else this.gone();
  }

  scrollTo(options: ScrollOptions = {}): void {
    if (this.isShown.peek()) this.#element.scrollIntoView({ ...options });
  }

  /** Its name is free again, and so are those of the scopes in it. */
  gone(): void {
    this.isShown.value = false;
    this.outputs.forget(this);
    this.items.clear();
  }

  render(): Child {
    return (
      <div ref={this.#element} class="tandem-scope" data-scope={this.name}>
        <For each={this.items.list}>{(item) => item.render()}</For>
      </div>
    );
  }
}

const keptRoot = () =>
  new TandemError(
    "flow/root-scope",
    'Expected a scope that can be removed, but the root always stays. Empty it with clear("root").',
  );
