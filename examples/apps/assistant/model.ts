import { session } from "tandem";
import type { ChatMessage, ReplyContext } from "tandem/ui";
import { answerTo } from "./answers.ts";
import { describeFile } from "./reading.ts";

/** Milliseconds between two words: about as fast as a large model. */
const PACE = 30;

/**
 * A model that runs here and always says the same: words, one after another. A real one is used in the same way, as
 * what its client streams is an async iterable too.
 */
export async function* streamAnswer(
  messages: readonly ChatMessage[],
  { signal, attachments }: ReplyContext,
): AsyncGenerator<string> {
  const question = messages.at(-1)?.text ?? "";
  const files = await Promise.all(attachments.map(describeFile));
  const answer = [
    ...files,
    files.length > 0 && question === "" ? "" : answerTo(question),
  ]
    .filter(Boolean)
    .join("\n\n");
  for (const [word] of answer.matchAll(/\s*\S+\s?/g)) {
    await pause(PACE, signal);
    if (signal.aborted) return;
    yield word;
  }
}

/** Waits, but no longer than it is wanted. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  const { clock } = session;
  return new Promise((resolve) => {
    const settle = () => {
      clock.clearTimeout(timer);
      signal.removeEventListener("abort", settle);
      resolve();
    };
    const timer = clock.setTimeout(settle, milliseconds);
    signal.addEventListener("abort", settle);
  });
}
