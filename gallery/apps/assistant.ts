import assistant from "../../examples/apps/assistant/app.tsx";
import type { Example } from "../example.ts";
import { wholeApp } from "../own-app.tsx";

export const assistantExample: Example = {
  path: "apps/assistant",
  title: "Assistant",
  summary: "A chat with a model that streams, reads files, and can be stopped.",
  text: "The model is a plain async iterable of words; this one runs here and always says the same. Its Markdown comes word by word, and only the block that grows is sent. What you attach is read on the server. Your browser keeps the conversations.",
  ...wholeApp({ assistant }),
  files: [
    "apps/assistant/app.tsx",
    "apps/assistant/model.ts",
    "apps/assistant/answers.ts",
    "apps/assistant/calculate.ts",
    "apps/assistant/reading.ts",
    "apps/assistant/conversations.ts",
    "apps/assistant/kept.ts",
    "apps/assistant/conversation-list.tsx",
    "apps/assistant/assistant.css",
  ],
};
