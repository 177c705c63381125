import { open, rm, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { Clock } from "../../core/clock.ts";
import type { TandemError } from "../../core/errors.ts";
import type { Limits } from "../../core/limits.ts";
import { plainFileName } from "../downloads/file-name.ts";
import { plainAnswer, type OwnRoute, type RouteAnswer, type RoutedRequest } from "../routes/session-routes.ts";
import { UploadedFile } from "./file-info.ts";
import { contentOf, isOfType, mediaTypeFor, SAMPLE_BYTES } from "./file-types.ts";
import { Grant } from "./grant.ts";
import { Grants } from "./grants.ts";
import { tusEndpoint, type TusEndpoint } from "./tus-endpoint.ts";
import { UploadFolder } from "./upload-folder.ts";
import { uploadFacts, unwantedHeader } from "./upload-headers.ts";
import { refusals } from "./upload-refusals.ts";
import type { UploadRules } from "./upload-rules.ts";
import { ReceivedUpload } from "./upload.ts";

/** What uploads need of their session. */
export interface UploadsHost {
  readonly clock: Clock;
  readonly limits: Pick<Limits, "maxUploadTotalBytes" | "maxUploadFiles" | "uploadExpiry">;
  warn(event: string, message: string): void;
}

/** More files that were not taken are not listed: a page could send their names, or files that come to nothing, without end. */
const MAX_REFUSED = 50;

/** A session's uploads: who may bring what, what is on its way, and where it is. */
export class Uploads implements OwnRoute {
  readonly #host: UploadsHost;
  readonly #grants: Grants;
  readonly folder = new UploadFolder();
  /** Those on disk, or on their way there, by id. */
  readonly kept = new Map<string, ReceivedUpload>();
  #endpoint: Promise<TusEndpoint> | undefined;
  /** The path that they are below. */
  readonly #prefix: string;

  constructor(host: UploadsHost, mount: (route: OwnRoute) => string) {
    this.#host = host;
    this.#grants = new Grants(host);
    this.#prefix = mount(this);
  }

  /** Leave for a client's page to upload; `took` is told of each file, also of those refused. */
  grant(parts: {
    client: number;
    rules: UploadRules;
    /** How many files count against `maxCount`; those of this grant unless told. */
    holds?: () => number;
    took: (upload: ReceivedUpload) => void;
    expired: () => void;
  }): Grant {
    const grant = new Grant({ ...parts, now: this.#host.clock.now() });
    this.#grants.add(grant);
    // Loading takes longer than anything else; meanwhile the person chooses.
    this.#tus().catch(() => {});
    return grant;
  }

  urlOf(grant: Grant): string {
    return this.#prefix + grant.id;
  }

  /** Nothing more comes by it. What is not whole is deleted. */
  end(grant: Grant): void {
    this.#grants.end(grant);
  }

  async answer({ request, path, client }: RoutedRequest): Promise<RouteAnswer> {
    return { response: await this.#answer(request, { path, client }) };
  }

  async #answer(request: Request, { path, client }: { path: string; client: number | undefined }): Promise<Response> {
    const [grantId = "", uploadId, ...more] = path.split("/");
    if (client === undefined) return plainAnswer(403, "Expected a page of this session");
    const grant = this.#grants.find(grantId);
    if (grant === undefined || more.length > 0) return plainAnswer(404, "Not found");
    if (grant.client !== client) return plainAnswer(403, "Expected the page that was asked for files");
    const unwanted = unwantedHeader(request);
    if (unwanted !== undefined) return plainAnswer(400, `Expected no ${unwanted}`);
    grant.touch(this.#host.clock.now());
    if (uploadId === undefined) return this.#create(request, grant);
    const upload = this.kept.get(uploadId);
    if (upload === undefined || grant.uploads.get(upload.key) !== upload) return plainAnswer(404, "Not found");
    return this.#receive(request, { grant, upload });
  }

  async #create(request: Request, grant: Grant): Promise<Response> {
    if (request.method !== "POST") return plainAnswer(405, "Expected POST", { Allow: "POST" });
    const facts = uploadFacts(request);
    if (facts === undefined)
      return plainAnswer(400, "Expected Upload-Length, and Upload-Metadata with filename and key");
    const known = grant.uploads.get(facts.key);
    if (known !== undefined) return this.#locate(grant, known, facts.size);
    const upload = new ReceivedUpload({ ...facts, name: plainFileName(facts.name, "file") }, this.#discard);
    const refusal = this.#refusal(upload, grant);
    if (refusal !== undefined) return this.#refuse(grant, upload, refusal);
    this.kept.set(upload.id, upload);
    grant.take(upload);
    upload.lastActive = this.#host.clock.now();
    const response = await this.#handle(request, { grant, upload });
    if (response.status !== 201) upload.fail(refusals.interrupted(upload.name));
    // Called off meanwhile, before there was a file to delete.
    if (!upload.isOpen) await this.#deletion(upload);
    else if (upload.size === 0) return this.#finish(grant, upload, response);
    return response;
  }

  /** A page that did not hear the answer asks again. */
  #locate(grant: Grant, upload: ReceivedUpload, size: number): Response {
    if (!this.kept.has(upload.id)) return plainAnswer(410, upload.error.peek()?.message ?? "Called off");
    if (upload.size !== size) return plainAnswer(409, "Expected another key for another file");
    const headers = { "Tus-Resumable": "1.0.0", Location: `${this.urlOf(grant)}/${upload.id}` };
    return plainAnswer(201, "Created", headers);
  }

  /** How many files a grant keeps in mind, whatever became of them. */
  get #maxAsked(): number {
    return this.#host.limits.maxUploadFiles + MAX_REFUSED;
  }

  #refusal({ name, size }: ReceivedUpload, { rules, count, uploads }: Grant): TandemError | undefined {
    const { maxUploadTotalBytes, maxUploadFiles } = this.#host.limits;
    if (size > rules.maxSize) return refusals.tooLarge(name, size, rules.maxSize);
    if (count >= rules.maxCount) return refusals.tooMany(name, rules.maxCount);
    let total = size;
    for (const upload of this.kept.values()) total += upload.size;
    if (total > maxUploadTotalBytes) return this.#named("maxUploadTotalBytes", refusals.quota(name));
    const isFull = this.kept.size >= maxUploadFiles || uploads.size >= this.#maxAsked;
    return isFull ? this.#named("maxUploadFiles", refusals.quota(name)) : undefined;
  }

  #named(limit: keyof Limits, error: TandemError): TandemError {
    this.#host.warn(`limit/${limit}`, "a file was refused");
    return error;
  }

  #refuse(grant: Grant, upload: ReceivedUpload, error: TandemError): Response {
    grant.refusal ??= error;
    if (grant.uploads.size < this.#maxAsked) {
      grant.take(upload);
      upload.fail(error);
    }
    return plainAnswer(413, error.message);
  }

  async #receive(request: Request, at: { grant: Grant; upload: ReceivedUpload }): Promise<Response> {
    const { method } = request;
    if (method !== "HEAD" && method !== "PATCH")
      return plainAnswer(405, "Expected HEAD or PATCH", { Allow: "HEAD, PATCH" });
    const { grant, upload } = at;
    if (!upload.isOpen && method === "PATCH") return plainAnswer(409, "This file is whole");
    const response = await this.#handle(request, at);
    const received = await this.#sizeOnDisk(upload);
    // More than was declared: nothing of it can be believed.
    if (response.status === 413 || received > upload.size) {
      const error = refusals.moreThanSaid(upload.name, upload.size);
      grant.refusal ??= error;
      upload.fail(error);
      return plainAnswer(413, error.message);
    }
    // Also where the answer to the last part was lost, and the page only asks how far it came.
    if (received === upload.size && response.ok) return this.#finish(grant, upload, response);
    // Other than a line that was cut, this is the server's own trouble, such as a full disk.
    if (response.status >= 500 && upload.isOpen && !request.signal.aborted) {
      this.#host.warn("files/write-failed", `a part could not be written: ${(await response.clone().text()).trim()}`);
    }
    upload.pause(received);
    return response;
  }

  async #handle(request: Request, { grant, upload }: { grant: Grant; upload: ReceivedUpload }): Promise<Response> {
    const tus = await this.#tus();
    const location = `${this.urlOf(grant)}/${upload.id}`;
    return tus.handle(request, { id: upload.id, location, maxSize: upload.size });
  }

  /** The answer that brought the last byte, once the file is found to be what was allowed. */
  async #finish(grant: Grant, upload: ReceivedUpload, response: Response): Promise<Response> {
    upload.finishing ??= this.#check(grant, upload);
    await upload.finishing;
    const error = upload.error.peek();
    if (error !== undefined) return plainAnswer(415, error.message);
    return upload.state.peek() === "done" ? response : plainAnswer(410, "Called off");
  }

  async #check(grant: Grant, upload: ReceivedUpload): Promise<void> {
    const path = this.folder.fileOf(upload.id);
    const sample = await sampleOf(path).catch((error: unknown) => {
      // Called off meanwhile, and deleted.
      if (!upload.isOpen) return undefined;
      throw error;
    });
    if (sample === undefined) return;
    const content = await contentOf(sample);
    const { types, enforcesTypes } = grant.rules;
    if (enforcesTypes && !isOfType(upload.name, content, types)) {
      const error = refusals.wrongType(upload.name, types);
      grant.refusal ??= error;
      return upload.fail(error);
    }
    const { name, size } = upload;
    const facts = { name, size, path, mediaType: mediaTypeFor(name, content) };
    upload.finish(new UploadedFile(facts, () => (upload.cancel(), this.#deletion(upload))));
  }

  async #sizeOnDisk(upload: ReceivedUpload): Promise<number> {
    const facts = await stat(this.folder.fileOf(upload.id)).catch(() => undefined);
    return facts?.size ?? 0;
  }

  readonly #discard = (upload: ReceivedUpload): Promise<void> => {
    this.kept.delete(upload.id);
    return this.#deletion(upload);
  };

  async #deletion(upload: ReceivedUpload): Promise<void> {
    const tus = await this.#endpoint?.catch(() => undefined);
    tus?.forget(upload.id);
    await rm(this.folder.fileOf(upload.id), { force: true });
  }

  /** Made once; where that failed, as on a full disk, whoever asks next tries again. */
  #tus(): Promise<TusEndpoint> {
    return (this.#endpoint ??= this.#startTus().catch((error: unknown) => {
      this.#endpoint = undefined;
      throw error;
    }));
  }

  async #startTus(): Promise<TusEndpoint> {
    await this.folder.make();
    return tusEndpoint(this.folder.path, {
      begins: (id, body) => this.#begin(id, body),
      progress: (id, received) => this.kept.get(id)?.progress(received, this.#host.clock.now()),
    });
  }

  #begin(id: string, body: Readable): void {
    const upload = this.kept.get(id);
    if (upload === undefined) body.destroy();
    else upload.begin(body);
  }

  /** Ends everything; the files are deleted. */
  async stop(): Promise<void> {
    this.#grants.endAll();
    // A folder that is being made must not come after its end.
    await this.#endpoint?.catch(() => {});
    await this.folder.remove();
  }
}

async function sampleOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const sample = new Uint8Array(SAMPLE_BYTES);
    const { bytesRead } = await file.read(sample, 0, SAMPLE_BYTES, 0);
    return sample.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
