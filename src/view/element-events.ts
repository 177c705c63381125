import { TandemError } from "../core/errors.ts";
import {
  formatEventDeclaration,
  parseEventDeclarations,
  type EventDeclaration,
} from "../protocol/event-declaration.ts";
import { describe } from "./attribute-kinds.ts";
import { CommandStep } from "./commands.ts";

type Action = (event: never) => unknown;
type Options = Partial<EventDeclaration> & { handler: Action };

/** What one element does on events: the functions to call here, the commands for the browser, and what it must be told. */
export class ElementEvents {
  readonly #tag: string;
  readonly actions: [type: string, action: Action][] = [];
  /** By event, each as the browser reads it. */
  commands: Record<string, (readonly string[])[]> | null = null;
  /** The declarations of the events that the server wants. */
  declared = "";

  constructor(tag: string) {
    this.#tag = tag;
  }

  /** Takes an event prop's value: a function, one with options, a command, or a list of those. */
  add(type: string, value: unknown): void {
    if (typeof value === "function") this.#listen({ type }, value as Action);
    else if (value instanceof CommandStep) this.#command(type, value);
    else if (Array.isArray(value)) for (const part of value as unknown[]) this.add(type, part);
    else if (typeof value === "object" && value !== null && typeof (value as Options).handler === "function") {
      const { handler, ...options } = value as Options;
      this.#listen({ ...options, type }, handler);
    } else {
      throw this.#refuse(`a function, { handler, … } or a command for the event ${type}`, describe(value));
    }
  }

  /** An event declared twice, by `bind` and by a handler, is declared once, with the handler's options. */
  declare(declaration: Partial<EventDeclaration> & { type: string }): void {
    const text = formatEventDeclaration(declaration);
    this.declared = this.declared === "" ? text : this.#joined(declaration.type, text);
  }

  #joined(type: string, text: string): string {
    const declared = this.declared.split(" ");
    const twin = declared.findIndex((other) => parseEventDeclarations(other)[0]!.type === type);
    if (twin < 0) declared.push(text);
    else if (text.length > declared[twin]!.length) declared[twin] = text; // the one with options
    return declared.join(" ");
  }

  #listen(declaration: Partial<EventDeclaration> & { type: string }, action: Action): void {
    const { type } = declaration;
    if (type === "submit") declaration.preventDefault ??= true;
    if (this.actions.some(([other]) => other === type)) {
      throw this.#refuse(`one handler for the event ${type}`, "several. Call both from one");
    }
    this.declare(declaration);
    this.actions.push([type, action]);
  }

  #command(type: string, command: CommandStep): void {
    const commands = (this.commands ??= {});
    (commands[type] ??= []).push(command.step);
  }

  #refuse(expected: string, got: string): TandemError {
    return new TandemError("view/bad-handler", `Expected ${expected} on <${this.#tag}>, but got ${got}.`);
  }
}
