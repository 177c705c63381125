import { computed, signal } from "tandem";
import { isWord, LETTERS } from "./words.ts";

/** What a letter turned out to be: in its place, in another, or nowhere. */
export type Mark = "right" | "elsewhere" | "absent";

export const GUESSES = 6;

/** How a guess compares: each letter of the answer counts for one of the guess, those in place first. */
export function compare(guess: string, answer: string): Mark[] {
  const marks: Mark[] = Array.from(guess, (letter, at) =>
    letter === answer[at] ? "right" : "absent",
  );
  const left = new Map<string, number>();
  for (const [at, letter] of Array.from(answer).entries()) {
    if (marks[at] !== "right") left.set(letter, (left.get(letter) ?? 0) + 1);
  }
  for (const [at, letter] of Array.from(guess).entries()) {
    const count = left.get(letter) ?? 0;
    if (marks[at] === "right" || count === 0) continue;
    marks[at] = "elsewhere";
    left.set(letter, count - 1);
  }
  return marks;
}

export interface Guess {
  readonly word: string;
  readonly marks: readonly Mark[];
}

/** One word to be guessed. */
export class Game {
  readonly answer: string;
  /** The number of its day; nothing for practice. */
  readonly day: number | undefined;
  readonly guesses = signal<readonly Guess[]>([]);
  readonly typed = signal("");
  /** Why the last word was not taken, or how it went. */
  readonly notice = signal("");
  readonly isWon = computed(
    () => this.guesses.value.at(-1)?.word === this.answer,
  );
  readonly isOver = computed(
    () => this.isWon.value || this.guesses.value.length === GUESSES,
  );
  /** The best that is known of each letter. */
  readonly known = computed(() => bestOf(this.guesses.value));

  constructor(answer: string, day?: number) {
    this.answer = answer;
    this.day = day;
  }

  /** A key of the keyboard, whichever: a letter, `Enter` or `Backspace`. Says whether that ended the game. */
  press(key: string): boolean {
    if (this.isOver.peek()) return false;
    if (key === "Enter") return this.#guess();
    if (key === "Backspace") this.typed.update((text) => text.slice(0, -1));
    else if (/^[a-zA-Z]$/.test(key))
      this.typed.update((text) => (text + key.toLowerCase()).slice(0, LETTERS));
    this.notice.value = "";
    return false;
  }

  #guess(): boolean {
    const word = this.typed.peek();
    if (word.length < LETTERS) return this.#refuse("Not enough letters.");
    if (!isWord(word)) return this.#refuse(`“${word}” is not in the list.`);
    this.guesses.update((all) => [
      ...all,
      { word, marks: compare(word, this.answer) },
    ]);
    this.typed.value = "";
    this.notice.value = this.isWon.peek()
      ? PRAISE[this.guesses.peek().length - 1]!
      : this.isOver.peek()
        ? `It was “${this.answer}”.`
        : "";
    return this.isOver.peek();
  }

  #refuse(why: string): false {
    this.notice.value = why;
    return false;
  }

  /** How it went, without giving the word away. */
  share(): string {
    const squares: Readonly<Record<Mark, string>> = {
      right: "🟩",
      elsewhere: "🟨",
      absent: "⬛",
    };
    const rows = this.guesses.value.map(({ marks }) =>
      marks.map((mark) => squares[mark]).join(""),
    );
    const count = this.isWon.value ? this.guesses.value.length : "X";
    return `Wordle ${this.day ?? "practice"} ${count}/${GUESSES}\n\n${rows.join("\n")}`;
  }
}

const PRAISE = [
  "Genius!",
  "Magnificent!",
  "Impressive!",
  "Splendid!",
  "Great!",
  "Phew!",
];

const RANKS: readonly Mark[] = ["absent", "elsewhere", "right"];

function bestOf(guesses: readonly Guess[]): ReadonlyMap<string, Mark> {
  const best = new Map<string, Mark>();
  for (const { word, marks } of guesses) {
    for (const [at, letter] of Array.from(word).entries()) {
      const [mark, before] = [marks[at]!, best.get(letter)];
      if (before === undefined || RANKS.indexOf(mark) > RANKS.indexOf(before))
        best.set(letter, mark);
    }
  }
  return best;
}
