import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { mount } from "tandem/testing";
import { Chat, createChat, type ChatMessage, type ChatThread, type Reply } from "tandem/ui";
import { deferred } from "../../support/promises.ts";
import { TestSession } from "../../support/test-session.ts";

/** An answer that is told piece by piece. */
class Pieces implements AsyncIterable<string> {
  readonly #waiting: ((result: IteratorResult<string>) => void)[] = [];
  readonly #ready: IteratorResult<string>[] = [];
  returned = 0;

  say(value: string): void {
    this.#give({ value, done: false });
  }

  end(): void {
    this.#give({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): AsyncIterator<string> {
    return {
      next: () => {
        const ready = this.#ready.shift();
        return ready === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(ready);
      },
      return: () => {
        this.returned++;
        return Promise.resolve({ value: undefined, done: true as const });
      },
    };
  }

  #give(result: IteratorResult<string>): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#ready.push(result);
    else waiting(result);
  }
}

async function open(reply: Reply, props: object = {}, options: { messages?: ChatMessage[]; maxLength?: number } = {}) {
  let chat!: ChatThread;
  const app = await mount(() => {
    chat = createChat({ reply, ...options });
    return <Chat chat={chat} label="Helper" {...props} />;
  });
  const say = async (text: string) => {
    await app.user.type(app.screen.getByLabelText("Message"), text);
    await app.user.click(app.screen.getByRole("button", { name: "Send" }));
  };
  const messages = () => [...app.document.querySelectorAll(".tandem-message")];
  return { app, chat, say, messages };
}

async function* echo(messages: readonly ChatMessage[]) {
  yield "You said ";
  yield `**${messages.at(-1)!.text.replaceAll("*", "")}**`;
}

describe("Chat", () => {
  it("W200: what is sent is answered piece by piece, with Markdown; what a person says is plain text", async () => {
    const { app, say, messages } = await open(echo);
    await say("*hello*");
    await app.settle();
    expect(messages().map((message) => message.querySelector("b")!.textContent)).toEqual(["You", "Assistant"]);
    expect(messages()[0]!.querySelector(".tandem-message-text")!.textContent).toBe("*hello*");
    expect(messages()[1]!.querySelector(".tandem-markdown strong")!.textContent).toBe("hello");
    expect((app.screen.getByLabelText("Message") as HTMLTextAreaElement).value).toBe("");
    await app.close();
  });

  it("W200: the reply has all messages as they stand, and the attachments of the last", async () => {
    const heard: unknown[] = [];
    const { app, say } = await open(
      async function* (messages, { attachments }) {
        heard.push(
          messages.map(({ role, text }) => [role, text]),
          attachments,
        );
        yield "ok";
      },
      {},
      { messages: [{ role: "system", text: "Be kind." }] },
    );
    await say("one");
    await app.settle();
    await say("two");
    await app.settle();
    expect(heard[2]).toEqual([
      ["system", "Be kind."],
      ["user", "one"],
      ["assistant", "ok"],
      ["user", "two"],
    ]);
    expect(heard[3]).toEqual([]);
    await app.close();
  });

  it("W201: pieces that come fast are shown together, at most 25 times a second", async () => {
    const pieces = new Pieces();
    const test = new TestSession(() => <Chat label="Helper" reply={() => pieces} suggestions={["Go"]} />);
    const client = test.connect();
    client.event(test.idOf("button", 0), "click");
    await test.settled();
    const before = client.frames.length;
    for (let i = 0; i < 200; i++) {
      pieces.say(`w${i} `);
      await test.settled();
    }
    expect(client.frames.length - before).toBeLessThanOrEqual(2);
    test.clock.advance(40);
    await test.settled();
    expect(test.html).toContain("w199");
    pieces.end();
    await test.settled();
    expect(test.html).toContain("tandem-message-whole");
  });

  it("W202: stopped, the answer stays as far as it came, the signal is aborted, and a source that hangs is left", async () => {
    const pieces = new Pieces();
    let reason: unknown;
    const { app, say, chat } = await open((_, { signal: aborted }) => {
      aborted.addEventListener("abort", () => (reason = (aborted.reason as Error).name));
      return pieces;
    });
    await say("go");
    pieces.say("half of");
    await app.settle();
    expect(chat.send("another")).toBe(false);
    await app.user.click(app.screen.getByRole("button", { name: "Stop" }));
    await app.settle();
    app.screen.getByText("Stopped.");
    app.screen.getByText("half of");
    expect([reason, pieces.returned, chat.isReplying.peek()]).toEqual(["AbortError", 1, false]);
    pieces.say("late");
    await app.settle();
    expect(app.screen.queryByText(/late/)).toBeNull();
    await app.close();
  });

  it("W203: the last answer can be had again, and the last message said in other words", async () => {
    let count = 0;
    const { app, say, messages } = await open(async function* (all) {
      yield `${++count}: ${all.at(-1)!.text}`;
    });
    await say("first");
    await app.settle();
    await app.user.click(app.screen.getByRole("button", { name: "Answer again" }));
    await app.settle();
    expect(messages().map((message) => message.textContent)).toHaveLength(2);
    app.screen.getByText("2: first");
    await app.user.click(app.screen.getByRole("button", { name: "Edit" }));
    const field = app.screen.getByLabelText("Your message");
    await app.user.clear(field);
    await app.user.type(field, "second");
    await app.user.click(app.within(field.closest("form")!).getByRole("button", { name: "Send" }));
    await app.settle();
    app.screen.getByText("3: second");
    expect(messages()).toHaveLength(2);
    await app.close();
  });

  it("W204: a reply that fails says so with an id for the log, and can be had again; the thread goes on", async () => {
    let fails = true;
    const test = new TestSession(() => (
      <Chat
        label="Helper"
        suggestions={["Go"]}
        reply={async function* () {
          yield "so far";
          if (fails) throw new Error("out of paper");
        }}
      />
    ));
    const client = test.connect();
    client.event(test.idOf("button", 0), "click");
    await test.settled();
    const { errorId } = test.events("app/error")[0]! as unknown as { errorId: string };
    expect(test.html).toContain("so far");
    expect(test.html).toContain(`Quote ${errorId} to report it.`);
    expect(test.html).not.toContain("paper");
    fails = false;
    client.event(test.idOf('button aria-label="Answer again"'), "click");
    await test.settled();
    expect(test.html).not.toContain("Quote");
  });

  it("W205: whatever a page sends, nothing is said that is empty, too long, or while it is disabled", async () => {
    const off = signal(false);
    let chat!: ChatThread;
    const test = new TestSession(() => {
      chat = createChat({ reply: echo, maxLength: 5 });
      return <Chat chat={chat} label="Helper" disabled={off} />;
    });
    const client = test.connect();
    const type = (v: string) => client.event(test.idOf("textarea"), "input", { v });
    const submit = () => client.event(test.idOf("form"), "submit", { f: [] });
    type("   ");
    submit();
    type("123456");
    submit();
    test.session.run(() => (off.value = true));
    type("123");
    submit();
    await test.settled();
    expect(chat.entries.peek()).toEqual([]);
    test.session.run(() => (off.value = false));
    type("123");
    submit();
    await test.settled();
    expect(chat.messages().map(({ text }) => text)).toEqual(["123", "You said **123**"]);
  });

  it("W206: who does not see it hears that an answer comes, and then the whole of it once", async () => {
    const pieces = new Pieces();
    const { app, say } = await open(() => pieces, { assistantName: "Bot" });
    const status = () => app.screen.getAllByRole("status")[0]!.textContent;
    expect(app.screen.getByRole("log").getAttribute("aria-live")).toBe("off");
    await say("go");
    expect(status()).toBe("Bot is answering.");
    pieces.say("one ");
    await app.clock.advance(50);
    expect(status()).toBe("Bot is answering.");
    pieces.say("**two**\n\n- three");
    pieces.end();
    await app.settle();
    expect(status()).toBe("Bot: one two\nthree");
    await app.close();
  });

  it("W207: of a thread of thousands the page has the end, and more as it goes back", async () => {
    const messages = Array.from({ length: 3_000 }, (_, i): ChatMessage => ({
      role: i % 2 ? "assistant" : "user",
      text: `m${i}`,
    }));
    const { app, messages: shown, say } = await open(echo, {}, { messages });
    expect([shown().length, shown()[0]!.textContent!.includes("m2960")]).toEqual([40, true]);
    for (let i = 0; i < 3; i++) await app.user.click(app.screen.getByText("Earlier messages"));
    expect([shown().length, shown()[0]!.textContent!.includes("m2840")]).toEqual([160, true]);
    await say("now");
    await app.settle();
    expect(shown().length).toBeLessThan(50);
    await app.close();
  });

  it("W208: all pages of a session have the same thread, and any of them can stop an answer", async () => {
    const pieces = new Pieces();
    const { app, say } = await open(() => pieces);
    const phone = await app.openTab();
    await say("hello");
    pieces.say("there");
    await app.settle();
    phone.screen.getByText("hello");
    phone.screen.getByText("there");
    await phone.user.click(phone.screen.getByRole("button", { name: "Stop" }));
    await app.settle();
    app.screen.getByText("Stopped.");
    await app.close();
  });

  it("W209: files are attached before the message, sent with it, and read by the reply", async () => {
    const read = deferred<string>();
    const { app, chat } = await open(
      async function* (_, { attachments }) {
        read.resolve(await attachments[0]!.text());
        yield "read";
      },
      { attachments: { types: ["txt"], maxCount: 2 } },
    );
    await app.user.upload(app.screen.getByLabelText("Attach files"), new app.window.File(["inside"], "a.txt"));
    const send = app.screen.getByRole<HTMLButtonElement>("button", { name: "Send" });
    await app.waitFor(() => expect(app.document.querySelector(".tandem-chip-done")).not.toBeNull());
    expect(send.disabled).toBe(false);
    await app.user.click(send);
    expect(await read.promise).toBe("inside");
    await app.settle();
    expect(app.screen.queryByRole("button", { name: "Remove a.txt" })).toBeNull();
    app.within(app.screen.getByRole("log")).getByText("a.txt");
    expect(chat.entries.peek()[0]!.attachments[0]!.name).toBe("a.txt");
    await app.close();
  });

  it("W210: while nothing was said it says so, and offers what can be said", async () => {
    const { app, messages } = await open(echo, { suggestions: ["What can you do?"], empty: <p>Ask me</p> });
    app.screen.getByText("Ask me");
    await app.user.click(app.screen.getByText("What can you do?"));
    await app.settle();
    expect(app.screen.queryByText("Ask me")).toBeNull();
    expect(messages()).toHaveLength(2);
    await app.close();
  });
});
