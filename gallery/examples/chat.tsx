import { For, Show, computed, onCleanup, signal, type Signal } from "tandem";

interface Message {
  id: number;
  author: string;
  text: string;
  time: string;
}

const KEPT = 100;
let lastGuest = 0;
let lastMessage = 0;

/** One room for all: sessions share the signals outside of components. */
const messages = signal<readonly Message[]>([]);
const present = signal<readonly Signal<string>[]>([]);

/** For the gallery's front page. */
export const presentCount = computed(() => present.value.length);

export default function Chat() {
  const name = signal(`Guest ${++lastGuest}`);
  const draft = signal("");

  present.update((names) => [...names, name]);
  onCleanup(() =>
    present.update((names) => names.filter((each) => each !== name)),
  );

  const send = () => {
    const text = draft.value.trim();
    if (text === "") return;
    const time = new Date().toLocaleTimeString("en-GB", { timeStyle: "short" });
    const message = {
      id: ++lastMessage,
      author: name.value.trim() || "Somebody",
      text,
      time,
    };
    messages.update((all) => [...all, message].slice(-KEPT));
    draft.value = "";
  };

  return (
    <div class="chat">
      <section class="chat-people" aria-label="Who is here">
        <label>
          Your name <input bind={name} maxlength={24} autocomplete="off" />
        </label>
        <ul aria-label="Present">
          <For each={present}>
            {(each) => (
              <li class={{ me: each === name }}>
                {() => each.value || "Somebody"}
              </li>
            )}
          </For>
        </ul>
      </section>
      {/* A column turned round keeps its scroll at the end, without a script. */}
      <div
        class="chat-messages scroll"
        tabindex={0}
        role="log"
        aria-label="Messages"
      >
        <ol>
          <For each={messages} key={(message) => message.id}>
            {({ value: { author, text, time } }) => (
              <li>
                <b>{author}</b> <time>{time}</time>
                <p>{text}</p>
              </li>
            )}
          </For>
        </ol>
        <Show when={() => messages.value.length === 0}>
          <p class="quiet">
            Nobody has said anything yet. Open this page in a second window, and
            say hello.
          </p>
        </Show>
      </div>
      <form class="line" onSubmit={send} aria-label="Say something">
        <input
          bind={draft}
          aria-label="Message"
          placeholder="Message"
          maxlength={500}
          autocomplete="off"
        />
        <button>Send</button>
      </form>
    </div>
  );
}
