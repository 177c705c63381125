/** What a hostile client says to widgets: events, requests and answers of the right shapes with anything in them. */
import fc from "fast-check";

/** One word of a client, before it is known what is on its screen. */
export type Word =
  | {
      readonly kind: "event";
      /** Which element, of those that there are by then. */
      readonly at: number;
      /** Which of the events that it listens to; or any other type. */
      readonly on: number | string;
      readonly payload: Payload;
    }
  | { readonly kind: "request"; readonly at: number; readonly args: unknown }
  | { readonly kind: "answer"; readonly id: number; readonly ok: boolean; readonly value: unknown }
  | { readonly kind: "tell"; readonly topic: string; readonly value: unknown }
  | { readonly kind: "pulse"; readonly acknowledged: number }
  | { readonly kind: "mangled"; readonly at: number; readonly cut: number; readonly with: string }
  /** The app does something meanwhile: the nth of what it may do. */
  | { readonly kind: "meddle"; readonly which: number }
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "drop"; readonly frame: number };

export type Payload = Readonly<Record<string, unknown>> | undefined;

/** What a case adds to what is said anyway: its own options, names and keys. */
export interface Vocabulary {
  readonly texts?: readonly string[];
  /** For the `d` of its own events. */
  readonly details?: fc.Arbitrary<unknown>;
  /** The arguments of its requests. */
  readonly requests?: fc.Arbitrary<unknown>;
}

const NAMES = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "length"];

const TEXTS = [
  ["", " ", "a", "b", "c", "ab", "abcdef", "A1", "on", "true", "#0", "#1", "#2", "#999", "0", "1", "2", "6", "-2", "3"],
  [
    "NaN",
    "Infinity",
    "-Infinity",
    "-0",
    "1e400",
    "-1e400",
    "1e-400",
    "0x10",
    "1_000",
    "1,5",
    "٣",
    "½",
    " 4",
    "4 ",
    "+4",
  ],
  ["2026-02-30", "2026-02-29", "2024-02-29", "2026-13-01", "2026-06-06", "0000-01-01", "+12026-01-01", "2026-6-6"],
  ["2026-06-06T24:00", "2026-06-06T10:00", "2026-02-30T10:00", "10:00", "10:60", "24:00", "09:30:59.999", "99:99"],
  ["2026-06", "2026-00", "2026-W21", "2026-W54", "2026-W00", "#00ff00", "#00FF00", "#0f0", "red", "url(x)"],
  [
    "\ud800",
    "a\udc00b",
    "\u202eabc\u202c",
    "\u2066a\u2069",
    "a\u0000b",
    "\ufeffa",
    "a\r\nb",
    "💥",
    "e\u0301",
    "ﬀ",
    "İ",
  ],
  ["<img src=x onerror=alert(1)>", "javascript:alert(1)", "</script>", "<!--", "${7*7}", "=cmd|'/c calc'!A1", "a@b.c"],
  ["http://evil.example/", "//evil.example", "../../etc/passwd", "C:\\con", "a".repeat(101), "a@" + "a.".repeat(300)],
].flat();

const LONG = ["x", "é", "💥", "1", "a ", "\u202e", "\ud800", "0.", "a,", "\n", "(", "- ", "*_", "a@", "9e"];

const oftenName = fc.constantFrom(...NAMES);

/** Now and then of some hundred thousand characters. */
const longText = fc
  .tuple(fc.constantFrom(...LONG), fc.constantFrom(300, 5_000, 60_000, 400_000))
  .map(([part, length]) => part.repeat(Math.ceil(length / part.length)).slice(0, length));

const text = ({ texts = [] }: Vocabulary) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...TEXTS) },
    { weight: texts.length > 0 ? 14 : 0, arbitrary: fc.constantFrom("", ...texts) },
    { weight: 3, arbitrary: oftenName },
    { weight: 4, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
    { weight: 2, arbitrary: fc.double().map(String) },
    { weight: 1, arbitrary: longText },
  );

const NUMBERS = [0, -0, 1, -1, 2, 3, 0.5, 50, 99.999, 100, 101, 1e21, 2 ** 31, 2 ** 32, 2 ** 53 - 1, -(2 ** 53), 1e308];

const number = fc.oneof(
  fc.constantFrom(...NUMBERS),
  fc.integer({ min: -5, max: 120 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Any value that JSON can say, its keys among those that have a meaning elsewhere. */
const json = (vocabulary: Vocabulary): fc.Arbitrary<unknown> =>
  fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      text(vocabulary),
      number,
      fc.constantFrom(null, true, false),
      fc.array(tie("value"), { maxLength: 4 }),
      fc
        .array(
          fc.tuple(fc.oneof(oftenName, fc.constantFrom("a", "in", "type", "x", "id", "name", "v")), tie("value")),
          {
            maxLength: 3,
          },
        )
        // As JSON.parse has it: a property of that name, and no prototype.
        .map((entries) => Object.fromEntries(entries) as unknown),
    ),
  })).value;

const KEYS = [
  "Enter",
  "Escape",
  " ",
  "ArrowDown",
  "ArrowUp",
  "ArrowLeft",
  "Home",
  "End",
  "Tab",
  "Backspace",
  "Delete",
  "F2",
];

/** What the browser says with an event; right in form but for one of some. */
function payload(vocabulary: Vocabulary): fc.Arbitrary<Payload> {
  const of = text(vocabulary);
  const value = fc.oneof({ weight: 6, arbitrary: of }, { weight: 1, arbitrary: fc.array(of, { maxLength: 5 }) });
  const detail = fc.oneof(
    { weight: 1, arbitrary: json(vocabulary) },
    { weight: 1, arbitrary: fc.array(of, { maxLength: 8 }) },
    { weight: vocabulary.details === undefined ? 0 : 5, arbitrary: vocabulary.details ?? fc.constant(null) },
  );
  const right = fc.record(
    {
      v: value,
      c: fc.boolean(),
      o: fc.boolean(),
      d: detail,
      bad: fc.constant(1),
      k: fc.constantFrom(...KEYS),
      code: fc.constantFrom("Enter", "KeyA", "__proto__"),
      m: fc.integer({ min: 0, max: 15 }),
      f: fc.array(fc.tuple(of, of), { maxLength: 4 }),
      by: fc.oneof(of, fc.constantFrom("tandem-submit=", "tandem-submit=a", "__proto__=x", "=", "tandem-answer=0")),
      at: fc.array(fc.integer({ min: -100, max: 2_000 }), { minLength: 4, maxLength: 4 }),
      s: fc.array(fc.integer({ min: -100, max: 2_000 }), { minLength: 6, maxLength: 6 }),
    },
    { requiredKeys: [] },
  );
  return fc.oneof(
    { weight: 5, arbitrary: fc.record({ v: value }) },
    { weight: 3, arbitrary: fc.record({ d: detail }) },
    { weight: 2, arbitrary: fc.record({ v: of, c: fc.boolean() }) },
    { weight: 6, arbitrary: right },
    { weight: 2, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.dictionary(fc.constantFrom("v", "c", "o", "d", "f", "by", "k", ...NAMES), json(vocabulary)),
    },
  );
}

const TYPES =
  "click dblclick input change keydown keyup focus blur submit reset toggle beforetoggle close cancel scroll select paste copy drop dragenter wheel pointerdown tandem-tags tandem-split tandem-chart tandem-page wa-change".split(
    " ",
  );

const place = fc.nat({ max: 10_000 });

/** One word at a time, those most often that come through to a widget. */
export function hostileWords(vocabulary: Vocabulary, { meddles }: { meddles: number }): fc.Arbitrary<Word> {
  const on = fc.oneof(
    { weight: 9, arbitrary: fc.nat({ max: 9 }) },
    { weight: 1, arbitrary: fc.constantFrom(...TYPES, ...NAMES) },
  );
  const args = fc.oneof(
    { weight: 1, arbitrary: fc.array(json(vocabulary), { maxLength: 4 }) },
    { weight: vocabulary.requests === undefined ? 0 : 6, arbitrary: vocabulary.requests ?? fc.constant([]) },
  );
  const is = <Kind extends Word["kind"]>(kind: Kind) => fc.constant(kind);
  return fc.oneof(
    { weight: 40, arbitrary: fc.record({ kind: is("event"), at: place, on, payload: payload(vocabulary) }) },
    {
      weight: vocabulary.requests === undefined ? 1 : 20,
      arbitrary: fc.record({ kind: is("request"), at: place, args }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: is("answer"),
        id: fc.nat({ max: 12 }),
        ok: fc.boolean(),
        value: fc.oneof(json(vocabulary), fileAnswer),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: is("tell"),
        topic: fc.constantFrom("window", "sizes", "dialogs", "history", "settings", "uploads", ...NAMES),
        value: json(vocabulary),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: is("pulse"), acknowledged: fc.constantFrom(0, 1, 2, 5, 1_000, 2 ** 53 - 1) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: is("mangled"),
        at: place,
        cut: fc.nat({ max: 4 }),
        with: fc.constantFrom('"', "[", "}", "0", "\\u0000"),
      }),
    },
    {
      weight: meddles > 0 ? 5 : 0,
      arbitrary: fc.record({ kind: is("meddle"), which: fc.nat({ max: Math.max(0, meddles - 1) }) }),
    },
    { weight: 4, arbitrary: fc.record({ kind: is("wait"), ms: fc.constantFrom(0, 1, 16, 200, 1_000, 5_000) }) },
    { weight: 1, arbitrary: fc.record({ kind: is("drop"), frame: fc.constantFrom(-1, 0, 1, 1_000) }) },
  );
}

/** As a page answers that files were chosen, nearly. */
const fileAnswer = fc.array(
  fc.record(
    {
      name: fc.constantFrom(...TEXTS),
      size: fc.oneof(number, fc.constantFrom(0, 1, 5_000_000, 1e15)),
      type: fc.constantFrom("text/plain", "image/png", "", "__proto__/x", "a".repeat(300)),
      id: fc.oneof(number, fc.constantFrom("__proto__", "1")),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 4 },
);
