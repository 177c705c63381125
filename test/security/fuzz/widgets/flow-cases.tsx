/** Whatever `tandem/flow` asks: over and over, with what is answered looked at by who asked. */
import { effect, session, signal } from "tandem";
import { ask, conversation, field, Output, show } from "tandem/flow";
import type { FuzzCase } from "./widget-attack.ts";

type Judge = (answer: never) => boolean;

const isText = (most: number) => (answer: string) =>
  typeof answer === "string" && answer.length > 0 && answer.length <= most;
const isDay = (day: string) => /^2026-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00Z`).toISOString().startsWith(day);
const towns = ["a", "b", { value: "c", label: "C", disabled: true }] as const;
const isTown = (town: string) => town === "a" || town === "b";
const areTowns = (all: string[]) => all.length <= 2 && new Set(all).size === all.length && all.every(isTown);
const dates = { min: "2026-01-01", max: "2026-12-31" };

/** How each is asked, and what its answer must be. */
const QUESTIONS: Readonly<Record<string, readonly [put: () => Promise<unknown>, isAnswer: Judge]>> = {
  text: [() => ask.text("?", { maxLength: 5, pattern: /[a-z]*/ }), (text: string) => /^[a-z]{1,5}$/.test(text)],
  email: [() => ask.email("?"), (mail: string) => /^[^@\s]+@[^@\s]+$/.test(mail)],
  url: [() => ask.url("?"), (url: string) => URL.canParse(url)],
  tel: [() => ask.tel("?", { maxLength: 20 }), isText(20)],
  password: [
    () => ask.password("?", { minLength: 3, maxLength: 9 }),
    (text: string) => text.length >= 3 && text.length <= 9,
  ],
  search: [() => ask.search("?", { maxLength: 9 }), isText(9)],
  textarea: [
    () => ask.textarea("?", { maxLength: 50, validate: (text) => (text.includes("a") ? undefined : "No.") }),
    (text: string) => isText(50)(text) && text.includes("a"),
  ],
  number: [() => ask.number("?", { min: 2, max: 8, step: 2 }), (value: number) => [2, 4, 6, 8].includes(value)],
  slider: [() => ask.slider("?", { min: 2, max: 8, step: 2 }), (value: number) => [2, 4, 6, 8].includes(value)],
  range: [
    () => ask.range("?", { min: 0, max: 10 }),
    ({ from, to }: { from: number; to: number }) => from >= 0 && to >= from && to <= 10,
  ],
  rating: [() => ask.rating("?"), (value: number) => Number.isInteger(value) && value >= 1 && value <= 5],
  date: [() => ask.date("?", dates), isDay],
  time: [() => ask.time("?"), (time: string) => /^(?:[01]\d|2[0-3]):[0-5]\d(?::|$)/.test(time)],
  dateTime: [
    () => ask.dateTime("?"),
    (moment: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(moment) && !Number.isNaN(Date.parse(moment)),
  ],
  dateRange: [
    () => ask.dateRange("?", dates),
    ({ from, to }: { from: string; to: string }) => isDay(from) && isDay(to) && from <= to,
  ],
  color: [() => ask.color("?"), (color: string) => /^#[\da-f]{6}$/.test(color)],
  checkbox: [() => ask.checkbox("?"), (value: boolean) => typeof value === "boolean"],
  switch: [() => ask.switch("?"), (value: boolean) => typeof value === "boolean"],
  select: [() => ask.select("?", towns), isTown],
  radio: [() => ask.radio("?", towns), isTown],
  combobox: [() => ask.combobox("?", towns), isTown],
  lookup: [
    () => ask.lookup("?", (query) => ["a", "b", "abc"].filter((town) => town.startsWith(query.slice(0, 2)))),
    (town: string) => ["a", "b", "abc"].includes(town),
  ],
  checkboxes: [() => ask.checkboxes("?", towns), areTowns],
  multiSelect: [() => ask.multiSelect("?", towns), areTowns],
  file: [() => ask.file("?", { required: false }), (file: unknown) => file === null],
  actions: [
    () =>
      ask.actions("?", [
        "a",
        { label: "B", value: 2 },
        { label: "Never", value: "never", disabled: true },
        { label: "Back", kind: "reset" },
      ]),
    (value: unknown) => value === "a" || value === 2,
  ],
  confirm: [
    () => ask.confirm("?", { cancelable: true }),
    (value: unknown) => value === true || value === false || value === null,
  ],
  form: [
    () =>
      ask.form(
        "?",
        {
          name: field.text("Name", { maxLength: 5 }),
          count: field.number("Count", { min: 1, max: 9, required: false }),
          towns: field.checkboxes("Towns", towns),
          sure: field.checkbox("Sure"),
        },
        { cancelable: true, validate: ({ name }) => (name === "ab" ? { name: "Not ab." } : undefined) },
      ),
    (answer: { name: string; count: number | null; towns: string[]; sure: boolean } | null) =>
      answer === null ||
      (isText(5)(answer.name) &&
        answer.name !== "ab" &&
        (answer.count === null || (answer.count >= 1 && answer.count <= 9)) &&
        areTowns(answer.towns) &&
        typeof answer.sure === "boolean" &&
        Object.keys(answer).length === 4),
  ],
  custom: [
    () => ask.custom<number>(({ answer }) => <button onClick={() => answer(1)}>One</button>),
    (value: number) => value === 1,
  ],
};

const TEXTS = [
  "a",
  "abc",
  "ok",
  "6",
  "4",
  "a@b.example",
  "http://a.example",
  "2026-05-05",
  "09:30",
  "2026-05-05T09:30",
  "#1f5fbf",
  "on",
];

/** The same question again whenever it was answered. */
function endless(name: string, [put, isAnswer]: readonly [() => Promise<unknown>, Judge]): FuzzCase {
  return {
    name: `ask.${name}`,
    words: { texts: TEXTS },
    meddles: 2,
    open() {
      const wrong: string[] = [];
      let [answers, seen] = [0, 0];
      async function go() {
        for (;;) {
          const answer = await put();
          answers++;
          if (!isAnswer(answer as never)) wrong.push(`the answer is ${JSON.stringify(answer)}`);
        }
      }
      return {
        Screen() {
          effect(() => void go().catch(() => {}), { name: "asking" });
          return <Output />;
        },
        check() {
          // One word answers one question, and no other.
          if (answers - seen > 1) wrong.push(`${answers - seen} answers by one word`);
          seen = answers;
          return wrong;
        },
        meddles: [
          () => show(<p>Meanwhile</p>),
          () => void ask.text("Another?", { signal: AbortSignal.abort() }).catch(() => {}),
        ],
      };
    },
  };
}

export const FLOW_CASES: readonly FuzzCase[] = [
  ...Object.entries(QUESTIONS).map(([name, question]) => endless(name, question)),
  {
    name: "several questions at once, and one called off",
    words: { texts: TEXTS },
    meddles: 2,
    open() {
      const wrong: string[] = [];
      const off = signal(new AbortController());
      const once = { first: 0, second: 0 };
      return {
        Screen() {
          effect(
            () => {
              const { signal: aborted } = off.value;
              void ask.text("First?", { maxLength: 3 }).then(
                (text) => (once.first++, text.length <= 3 || wrong.push(text)),
                () => {},
              );
              void ask.number("Second?", { min: 1, max: 3, signal: aborted }).then(
                (value) => (once.second++, [1, 2, 3].includes(value) || wrong.push(`${value}`)),
                () => {},
              );
            },
            { name: "asking" },
          );
          return <Output />;
        },
        check: () => [...wrong, ...(once.first <= 20 && once.second <= 20 ? [] : ["answered more often than asked"])],
        meddles: [() => off.peek().abort(), () => show("Meanwhile")],
      };
    },
  },
  {
    name: "a conversation that ends",
    words: { texts: TEXTS },
    open() {
      const answers: unknown[] = [];
      return {
        mayEnd: true,
        Screen: conversation(async () => {
          answers.push(await ask.text("Name?", { maxLength: 3 }));
          answers.push(await ask.confirm("Sure?"));
          show(`Bye, ${session.info.timezone}.`);
        }),
        check: () => [
          ...(answers.length <= 2 ? [] : ["answered more often than asked"]),
          ...(answers[0] === undefined || isText(3)(answers[0] as string) ? [] : ["the name is too long"]),
          ...(answers[1] === undefined || typeof answers[1] === "boolean" ? [] : ["neither yes nor no"]),
        ],
      };
    },
  },
];
