import { Upload, type DetailedError } from "tus-js-client";
import { fetchStack } from "./fetch-stack.ts";

/** What the session grants: where files may be sent, and which. */
export interface UploadSpec {
  readonly url: string;
  /** For the picker. */
  readonly accept: string;
  readonly maxCount: number;
  readonly maxSize: number;
}

export interface Sending {
  readonly cancelled: AbortSignal;
  onProgress(sent: number): void;
}

/** Files under way at once, of all that are asked for. */
const PARALLEL = 3;
/** Milliseconds until it is tried again; from the start once something came through. A quarter of an hour in all. */
const RETRY_DELAYS = [0, 500, 1_000, 2_000, 5_000, ...Array.from({ length: 90 }, () => 10_000)];
/** Milliseconds that a part should take: servers and proxies give up on requests that take much longer. */
const PART_TIME = 3_000;
const SMALLEST_PART = 256 * 1024;
const LARGEST_PART = 16 * 1024 * 1024;
const FIRST_PART = 1024 * 1024;

/** Sends files by the tus protocol, each from where it was when its line was cut. */
export class FileSender {
  readonly #window: Window;
  readonly #headers: Record<string, string>;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(window: Window, ticket: string) {
    this.#window = window;
    this.#headers = { "Tandem-Ticket": ticket };
  }

  /** Resolves when each file has been sent, or refused. Rejects when one could not be sent for a quarter of an hour. */
  async send(files: readonly File[], spec: UploadSpec, { cancelled, onProgress }: Sending): Promise<void> {
    const sent = files.map(() => 0);
    const total = () => sent.reduce((sum, bytes) => sum + bytes, 0);
    const report = (index: number) => (bytes: number) => {
      sent[index] = bytes;
      onProgress(total());
    };
    await Promise.all(
      files.map(async (file, index) => {
        const url = await this.#create(file, { spec, key: index, cancelled });
        if (url !== undefined && file.size > 0)
          await this.#inTurn(() => this.#upload(file, url, { cancelled, onProgress: report(index) }));
      }),
    );
  }

  /** Makes a place for a file, so that the session knows of it at once. `undefined`: it is not wanted. */
  async #create(
    file: File,
    { spec, key, cancelled }: { spec: UploadSpec; key: number; cancelled: AbortSignal },
  ): Promise<string | undefined> {
    const headers = {
      ...this.#headers,
      "Tus-Resumable": "1.0.0",
      "Upload-Length": String(file.size),
      "Upload-Metadata": `filename ${base64(file.name)},key ${base64(String(key))}`,
    };
    for (const delay of RETRY_DELAYS) {
      const answer = await this.#window
        .fetch(spec.url, { method: "POST", headers, signal: cancelled })
        .catch(() => undefined);
      // Read to its end, or the browser would take it for one that was broken off.
      await answer?.text().catch(() => {});
      if (cancelled.aborted) return undefined;
      if (answer && answer.status < 500) return answer.status === 201 ? answer.headers.get("Location")! : undefined;
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
    throw new Error(`“${file.name}” could not be sent.`);
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    if (this.#running >= PARALLEL) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running++;
    try {
      await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }

  #upload(file: File, uploadUrl: string, { cancelled, onProgress }: Sending): Promise<void> {
    const window = this.#window;
    return new Promise((resolve, reject) => {
      let startedAt = 0;
      const settle = (error?: Error) => {
        window.removeEventListener("online", restart);
        cancelled.removeEventListener("abort", stop);
        if (error) reject(error);
        else resolve();
      };
      const upload: Upload = new Upload(file, {
        uploadUrl: new URL(uploadUrl, window.location.href).href,
        headers: this.#headers,
        httpStack: fetchStack(window),
        chunkSize: FIRST_PART,
        retryDelays: RETRY_DELAYS,
        storeFingerprintForResuming: false,
        // A file of a name and a time may be known from another page; here it is always this one.
        fingerprint: () => Promise.resolve(""),
        onBeforeRequest: () => void (startedAt = performance.now()),
        onShouldRetry: (error) => isWorthAnother(error),
        onChunkComplete: (_size, sent) => {
          onProgress(sent);
          upload.options.chunkSize = partSize(upload.options.chunkSize!, performance.now() - startedAt);
        },
        onSuccess: () => settle(),
        // The session knows what it refused, and says so.
        onError: (error) => settle(isRefusal(error) ? undefined : error),
      });
      const stop = () => {
        void upload.abort();
        settle();
      };
      const restart = () => void upload.abort().then(() => upload.start());
      window.addEventListener("online", restart);
      cancelled.addEventListener("abort", stop);
      if (cancelled.aborted) stop();
      else upload.start();
    });
  }
}

/** Parts of a few seconds each, whatever the line carries. */
function partSize(size: number, took: number): number {
  const factor = took < PART_TIME / 2 ? 2 : took > PART_TIME * 2 ? 0.5 : 1;
  return Math.min(LARGEST_PART, Math.max(SMALLEST_PART, size * factor));
}

const statusOf = (error: Error) => (error as DetailedError).originalResponse?.getStatus() ?? 0;

/** Nothing came back; or it was the server's fault, or a matter of moments. */
function isWorthAnother(error: Error): boolean {
  const status = statusOf(error);
  return status === 0 || status === 400 || status === 409 || status === 423 || status === 429 || status >= 500;
}

function isRefusal(error: Error): boolean {
  const status = statusOf(error);
  return status >= 400 && status < 500;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
