import { TandemError } from "../../core/errors.ts";
import { SessionEnded } from "../../session/call-errors.ts";
import { currentSession } from "../../session/current.ts";
import { ClipboardError } from "../../session/talk/clipboard.ts";

/** Copies for the person, and says so; or `refused`, where the browser does not let it. */
export async function copyText(text: string, refused: string): Promise<void> {
  const session = currentSession();
  try {
    await session.setClipboard(text);
    session.notify("Copied.", { kind: "success", id: "tandem-copied", duration: 2_000 });
  } catch (error) {
    if (isNobodyThere(error)) return;
    if (!(error instanceof ClipboardError)) throw error;
    session.notify(refused, { kind: "warning" });
  }
}

/** Who left, or whose line is down, hears nothing; and it is no error of the app's. */
const isNobodyThere = (error: unknown): boolean =>
  error instanceof SessionEnded ||
  (error instanceof TandemError && (error.code === "client/gone" || error.code === "client/timeout"));
