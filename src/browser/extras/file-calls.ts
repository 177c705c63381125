import type { PageUploads, UploadScript } from "../upload-main.ts";
import type { CallHandlers } from "./calls.ts";
import type { ExtrasPage } from "./extras.ts";

/** Choosing and sending files, by a script that is loaded when somebody first does. */
export function fileCalls(page: ExtrasPage): CallHandlers {
  let uploads: Promise<PageUploads> | undefined;
  const load = () =>
    (uploads ??= page.loadScript("upload").then(
      (script) => (script as UploadScript).default(page),
      (error: unknown) => {
        uploads = undefined;
        throw error;
      },
    ));
  return {
    pickFile: async (args, cancelled) => (await load()).pickFile(args, cancelled),
    sendFiles: async (args, cancelled) => (await load()).sendFiles(args, cancelled),
  };
}
