import chatRoom from "../../examples/apps/chat-room/app.tsx";
import type { Example } from "../example.ts";
import { wholeApp } from "../own-app.tsx";

export const chatRoomExample: Example = {
  path: "apps/chat-room",
  title: "Chat rooms",
  summary: "Several people, in rooms with addresses: who is there, and who is writing.",
  text: "Rooms are signals outside of components, so all sessions share them. A person is there as long as a page of theirs shows the room, whatever becomes of its line. What they are called is kept by their browser.",
  ...wholeApp({ "chat-room": chatRoom }),
  files: [
    "apps/chat-room/app.tsx",
    "apps/chat-room/room-view.tsx",
    "apps/chat-room/rooms.ts",
    "apps/chat-room/person.ts",
    "apps/chat-room/self.ts",
    "apps/chat-room/chat-room.css",
  ],
};
