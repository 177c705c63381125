import { UserSettings } from "tandem";
import type { SavedMessage } from "tandem/ui";

/** How much of the person's conversations their browser keeps, in characters of JSON: it takes 16,384. */
const MOST = 14_000;

/** The conversations that the person's browser keeps, the latest first. */
export class Kept extends UserSettings {
  static override readonly section = "assistant";
  conversations: readonly KeptConversation[] = [];
}

export interface KeptConversation {
  readonly id: string;
  readonly messages: readonly SavedMessage[];
}

/** The place of one of them, for `createChat`; the oldest make room for what is added. */
export const placeOf = (kept: Kept, id: string) => ({
  get value(): readonly SavedMessage[] {
    return conversationsIn(kept).find((each) => each.id === id)?.messages ?? [];
  },
  set value(messages: readonly SavedMessage[]) {
    const others = conversationsIn(kept).filter((each) => each.id !== id);
    kept.conversations = latest(
      messages.length === 0 ? others : [{ id, messages }, ...others],
    );
  },
});

/** The browser is the person's: what it keeps may be anything. */
export function conversationsIn(kept: Kept): readonly KeptConversation[] {
  return kept.conversations.filter(
    (each: Partial<KeptConversation> | null) =>
      typeof each?.id === "string" && Array.isArray(each.messages),
  );
}

function latest(
  conversations: readonly KeptConversation[],
): KeptConversation[] {
  let length = 0;
  return conversations.filter(
    (each) => (length += JSON.stringify(each).length + 1) < MOST,
  );
}
