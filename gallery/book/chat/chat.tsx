import { Chat, type ChatMessage, createChat } from "tandem/ui";
import { entry } from "../entry.ts";

async function* answer(messages: readonly ChatMessage[]) {
  yield "You asked: ";
  yield `**${messages.at(-1)?.text}**`;
}

export default entry({
  from: import.meta.url,
  title: "Chat",
  widgets: ["Chat"],
  isWide: true,
  states: {
    Normal: () => <Chat label="Assistant" reply={answer} height="24rem" suggestions={["What can you do?"]} />,
    "With messages": () => {
      const chat = createChat({
        messages: [
          { role: "user", text: "Good morning." },
          { role: "assistant", text: "Good morning. What shall we *look at*?" },
        ],
        reply: answer,
      });
      return <Chat label="Desk" chat={chat} height="24rem" />;
    },
    Disabled: () => <Chat label="Assistant" reply={answer} height="16rem" disabled />,
  },
});
