import type { BookFamily } from "../entry.ts";
import chatEntry from "./chat.tsx";

export const chat: BookFamily = {
  path: "chat",
  title: "Chat",
  entries: [chatEntry],
};
