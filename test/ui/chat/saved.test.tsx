import { describe, expect, it } from "vitest";
import { app as appOf, session, signal, UserSettings } from "tandem";
import { mount } from "tandem/testing";
import { Chat, createChat, type ChatThread, type SavedIn, type SavedMessage } from "tandem/ui";
import { deferred } from "../../support/promises.ts";

async function* echo(messages: readonly { text: string }[]) {
  yield "You said ";
  yield messages.at(-1)!.text;
}

interface Opening {
  saved: SavedIn;
  reply?: Parameters<typeof createChat>[0]["reply"];
  messages?: { role: "assistant"; text: string }[];
  maxSaved?: number;
}

async function open({ saved, reply = echo, ...options }: Opening) {
  let chat!: ChatThread;
  const app = await mount(() => {
    chat = createChat({ reply, saved, ...options });
    return <Chat chat={chat} label="Helper" />;
  });
  const texts = () =>
    [...app.document.querySelectorAll(".tandem-message-text, .tandem-message-markdown")].map((each) =>
      each.textContent!.trim(),
    );
  const say = async (text: string) => {
    app.session.run(() => chat.send(text));
    await app.settle();
  };
  return { app, chat, texts, say, [Symbol.asyncDispose]: () => app.close() };
}

const textsIn = ({ value }: SavedIn) => value.map(({ role, text }) => `${role}: ${text}`);
const message = (role: "user" | "assistant", text: string, time = 5): SavedMessage => ({ role, text, time });

describe("a chat that is kept", () => {
  it("W244: is kept message by message, as JSON carries it, and goes on in another session", async () => {
    const saved = signal<readonly SavedMessage[]>([]);
    {
      await using first = await open({ saved });
      await first.say("one");
    }
    expect(textsIn(saved)).toEqual(["user: one", "assistant: You said one"]);
    saved.set(JSON.parse(JSON.stringify(saved.peek())));
    await using second = await open({ saved });
    expect(second.texts()).toEqual(["one", "You said one"]);
    await second.say("two");
    expect(second.chat.messages().map(({ text }) => text)).toEqual(["one", "You said one", "two", "You said two"]);
    expect(textsIn(saved)).toHaveLength(4);
    second.app.session.run(() => second.chat.clear());
    expect(saved.peek()).toEqual([]);
  });

  it("W244: begins with the app's messages where nothing is kept", async () => {
    const saved = signal<readonly SavedMessage[]>([]);
    await using opened = await open({ saved, messages: [{ role: "assistant", text: "Good morning." }] });
    expect(opened.texts()).toEqual(["Good morning."]);
    saved.set([message("user", "What was before")]);
    await opened.app.settle();
    expect(opened.texts()).toEqual(["What was before"]);
    saved.set([]);
    await opened.app.settle();
    expect(opened.texts()).toEqual(["Good morning."]);
  });

  it("W244: what is said in one session is shown in another, whose messages stay the same elements", async () => {
    const saved = signal<readonly SavedMessage[]>([message("user", "hello")]);
    await using here = await open({ saved });
    await using there = await open({ saved });
    const element = there.app.document.querySelector(".tandem-message");
    await here.say("news");
    await there.app.settle();
    expect(there.texts()).toEqual(["hello", "news", "You said news"]);
    expect(there.app.document.querySelector(".tandem-message")).toBe(element);
  });

  it("W244: nothing is taken over while an answer comes, and then that thread is kept", async () => {
    const saved = signal<readonly SavedMessage[]>([]);
    const more = deferred();
    await using opened = await open({
      saved,
      reply: async function* () {
        yield "Well";
        await more.promise;
        yield ", yes.";
      },
    });
    await opened.say("Is it so?");
    expect(textsIn(saved)).toEqual(["user: Is it so?"]);
    saved.set([message("user", "from elsewhere")]);
    await opened.app.settle();
    more.resolve();
    await opened.app.settle();
    expect(opened.texts()).toEqual(["Is it so?", "Well, yes."]);
    expect(textsIn(saved)).toEqual(["user: Is it so?", "assistant: Well, yes."]);
  });

  it("W244: an answer that was stopped is kept as far as it came, and shown as such", async () => {
    const saved = signal<readonly SavedMessage[]>([]);
    const never = deferred();
    {
      await using opened = await open({
        saved,
        reply: async function* () {
          yield "So far";
          await never.promise;
        },
      });
      await opened.say("Go on");
      opened.app.session.run(() => opened.chat.stop());
      await opened.app.settle();
    }
    expect(saved.peek().at(-1)).toMatchObject({ text: "So far", isPart: true });
    await using again = await open({ saved });
    again.app.screen.getByText("Stopped.");
  });

  it("W245: the latest are kept, in as much as is allowed", async () => {
    const saved = signal<readonly SavedMessage[]>([]);
    await using opened = await open({ saved, maxSaved: 300 });
    for (let round = 0; round < 10; round++) await opened.say(`Round ${round}`);
    expect(JSON.stringify(saved.peek()).length).toBeLessThanOrEqual(300);
    expect(saved.peek().length).toBeGreaterThan(1);
    expect(saved.peek().at(-1)!.text).toBe("You said Round 9");
    await opened.say("x".repeat(400));
    expect(saved.peek()).toEqual([]);
  });

  it("W245: what is no message is left out, whatever it is", async () => {
    const junk = [
      null,
      7,
      "text",
      [],
      { role: "root", text: "a", time: 1 },
      { role: "user", text: 5, time: 1 },
      { role: "user", text: "a", time: NaN },
      { role: "user", text: "a", time: 1e300 },
      { role: "user", text: "a" },
      { role: "user", text: "kept", time: 1, fileNames: ["a.txt", 5], author: {}, isPart: "yes", __proto__: { x: 1 } },
    ];
    for (const value of [junk, null, "x", 5, {}]) {
      const saved = signal(value as never);
      await using opened = await open({ saved });
      expect(opened.texts()).toEqual(value === junk ? ["kept"] : []);
    }
  });

  it("W245: files are kept by name, and shown as what was attached", async () => {
    const saved = signal<readonly SavedMessage[]>([{ ...message("user", "See here"), fileNames: ["plan.pdf"] }]);
    await using opened = await open({ saved });
    expect(opened.app.screen.getByLabelText("Was attached").textContent).toBe("plan.pdf");
    await opened.say("And?");
    expect(saved.peek()[0]!.fileNames).toEqual(["plan.pdf"]);
  });

  it("W244: the person's browser keeps it, in a few lines", async () => {
    class Kept extends UserSettings {
      static override readonly section = "chat";
      messages: readonly SavedMessage[] = [];
    }
    const Desk = () => {
      const kept = session.get(Kept);
      const saved = {
        get value() {
          return kept.messages;
        },
        set value(messages) {
          kept.messages = messages;
        },
      };
      return <Chat chat={createChat({ reply: echo, saved })} label="Desk" />;
    };
    await using app = await mount(appOf(Desk, { attachments: [Kept] }));
    await app.user.type(app.screen.getByLabelText("Message"), "hello");
    await app.user.click(app.screen.getByRole("button", { name: "Send" }));
    await app.settle();
    app.screen.getByText("You said hello");
    expect(app.session.get(Kept).messages.map(({ text }) => text)).toEqual(["hello", "You said hello"]);
  });
});
