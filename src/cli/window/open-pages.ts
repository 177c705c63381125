import type { Readable, Writable } from "node:stream";

/** What parts messages on the browser's pipe. */
const END = "\0";
const WATCH = { id: 1, method: "Target.setDiscoverTargets", params: { discover: true } };

interface TargetEvent {
  readonly method?: string;
  readonly params?: {
    readonly targetId?: string;
    readonly targetInfo?: { readonly targetId: string; readonly type: string; readonly url: string };
  };
}

/**
 * Follows which pages a browser has, over the pipe that only its parent holds (Chrome's DevTools protocol). Its process
 * alone does not tell: on some systems it goes on without any window.
 */
export class OpenPages {
  readonly #pages = new Set<string>();
  readonly #allClosed: () => void;
  #text = "";

  constructor(pipe: { to: Writable; from: Readable }, allClosed: () => void) {
    this.#allClosed = allClosed;
    pipe.to.on("error", () => {});
    pipe.from.on("error", () => {});
    pipe.from.setEncoding("utf8").on("data", (text: string) => this.#read(text));
    pipe.to.write(JSON.stringify(WATCH) + END);
  }

  #read(text: string): void {
    const messages = (this.#text + text).split(END);
    this.#text = messages.pop()!;
    for (const message of messages) this.#take(JSON.parse(message) as TargetEvent);
  }

  #take({ method, params }: TargetEvent): void {
    const target = params?.targetInfo;
    if (target?.type === "page" && target.url.startsWith("http")) this.#pages.add(target.targetId);
    if (method !== "Target.targetDestroyed" || !this.#pages.delete(params?.targetId ?? "")) return;
    if (this.#pages.size === 0) this.#allClosed();
  }
}
