/** What holds no value of its own, and acts all the same: overlays, layout, buttons, chat. */
import fc from "fast-check";
import { DownloadButton, signal, type Child } from "tandem";
import * as ui from "tandem/ui";
import type { FuzzCase } from "./widget-attack.ts";

const SPLITS = fc.constantFrom<unknown>(0, 10, 50, 90, 100, -1, 1e308, 0.001, null, "50", [50], { valueOf: 1 });

export const OTHER_CASES: readonly FuzzCase[] = [
  {
    name: "overlays",
    meddles: 3,
    open() {
      const [isOpen, off] = [signal(false), signal(false)];
      const heard: string[] = [];
      const item = (label: string, more: object = {}) => ({ label, onSelect: () => void heard.push(label), ...more });
      return {
        Screen: () => [
          <ui.Menu
            label="More"
            items={[item("a"), item("never", { disabled: true }), "line", { heading: "H" }, { label: "To", to: "/x" }]}
          />,
          <ui.Menu label="Off" disabled={off} items={[item("off")]} />,
          <ui.Popover button="Open" title="Popover" open={isOpen}>
            {() => <ui.Button onClick={() => void heard.push("in a popover")}>In it</ui.Button>}
          </ui.Popover>,
          <ui.Dialog title="Dialog" open={isOpen}>
            <ui.TextInput label="In it" />
          </ui.Dialog>,
          <ui.Drawer title="Drawer" open={signal(false)} side="end">
            <p>In it</p>
          </ui.Drawer>,
          <ui.Tooltip text="Help">
            <ui.Button onClick={() => {}}>Hover</ui.Button>
          </ui.Tooltip>,
        ],
        check: () => [
          ...(heard.includes("never") ? ["a disabled entry was chosen"] : []),
          ...(typeof isOpen.peek() === "boolean" ? [] : ["open is no flag"]),
        ],
        fixed: () => (off.peek() ? heard.filter((word) => word === "off").length : undefined),
        meddles: [() => off.update((is) => !is), () => isOpen.set(true), () => isOpen.set(false)],
      };
    },
  },
  {
    name: "layout",
    words: { texts: ["one", "two", "three"], details: SPLITS },
    meddles: 2,
    open() {
      const active = signal<string>("one");
      const [position, current, open] = [signal(40), signal(1), signal(false)];
      const tab = (name: string, more: object = {}) => ({
        name,
        label: name,
        content: () => (<p>{name}</p>) as Child,
        ...more,
      });
      return {
        Screen: () => [
          <ui.Tabs label="Tabs" active={active} tabs={[tab("one"), tab("two"), tab("never", { disabled: true })]} />,
          <ui.Split label="Split" position={position} min={20} max={80} start={<p />} end={<p />} />,
          <ui.Split label="Fixed" disabled position={signal(50)} start={<p />} end={<p />} />,
          <ui.Stepper label="Steps" current={current} steps={[{ label: "1" }, { label: "2" }, { label: "3" }]} />,
          <ui.Accordion
            single
            sections={[
              { title: "A", content: () => <p />, open },
              { title: "B", content: "b" },
            ]}
          />,
          <ui.SidebarLayout title="T" sidebar={<nav />}>
            <ui.Breadcrumb items={[{ label: "Home", to: "/" }, { label: "Here" }]} />
          </ui.SidebarLayout>,
          <ui.Carousel label="C" slides={[<p>1</p>, <p>2</p>]} />,
          <ui.Toolbar label="Tools">
            <ui.Button onClick={() => {}}>A</ui.Button>
          </ui.Toolbar>,
        ],
        check: () => [
          ...(["one", "two"].includes(active.peek()) ? [] : [`the tab ${active.peek()} is shown`]),
          ...(position.peek() >= 20 && position.peek() <= 80 ? [] : [`split at ${position.peek()}`]),
          ...([0, 1, 2].includes(current.peek()) ? [] : [`at step ${current.peek()}`]),
          ...(typeof open.peek() === "boolean" ? [] : ["open is no flag"]),
        ],
        meddles: [() => current.set(2), () => active.set("one")],
      };
    },
  },
  {
    name: "buttons and tasks",
    open() {
      let [under, most] = [0, 0];
      return {
        Screen() {
          const task = ui.runWithProgress(
            async (progress, aborted) => {
              progress.report(0.5);
              await new Promise<void>((resolve) => aborted.addEventListener("abort", () => resolve()));
            },
            { label: "Task" },
          );
          return [
            <ui.BusyButton
              cancellable
              task={async () => {
                most = Math.max(most, ++under);
                await Promise.resolve();
                under--;
              }}
            >
              Work
            </ui.BusyButton>,
            <ui.TaskProgress task={task} onRetry={() => {}} />,
            <ui.CopyButton text="copied" />,
            <DownloadButton fileName="a.txt" content="text">
              Save
            </DownloadButton>,
            <ui.IconButton icon="trash" label="Delete" onClick={() => {}} />,
            <ui.LinkButton to="/x">There</ui.LinkButton>,
          ];
        },
        check: () => (most <= 1 ? [] : ["a busy button ran twice at once"]),
      };
    },
  },
  {
    name: "Chat",
    words: { texts: ["hello", "**bold**", "[a](javascript:alert(1))", "![x](http://evil.example/x.png)"] },
    meddles: 3,
    open() {
      const off = signal(false);
      let chat!: ui.ChatThread;
      return {
        Screen() {
          chat = ui.createChat({
            maxLength: 50,
            async *reply(messages) {
              await Promise.resolve();
              yield "You said: ";
              yield messages.at(-1)!.text;
            },
          });
          return (
            <ui.Chat
              chat={chat}
              label="Chat"
              disabled={off}
              suggestions={["hello"]}
              attachments={{ types: ["png"], maxCount: 2 }}
            />
          );
        },
        check: () =>
          chat
            .messages()
            .flatMap(({ text, role, attachments = [] }) => [
              ...(role !== "user" || text.length <= 50 ? [] : ["more was said than may be"]),
              ...(attachments.length === 0 ? [] : ["a file came from nowhere"]),
            ]),
        fixed: () => (off.peek() ? chat.messages().filter(({ role }) => role === "user") : undefined),
        meddles: [
          () => off.update((is) => !is),
          () => chat.append({ role: "assistant", text: "# News" }),
          () => chat.clear(),
        ],
      };
    },
  },
  {
    name: "Chat, failing",
    words: { texts: ["hello"] },
    open: () => ({
      appError: "the key of the model",
      Screen: () => (
        <ui.Chat
          label="Chat"
          // eslint-disable-next-line require-yield
          reply={async function* () {
            await Promise.resolve();
            throw new Error("the key of the model");
          }}
        />
      ),
      check: () => [],
    }),
  },
  {
    name: "Chat, kept where anybody may write",
    words: { texts: ["hello"] },
    meddles: 3,
    open() {
      const saved = signal<readonly ui.SavedMessage[]>([]);
      const write = (text: string) => () => (saved.value = JSON.parse(text) as never);
      return {
        Screen() {
          const chat = ui.createChat({
            saved,
            maxSaved: 500,
            async *reply(messages) {
              await Promise.resolve();
              yield messages.at(-1)!.text;
            },
          });
          return <ui.Chat chat={chat} label="Chat" />;
        },
        check: () => (JSON.stringify(saved.peek()).length <= 2_000 ? [] : ["more is kept than may be"]),
        meddles: [
          write('[{"role":"user","text":"a","time":1e300},{"role":"__proto__","text":"b","time":1},null,7,[]]'),
          write(
            '[{"role":"assistant","text":"[a](javascript:alert(1))","time":1,"fileNames":["../x",5],"__proto__":{"a":1}}]',
          ),
          write('{"length":3}'),
        ],
      };
    },
  },
  {
    name: "content",
    words: { texts: ["a"] },
    open: () => ({
      Screen: () =>
        [
          <ui.Markdown text={"# A\n[b](/c) `d`\n\n```js\nlet a = 1;\n```"} />,
          <ui.Code language="javascript" code="let a = 1;" />,
          <ui.FollowEnd label="News">
            <p>News</p>
          </ui.FollowEnd>,
          <ui.Alert kind="info" closeable onClose={() => {}}>
            Careful
          </ui.Alert>,
          <ui.Image src="/a.png" alt="A" />,
          <ui.Video src="/a.mp4" label="V" />,
        ] as never,
      check: () => [],
    }),
  },
];
