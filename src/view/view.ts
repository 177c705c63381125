import { TandemError } from "../core/errors.ts";
import { systemClock, type Clock } from "../core/clock.ts";
import { FIRST_ID, Op, PAGE_ID, type AttributeValue, type Operation, type PageFacts } from "../protocol/operations.ts";
import type { FlushQueue } from "../reactive/flush-queue.ts";
import { untracked } from "../reactive/graph.ts";
import { runWithOwner } from "../reactive/owner.ts";
import type { Reaction } from "../reactive/reaction.ts";
import type { Signal } from "../reactive/signal.ts";
import { isSilence } from "../reactive/silence.ts";
import type { PropertyBinding } from "./bindings/property-binding.ts";
import { Block } from "./block.ts";
import { Builder } from "./builder.ts";
import { ControlHandler, type Outcome } from "./control-handler.ts";
import { Encoder } from "./encoder.ts";
import { Environment, type ContextEntry } from "./environment.ts";
import type { PlainEvent } from "./events/plain-event.ts";
import { HandlerTable } from "./handlers.ts";
import { Layers } from "./layers.ts";
import { JsxNode, type Child, type Component } from "./node.ts";
import { RadioGroups } from "./radio-groups.ts";
import { findMisplaced } from "./nesting.ts";
import type { Template } from "./template.ts";

export type RootAttributes = Readonly<Record<string, AttributeValue>>;

const NO_ATTRIBUTES: RootAttributes = {};

/** A control that is bound by name, as it is built. */
export interface NamedControl {
  /** As written in `bind`. */
  readonly name: string;
  readonly kind: NamedControlKind;
  /** Whether several stand for one value, as radio buttons do. */
  readonly isShared: boolean;
  /** What it holds unless an earlier control of this name left a value. */
  readonly initial: unknown;
}

/** What a control that is bound by name is bound to. */
export interface NamedValue {
  /** Its name with the modules around it. */
  readonly id: string;
  readonly value: Signal<unknown>;
  /** To be called at the control's end, if that is of interest. */
  readonly gone?: (() => void) | undefined;
}

/** What a control holds: text, a number or nothing, whether it is on, or several texts. */
export type NamedControlKind = "text" | "number" | "flag" | "list";

/** What a view needs of its session. */
export interface ViewHost {
  readonly queue: FlushQueue;
  readonly clock?: Clock;
  readonly development?: boolean;
  /** Takes an error that no boundary caught. */
  reportError(error: unknown, source: Reaction | undefined): void;
  /** Takes a hint for the app's author; only in development. */
  warn?(code: string, message: string): void;
  /** Makes the value of a control that is bound by name, below these contexts, and gives it its whole name. */
  namedInput?(control: NamedControl, contexts: ContextEntry | null): NamedValue;
  /** Operations wait to be taken. Called at the first one. */
  operationsWaiting?(): void;
}

/**
 * A session's screen: blocks built from the app's components, and the operations that keep clients in step with them.
 */
export class View {
  readonly #host: ViewHost;
  readonly handlers = new HandlerTable();
  nextId = FIRST_ID;
  #root: Block | null = null;
  #layers: Layers | null = null;
  #operations: Operation[] = [];
  #encoder: Encoder | null = null;
  /** The templates that every client of this session has been told, or finds in its page. */
  #known: Set<Template> | null = null;
  #unpainted: Set<PropertyBinding> | null = null;
  #radioGroups: RadioGroups | null = null;
  #page: PageFacts | null = null;
  #rootAttributes: Record<string, AttributeValue> | null = null;
  /** Nothing is sent while the first screen is built: it is read as HTML. */
  #silent = false;
  #waiting = false;

  constructor(host: ViewHost) {
    this.#host = host;
  }

  get queue(): FlushQueue {
    return this.#host.queue;
  }

  get clock(): Clock {
    return this.#host.clock ?? systemClock;
  }

  get development(): boolean {
    return this.#host.development ?? false;
  }

  get layers(): Layers {
    return (this.#layers ??= new Layers());
  }

  /** Builds the first screen. Throws what the root component throws. */
  mount(root: Component | JsxNode): void {
    const block = new Block(new Environment(this));
    const failure: { error: unknown }[] = [];
    this.#silent = true;
    try {
      this.mountContent(block, typeof root === "function" ? rootNode(root as Component, failure) : root);
    } finally {
      this.#silent = false;
    }
    this.#root = block;
    if (failure.length === 0) return;
    this.dispose();
    throw failure[0]!.error;
  }

  /** Builds what a region shows. If that throws, nothing is left of it. */
  mountContent(block: Block, child: Child): void {
    this.#build(block, (builder) => builder.content(child));
  }

  /** Builds what can be inserted, moved and removed as one range. */
  mountRow(block: Block, render: () => Child): void {
    this.#build(block, (builder) => builder.row(render));
  }

  #build(block: Block, write: (builder: Builder) => void): void {
    const builder = new Builder(block);
    try {
      write(builder);
      builder.finish();
    } catch (error) {
      builder.abandon();
      throw error;
    }
  }

  /** The screen as HTML: the contents of the page's two regions. */
  html(): { root: string; layers: string } {
    return { root: this.#root?.html() ?? "", layers: this.#layers?.html() ?? "" };
  }

  get page(): PageFacts {
    return this.#page ?? {};
  }

  setPage(change: PageFacts): void {
    this.#page = { ...this.#page, ...change };
    this.send([Op.Page, change]);
  }

  /** Attributes that were set on the page's root element; `null`: taken away again. */
  get rootAttributes(): RootAttributes {
    return this.#rootAttributes ?? NO_ATTRIBUTES;
  }

  setRootAttribute(name: string, value: AttributeValue): void {
    if ((this.rootAttributes[name] ?? null) === value) return;
    this.#rootAttributes = { ...this.#rootAttributes, [name]: value };
    this.send([Op.Attribute, PAGE_ID, name, value]);
  }

  send(operation: Operation): void {
    if (this.#silent) return;
    this.#operations.push(operation);
    if (this.#waiting) return;
    this.#waiting = true;
    this.#host.operationsWaiting?.();
  }

  /** Writes instances into what is sent next. */
  encoder(): Encoder {
    if (this.#silent) return new Encoder([], new Set());
    return (this.#encoder ??= new Encoder(this.#operations, (this.#known ??= new Set())));
  }

  get hasOperations(): boolean {
    return this.#operations.length > 0;
  }

  /** What has changed since the last call. */
  takeOperations(): Operation[] {
    const operations = this.#operations;
    if (operations.length > 0) this.#operations = [];
    this.#encoder = null;
    this.#waiting = false;
    return operations;
  }

  /** What shows the whole screen as it is now to a client that knows nothing. */
  wholeScreen(): Operation[] {
    const operations = this.templateDefinitions();
    const encoder = new Encoder(operations, new Set(this.#known));
    const root = this.#root === null ? "" : encoder.instance(this.#root);
    operations.push([Op.Sync, root, this.#layers?.wire(encoder) ?? "", this.page]);
    for (const [name, value] of Object.entries(this.rootAttributes)) {
      operations.push([Op.Attribute, PAGE_ID, name, value]);
    }
    return operations;
  }

  /** What a page that was just painted must be told besides its HTML. */
  unpaintedOperations(): Operation[] {
    return Array.from(this.#unpainted ?? [], (binding) => binding.operation());
  }

  get radioGroups(): RadioGroups {
    return (this.#radioGroups ??= new RadioGroups());
  }

  /** Live properties that HTML cannot state. */
  get unpainted(): Set<PropertyBinding> {
    return (this.#unpainted ??= new Set());
  }

  /** The definitions of all templates that this session's clients know, for one that joins. */
  templateDefinitions(): Operation[] {
    return Array.from(this.#known ?? [], (template): Operation => [Op.Template, template.number, template.definition]);
  }

  /**
   * Runs the handler of an element's event. `isAlone` says that only one client shows this screen. Returns `undefined`
   * if there is no such handler; errors of the handler's synchronous part are thrown.
   */
  dispatch(id: number, event: PlainEvent, options: { isAlone: boolean }): Outcome | undefined {
    const handler = this.handlers.get(id, event.type);
    if (handler === undefined) return undefined;
    if (handler instanceof ControlHandler) return handler.run(event as never, options);
    return { refused: null, result: handler(event as never) };
  }

  namedInput(control: NamedControl, contexts: ContextEntry | null): NamedValue {
    const input = this.#host.namedInput?.(control, contexts);
    if (input !== undefined) return input;
    throw new TandemError(
      "view/bad-bind",
      `Expected a signal in bind={…}, as there is no session here, but got "${control.name}".`,
    );
  }

  report(error: unknown, source: Reaction | undefined): void {
    this.#host.reportError(error, source);
  }

  /** Runs a disposer; an error in one does not keep the others from running. */
  guard(dispose: () => void): void {
    try {
      runWithOwner(undefined, () => untracked(dispose));
    } catch (error) {
      this.report(error, undefined);
    }
  }

  warnReadOnce(component: string): void {
    this.#host.warn?.(
      "view/read-once",
      `${component} reads a signal while it builds its view, so what it shows will not follow the signal. ` +
        "Write {count} or {() => count.value} instead of {count.value}; to read it once on purpose, use count.peek().",
    );
  }

  /** In development: HTML's parser would move an element, and first paint differ from what is built later. */
  checkNesting(template: Template): void {
    const misplaced = findMisplaced(template);
    if (misplaced !== null) this.#host.warn?.("view/misplaced", `HTML does not allow ${misplaced}`);
  }

  dispose(): void {
    this.#silent = true;
    this.#root?.dispose();
    this.#root = null;
    this.#operations = [];
  }
}

/** The app's root component, whose error is no gap in a screen but no screen at all. */
function rootNode(root: Component, failure: { error: unknown }[]): JsxNode {
  const name = root.name || "The root component";
  const watched: Record<string, Component> = {
    [name]: (props) => {
      try {
        return root(props);
      } catch (error) {
        if (isSilence(error)) throw error;
        failure.push({ error });
        return null;
      }
    },
  };
  return new JsxNode(watched[name]!, {});
}
