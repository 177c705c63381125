/** What a page loads when it is first asked for files. */
import type { Json } from "../protocol/operations.ts";
import type { ExtrasPage } from "./extras/extras.ts";
import { attempt } from "./attempt.ts";
import { readPageConfig } from "./page-config.ts";
import { chooseFiles } from "./upload/file-picker.ts";
import { FileSender, type UploadSpec } from "./upload/file-sender.ts";
import { SendingNotice } from "./upload/sending-notice.ts";

/** What `tandem-upload.js` exports. */
export interface UploadScript {
  default(page: ExtrasPage): PageUploads;
}

/** Each resolves with `true` when all is sent that will be, and with `null` when no file was chosen. */
export interface PageUploads {
  pickFile(args: Json[], cancelled: AbortSignal): Promise<true | null>;
  sendFiles(args: Json[], cancelled: AbortSignal): Promise<true>;
}

export default function startUploads({ window }: ExtrasPage): PageUploads {
  const { document } = window;
  const sender = new FileSender(window, readPageConfig(document).ticket);
  return {
    async pickFile([spec], cancelled) {
      const files = await chooseFiles(window, spec as unknown as UploadSpec, cancelled);
      if (files.length === 0) return null;
      const calledOff = new AbortController();
      const notice = new SendingNotice(document, files, () => calledOff.abort());
      const onAbort = () => calledOff.abort();
      cancelled.addEventListener("abort", onAbort);
      try {
        await sender.send(files, spec as unknown as UploadSpec, {
          cancelled: calledOff.signal,
          onProgress: (sent) => notice.show(sent),
        });
        return calledOff.signal.aborted ? null : true;
      } finally {
        cancelled.removeEventListener("abort", onAbort);
        notice.remove();
      }
    },
    async sendFiles([spec, id], cancelled) {
      const input = document.getElementById(String(id)) as HTMLInputElement | null;
      const files = [...(input?.files ?? [])];
      // So that the same file can be chosen again. (A test's DOM may keep what it was given.)
      if (input) attempt(() => (input.value = ""));
      await sender.send(files, spec as unknown as UploadSpec, { cancelled, onProgress: () => {} });
      return true;
    },
  };
}
