import { TandemError } from "../../core/errors.ts";
import { nearestName } from "../../core/nearest-name.ts";
import { isFollowed } from "../../reactive/graph.ts";
import { signal, type Signal } from "../../reactive/signal.ts";

/** The class that an attachment is found by. */
export interface AttachmentClass<T extends object> {
  readonly prototype: T;
  readonly name: string;
}

/** One value for each class. Whoever reads one, or fails to, runs again when that changes. */
export class Attachments {
  readonly #values = new Map<AttachmentClass<object>, Signal<object | undefined>>();

  attach(value: object): void {
    this.#valueOf(classOf(value)).value = value;
  }

  has(type: AttachmentClass<object>): boolean {
    return this.#find(type) !== undefined;
  }

  get<T extends object>(type: AttachmentClass<T>): T {
    const value = this.#find(type);
    if (value === undefined) throw this.#missing(type);
    return value as T;
  }

  /** Returns what was attached. */
  detach<T extends object>(type: AttachmentClass<T>): T {
    const held = this.#values.get(checkClass(type));
    const value = held?.peek();
    if (value === undefined) throw this.#missing(type);
    held!.value = undefined;
    return value as T;
  }

  /** A component's body takes what is there: it runs once, and is to be told of nothing. */
  #find(type: AttachmentClass<object>): object | undefined {
    checkClass(type);
    return isFollowed() ? this.#valueOf(type).value : this.#values.get(type)?.peek();
  }

  #valueOf(type: AttachmentClass<object>): Signal<object | undefined> {
    let value = this.#values.get(type);
    if (value === undefined) this.#values.set(type, (value = signal<object | undefined>(undefined)));
    return value;
  }

  #missing({ name, prototype }: AttachmentClass<object>): TandemError {
    const present = [...this.#values].filter(([, value]) => value.peek() !== undefined).map(([type]) => type);
    return new TandemError(
      "memory/not-attached",
      `Expected a ${name} attached to the session, but there is none. ${hint(name, prototype, present)}`,
    );
  }
}

function hint(name: string, prototype: object, present: readonly AttachmentClass<object>[]): string {
  const relative = present.find((type) => isKin(type.prototype, prototype));
  if (relative !== undefined) {
    return `A ${relative.name} is, but attachments are found by their exact class: ask for ${relative.name}.`;
  }
  const near = nearestName(
    name,
    present.map((type) => type.name),
  );
  if (near !== undefined) return `Did you mean ${near}?`;
  return `Write session.attach(new ${name}(…)) first, or give it to app(…, { attachments: […] }).`;
}

const isKin = (a: object, b: object): boolean =>
  Object.prototype.isPrototypeOf.call(a, b) || Object.prototype.isPrototypeOf.call(b, a);

function checkClass<T extends AttachmentClass<object>>(type: T): T {
  if (typeof type === "function") return type;
  throw new TandemError(
    "memory/not-a-class",
    `Expected the class of an attachment, such as session.get(User), but got ${describe(type)}.`,
  );
}

/** Plain values and objects have no class that would tell one from another. */
export function classOf(value: unknown): AttachmentClass<object> {
  const prototype: unknown = typeof value === "object" && value !== null ? Object.getPrototypeOf(value) : null;
  const type = (prototype as { constructor?: unknown } | null)?.constructor;
  if (typeof type === "function" && type !== Object && type !== Array)
    return type as unknown as AttachmentClass<object>;
  throw new TandemError(
    "memory/not-an-instance",
    `Expected an instance of a class of your own to attach, but got ${describe(value)}. Put it into a class.`,
  );
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "a plain object";
  return typeof value === "function" ? "a function or class" : `the ${typeof value} ${JSON.stringify(value)}`;
}
