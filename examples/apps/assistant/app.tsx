import { readFileSync } from "node:fs";
import { app } from "tandem";
import { Button, Chat, SidebarLayout } from "tandem/ui";
import { Conversations } from "./conversations.ts";
import { ConversationList } from "./conversation-list.tsx";
import { Kept } from "./kept.ts";

const SUGGESTIONS = [
  "What can you do?",
  "What is 12 * (7 + 5)?",
  "Show me a table of the planets",
  "Write a counter in Tandem",
];

/** A chat with a model that is a plain async iterable: put any other in its place. */
function Assistant() {
  const conversations = new Conversations();
  return (
    <SidebarLayout
      class="assistant"
      title="Assistant"
      sidebar={<ConversationList conversations={conversations} />}
      actions={
        <Button
          size="small"
          icon="plus-lg"
          onClick={() => conversations.begin()}
        >
          New chat
        </Button>
      }
    >
      {() => (
        <Chat
          chat={conversations.current.value.chat}
          label="Conversation"
          height="100%"
          placeholder="Ask, or attach a file"
          suggestions={SUGGESTIONS}
          attachments={{
            types: ["txt", "md", "csv", "json", "image/*"],
            maxSize: 5_000_000,
            maxCount: 5,
          }}
        />
      )}
    </SidebarLayout>
  );
}

export default app(Assistant, {
  title: "Assistant",
  lang: "en",
  attachments: [Kept],
  styles: readFileSync(new URL("assistant.css", import.meta.url), "utf8"),
});
