import { GUESSES, type Game, type Guess, type Mark } from "./game.ts";
import { LETTERS } from "./words.ts";

/** What a mark means, for those who do not see colours. */
const MEANINGS: Readonly<Record<Mark, string>> = {
  right: "right",
  elsewhere: "elsewhere",
  absent: "not in it",
};

/** The guesses so far, the one that is typed, and those that are left. */
export const Board = ({ game }: { game: Game }) => (
  <ol class="board" aria-label="Guesses">
    {Array.from({ length: GUESSES }, (_, row) => (
      <li class="board-row">
        {() => {
          const guess = game.guesses.value[row];
          return guess === undefined ? (
            <Waiting game={game} row={row} />
          ) : (
            <Guessed guess={guess} />
          );
        }}
      </li>
    ))}
  </ol>
);

const Guessed = ({ guess: { word, marks } }: { guess: Guess }) => (
  <>
    {Array.from(word, (letter, at) => (
      <span
        class={`tile tile-${marks[at]}`}
        role="img"
        aria-label={`${letter.toUpperCase()}, ${MEANINGS[marks[at]!]}`}
        style={{ "--at": at }}
      >
        {letter}
      </span>
    ))}
  </>
);

function Waiting({ game, row }: { game: Game; row: number }) {
  const letter = (at: number) =>
    game.guesses.value.length === row ? (game.typed.value[at] ?? "") : "";
  return (
    <>
      {Array.from({ length: LETTERS }, (_, at) => (
        <span class={() => (letter(at) === "" ? "tile" : "tile tile-typed")}>
          {() => letter(at)}
        </span>
      ))}
    </>
  );
}
