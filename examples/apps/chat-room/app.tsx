import { readFileSync } from "node:fs";
import { app, For, Link, page, PageView, param, session, signal } from "tandem";
import { Badge, Button, SidebarLayout, TextInput } from "tandem/ui";
import { MOST_LETTERS, Person, Self } from "./person.ts";
import { RoomView } from "./room-view.tsx";
import { openRoom, rooms } from "./rooms.ts";
import { SelfContext } from "./self.ts";

const room = page({
  path: "/:room",
  params: { room: param.text },
  component:
    ({ params }) =>
    () => <RoomView name={params.room.value} />,
});
const home = page({ path: "/", component: () => <RoomView name="lobby" /> });

/** Rooms to talk in: each has an address, and all are in memory. */
function ChatRooms() {
  const self = new Self();
  return (
    <SelfContext.Provider value={self}>
      <SidebarLayout
        class="chat-rooms"
        title="Chat rooms"
        sidebar={<RoomList />}
        footer={<NameField self={self} />}
      >
        <PageView />
      </SidebarLayout>
    </SelfContext.Provider>
  );
}

function RoomList() {
  const name = signal("");
  const open = () => {
    const opened = openRoom(name.peek());
    if (opened === undefined) return;
    name.value = "";
    return session.navigateTo(room.url({ room: opened.name }));
  };
  return (
    <>
      <nav aria-label="Rooms">
        <For each={rooms}>
          {(each) => (
            <Link to={room.url({ room: each.name })}>
              <span class="room-name"># {each.name}</span>
              {() =>
                each.members.value.length === 0 ? null : (
                  <Badge tone="brand">{each.members.value.length}</Badge>
                )
              }
            </Link>
          )}
        </For>
      </nav>
      <form class="new-room" onSubmit={open}>
        <TextInput
          label="New room"
          bind={name}
          maxLength={24}
          placeholder="such as coffee"
        />
        <Button type="submit" icon="plus-lg" size="small">
          Open it
        </Button>
      </form>
    </>
  );
}

function NameField({ self }: { self: Self }) {
  const name = signal(self.name.peek());
  return (
    <TextInput
      label="You are"
      bind={name}
      maxLength={MOST_LETTERS}
      required
      autocomplete="nickname"
      onChange={(text) => self.rename(text)}
    />
  );
}

export default app(ChatRooms, {
  title: "Chat rooms",
  lang: "en",
  pages: [home, room],
  attachments: [Person],
  styles: readFileSync(new URL("chat-room.css", import.meta.url), "utf8"),
});
