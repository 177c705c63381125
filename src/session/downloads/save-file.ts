import { TandemError } from "../../core/errors.ts";
import { rejectUnknownOptions } from "../../core/options.ts";
import type { DownMessage } from "../../protocol/frames.ts";
import type { SaveOptions } from "./download.ts";
import type { Downloads } from "./downloads.ts";
import type { LazyFileContents } from "./file-contents.ts";

/** What offering a file needs of its session. */
export interface SavingSession {
  tellActing(message: DownMessage): void;
}

/** Offers a file, and has the acting client's page fetch it; before there is any, the first one's. */
export function offerFile(
  session: SavingSession,
  downloads: Downloads,
  file: { contents: LazyFileContents; name: string; options: SaveOptions },
): void {
  const { contents, name, options } = file;
  rejectUnknownOptions("saveFile()", options, ["mediaType"]);
  if (typeof name !== "string") {
    throw new TandemError("files/bad-name", `Expected a file's name to be a text, but got ${typeof name}.`);
  }
  const offer = downloads.offer(contents, name, options);
  session.tellActing(["do", "download", [offer.path, offer.name]]);
}
