import { Icon } from "tandem/ui";
import type { Game } from "./game.ts";

const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

interface KeyboardProps {
  game: Game;
  press: (key: string) => void;
}

/** Letters to press, with what is known of each. */
export const Keyboard = ({ game, press }: KeyboardProps) => (
  <div class="keys" role="group" aria-label="Keyboard">
    {ROWS.map((row, index) => (
      <div class="keys-row">
        {index === 2 ? (
          <WideKey label="Enter" press={() => press("Enter")} />
        ) : null}
        {Array.from(row, (letter) => (
          <button
            class={() => [
              "key",
              `key-${game.known.value.get(letter) ?? "open"}`,
            ]}
            aria-label={() =>
              `${letter.toUpperCase()} ${meaning(game, letter)}`.trim()
            }
            onClick={() => press(letter)}
          >
            {letter}
          </button>
        ))}
        {index === 2 ? (
          <WideKey label="Delete" press={() => press("Backspace")} />
        ) : null}
      </div>
    ))}
  </div>
);

const WideKey = ({ label, press }: { label: string; press: () => void }) => (
  <button class="key key-wide key-open" aria-label={label} onClick={press}>
    {label === "Enter" ? label : <Icon name="backspace" size="large" />}
  </button>
);

function meaning({ known }: Game, letter: string): string {
  const mark = known.value.get(letter);
  return mark === undefined
    ? ""
    : mark === "absent"
      ? "(not in it)"
      : `(${mark})`;
}
