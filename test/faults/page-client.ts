import { Window } from "happy-dom";
import { loadScript } from "../../src/testing/page-scripts.ts";
import { startScreen, type Screen } from "../../src/browser/start.ts";
import type { Clock } from "../../src/core/clock.ts";
import type { LinkState } from "../../src/link/link-options.ts";
import type { Connection } from "../../src/transport/connection.ts";
import type { Choice, ClientScreen } from "./client-life.ts";
import type { ActKind } from "./model-app.tsx";

export interface PageClientOptions {
  readonly html: string;
  readonly clock: Clock;
  random(): number;
  open(): Connection;
}

/** A client that is a page: the runtime that browsers run, on a DOM for Node. */
export class PageClient implements ClientScreen {
  readonly notices = undefined;
  readonly #window: globalThis.Window & typeof globalThis & { readonly happyDOM: { abort(): Promise<void> } };
  readonly #screen: Screen;
  #connection: Connection | undefined;

  constructor(options: PageClientOptions) {
    const window = new Window({ url: "http://localhost/", settings: { disableJavaScriptFileLoading: true } });
    this.#window = window as never;
    const { document, DOMParser } = this.#window;
    const { head, body } = new DOMParser().parseFromString(options.html, "text/html");
    document.head.innerHTML = head.innerHTML;
    document.body.innerHTML = body.innerHTML;
    // The simulation loads pages again.
    Object.defineProperty(window.location, "reload", { value: () => {} });
    this.#screen = startScreen({
      window: this.#window,
      openConnection: () => (this.#connection = options.open()),
      loadScript,
      clock: options.clock,
      random: options.random,
    });
  }

  get state(): LinkState {
    return this.#screen.link.state;
  }

  choices(): Choice[] {
    const elements = [...this.#root.querySelectorAll<HTMLElement>("button, input")];
    return elements.map((element) =>
      element instanceof this.#window.HTMLInputElement ? this.#typing(element) : this.#clicking(element),
    );
  }

  text(): string {
    return `${[...this.#root.childNodes].map(write).join("")}\n`;
  }

  rows(): undefined {
    return undefined;
  }

  wake(): void {
    this.#screen.link.wake();
  }

  stop(): void {
    this.#screen.stop();
    void this.#window.happyDOM.abort();
  }

  discard(): void {
    // On a line that is gone no goodbye is heard.
    this.#connection?.terminate();
    this.stop();
  }

  get #root(): Element {
    return this.#window.document.getElementById("tandem-root")!;
  }

  #clicking(element: HTMLElement): Choice {
    const { MouseEvent } = this.#window;
    const click = (token: number) => element.dispatchEvent(new MouseEvent("click", { clientX: token, bubbles: true }));
    return {
      // Classes the server sets come first in none of these elements.
      kind: element.className as ActKind,
      about: element.parentElement?.dataset["key"] ?? "",
      do: (token) => this.#take(() => click(token)),
    };
  }

  #typing(input: HTMLInputElement): Choice {
    const { Event } = this.#window;
    const type = (token: number) => {
      input.value = `${token} ${"typed ".repeat(token % 4)}`;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    };
    return { kind: "type", about: "", do: (token) => this.#take(() => type(token)) };
  }

  /** What cannot be sent is told by a notice. */
  #take(act: () => void): boolean {
    if (this.state.kind === "closed") return false;
    act();
    return true;
  }
}

/** As `ModelElement` writes. */
function write(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return escape((node as Text).data);
  if (node.nodeType !== node.ELEMENT_NODE) return "";
  const element = node as HTMLElement;
  const tag = element.localName;
  const attributes = Array.from(element.attributes, ({ name, value }) => [name, value] as const).filter(
    ([name, value]) => !/^data-(t|on)$/.test(name) && name !== "value" && !(name === "class" && value === ""),
  );
  const written = attributes.map(([name, value]) => ` ${name}="${escape(value)}"`);
  if (tag === "input") written.push(` .value="${escape((element as HTMLInputElement).value)}"`);
  return `<${tag}${written.sort().join("")}>${[...element.childNodes].map(write).join("")}</${tag}>`;
}

const escape = (text: string): string => text.replace(/[&<"]/g, (character) => `&#${character.charCodeAt(0)};`);
