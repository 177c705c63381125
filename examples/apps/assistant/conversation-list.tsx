import { For } from "tandem";
import { IconButton } from "tandem/ui";
import type { Conversations } from "./conversations.ts";

/** What was talked about, to go back to. */
export const ConversationList = ({
  conversations,
}: {
  conversations: Conversations;
}) => (
  <nav aria-label="Conversations">
    <ul class="conversations">
      <For each={conversations.all}>
        {(conversation) => (
          <li>
            <button
              class="conversation"
              aria-current={() =>
                conversations.current.value === conversation
                  ? "true"
                  : undefined
              }
              onClick={() => conversations.open(conversation)}
            >
              {conversation.title}
            </button>
            <IconButton
              icon="trash"
              label={() => `Delete ${conversation.title.value}`}
              size="small"
              onClick={() => conversations.remove(conversation)}
            />
          </li>
        )}
      </For>
    </ul>
  </nav>
);
