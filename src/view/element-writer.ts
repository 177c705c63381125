import { TandemError } from "../core/errors.ts";
import { formatEventDeclaration, type EventDeclaration } from "../protocol/event-declaration.ts";
import type { AttributeValue } from "../protocol/operations.ts";
import { isSignal } from "../reactive/signal.ts";
import { describe, isVerbatim, type PropKind } from "./attribute-kinds.ts";
import { AttributeBinding } from "./bindings/attribute-binding.ts";
import type { Source } from "./bindings/binding.ts";
import { PropertyBinding } from "./bindings/property-binding.ts";
import { boundSignal, type BoundSignal } from "./bound-signal.ts";
import type { Builder } from "./builder.ts";
import { holdsLive, readLive } from "./class-text.ts";
import { CommandStep } from "./commands.ts";
import type { Control } from "./control.ts";
import { ControlHandler } from "./control-handler.ts";
import { eventIndex, handlerKey, type Handler } from "./handlers.ts";
import type { JsxNode } from "./node.ts";
import { RefHandle } from "./ref.ts";
import { Mark } from "./shape.ts";

type Action = (event: never) => unknown;
type Options = Partial<EventDeclaration> & { handler: Action };

export const NO_ID = -1;
const CONTROLS = new Set(["input", "textarea", "select", "button", "details", "dialog"]);
/** Elements whose `value` is a property; elsewhere (`li`, `progress`, `button`) it is an attribute. */
const HAS_VALUE = new Set(["input", "textarea", "select", "option"]);

const isLive = (value: unknown): value is Source<unknown> => typeof value === "function" || isSignal(value);

/** Writes one element's start tag into a builder's shape, with the bindings and handlers it needs. */
export class ElementWriter {
  readonly #builder: Builder;
  readonly #tag: string;
  readonly #props: Readonly<Record<string, unknown>>;
  id = NO_ID;
  #attributes: string;
  #events = "";
  #actions: [type: string, action: Action][] | null = null;
  #commands: Record<string, (readonly string[])[]> | null = null;
  #bound: BoundSignal | null = null;
  #openBinding: AttributeBinding | null = null;
  #property: PropertyBinding | null = null;
  #disabled: boolean | AttributeBinding = false;
  #readonly: boolean | AttributeBinding = false;
  /** A textarea's value is written after its other attributes, as HTML has it in the content. */
  #lateValue: { value: unknown } | null = null;

  /** `attributes` is the shape of those that are written already. */
  constructor(builder: Builder, node: JsxNode, attributes: string) {
    this.#builder = builder;
    this.#tag = node.type as string;
    this.#props = node.props;
    this.#attributes = attributes;
  }

  get disabled(): boolean | AttributeBinding {
    return this.#disabled;
  }

  /** Gives the element an id, in document order: before anything inside it gets one. */
  takeId(): number {
    if (this.id === NO_ID) this.id = this.#builder.takeId();
    return this.id;
  }

  /** The attributes as shape, and with `Id` in front where the element has one. */
  finish(): string {
    if (this.#lateValue !== null) this.#controlProperty(".value", this.#lateValue.value);
    this.#finishCommands();
    if (this.#actions !== null || this.#bound !== null) this.#registerHandlers();
    const identity = this.id === NO_ID ? "" : Mark.Id + this.#events + Mark.EndEvents;
    return identity + this.#attributes;
  }

  prop(name: string, kind: PropKind, value: unknown): void {
    if (typeof value === "string" && isVerbatim(kind, value)) {
      this.#literal(name, value);
      return;
    }
    switch (kind.kind) {
      case "attribute":
        this.#attribute(name, kind.composite ? whole(value, kind.toValue) : value, kind.toValue);
        return;
      case "event":
        if (value !== null && value !== undefined && value !== false) this.#event(kind.type, value);
        return;
      case "control":
        this.#controlProp(name, value);
        return;
      case "property":
        this.#liveProperty(kind.name, isLive(value) ? value : () => value, null);
        return;
      case "bind":
        if (value !== undefined) this.#bind();
        return;
      case "ref":
        if (value !== undefined && value !== null) this.#nameIt(value);
        return;
      default:
    }
  }

  #literal(name: string, value: string): void {
    this.#attributes += ` ${name}=${Mark.Literal}`;
    this.#builder.literals.push(value);
  }

  #attribute(name: string, value: unknown, toValue: (value: unknown) => AttributeValue): void {
    if (isLive(value)) {
      this.#noteFlag(name, this.#liveAttribute(name, value, toValue));
      return;
    }
    const fixed = this.#builder.attempt(() => toValue(value)) ?? null;
    if (fixed === null) return;
    this.#noteFlag(name, true);
    if (fixed === true) this.#attributes += ` ${name}`;
    else this.#literal(name, fixed);
  }

  #noteFlag(name: string, flag: true | AttributeBinding): void {
    if (name === "disabled") this.#disabled = flag;
    else if (name === "readonly") this.#readonly = flag;
  }

  #liveAttribute(name: string, source: Source<unknown>, toValue: (value: unknown) => AttributeValue): AttributeBinding {
    const binding = new AttributeBinding(this.#builder.environment, source, { id: this.takeId(), name, toValue });
    this.#attributes += ` ${name}=${Mark.Slot}`;
    this.#builder.slots.push(binding);
    this.#builder.start(binding);
    return binding;
  }

  #controlProp(name: string, value: unknown): void {
    const isCustom = this.#tag.includes("-");
    if (name === "value" && !isCustom && !HAS_VALUE.has(this.#tag)) {
      this.#attribute(name, value, toTextValue);
      return;
    }
    if (name === "value" && this.#tag === "textarea") this.#lateValue = { value };
    else this.#controlProperty(name, value);
  }

  /** A property of a control: a literal becomes the attribute that gives the property its first value. */
  #controlProperty(name: string, value: unknown): void {
    const bare = name[0] === "." ? name.slice(1) : name;
    const attribute = this.#attributeFor(bare);
    if (isLive(value)) {
      this.#property = this.#liveProperty(bare, value, attribute);
      return;
    }
    if (value === null || value === undefined || value === false) return;
    if (Array.isArray(value)) {
      this.#liveProperty(bare, () => value, attribute);
      return;
    }
    const shapeName = bare === "value" && (this.#tag === "select" || this.#tag === "textarea") ? ".value" : bare;
    if (value === true) this.#attributes += attribute === null ? ` .${bare}` : ` ${shapeName}`;
    else this.#literal(shapeName, String(value));
  }

  #attributeFor(property: string): string | null {
    if (property === "value") return this.#tag === "select" ? "data-value" : this.#tag === "textarea" ? null : "value";
    return property === "indeterminate" ? null : property;
  }

  #liveProperty(name: string, source: Source<unknown>, attribute: string | null): PropertyBinding {
    const binding = new PropertyBinding(this.#builder.environment, source, { id: this.takeId(), name, attribute });
    this.#attributes += ` .${name}=${Mark.Slot}`;
    this.#builder.slots.push(binding);
    this.#builder.start(binding);
    return binding;
  }

  #bind(): void {
    const bound = this.#builder.attempt(() => boundSignal(this.#tag, this.#props));
    if (bound === undefined) return;
    this.#bound = bound;
    this.#declare({ type: bound.event });
    if (bound.property === "open") {
      this.#openBinding = this.#liveAttribute(
        "open",
        () => bound.read(),
        (value) => (value ? true : null),
      );
    } else if (bound.property === "value" && this.#tag === "textarea") {
      this.#lateValue = { value: () => bound.read() };
    } else {
      this.#controlProperty(bound.property, () => bound.read());
    }
  }

  #nameIt(value: unknown): void {
    if (!(value instanceof RefHandle)) {
      throw new TandemError("view/bad-ref", `Expected ref={…} to get what ref() made, but got ${describe(value)}.`);
    }
    this.#literal("data-ref", String(value.key));
    this.#builder.block.own(value.mounted(this.#builder.environment.view));
  }

  #event(type: string, value: unknown): void {
    if (typeof value === "function") this.#listen({ type }, value as Action);
    else if (value instanceof CommandStep) this.#addCommand(type, value);
    else if (Array.isArray(value)) for (const part of value as unknown[]) this.#event(type, part);
    else if (typeof value === "object" && value !== null && typeof (value as Options).handler === "function") {
      const { handler, ...options } = value as Options;
      this.#listen({ ...options, type }, handler);
    } else {
      throw new TandemError(
        "view/bad-handler",
        `Expected a function, { handler, … } or a command for the event ${type} of <${this.#tag}>, but got ${describe(value)}.`,
      );
    }
  }

  #listen(declaration: Partial<EventDeclaration> & { type: string }, action: Action): void {
    if (declaration.type === "submit") declaration.preventDefault ??= true;
    this.#declare(declaration);
    (this.#actions ??= []).push([declaration.type, action]);
  }

  #declare(declaration: Partial<EventDeclaration> & { type: string }): void {
    this.takeId();
    const text = formatEventDeclaration(declaration);
    this.#events = this.#events === "" ? text : this.#withDeclaration(declaration.type, text);
  }

  #withDeclaration(type: string, text: string): string {
    const declared = this.#events.split(" ");
    const twin = declared.findIndex((other) => other.split(":")[0] === type);
    if (twin < 0) declared.push(text);
    else if (text.length > declared[twin]!.length) declared[twin] = text; // the one with options
    return declared.join(" ");
  }

  #addCommand(type: string, command: CommandStep): void {
    this.takeId();
    const commands = (this.#commands ??= {});
    (commands[type] ??= []).push(command.step);
  }

  #finishCommands(): void {
    if (this.#commands !== null) this.#literal("data-do", JSON.stringify(this.#commands));
  }

  #registerHandlers(): void {
    const offset = this.#builder.offsetOf(this.id);
    const control = this.#control();
    const bound = this.#bound;
    const actions = this.#actions ?? [];
    for (const [type, action] of actions) {
      const own = bound?.event === type;
      const handler: Handler =
        control === null
          ? action
          : new ControlHandler(control, {
              action,
              bound: own ? bound : null,
              openBinding: type === "toggle" ? this.#openBinding : null,
            });
      this.#builder.addHandler(handlerKey(offset, eventIndex(type)), handler);
    }
    if (bound !== null && !actions.some(([type]) => type === bound.event)) {
      const handler = new ControlHandler(control!, { action: null, bound, openBinding: this.#openBinding });
      this.#builder.addHandler(handlerKey(offset, eventIndex(bound.event)), handler);
    }
  }

  /** A plain element, and a button that nothing can disable, needs no checks. */
  #control(): Control | null {
    const tag = this.#tag;
    const { disabledBy } = this.#builder.environment;
    const needed =
      this.#bound !== null ||
      this.#property !== null ||
      this.#disabled !== false ||
      this.#readonly !== false ||
      tag === "select" ||
      (disabledBy !== null && (CONTROLS.has(tag) || tag.includes("-")));
    if (!needed) return null;
    return {
      id: this.id,
      tag,
      block: this.#builder.block,
      disabled: this.#disabled,
      readonly: this.#readonly,
      guard: disabledBy,
      property: this.#property,
    };
  }
}

function toTextValue(value: unknown): AttributeValue {
  return value === null || value === undefined || value === false ? null : value === true ? true : String(value);
}

/** A class or style with something live in it, at any depth, as one source of text. */
function whole(value: unknown, toValue: (value: unknown) => AttributeValue): unknown {
  return holdsLive(value) ? () => toValue(readLive(value)) : value;
}
