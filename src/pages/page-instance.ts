import { signal, type Signal } from "../reactive/signal.ts";
import { currentSession } from "../session/current.ts";
import type { Session } from "../session/session.ts";
import { UrlSignal } from "../session/navigation/url-signal.ts";
import type { JsxNode } from "../view/node.ts";
import type { PageNode } from "./page.ts";
import { readText } from "./param.ts";
import type { PageMatch } from "./page-route.ts";
import { pageContent } from "./page-view.ts";

/** A page that one session shows, for as long as it stays: what its component is given, and what that has built. */
export class PageInstance {
  readonly page: PageNode;
  /** What `PageView` shows; the same as long as the page stays. */
  readonly node: JsxNode;
  readonly #session: Session = currentSession();
  readonly #params: Record<string, Signal<unknown>> = {};
  readonly #query: Record<string, UrlSignal<unknown>> = {};

  constructor(page: PageNode, depth: number) {
    this.page = page;
    for (const name of page.params.keys()) this.#params[name] = signal();
    for (const [name, reader] of page.query) {
      const { navigator } = this.#session;
      const write = (value: unknown) =>
        navigator.writeQuery(name, isAbsent(value, reader.absent) ? undefined : reader.write(value));
      this.#query[name] = new UrlSignal<unknown>(undefined, write);
    }
    this.node = pageContent(page, depth, { params: this.#params, query: this.#query });
  }

  /** Takes over what the URL holds. A value of the same text is the same. */
  adopt({ params, url }: PageMatch): void {
    for (const [name, reader] of this.page.params) {
      const own = this.#params[name]!;
      const value = Object.hasOwn(params, name) ? params[name] : undefined;
      if (!isSameText(reader, own.peek(), value)) own.value = value;
    }
    for (const [name, reader] of this.page.query) {
      const own = this.#query[name]!;
      const value = readText(reader, url.searchParams.get(name));
      if (!isSameText(reader, own.peek(), value)) own.adopt(value);
    }
  }
}

interface Writer {
  write(value: unknown): string;
}

/** Some values are objects, and new ones each time they are read. */
function isSameText(reader: Writer, a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (a !== undefined && b !== undefined && reader.write(a) === reader.write(b));
}

/** The default does not stand in the URL. */
const isAbsent = (value: unknown, absent: unknown): boolean => value === undefined || Object.is(value, absent);
