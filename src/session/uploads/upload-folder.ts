import { randomId } from "../../core/ids.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Of this process: made when first needed, and gone with it. */
let top: string | undefined;

function topFolder(): string {
  if (top === undefined) {
    // Only this user may enter it.
    const folder = mkdtempSync(join(tmpdir(), "tandem-uploads-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    top = folder;
  }
  return top;
}

/** Where one session's uploads are: a folder that only this user may enter, under names that only the server makes. */
export class UploadFolder {
  readonly path = join(topFolder(), randomId());

  async make(): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
  }

  fileOf(id: string): string {
    return join(this.path, id);
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
