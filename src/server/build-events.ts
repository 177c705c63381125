import type { IncomingMessage, ServerResponse } from "node:http";
import { randomId } from "../core/ids.ts";
import { scriptJson } from "./html.ts";
import { COMMON_HEADERS } from "./security-headers.ts";

/** Tells pages that show an error, and so have no session, that there is something newer to see. */
export class BuildEvents {
  readonly #listeners = new Set<ServerResponse>();
  #current = randomId();

  /** Answers with a stream that names the current build, and each later one. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { ...COMMON_HEADERS, "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(this.#message());
    this.#listeners.add(response);
    request.on("close", () => this.#listeners.delete(response));
  }

  announce(): void {
    this.#current = randomId();
    for (const response of this.#listeners) response.write(this.#message());
  }

  /** Source of a script that reloads its page once the build is another than now. */
  reloadScript(url: string): string {
    return `new EventSource(${scriptJson(url)}).onmessage=(e)=>{if(e.data!==${scriptJson(this.#current)})location.reload()}`;
  }

  close(): void {
    for (const response of this.#listeners) response.end();
    this.#listeners.clear();
  }

  #message(): string {
    return `retry: 300\ndata: ${this.#current}\n\n`;
  }
}
