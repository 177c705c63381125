/** Each widget that holds a value, alone and in a fieldset, while the app switches it on and off. */
import { signal, type Signal } from "tandem";
import * as ui from "tandem/ui";
import { VALUE_WIDGETS } from "../../value-widgets.tsx";
import type { FuzzCase } from "./widget-attack.ts";

const TEXTS = [
  "a",
  "b",
  "c",
  "ok",
  "6",
  "4",
  "2026-05-05",
  "09:30",
  "2026-05-05T09:30",
  "2026-05",
  "2026-W20",
  "#1f5fbf",
];

export const INPUT_CASES: readonly FuzzCase[] = [
  ...Object.entries(VALUE_WIDGETS).map(([name, { first, isAllowed, show }]): FuzzCase => ({
    name,
    words: { texts: TEXTS },
    meddles: 5,
    open() {
      const value = signal(first) as Signal<never>;
      const [disabled, readonly, isOut, shown] = [signal(false), signal(false), signal(false), signal(true)];
      const heard: unknown[] = [];
      const facts = { bind: value, label: "It", disabled, readonly, onChange: (now: unknown) => void heard.push(now) };
      const isReadonly = () => readonly.peek() && name !== "FileInput";
      return {
        Screen: () => <fieldset disabled={isOut}>{() => (shown.value ? (show(facts) as never) : null)}</fieldset>,
        check: () => [
          ...(isAllowed(value.peek()) ? [] : [`its value is ${JSON.stringify(value.peek()).slice(0, 200)}`]),
          ...(heard.every((now) => isAllowed(now as never)) ? [] : ["onChange heard of what is not allowed"]),
        ],
        fixed: () =>
          disabled.peek() || isReadonly() || isOut.peek() || !shown.peek() ? [value.peek(), heard.length] : undefined,
        meddles: [
          () => disabled.update((is) => !is),
          () => readonly.update((is) => !is),
          () => isOut.update((is) => !is),
          () => value.set(first as never),
          () => shown.update((is) => !is),
        ],
      };
    },
  })),
  // Where options are many, change, are found by the server, or are called alike.
  choice("Combobox, many options", (bind, options) => (
    <ui.Combobox label="It" bind={bind} options={options} limit={20} />
  )),
  choice("Select, options that change", (bind, options) => (
    <ui.Select label="It" bind={bind} options={options} placeholder="None" />
  )),
  choice("RadioGroup, options that change", (bind, options) => (
    <ui.RadioGroup label="It" bind={bind} options={options} />
  )),
  choice("Combobox, search", (bind, options) => (
    <ui.Combobox
      label="It"
      bind={bind}
      search={async (query) => {
        await Promise.resolve();
        return options().filter(({ label }) => label.includes(query.slice(0, 3)));
      }}
      debounce={20}
    />
  )),
  {
    name: "MultiSelect, search",
    words: { texts: ["0", "1", "2", "Town 1", "Town"] },
    open() {
      const value = signal<number[]>([]);
      const search = (query: string) =>
        query.includes("__proto__") ? [] : [1, 2, 3].map((of) => ({ value: of, label: `Town ${of}` }));
      return {
        Screen: () => <ui.MultiSelect label="It" bind={value} search={search} max={2} debounce={10} />,
        check: () =>
          value.peek().length <= 2 &&
          new Set(value.peek()).size === value.peek().length &&
          value.peek().every((of) => [1, 2, 3].includes(of))
            ? []
            : [`chosen are ${JSON.stringify(value.peek())}`],
      };
    },
  },
  {
    name: "texts with forms of their own",
    words: { texts: ["a@b.example", "http://a.example", "-", "aab", "a b"] },
    open() {
      const [mail, url, words, free, mails] = [signal(""), signal(""), signal(""), signal(""), signal<string[]>([])];
      return {
        Screen: () => [
          <ui.TextInput label="Mail" type="email" bind={mail} required />,
          <ui.TextInput label="Page" type="url" bind={url} minLength={3} />,
          <ui.Textarea label="Words" bind={words} pattern={/(?:\w+ ?)*b/} showCount />,
          <ui.Textarea label="Free" bind={free} />,
          <ui.TagsInput label="Mails" bind={mails} tag={{ type: "email" }} suggestions={["a@b.example"]} />,
        ],
        check: () => [
          ...(mail.peek() === "" || /^[^@\s]+@[^@\s]+$/.test(mail.peek()) ? [] : ["a mail is none"]),
          ...(url.peek() === "" || URL.canParse(url.peek()) ? [] : ["a page is none"]),
          ...(words.peek() === "" || words.peek().endsWith("b") ? [] : ["words do not match"]),
          ...(typeof free.peek() === "string" ? [] : ["a text is no text"]),
          ...(mails.peek().every((each) => each.includes("@")) ? [] : ["a mail among many is none"]),
        ],
      };
    },
  },
];

type Town = { value: number; label: string; disabled?: boolean };

function choice(name: string, show: (bind: Signal<number | null>, options: () => Town[]) => unknown): FuzzCase {
  return {
    name,
    words: { texts: ["0", "1", "2", "399", "Town 1", "Town 7", "Town 399", "Town"] },
    meddles: 3,
    open() {
      const value = signal<number | null>(null);
      const count = signal(400);
      const options = () =>
        Array.from({ length: count.value }, (_, of) => ({
          value: of,
          // Some are called alike, some cannot be had.
          label: `Town ${of % 350}`,
          ...(of % 7 === 0 ? { disabled: true } : {}),
        }));
      let most = 400;
      return {
        Screen: () => show(value, options) as never,
        check() {
          const now = value.peek();
          const isOffered = now === null || (Number.isInteger(now) && now >= 0 && now < most && now % 7 !== 0);
          return isOffered ? [] : [`chosen is ${JSON.stringify(now)}`];
        },
        meddles: [() => (count.value = 3), () => ((count.value = 400), (most = 400)), () => value.set(null)],
      };
    },
  };
}
