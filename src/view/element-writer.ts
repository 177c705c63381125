import { TandemError } from "../core/errors.ts";
import type { AttributeValue } from "../protocol/operations.ts";
import { untracked } from "../reactive/graph.ts";
import { isSignal } from "../reactive/signal.ts";
import { describe, isVerbatim, type PropKind } from "./attribute-kinds.ts";
import { AttributeBinding } from "./bindings/attribute-binding.ts";
import type { Source } from "./bindings/binding.ts";
import { PropertyBinding, type PropertyType } from "./bindings/property-binding.ts";
import { boundSignal, type BoundSignal } from "./bound-signal.ts";
import type { Builder } from "./builder.ts";
import { holdsLive, readLive } from "./live.ts";
import type { Control } from "./control.ts";
import { namedControl } from "./named-input.ts";
import { adoptHandler } from "./component-call.ts";
import { ControlHandler } from "./control-handler.ts";
import { ElementEvents } from "./element-events.ts";
import { eventIndex, handlerKey, type Handler } from "./handlers.ts";
import type { JsxNode, Live } from "./node.ts";
import { RefHandle } from "./ref.ts";
import { Mark } from "./shape.ts";

export const NO_ID = -1;
/** What can be disabled, by itself or by a `fieldset` around it; so can any custom element. */
const CAN_BE_DISABLED = new Set(["input", "textarea", "select", "button", "fieldset"]);
/** Elements whose `open` the person changes. */
const OPENS = new Set(["details", "dialog"]);
/** Events that say whether it is open. */
const SAYS_OPEN = new Set(["toggle", "close"]);
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
  #events: ElementEvents | null = null;
  #bound: BoundSignal | null = null;
  /** What `bind` was resolved to. */
  #bindTarget: unknown = undefined;
  #openBinding: AttributeBinding | null = null;
  #property: PropertyBinding | null = null;
  #mixed: PropertyBinding | null = null;
  #ref: RefHandle | null = null;
  /** Properties that are given already. */
  #claimed: string[] | null = null;
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
    const commands = this.#events?.commands ?? null;
    if (commands !== null) this.#literal("data-do", JSON.stringify(commands));
    if (this.#lateValue !== null) this.#controlProperty("value", this.#lateValue.value);
    if (this.#property !== null) this.#ref?.enters(this.#property);
    if (this.#events !== null) this.#registerHandlers(this.#events.actions);
    const identity = this.id === NO_ID ? "" : Mark.Id + (this.#events?.declared ?? "") + Mark.EndEvents;
    return identity + this.#attributes;
  }

  prop(name: string, kind: PropKind, value: unknown): void {
    if (typeof value === "string" && isVerbatim(kind, value)) {
      this.#literal(name, value);
      return;
    }
    switch (kind.kind) {
      case "attribute":
        if (name === "open" && this.#isFirstValue(name)) return;
        this.#attribute(name, kind.composite ? whole(value, kind.toValue) : value, kind.toValue);
        return;
      case "event":
        if (value !== null && value !== undefined && value !== false) this.#ownEvents().add(kind.type, value);
        return;
      case "control":
        if (!this.#isFirstValue(name)) this.#controlProp(name, value);
        return;
      case "property":
        this.#customProperty(kind, value);
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
    if (name === "open" && OPENS.has(this.#tag)) this.#claim(name);
    if (isLive(value)) {
      this.#noteFlag(name, this.#liveAttribute(name, value, toValue));
      return;
    }
    const fixed = toValue(value);
    if (fixed === null) return;
    this.#noteFlag(name, true);
    if (fixed === true) this.#attributes += ` ${name}`;
    else this.#literal(name, fixed);
  }

  #noteFlag(name: string, flag: true | AttributeBinding): void {
    if (name === "disabled" && this.#canBeDisabled) this.#disabled = flag;
    else if (name === "readonly") this.#readonly = flag;
    else if (name === "open" && flag !== true && OPENS.has(this.#tag)) this.#openBinding = flag;
  }

  #liveAttribute(name: string, source: Source<unknown>, toValue: (value: unknown) => AttributeValue): AttributeBinding {
    const binding = new AttributeBinding(this.#builder.environment, source, { id: this.takeId(), name, toValue });
    this.#attributes += ` ${name}=${Mark.Slot}`;
    this.#builder.slots.push(binding);
    this.#builder.start(binding);
    return binding;
  }

  #controlProp(name: string, value: unknown): void {
    if (name === "value" && !this.#isCustom && !HAS_VALUE.has(this.#tag)) this.#attribute(name, value, toTextValue);
    else if (name === "value" && this.#tag === "textarea") this.#giveLate(value);
    else this.#controlProperty(name, value);
  }

  #giveLate(value: unknown): void {
    if (this.#lateValue !== null) throw this.#twice("value");
    this.#lateValue = { value };
  }

  /** `prop:name`: what it is fixed to is no attribute either. */
  #customProperty({ name, check }: PropKind & { kind: "property" }, value: unknown): void {
    const source = () => check(readLive(value as Live<unknown>));
    if (name === "value" && this.#tag === "textarea") this.#giveLate(source);
    else this.#liveProperty(name, source, null);
  }

  /** A property of a control: a literal becomes the attribute that gives the property its first value. */
  #controlProperty(name: string, value: unknown): void {
    const attribute = this.#attributeFor(name);
    if (isLive(value)) {
      const binding = this.#liveProperty(name, value, attribute);
      if (name === this.#enteredProperty) this.#property = binding;
      else if (name === "indeterminate") this.#mixed = binding;
      return;
    }
    if (value === null || value === undefined || value === false) return;
    if (attribute === null || typeof value === "object") {
      this.#liveProperty(name, () => value, attribute);
      return;
    }
    this.#claim(name);
    const shapeName = name === "value" && (this.#tag === "select" || this.#tag === "textarea") ? ".value" : name;
    if (value === true) this.#attributes += ` ${shapeName}`;
    else this.#literal(shapeName, String(value));
  }

  /** The property that an input of the person changes. */
  get #enteredProperty(): "checked" | "value" {
    return this.#isChoice ? "checked" : "value";
  }

  /** Whether it is a checkbox or radio button. */
  get #isChoice(): boolean {
    const { type } = this.#props;
    return this.#tag === "input" && (type === "checkbox" || type === "radio");
  }

  #attributeFor(property: string): string | null {
    if (property === "value") {
      return this.#tag === "select" ? "data-value" : this.#tag === "textarea" ? "content" : "value";
    }
    return property === "indeterminate" ? null : property;
  }

  #liveProperty(name: string, source: Source<unknown>, attribute: string | null): PropertyBinding {
    this.#claim(name);
    const place = { id: this.takeId(), name, attribute, as: this.#typeOf(name, attribute) };
    const binding = new PropertyBinding(this.#builder.environment, source, place);
    this.#attributes += ` .${name}=${Mark.Slot}`;
    this.#builder.slots.push(binding);
    this.#builder.start(binding);
    return binding;
  }

  #typeOf(name: string, attribute: string | null): PropertyType {
    if (this.#isCustom || (attribute === null && name !== "indeterminate")) return "data";
    if (name !== "value") return "flag";
    const { type } = this.#props;
    return this.#tag === "input" && (type === "number" || type === "range") ? "number" : "text";
  }

  /** Twice the same would be one attribute to clients, and two slots here. */
  #claim(name: string): void {
    if (this.#claimed?.includes(name)) throw this.#twice(name);
    (this.#claimed ??= []).push(name);
  }

  #twice(name: string): TandemError {
    return new TandemError(
      "view/given-twice",
      `Expected the property ${name} of <${this.#tag}> once, but it is given twice. Keep one of bind, ${name} and prop:${name}.`,
    );
  }

  #bind(): void {
    const { bind } = this.#props;
    const target = typeof bind === "string" ? this.#named(bind) : bind;
    this.#bindTarget = target;
    const bound = boundSignal(this.#tag, this.#props, target);
    const read = () => bound.read();
    if (bound.property === "open") this.#attribute("open", read, (value) => (value ? true : null));
    else if (bound.property === "value" && this.#tag === "textarea") this.#giveLate(read);
    else this.#controlProperty(bound.property, read);
    this.#bound = bound;
    this.#ownEvents().declare({ type: bound.event });
  }

  /** The signal of a control that is bound by name; the element says the name to the page. */
  #named(name: string): unknown {
    const control = namedControl(this.#tag, this.#props, name);
    const { view, contexts } = this.#builder.environment;
    const { id, value, gone } = view.namedInput(control, contexts);
    if (gone !== undefined) this.#builder.block.own(gone);
    const isRadio = this.#props["type"] === "radio";
    if (isRadio && this.#props["name"] !== undefined) return value;
    if (this.#props["id"] !== undefined && !isRadio) throw this.#twice("id");
    this.#literal(isRadio ? "name" : "id", id);
    return value;
  }

  /** Whether a prop only says what a control that is bound by name holds at first. */
  #isFirstValue(name: string): boolean {
    if (typeof this.#props["bind"] !== "string") return false;
    return name === (OPENS.has(this.#tag) ? "open" : this.#enteredProperty);
  }

  /** An element that is listened to has an id. */
  #ownEvents(): ElementEvents {
    this.takeId();
    return (this.#events ??= new ElementEvents(this.#tag));
  }

  #nameIt(value: unknown): void {
    if (!(value instanceof RefHandle)) {
      throw new TandemError("view/bad-ref", `Expected ref={…} to get what ref() made, but got ${describe(value)}.`);
    }
    this.#literal("data-ref", String(value.key));
    this.#ref = value;
    this.#builder.block.own(value.mounted(this.#builder.environment));
  }

  #registerHandlers(actions: ElementEvents["actions"]): void {
    if (actions.length === 0 && this.#bound === null) return;
    const offset = this.#builder.offsetOf(this.id);
    const control = this.#control();
    const bound = this.#bound;
    const { contexts } = this.#builder.environment;
    for (const [type, given] of actions) {
      const action = contexts === null ? given : adoptHandler(contexts, given);
      const parts = {
        action,
        bound: bound?.event === type ? bound : null,
        openBinding: SAYS_OPEN.has(type) ? this.#openBinding : null,
      };
      const handler: Handler = control === null ? action : new ControlHandler(control, parts);
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
    const guard = this.#canBeDisabled ? this.#builder.environment.disabledBy : null;
    const needed =
      this.#bound !== null ||
      this.#property !== null ||
      this.#mixed !== null ||
      this.#openBinding !== null ||
      this.#disabled !== false ||
      this.#readonly !== false ||
      guard !== null ||
      tag === "select" ||
      this.#isChoice;
    if (!needed) return null;
    return {
      id: this.id,
      tag,
      block: this.#builder.block,
      disabled: this.#disabled,
      readonly: this.#readonly,
      guard,
      property: this.#property,
      mixed: this.#mixed,
      isMultiple: tag === "select" && Boolean(this.#props["multiple"]),
      choice: this.#isChoice ? choiceOf(this.#props["value"]) : null,
      radioGroup: this.#joinRadioGroup(),
    };
  }

  #joinRadioGroup(): unknown {
    const { type, name } = this.#props;
    const group = typeof name === "string" ? name : this.#bindTarget;
    if (type !== "radio" || group === undefined || this.#property === null) return null;
    const { block, environment } = this.#builder;
    block.own(environment.view.radioGroups.join(group, this.#property));
    return group;
  }

  get #isCustom(): boolean {
    return this.#tag.includes("-");
  }

  get #canBeDisabled(): boolean {
    return CAN_BE_DISABLED.has(this.#tag) || this.#isCustom;
  }
}

/** What a checkbox or radio button with this prop stands for, now. */
function choiceOf(value: unknown): () => string {
  return () => {
    const now = untracked(() => readLive(value as Live<unknown>));
    return now === null || now === undefined || typeof now === "boolean" ? "" : String(now);
  };
}

function toTextValue(value: unknown): AttributeValue {
  return value === null || value === undefined || value === false ? null : value === true ? true : String(value);
}

/** A class or style with something live in it, at any depth, as one source of text. */
function whole(value: unknown, toValue: (value: unknown) => AttributeValue): unknown {
  return holdsLive(value) ? () => toValue(readLive(value)) : value;
}
