import {
  command,
  For,
  onCleanup,
  ref,
  session,
  signal,
  useContext,
} from "tandem";
import { Avatar, EmptyState, FollowEnd, IconButton } from "tandem/ui";
import {
  MOST_CHARACTERS,
  openRoom,
  type Member,
  type Message,
  type Room,
} from "./rooms.ts";
import type { Self } from "./person.ts";
import { SelfContext } from "./self.ts";

/** The room of that name: who is there, and what is said. */
export function RoomView({ name }: { name: string }) {
  const self = useContext(SelfContext)!;
  const room = openRoom(name);
  if (room === undefined) {
    return (
      <EmptyState icon="door-closed" title="There is no such room">
        Choose another, or open one of a shorter name.
      </EmptyState>
    );
  }
  session.setTitle(`#${room.name}`);
  const { clock } = session;
  const leave = room.enter(self, clock.now());
  onCleanup(() => leave(clock.now()));
  const scroller = ref();
  return (
    <div class="room">
      <header class="room-head">
        <h1># {room.name}</h1>
        <ul class="room-members" aria-label="Here now">
          <For each={room.members}>
            {(member) => (
              <li title={member.name}>
                <Avatar name={member.name} size="small" />
              </li>
            )}
          </For>
        </ul>
      </header>
      <FollowEnd ref={scroller} label="Messages" class="room-messages">
        <ol>
          <For each={room.messages} key={(message) => message.id}>
            {(message) => <MessageRow message={message.peek()} />}
          </For>
        </ol>
      </FollowEnd>
      <p class="room-typing">{() => typingText(room.typing.value, self)}</p>
      <SayForm
        room={room}
        self={self}
        toEnd={command.dispatch("tandem-to-end", scroller)}
      />
    </div>
  );
}

function MessageRow({ message: { author, text, time } }: { message: Message }) {
  const { timezone } = session.info;
  const at = new Date(time).toLocaleTimeString("en-GB", {
    timeStyle: "short",
    timeZone: timezone,
  });
  if (author === undefined) return <li class="room-note">{text}</li>;
  return (
    <li class="room-message">
      <Avatar name={author} size="small" decorative />
      <div>
        <b>{author}</b>{" "}
        <time datetime={new Date(time).toISOString()}>{at}</time>
        <p>{text}</p>
      </div>
    </li>
  );
}

interface SayFormProps {
  room: Room;
  self: Self;
  toEnd: ReturnType<typeof command.dispatch>;
}

function SayForm({ room, self, toEnd }: SayFormProps) {
  const draft = signal("");
  const say = () => {
    self.stopsTyping();
    if (!self.maySpeak())
      return void session.notify("Not so fast, please.", {
        kind: "warning",
        id: "too-fast",
      });
    if (room.say(self.name.peek(), draft.peek(), session.clock.now()))
      draft.value = "";
  };
  return (
    <form class="room-say" aria-label="Say something" onSubmit={[toEnd, say]}>
      <input
        class="tandem-input"
        aria-label="Message"
        placeholder={`Say something in #${room.name}`}
        maxlength={MOST_CHARACTERS}
        autocomplete="off"
        bind={draft}
        onInput={() => self.types()}
      />
      <IconButton
        type="submit"
        icon="send-fill"
        label="Send"
        tone="brand"
        appearance="filled"
      />
    </form>
  );
}

function typingText(typing: readonly Member[], self: Member): string {
  const names = typing
    .filter((member) => member !== self)
    .map(({ name }) => name.value);
  if (names.length === 0) return "";
  if (names.length > 3) return "Several people are writing…";
  return `${new Intl.ListFormat("en").format(names)} ${names.length === 1 ? "is" : "are"} writing…`;
}
