/** Files: what `pickFile` resolves with, and what can be saved and shown. */
import type { FileInfo } from "../../src/session/uploads/file-info.ts";
import type { Session } from "../../src/session/session.ts";
import type { UploadList } from "../../src/session/uploads/upload-list.ts";
import { DownloadButton } from "../../src/ui/download-button.tsx";
import { UploadArea } from "../../src/ui/upload-area.tsx";
import { expectType, type Equal } from "./expect-type.ts";

declare const session: Session;
declare const list: UploadList;
declare const file: FileInfo;

// F18: one file, or a list with `multiple`
const one = session.pickFile();
const same = session.pickFile({ types: ["pdf"], multiple: false });
const several = session.pickFile({ multiple: true, maxCount: 3 });
expectType<Equal<typeof one, Promise<FileInfo>>>();
expectType<Equal<typeof same, Promise<FileInfo>>>();
expectType<Equal<typeof several, Promise<FileInfo[]>>>();
// @ts-expect-error misspelt
void session.pickFile({ maxsize: 3 });

// F18: what can be saved
export function saved() {
  session.saveFile("text", "a.txt");
  session.saveFile(new Uint8Array(), "a.bin", { mediaType: "image/png" });
  session.saveFile({ path: "/a" }, "a");
  session.saveFile(file, file.name);
  session.saveFile(async () => file.stream(), "a");
  session.saveFile(function* () {
    yield "a";
    yield new Uint8Array();
  }, "a");
  // @ts-expect-error no contents
  session.saveFile(7, "a");
  // @ts-expect-error no name
  session.saveFile("text");
}

// F18: components have what they need
export const components = [
  <DownloadButton fileName="a.txt" content="a" title="Save" aria-label="Save" />,
  <UploadArea files={list} label="Choose" />,
  // @ts-expect-error a label is needed
  <UploadArea files={list} />,
  // @ts-expect-error a name is needed
  <DownloadButton content="a" />,
  // @ts-expect-error its click is its own
  <DownloadButton fileName="a" content="a" onClick={() => {}} />,
];
