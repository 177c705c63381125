import { TandemError } from "../core/errors.ts";

/** A file that a page downloaded. */
export interface TestDownload {
  /** As the browser would save it. */
  readonly name: string;
  /** Its text; rejects where the download failed, or broke off. */
  text(): Promise<string>;
  bytes(): Promise<Uint8Array>;
}

/** Fetches, as a browser does, what a link with `download` leads to when it is clicked, and keeps it in `downloads`. */
export function noteDownloads(window: Window, fetch: (url: string) => Promise<Response>): TestDownload[] {
  const downloads: TestDownload[] = [];
  window.document.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a[download]");
    if (!link) return;
    event.preventDefault();
    downloads.push(new FetchedFile(link.getAttribute("download")!, fetch(link.getAttribute("href")!)));
  });
  return downloads;
}

class FetchedFile implements TestDownload {
  readonly name: string;
  readonly #bytes: Promise<Uint8Array>;

  constructor(name: string, response: Promise<Response>) {
    this.name = name;
    this.#bytes = response.then((answer) => wholeOf(name, answer));
    // Whoever asks for it is told.
    this.#bytes.catch(() => {});
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(await this.#bytes);
  }

  bytes(): Promise<Uint8Array> {
    return this.#bytes;
  }
}

async function wholeOf(name: string, response: Response): Promise<Uint8Array> {
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  const said = (await response.text()).trim();
  throw new TandemError(
    "testing/download-failed",
    `Expected "${name}" to be downloaded, but the server answered ${response.status}: ${said}`,
  );
}
