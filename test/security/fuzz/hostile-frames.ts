import { EVENT_TYPES } from "../../../src/protocol/event-kinds.ts";
import type { Random } from "../../support/random.ts";

/** What a hostile client may know of its own session: more than an honest one needs. */
export interface Known {
  /** The number of its next event. */
  readonly next: number;
  /** The last frame it was sent. */
  readonly frame: number;
  /** The ids that stand on its screen. */
  readonly ids: readonly number[];
}

export interface HostileInput {
  readonly kind: string;
  readonly text: string;
}

const TYPES = [...Object.values(EVENT_TYPES).join(" ").split(" "), "thing", "__proto__", "constructor", "toString", ""];
const FIELDS = "at b m n k code r v c f by o s p pt d __proto__ constructor".split(" ");
const NUMBERS = [
  0,
  1,
  -1,
  2,
  3,
  0.5,
  -0,
  1e21,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  1e308,
  4_294_967_296,
  1_000_000_007,
];
const TEXTS = [
  "",
  "red",
  "medium",
  "never",
  "purple",
  "on",
  "__proto__",
  "constructor",
  "\u0000",
  "\ud800",
  "<img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "${7*7}",
  "'; drop table sessions; --",
  "\r\nSet-Cookie: a=b",
  "1e999",
  "NaN",
  " ".repeat(300),
  "💥".repeat(40),
];

/** What pages tell of themselves, and what none does. */
const TOPICS = "window sizes settings history link script-error dialogs __proto__ constructor".split(" ");

/** Where no page of the app is, however it is written. */
const PLACES = [
  "/",
  "/?a#b",
  "//evil.example",
  "/\\evil.example",
  "/..//evil",
  "/%00",
  "/%E0%A4%A",
  `/${"x".repeat(9_000)}`,
  `/moved${"/".repeat(8_000)}x`,
  `/moved/x?${"a&b=1&".repeat(1_300)}`,
  "/moved/__proto__?__proto__=1",
  "/shown/%3Cscript%3E",
  "/shown/%0D%0AX:1",
];

/** What a browser may claim to keep: texts that are, nearly, JSON. */
const KEPT = [
  '"text"',
  "1",
  "-0",
  "1e999",
  "true",
  "null",
  '"2020-01-01T00:00:00.000Z"',
  '"no date"',
  "[]",
  "[1,[2,[3]]]",
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  "[".repeat(40),
  "{",
  "",
  `"${"x".repeat(17_000)}"`,
];
const KEPT_FIELDS = "name size loud since list record __proto__ constructor other".split(" ");
/** What is, nearly, a length. */
const LENGTHS = [0, 1, 320.5, 1e5, 1e6, 1e6 + 1, -1, 1e308, null, "1", {}];

/** Makes frames that no honest client sends: noise, near misses, and well-formed lies. */
export class HostileFrames {
  readonly #random: Random;
  readonly #kinds: readonly (readonly [kind: string, weight: number, make: (known: Known) => string])[];
  readonly #total: number;

  constructor(random: Random) {
    this.#random = random;
    this.#kinds = [
      ["noise", 8, () => this.#noise()],
      ["near miss", 16, (known) => this.#mutated(this.#honest(known))],
      ["wrong shape", 10, () => JSON.stringify(this.#json(4)) ?? ""],
      ["wrong numbers", 8, ({ ids }) => JSON.stringify([this.#number(), this.#number(), random.pick(ids), "click"])],
      ["deep", 3, (known) => this.#deep(known)],
      ["giant", 0.2, (known) => this.#giant(known)],
      ["prototype keys", 6, (known) => this.#prototype(known)],
      ["wrong payload", 16, (known) => this.#event(known, random.pick(known.ids), this.#payload())],
      ["wrong target", 10, (known) => this.#event(known, this.#foreignId(known), {})],
      ["forged value", 14, (known) => this.#event(known, random.pick(known.ids), this.#value())],
      ["repeated or skipped", 4, (known) => this.#misnumbered(known)],
      ["request", 3, (known) => this.#request(known)],
      ["answer", 3, (known) => this.#answer(known)],
      ["tell", 3, (known) => this.#tell(known)],
      ["settings", 2, (known) => this.#settings(known)],
      ["lengths", 2, (known) => this.#lengths(known)],
      ["move", 2, (known) => this.#move(known)],
      ["hello or goodbye", 2, (known) => this.#greeting(known)],
    ];
    this.#total = this.#kinds.reduce((sum, [, weight]) => sum + weight, 0);
  }

  next(known: Known): HostileInput {
    let at = this.#random.next() * this.#total;
    const [kind, , make] = this.#kinds.find(([, weight]) => (at -= weight) < 0) ?? this.#kinds[0]!;
    return { kind, text: make(known) };
  }

  /** Changes a few characters of a text. */
  mutated(text: string): string {
    return this.#mutated(text);
  }

  /** Any value that JSON can say. */
  json(depth: number): unknown {
    return this.#json(depth);
  }

  #noise(): string {
    let text = "";
    for (let length = this.#random.below(80); length > 0; length--) text += this.#character();
    return text;
  }

  #character(): string {
    const { pick, below, chance } = this.#tools;
    return chance(0.7) ? pick([...'[]{}",:0123456789.-eE\\ntrufalse_ ']) : String.fromCharCode(below(0x10000));
  }

  get #tools() {
    const random = this.#random;
    return {
      pick: <T>(items: readonly T[]) => random.pick(items),
      below: (end: number) => random.below(end),
      chance: (probability: number) => random.chance(probability),
    };
  }

  #mutated(text: string): string {
    const random = this.#random;
    let units = [...text];
    for (let count = 1 + random.below(4); count > 0; count--) {
      const at = random.below(units.length + 1);
      switch (random.below(5)) {
        case 0:
          units.splice(at, 1);
          break;
        case 1:
          units.splice(at, 0, this.#character());
          break;
        case 2:
          units[at] = this.#character();
          break;
        case 3:
          units = units.slice(0, at);
          break;
        default:
          units.splice(at, 0, ...units.slice(random.below(units.length + 1), at));
      }
    }
    return units.join("").slice(0, 20_000);
  }

  #honest(known: Known): string {
    return this.#event(known, this.#random.pick(known.ids), this.#random.chance(0.5) ? this.#payload() : this.#value());
  }

  #event({ next, frame }: Known, id: unknown, payload: object): string {
    return JSON.stringify([next, frame, id, this.#type(), payload]);
  }

  /** Mostly one that something listens to. */
  #type(): string {
    const { chance, pick } = this.#tools;
    return chance(0.6) ? pick(["click", "input", "change", "submit", "thing", "toggle"]) : pick(TYPES);
  }

  #number(): unknown {
    const random = this.#random;
    return random.chance(0.8) ? random.pick(NUMBERS) : this.#json(1);
  }

  #json(depth: number): unknown {
    const random = this.#random;
    switch (random.below(depth > 0 ? 7 : 5)) {
      case 0:
        return random.pick(NUMBERS);
      case 1:
        return random.pick(TEXTS);
      case 2:
        return random.chance(0.5);
      case 3:
        return null;
      case 4:
        return random.pick([...TYPES, ...FIELDS]);
      case 5:
        return Array.from({ length: random.below(6) }, () => this.#json(depth - 1));
      default:
        return Object.fromEntries(
          Array.from({ length: random.below(6) }, () => [random.pick([...FIELDS, ...TEXTS]), this.#json(depth - 1)]),
        );
    }
  }

  #payload(): object {
    const random = this.#random;
    const fields = Array.from({ length: 1 + random.below(3) }, () => [random.pick(FIELDS), this.#json(3)]);
    return Object.fromEntries(fields) as object;
  }

  /** A payload of the right form, whose content may be a lie. */
  #value(): object {
    const random = this.#random;
    const text = random.pick(TEXTS);
    return random.pick<object>([
      { v: text, c: random.chance(0.5) },
      { v: [text, random.pick(TEXTS)] },
      { v: [] },
      {},
      { c: true },
      { o: random.chance(0.5) },
      { f: [[text, text]], by: text },
      { d: { [text]: [text] } },
      { v: String(random.pick(NUMBERS)) },
    ]);
  }

  #deep({ next, frame }: Known): string {
    const random = this.#random;
    const depth = random.pick([5, 15, 17, 100, 5_000]);
    const [open, close] = random.pick([
      ["[", "]"],
      ['{"a":', "}"],
      ['{"__proto__":', "}"],
    ] as const);
    const value = open.repeat(depth) + "1" + (random.chance(0.7) ? close.repeat(depth) : "");
    return random.chance(0.5) ? value : `[${next},${frame},3,"thing",{"d":${value}}]`;
  }

  #giant({ next, frame, ids }: Known): string {
    const random = this.#random;
    const text = random.pick(["x", "é", "[", '"', "\\u0000"]).repeat(20_000 + random.below(60_000));
    return random.chance(0.5)
      ? text
      : `[${next},${frame},${random.pick(ids)},"input",{"v":"${text.replaceAll('"', "'")}"}]`;
  }

  #prototype({ next, frame, ids }: Known): string {
    const random = this.#random;
    const key = random.pick(['"__proto__"', '"\\u005f_proto__"', '"constructor"', '"prototype"']);
    const inner = `{${key}:{"polluted":1,"toString":1}}`;
    const payload = random.pick([
      inner,
      `{"d":${inner}}`,
      `{"d":[${inner},{"a":${inner}}]}`,
      `{"f":[[${key},"1"],["toString","1"]],"by":${key}}`,
      `{"v":${key}}`,
      `{"v":[${key}]}`,
    ]);
    return `[${next},${frame},${random.pick(ids)},${random.chance(0.3) ? key : JSON.stringify(this.#type())},${payload}]`;
  }

  #foreignId({ ids }: Known): number {
    const random = this.#random;
    return random.pick([0, 1, 2, Math.max(...ids) + 1, 9_999, 2 ** 31, 2 ** 43, 2 ** 53 - 1, random.below(500)]);
  }

  #misnumbered({ next, frame, ids }: Known): string {
    const random = this.#random;
    const n = random.pick([1, next - 1, next + 1, next + 1_000, 2 ** 53 - 1]);
    const acknowledged = random.pick([0, frame, frame + 1, 2 ** 53 - 1]);
    return JSON.stringify(random.chance(0.3) ? [0, acknowledged] : [n, acknowledged, random.pick(ids), "click"]);
  }

  #request({ next, frame }: Known): string {
    const random = this.#random;
    const args = random.chance(0.7) ? [this.#json(3)] : this.#json(2);
    return JSON.stringify([next, frame, "request", this.#number(), random.pick(TEXTS), args]);
  }

  /** Of a call that was never made, is settled, or waits for another client; well-formed or nearly so. */
  #answer({ next, frame }: Known): string {
    const random = this.#random;
    const id = random.chance(0.7) ? 1 + random.below(8) : this.#number();
    const ok = random.chance(0.8) ? random.chance(0.5) : this.#json(1);
    const value = random.pick<unknown[]>([[], [this.#json(3)], [{ name: random.pick(TEXTS), message: this.#json(2) }]]);
    return JSON.stringify([next, frame, "answer", id, ok, ...value]);
  }

  /** Under topics that a session may listen to, and others. */
  #tell({ next, frame }: Known): string {
    const random = this.#random;
    const topic = random.chance(0.7) ? random.pick(TOPICS) : this.#json(1);
    const value = random.chance(0.8) ? [this.#json(3)] : [];
    return JSON.stringify([next, frame, "tell", topic, ...value]);
  }

  /** As pages tell what their browser keeps, nearly. */
  #settings({ next, frame }: Known): string {
    const random = this.#random;
    const fields = Array.from({ length: random.below(6) }, () => {
      const text = random.chance(0.9) ? JSON.stringify(random.pick(KEPT)) : JSON.stringify(this.#json(2));
      return `${JSON.stringify(random.pick(KEPT_FIELDS))}:${text}`;
    });
    const save = random.chance(0.8) ? random.below(5) : this.#number();
    const section = random.chance(0.9) ? "" : random.pick(TEXTS);
    return `[${next},${frame},"tell","settings",[${JSON.stringify(section)},${JSON.stringify(save)},{${fields.join(",")}}]]`;
  }

  /** As pages tell the sizes of their window and of elements, nearly. */
  #lengths({ next, frame }: Known): string {
    const random = this.#random;
    const length = () => random.pick<unknown>(LENGTHS);
    const honest = { pixelRatio: 1, visible: true, online: true, pointer: "fine", colorScheme: "light" };
    const lie = random.pick(["width", "pixelRatio", "visible", "pointer", "__proto__"]);
    const window = { ...honest, width: length(), height: length(), ...(random.chance(0.3) ? { [lie]: length() } : {}) };
    const sizes = Array.from({ length: random.pick([0, 1, 3, 1_001]) }, () =>
      random.chance(0.9) ? [random.below(100), 320, random.chance(0.8) ? 200 : length()] : [this.#number(), length()],
    );
    return JSON.stringify([next, frame, "tell", ...(random.chance(0.5) ? ["window", window] : ["sizes", sizes])]);
  }

  /** As pages tell of their history, nearly. */
  #move({ next, frame }: Known): string {
    const random = this.#random;
    const place = random.chance(0.8) ? random.pick(PLACES) : this.#json(2);
    const value = random.chance(0.7) ? [place, "page", this.#number()] : place;
    return JSON.stringify([next, frame, "tell", random.pick(["history", "link"]), value]);
  }

  #greeting({ frame }: Known): string {
    const random = this.#random;
    const hello = {
      protocol: this.#number(),
      ticket: random.pick(TEXTS),
      frame: random.pick<unknown>([frame, -1, "0"]),
    };
    return JSON.stringify(
      random.pick<unknown>([["goodbye"], ["goodbye", 1], ["hello", hello], ["hello"], ["welcome", {}]]),
    );
  }
}
