import { TandemError } from "../../core/errors.ts";
import type { Limits } from "../../core/limits.ts";
import { expectObject } from "../../core/options.ts";
import type { Json } from "../../protocol/operations.ts";
import { expectAbortSignal } from "../arguments.ts";
import { ClientError, SessionEnded } from "../call-errors.ts";
import type { ClientCalls } from "../client-calls.ts";
import { NoFileSelectedError } from "./file-errors.ts";
import type { FileInfo } from "./file-info.ts";
import type { Grant } from "./grant.ts";
import { refusals } from "./upload-refusals.ts";
import { settleRules, type UploadOptions, type UploadRules } from "./upload-rules.ts";
import type { Uploads } from "./uploads.ts";

export interface PickFileOptions extends UploadOptions {
  /** Whether several files may be chosen; the promise is then for a list. */
  multiple?: boolean;
  /**
   * Whether a file whose content is of none of `types` is refused. Unless told, they are a hint to the person who
   * picks, as in Rio: browsers let people choose any file.
   */
  enforceTypes?: boolean;
  /** Aborting it rejects the call with the signal's reason. */
  signal?: AbortSignal;
}

/** What asking a page for files needs of its session. */
export interface AskingSession {
  readonly isOver: boolean;
  readonly actingClient: number | undefined;
  readonly calls: ClientCalls;
  readonly limits: Limits;
  readonly uploads: Uploads;
}

/** Has the acting client's person choose files, and resolves when all of them are here. */
export async function pickFiles(session: AskingSession, options: PickFileOptions): Promise<FileInfo[]> {
  expectObject("the options of pickFile()", options);
  const { multiple = false, enforceTypes = false, signal, ...limits } = options;
  const rules = settleRules("pickFile()", { ...limits, enforcesTypes: enforceTypes }, session.limits);
  expectAbortSignal("pickFile()", signal);
  if (session.isOver) throw new SessionEnded("files were to be picked");
  return askForFiles(session, {
    call: "pickFile",
    rules: multiple ? rules : { ...rules, maxCount: 1 },
    signal,
    read: (grant) => filesOf(grant),
  });
}

export interface FileRequest<T> {
  /** What the page does; see `browser/upload-main.ts`. */
  call: "pickFile" | "sendFiles";
  args?: Json[];
  rules: UploadRules;
  signal?: AbortSignal | undefined;
  holds?: () => number;
  took?: Parameters<Uploads["grant"]>[0]["took"];
  /** What has come by the grant, once the page is done. What it throws, discards it. */
  read(grant: Grant): T;
}

/** Grants the acting client's page leave to upload, and takes it back when the page is done, or never will be. */
export async function askForFiles<T>(session: AskingSession, request: FileRequest<T>): Promise<T> {
  const { rules, args = [], holds, took = () => {} } = request;
  const client = session.actingClient;
  if (client === undefined) throw noClient();
  const { uploads } = session;
  const givenUp = new AbortController();
  const expired = () => givenUp.abort(refusals.expired("The file"));
  const grant = uploads.grant({ client, rules, took, expired, ...(holds === undefined ? {} : { holds }) });
  const onAbort = () => givenUp.abort(request.signal!.reason);
  request.signal?.addEventListener("abort", onAbort);
  if (request.signal?.aborted) onAbort();
  try {
    const call = { name: request.call, args: [specOf(uploads.urlOf(grant), rules), ...args], read: readAnswer };
    await session.calls.ask(call, { timeout: Infinity, signal: givenUp.signal });
    return request.read(grant);
  } catch (error) {
    for (const upload of grant.uploads.values()) if (request.call === "pickFile") upload.cancel();
    throw error instanceof ClientError ? (grant.refusal ?? error) : error;
  } finally {
    request.signal?.removeEventListener("abort", onAbort);
    uploads.end(grant);
  }
}

/** What the page needs to know. */
function specOf(url: string, { types, maxSize, maxCount }: UploadRules): Json {
  return { url, accept: types.join(","), maxCount, maxSize };
}

/** `true`: it sent what it could. `null`: no file was chosen. */
function readAnswer(answer: Json | undefined): void {
  if (answer === null) throw new NoFileSelectedError();
  if (answer === true) return;
  throw new TandemError(
    "files/bad-answer",
    "Expected the page to say that files are sent, or that none was chosen, but it said something else.",
  );
}

function filesOf(grant: Grant): FileInfo[] {
  if (grant.refusal !== undefined) throw grant.refusal;
  const uploads = [...grant.uploads.values()];
  if (uploads.length === 0) throw new NoFileSelectedError();
  return uploads.map((upload) => {
    const file = upload.file.peek();
    if (file !== undefined) return file;
    throw upload.error.peek() ?? refusals.interrupted(upload.name);
  });
}

function noClient(): TandemError {
  return new TandemError(
    "files/no-client",
    "Expected a page to choose files in, but none is there yet. Ask for files in a handler: browsers open their picker only when somebody has just clicked.",
  );
}
