import { contextValue } from "../../view/component-call.ts";
import type { ContextEntry } from "../../view/environment.ts";
import type { NamedControl, NamedValue } from "../../view/view.ts";
import { expectText } from "../arguments.ts";
import { Attachments, type AttachmentClass } from "../memory/attachments.ts";
import { Inputs } from "../memory/inputs.ts";
import { makeLocal, type Local } from "../memory/local.ts";
import type { InputValue, NamedInput } from "../memory/named-input.ts";
import { ModuleContext, type Scope } from "../modules/scope.ts";
import { Scopes } from "../modules/scopes.ts";
import type { Session } from "../session.ts";
import { copySettings, isSettings } from "../settings/default-settings.ts";
import { SettingsKeeper } from "../settings/settings-keeper.ts";
import { UserSettings } from "../settings/user-settings.ts";
import { SessionSurroundings } from "./surroundings.ts";

/** What the session remembers: values of its own, attachments, named inputs, and its modules' scopes. */
export abstract class SessionMemory extends SessionSurroundings {
  #local: Local | null = null;
  #attachments: Attachments | null = null;
  #inputs: Inputs | null = null;
  #keeper: SettingsKeeper | null = null;
  #scopes: Scopes | null = null;

  /**
   * Values of this session alone, by any name: what was not set is `undefined`; `in`, `delete`, `for … of` (the names)
   * and `Object.keys` work. It is plain: nothing follows what changes in it.
   *
   * @example
   * ```ts
   * import { session } from "tandem";
   *
   * session.local["visits"] = Number(session.local["visits"] ?? 0) + 1;
   * ```
   *
   * From PyWebIO's `local`.
   */
  get local(): Local {
    return (this.#local ??= makeLocal());
  }

  /**
   * Attaches an object, to be found by its class; one of the same class makes way. Returns it.
   *
   * @example
   * ```ts
   * import { session } from "tandem";
   *
   * class Basket {
   *   readonly items: string[] = [];
   * }
   * session.attach(new Basket());
   * session.get(Basket).items.push("apples");
   * ```
   *
   * Throws a `TandemError` (`memory/not-an-instance`) for what has no class of its own. From Rio's `attach`.
   */
  attach<T extends object>(value: T): T {
    this.#attached.attach(value);
    if (value instanceof UserSettings) this.#settings.attach(value);
    return value;
  }

  /** The attached object of exactly this class; effects and bindings follow it. Throws (`memory/not-attached`) if there is none. From Rio's `session[Class]`. */
  get<T extends object>(type: AttachmentClass<T>): T {
    return this.#attached.get(type);
  }

  /** Whether an object of exactly this class is attached; effects and bindings follow that. */
  has(type: AttachmentClass<object>): boolean {
    return this.#attached.has(type);
  }

  /** Takes an attachment away and returns it. Throws (`memory/not-attached`) if there is none. From Rio's `detach`. */
  detach<T extends object>(type: AttachmentClass<T>): T {
    const value = this.#attached.detach(type);
    if (value instanceof UserSettings) this.#settings.detach(value);
    return value;
  }

  get #attached(): Attachments {
    if (this.#attachments === null) {
      this.#attachments = new Attachments();
      for (const value of this.app.options.attachments ?? []) this.#attachDefault(this.#attachments, value);
    }
    return this.#attachments;
  }

  #attachDefault(attachments: Attachments, value: object): void {
    if (!isSettings(value)) {
      attachments.attach(value);
      return;
    }
    const settings = copySettings(value);
    this.#settings.open(settings);
    attachments.attach(settings);
  }

  get #settings(): SettingsKeeper {
    if (this.#keeper === null) {
      this.#keeper = new SettingsKeeper(this, this.environment.host?.settings);
      if (this.actingClient !== undefined) this.#keeper.clientAdded(this.actingClient);
    }
    return this.#keeper;
  }

  /** Settings are there before the root component runs. */
  protected override start(): void {
    if (this.app.options.attachments?.some(isSettings)) void this.#attached;
    super.start();
  }

  override addClient(...visitor: Parameters<SessionSurroundings["addClient"]>): number {
    const id = super.addClient(...visitor);
    if (this.#keeper !== null) this.run(() => this.#keeper!.clientAdded(id));
    return id;
  }

  protected override clientForgotten(id: number): void {
    super.clientForgotten(id);
    this.#keeper?.clientForgotten(id);
  }

  /**
   * The value of the control with `bind="id"`, to be read; set as soon as the control is built. In a module its name
   * has the module's prefix: there use `scope.input`.
   *
   * @example
   * ```tsx
   * import { session } from "tandem";
   *
   * export default () => (
   *   <label>
   *     Name <input bind="name" value="Ada" /> Hello, {session.input("name")}!
   *   </label>
   * );
   * ```
   *
   * It keeps its value when the control goes. Before any was there it is `undefined`, and in development a warning
   * names what may have been meant. Writing it throws; see `setInput`. From Shiny's `input.id()`.
   */
  input<T extends InputValue = InputValue>(id: string): NamedInput<T> {
    expectText("input", "the id of a control", id);
    return this.#named.find(id) as unknown as NamedInput<T>;
  }

  /** Changes what the control with `bind="id"` shows and holds. Throws a `TandemError` for an unknown id and for a value of another kind. From Shiny's `update_*`. */
  setInput(id: string, value: InputValue): void {
    expectText("setInput", "the id of a control", id);
    this.#named.set(id, value);
  }

  get #named(): Inputs {
    return (this.#inputs ??= new Inputs(this));
  }

  /** For the view: a control that is bound by name is built. */
  namedInput(control: NamedControl, contexts: ContextEntry | null): NamedValue {
    const scope = contextValue(contexts, ModuleContext);
    const id = scope === undefined ? control.name : scope.ns(control.name);
    return this.#named.open(id, control);
  }

  /**
   * Makes the scope of a module: a prefix for names, and one end for all that is made in it. Throws a `TandemError`
   * (`scope/taken`) while one of that id is there. `<Module id>` does it on the screen.
   *
   * @example
   * ```ts
   * import { effect, session } from "tandem";
   *
   * const search = session.makeScope("search");
   * search.run(() => effect(() => console.log(search.input("words").value)));
   * search.ns("words"); // "search-words"
   * search.destroy(); // the effect is gone
   * ```
   *
   * From Shiny's `make_scope`.
   */
  makeScope(id: string): Scope {
    return this.#modules.make(id);
  }

  get #modules(): Scopes {
    if (this.#scopes === null) {
      const scopes = new Scopes({
        session: this as unknown as Session,
        forget: (prefix) => this.#inputs?.forget(prefix),
        fail: (error) => this.reportError(error, undefined, "the end of a module"),
      });
      this.#scopes = scopes;
      this.own(() => scopes.destroyAll());
    }
    return this.#scopes;
  }
}
