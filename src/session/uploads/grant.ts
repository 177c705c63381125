import { randomId } from "../../core/ids.ts";
import type { TandemError } from "../../core/errors.ts";
import { refusals } from "./upload-refusals.ts";
import type { ReceivedUpload } from "./upload.ts";
import type { UploadRules } from "./upload-rules.ts";

/**
 * Leave for one client's page to upload what a person chooses now: so many files, so large, of these types. It ends
 * when the page is done, and after `uploadExpiry` without a byte; ended, it is of no use to anybody.
 */
export class Grant {
  readonly id = randomId();
  readonly client: number;
  readonly rules: UploadRules;
  /** By the page's count. */
  readonly uploads = new Map<string, ReceivedUpload>();
  /** The first file that was not taken. */
  refusal: TandemError | undefined;
  lastActive: number;
  readonly #holds: (() => number) | undefined;
  readonly #took: (upload: ReceivedUpload) => void;
  readonly #expired: () => void;

  constructor(parts: {
    client: number;
    rules: UploadRules;
    now: number;
    holds?: () => number;
    took: (upload: ReceivedUpload) => void;
    expired: () => void;
  }) {
    this.client = parts.client;
    this.rules = parts.rules;
    this.lastActive = parts.now;
    this.#holds = parts.holds;
    this.#took = parts.took;
    this.#expired = parts.expired;
  }

  take(upload: ReceivedUpload): void {
    this.uploads.set(upload.key, upload);
    this.#took(upload);
  }

  /** How many files there are that count against `maxCount`. */
  get count(): number {
    if (this.#holds !== undefined) return this.#holds();
    let count = 0;
    for (const upload of this.uploads.values()) if (upload.isKept) count++;
    return count;
  }

  /** Anything arrived. */
  touch(now: number): void {
    this.lastActive = now;
  }

  expire(): void {
    this.failOpen(refusals.expired);
    this.#expired();
  }

  failOpen(why: (name: string) => TandemError): void {
    for (const upload of this.uploads.values()) upload.fail(why(upload.name));
  }
}
