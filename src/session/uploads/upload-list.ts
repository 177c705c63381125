import { signal, type Signal } from "../../reactive/signal.ts";
import { currentSession } from "../current.ts";
import { TandemError } from "../../core/errors.ts";
import type { FileInfo } from "./file-info.ts";
import { askForFiles, type AskingSession } from "./pick-file.ts";
import type { ReceivedUpload, Upload } from "./upload.ts";
import { settleRules, type UploadOptions, type UploadRules } from "./upload-rules.ts";

const MAX_REFUSED = 50;

/** Files that people bring, with how far each is. Show it with `UploadArea`. */
export class UploadList {
  readonly rules: UploadRules;
  readonly #session: AskingSession;
  readonly #uploads: Signal<readonly ReceivedUpload[]> = signal([]);

  constructor(session: AskingSession, options: UploadOptions) {
    this.#session = session;
    this.rules = settleRules("uploadList()", { ...options, enforcesTypes: true }, session.limits);
  }

  /** All of them, in the order in which they were chosen; reactive. */
  get value(): readonly Upload[] {
    return this.#uploads.value;
  }

  peek(): readonly Upload[] {
    return this.#uploads.peek();
  }

  /** Those that have arrived and passed all checks; reactive. */
  get files(): readonly FileInfo[] {
    return this.#uploads.value.flatMap(({ file }) => file.value ?? []);
  }

  /** Whether any is still on its way; reactive. */
  get isBusy(): boolean {
    return this.#uploads.value.some(({ state }) => state.value === "waiting" || state.value === "receiving");
  }

  /** Takes one away: called off if it is on its way, discarded if it has arrived. */
  remove(upload: Upload): void {
    upload.cancel();
    this.#uploads.value = this.#uploads.peek().filter((other) => other !== upload);
  }

  /** Takes all of them away. */
  clear(): void {
    for (const upload of this.#uploads.peek()) this.remove(upload);
  }

  /** Of those that were not taken, only the latest stay: a page could send their names without end. */
  #add(upload: ReceivedUpload): void {
    const uploads = [...this.#uploads.peek(), upload];
    const refused = uploads.filter(({ isKept }) => !isKept);
    const [oldest] = refused.length > MAX_REFUSED ? refused : [];
    this.#uploads.value = uploads.filter((other) => other !== oldest);
  }

  /** Has the page of who acted send the files that its input holds. */
  async takeFrom(inputId: string): Promise<void> {
    try {
      await askForFiles(this.#session, {
        call: "sendFiles",
        args: [inputId],
        rules: this.rules,
        holds: () => this.#uploads.peek().filter(({ isKept }) => isKept).length,
        took: (upload) => this.#add(upload),
        read: () => undefined,
      });
    } catch (error) {
      // That its page went away, or gave up, is said beside each file.
      if (!(error instanceof TandemError)) throw error;
    }
  }
}

/**
 * A list of uploads to show with `UploadArea`: limits by size, count and type, checked on the server.
 *
 * @example
 * ```tsx
 * import { UploadArea, uploadList } from "tandem";
 *
 * export function Photos() {
 *   const photos = uploadList({ types: ["image/*"], maxSize: 10_000_000, maxCount: 20 });
 *   return (
 *     <section>
 *       <UploadArea files={photos} label="Choose photos" />
 *       <p>{() => photos.files.length} arrived</p>
 *     </section>
 *   );
 * }
 * ```
 *
 * Call it in a component or a handler. Throws a `TandemError` for types or limits that are none.
 */
export function uploadList(options: UploadOptions = {}): UploadList {
  return new UploadList(currentSession(), options);
}
