import { rejectUnknownOptions } from "../../core/options.ts";
import type { ClientRequest } from "../../protocol/frames.ts";
import type { Json } from "../../protocol/operations.ts";
import type { Child } from "../../view/node.ts";
import { expectText } from "../arguments.ts";
import { unlessEnded } from "../call-errors.ts";
import type { CallOptions } from "../client-calls.ts";
import type { ArgumentsOf, ArgumentsSchema } from "../talk/arguments-schema.ts";
import { readClipboard, writeClipboard } from "../talk/clipboard.ts";
import { inputMessage } from "../talk/input-messages.ts";
import { jsonCopy } from "../talk/json-copy.ts";
import { MessageHandlers, type MessageHandler } from "../talk/message-handlers.ts";
import { NoticePlaces } from "../talk/notice-places.ts";
import { Notices, settleNotice, type NoticeOptions } from "../talk/notices.ts";
import { pageExpression, pageStatements, type PageArguments } from "../talk/page-code.ts";
import { heardScriptError } from "../talk/script-errors.ts";
import { checkedMessageType } from "../talk/message-type.ts";
import { SessionLife } from "./life.ts";

/** Talking to the client: messages and requests both ways, code in the browser, its clipboard, title and notices. */
export abstract class SessionTalk extends SessionLife {
  #messageHandlers: MessageHandlers | null = null;
  #notices: Notices | null = null;
  #noticePlaces: NoticePlaces | null = null;
  #hearsScriptErrors = false;

  /**
   * Sends every client a message for what its page registered with `Tandem.addCustomMessageHandler(type, …)`, in order
   * and exactly once; those sent before the first client wait for it.
   *
   * @example
   * ```ts
   * import { session } from "tandem";
   *
   * export const announce = (text: string) => session.sendCustomMessage("append_msg", { msg: text });
   * ```
   *
   * Throws a `TandemError` (`client/not-json`) for what is no JSON, and `SessionEnded`. From Shiny's `send_custom_message`.
   */
  sendCustomMessage(type: string, message: unknown): void {
    this.needClient("sendCustomMessage");
    this.tell(["custom", checkedMessageType(type), jsonCopy(message, "message")]);
  }

  /**
   * Sends a message to the control or custom element with this id, wherever it is shown: its `receiveMessage(el, message)`
   * gets it, and native controls take `value`, `checked`, `placeholder` and the like by themselves.
   *
   * @example
   * ```ts
   * import { session } from "tandem";
   *
   * export const suggest = (name: string) => session.sendInputMessage("name", { value: name, placeholder: "Your name" });
   * ```
   *
   * A new value is told back as if it had been typed. An id that is not on the page is ignored, with a warning in the
   * browser's console in development. To change what an app's own control is bound to, set its signal instead. Throws a
   * `TandemError` (`client/not-json`). From Shiny's `send_input_message`.
   */
  sendInputMessage(id: string, message: unknown): void {
    this.needClient("sendInputMessage");
    const { forAll, forActing } = inputMessage({ id, message, development: this.development });
    const acting = this.actingClient;
    this.tell(forAll(acting === undefined));
    if (acting !== undefined && forActing !== null) this.tellClient(acting, forActing);
  }

  /**
   * Lets pages ask the session: `await Tandem.makeRequest(name, ...args)` resolves with what `handler` returns, or
   * rejects with why it failed. `null` removes a handler, another one replaces it.
   *
   * @example
   * ```ts
   * import { session } from "tandem";
   *
   * export function answerSums() {
   *   session.setMessageHandler("double", (number) => (typeof number === "number" ? number * 2 : null));
   * }
   * ```
   *
   * Arguments come from the page and can be anything; with `schema`, a Standard Schema of the list of them such as
   * `z.tuple([z.number()])`, they are checked and typed. The text of an error stays on the server in production, unless
   * it is a `UserFacingError`. Returns the name. From Shiny's `set_message_handler`.
   */
  setMessageHandler<Schema extends ArgumentsSchema>(
    name: string,
    handler: MessageHandler<ArgumentsOf<Schema>>,
    options: { schema: Schema },
  ): string;
  setMessageHandler(name: string, handler: MessageHandler | null): string;
  setMessageHandler(
    name: string,
    handler: MessageHandler<never[]> | null,
    options: { schema?: ArgumentsSchema } = {},
  ): string {
    rejectUnknownOptions("setMessageHandler()", options, ["schema"]);
    (this.#messageHandlers ??= new MessageHandlers(this)).set(name, handler, options.schema);
    return name;
  }

  protected override onRequest(request: ClientRequest): void {
    (this.#messageHandlers ??= new MessageHandlers(this)).answer(request);
  }

  /**
   * Runs JavaScript in every client's page, without waiting for it; `args` are its local variables.
   *
   * @example
   * ```ts
   * import { session } from "tandem";
   *
   * session.runJs("console.log(a + b)", { a: 1, b: 2 });
   * ```
   *
   * An error shows in the browser's console, and in development in the server's log. Never put what people typed into
   * `code`: pass it in `args`. Throws a `TandemError` for an argument whose name no variable can have
   * (`client/bad-argument-name`) or whose value is no JSON (`client/not-json`). From PyWebIO's `run_js`.
   */
  runJs(code: string, args: PageArguments = {}): void {
    this.needClient("runJs");
    const content: Json[] = pageStatements(code, args);
    if (this.development && !this.#hearsScriptErrors) {
      this.#hearsScriptErrors = true;
      this.hear("script-error", (value) => this.warn("client/script-failed", heardScriptError(value)));
    }
    this.tell(["do", "run", [...content, this.development]]);
  }

  /**
   * Resolves with what a JavaScript expression comes to in the page of the client that is acting; promises are awaited
   * there. `args` are its local variables.
   *
   * @example
   * ```ts
   * import { session } from "tandem";
   *
   * export const readAddress = () => session.evalJs<string>("window.location.href");
   * export const add = (a: number, b: number) => session.evalJs<number>("a + b", { a, b });
   * ```
   *
   * The result is whatever the page says: check it where it matters. Rejects with a `ClientError` that has the name and
   * message of the browser's error, syntax errors and results that are no JSON included; with `client/timeout` after
   * 30 s or `timeout`; with `SessionEnded`. From PyWebIO's `eval_js`, which answers `None` for all of these.
   */
  evalJs<T = unknown>(expression: string, args: PageArguments = {}, options?: CallOptions): Promise<T> {
    return unlessEnded(this.#evaluate(expression, args, options));
  }

  async #evaluate<T>(expression: string, args: PageArguments, options?: CallOptions): Promise<T> {
    const content = pageExpression(expression, args);
    return this.calls.ask({ name: "eval", args: content, read: (answer) => answer as T }, options);
  }

  /**
   * Puts a text into the clipboard of the person whose deed is being handled; resolves when it is there.
   *
   * Browsers allow it while a page is in front and soon after a click or key. Rejects with a `ClipboardError` when they
   * refuse. From Rio's `set_clipboard`, which does not wait and cannot fail.
   */
  setClipboard(text: string, options?: CallOptions): Promise<void> {
    return unlessEnded(writeClipboard(this.calls, text, options));
  }

  /**
   * Resolves with the text in the clipboard of the person whose deed is being handled; browsers may ask that person first.
   *
   * Rejects with a `ClipboardError` when they refuse. From Rio's `get_clipboard`.
   */
  getClipboard(options?: CallOptions): Promise<string> {
    return unlessEnded(readClipboard(this.calls, options));
  }

  /** Sets the page's title; it stays through reconnects. From Rio's `set_title`. */
  setTitle(title: string): void {
    expectText("setTitle", "the title", title);
    this.setPage({ title });
  }

  /**
   * Shows a notice above the page, to all clients, and returns its id. `content` may be live, and its controls work.
   *
   * @example
   * ```tsx
   * import { session } from "tandem";
   *
   * export function confirmDeletion(name: string, restore: () => void) {
   *   session.notify(<p>Deleted <b>{name}</b>.</p>, { kind: "success", action: { label: "Undo", onClick: restore } });
   * }
   * ```
   *
   * Goes by itself after 5 s or `duration`; 0 stays. The same `id` replaces. Throws `SessionEnded`. From Shiny's `notification_show` and
   * PyWebIO's `toast`.
   */
  notify(content: Child, options: NoticeOptions = {}): string {
    this.needClient("notify");
    const settled = settleNotice(options);
    if (this.isStub) return options.id ?? "";
    this.#notices ??= new Notices({
      clock: this.clock,
      places: this.noticePlaces,
      showLayer: (children) => this.showLayer(children),
      own: (dispose) => this.own(dispose),
    });
    return this.#notices.show(content, settled);
  }

  /** For the session's dialogs: where notices stand. */
  get noticePlaces(): NoticePlaces {
    return (this.#noticePlaces ??= new NoticePlaces());
  }

  /** Takes a notice away; an id that is not shown is no error. From Shiny's `notification_remove`. */
  dismiss(id: string): void {
    this.#notices?.dismiss(id);
  }

  protected override clearRegistries(): void {
    this.#messageHandlers?.clear();
    super.clearRegistries();
  }
}
