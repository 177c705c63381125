import type { HttpRequest, HttpResponse, HttpStack } from "tus-js-client";

/** Has tus-js-client send its requests by the page's `fetch`. The session itself tells how far a file is. */
export function fetchStack(window: Window): HttpStack {
  return {
    createRequest: (method, url) => new FetchRequest(window, method, url),
    getName: () => "fetch",
  };
}

class FetchRequest implements HttpRequest {
  readonly #window: Window;
  readonly #method: string;
  readonly #url: string;
  readonly #headers: Record<string, string> = {};
  readonly #controller = new AbortController();

  constructor(window: Window, method: string, url: string) {
    this.#window = window;
    this.#method = method;
    this.#url = url;
  }

  getMethod(): string {
    return this.#method;
  }

  getURL(): string {
    return this.#url;
  }

  setHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }

  getHeader(name: string): string | undefined {
    return this.#headers[name];
  }

  setProgressHandler(): void {}

  async send(body: Blob | null = null): Promise<HttpResponse> {
    const { signal } = this.#controller;
    const init = { method: this.#method, headers: this.#headers, body, signal, cache: "no-store" } as const;
    const response = await this.#window.fetch(this.#url, init);
    const text = await response.text();
    return {
      getStatus: () => response.status,
      getHeader: (name) => response.headers.get(name) ?? undefined,
      getBody: () => text,
      getUnderlyingObject: () => response,
    };
  }

  abort(): Promise<void> {
    this.#controller.abort();
    return Promise.resolve();
  }

  getUnderlyingObject(): undefined {
    return undefined;
  }
}
