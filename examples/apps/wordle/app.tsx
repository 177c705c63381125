import { readFileSync } from "node:fs";
import { app, ref, session, Show, signal } from "tandem";
import { Button, CopyButton, Dialog, IconButton, KeyValues } from "tandem/ui";
import { Board } from "./board.tsx";
import { Game } from "./game.ts";
import { Keyboard } from "./keyboard.tsx";
import { Statistics } from "./statistics.ts";
import { anyWord, wordOfDay } from "./words.ts";

const KEYS = [
  "Enter",
  "Backspace",
  ..."abcdefghijklmnopqrstuvwxyz",
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZ",
];

/** A word of five letters, in six guesses: one each day, the same for everyone. */
function Wordle() {
  const statistics = session.get(Statistics);
  const today = wordOfDay(session.clock.now());
  const game = signal(new Game(today.word, today.day));
  const isTelling = signal(false);
  const field = ref();
  const press = (key: string) => {
    if (!game.peek().press(key)) return;
    statistics.count(game.peek());
    isTelling.value = true;
  };
  const practise = () => {
    game.value = new Game(anyWord());
    isTelling.value = false;
    field.focus();
  };
  return (
    <main class="wordle">
      <header class="wordle-head">
        <h1>Wordle</h1>
        <span class="wordle-day">
          {() =>
            game.value.day === undefined ? "Practice" : `No. ${game.value.day}`
          }
        </span>
        <IconButton
          icon="bar-chart-fill"
          label="How it went"
          onClick={() => void (isTelling.value = true)}
        />
        <Button size="small" icon="shuffle" onClick={practise}>
          Practise
        </Button>
      </header>
      <section
        class="wordle-play"
        aria-label="The game"
        ref={field}
        tabindex={-1}
        autofocus
        onKeyDown={{
          keys: KEYS,
          preventDefault: true,
          handler: ({ key }) => press(key),
        }}
      >
        <p class="wordle-notice" role="status">
          {() => game.value.notice.value || lastText(game.value)}
        </p>
        {() => <Board game={game.value} />}
        {() => <Keyboard game={game.value} press={press} />}
      </section>
      <Dialog title="How it went" open={isTelling}>
        <Told
          game={() => game.value}
          statistics={statistics}
          practise={practise}
        />
      </Dialog>
    </main>
  );
}

/** What the last guess came to, to be read out. */
function lastText({ guesses }: Game): string {
  const last = guesses.value.at(-1);
  if (last === undefined) return "Guess the word.";
  const right = last.marks.filter((mark) => mark === "right").length;
  const elsewhere = last.marks.filter((mark) => mark === "elsewhere").length;
  return `${last.word.toUpperCase()}: ${right} right, ${elsewhere} elsewhere.`;
}

interface ToldProps {
  game: () => Game;
  statistics: Statistics;
  practise: () => void;
}

const Told = ({ game, statistics, practise }: ToldProps) => (
  <div class="told">
    <Show
      when={() => game().isOver.value}
      fallback={<p>This one is still open.</p>}
    >
      <pre class="told-grid" aria-label="Your guesses">
        {() => game().share()}
      </pre>
      <CopyButton
        text={() => game().share()}
        label="Copy to share"
        class="told-copy"
      />
    </Show>
    <KeyValues
      items={{
        Played: () => statistics.played,
        Won: () =>
          `${statistics.played === 0 ? 0 : Math.round((statistics.won / statistics.played) * 100)} %`,
        "In a row": () => `${statistics.streak}, at best ${statistics.best}`,
      }}
    />
    <ol class="told-counts" aria-label="Won with so many guesses">
      {[0, 1, 2, 3, 4, 5].map((index) => (
        <li>
          <span
            class="told-bar"
            style={{ "inline-size": () => `${share(statistics, index)}%` }}
          >
            {() => statistics.counts[index] ?? 0}
          </span>
        </li>
      ))}
    </ol>
    <Button tone="brand" onClick={practise}>
      Practise with another word
    </Button>
  </div>
);

const share = ({ counts }: Statistics, index: number): number =>
  8 + (92 * (counts[index] ?? 0)) / Math.max(1, ...counts);

export default app(Wordle, {
  title: "Wordle",
  lang: "en",
  attachments: [Statistics],
  styles: readFileSync(new URL("wordle.css", import.meta.url), "utf8"),
});
