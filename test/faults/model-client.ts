import type { Clock } from "../../src/core/clock.ts";
import type { LinkOptions, LinkState } from "../../src/link/link-options.ts";
import { Link } from "../../src/link/link.ts";
import type { DownMessage } from "../../src/protocol/frames.ts";
import type { Operation } from "../../src/protocol/operations.ts";
import type { Connection } from "../../src/transport/connection.ts";
import type { Choice, ClientScreen } from "./client-life.ts";
import type { ActKind } from "./model-app.tsx";
import { ModelDocument } from "./model-document.ts";
import type { ModelElement } from "./model-nodes.ts";
import { ModelRows } from "./model-rows.ts";
import { withoutIds } from "./reference-model.ts";

export interface ModelClientOptions {
  readonly ticket: string;
  readonly screen: { root: string; layers: string };
  readonly clock: Clock;
  random(): number;
  open(): Connection;
  /** Called when it shows something else, or its connection changes. */
  changed?(): void;
}

/** A client without a browser: the real link, and a document written from the protocol. */
export class ModelClient implements ClientScreen {
  readonly document: ModelDocument;
  readonly link: Link;
  readonly notices: string[] = [];
  readonly #rows = new ModelRows();
  #connection: Connection | undefined;

  constructor(options: ModelClientOptions) {
    this.document = new ModelDocument(options.screen);
    const linkOptions: LinkOptions = {
      ticket: options.ticket,
      clock: options.clock,
      random: options.random,
      open: () => (this.#connection = options.open()),
      apply: (operations: readonly Operation[], acknowledged) => {
        this.document.apply(operations, acknowledged);
        options.changed?.();
      },
      deliver: (message, body) => {
        this.#deliver(message, body);
        options.changed?.();
      },
      changed: () => options.changed?.(),
    };
    this.link = new Link(linkOptions);
    this.link.start();
  }

  get state(): LinkState {
    return this.link.state;
  }

  choices(): Choice[] {
    const listening = this.document.elements(({ listens }) => listens !== "");
    return listening.map((element) => (element.tag === "input" ? this.#typing(element) : this.#clicking(element)));
  }

  text(): string {
    return withoutIds(this.document.toString());
  }

  rows(): string {
    return this.#rows.toString();
  }

  wake(): void {
    this.link.wake();
  }

  stop(): void {
    this.link.stop();
  }

  discard(): void {
    // On a line that is gone no goodbye is heard.
    this.#connection?.terminate();
    this.link.stop();
  }

  #clicking(element: ModelElement): Choice {
    const kind = element.attribute("class") as ActKind;
    const about = element.parent?.attribute("data-key") ?? "";
    return { kind, about, do: (token) => this.link.send(element.id!, "click", { at: [token, 0, 0, 0] }) > 0 };
  }

  #typing(element: ModelElement): Choice {
    const type = (token: number) => {
      const text = `${token} ${"typed ".repeat(token % 4)}`;
      const number = this.link.send(element.id!, "input", { v: text });
      if (number === 0) return false;
      element.properties.set("value", text);
      element.sent = number;
      return true;
    };
    return { kind: "type", about: "", do: type };
  }

  #deliver(message: DownMessage, body: ArrayBuffer | undefined): void {
    if (message[0] === "notice") this.notices.push(message[3]);
    else if (message[0] === "data") this.#rows.take(message, body!);
  }
}
