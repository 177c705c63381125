import { Link, onCleanup, session, Show } from "tandem";
import { Alert, Badge, Button, CopyButton, EmptyState } from "tandem/ui";
import { Board } from "./board.tsx";
import { other, type Person, type Stone, type Table } from "./game.ts";
import { findTable, putAway } from "./tables.ts";

/** A table: who sits there, the board, and how it stands. */
export function TableView({ id, self }: { id: string; self: Person }) {
  const table = findTable(id);
  if (table === undefined) {
    return (
      <EmptyState
        icon="grid-3x3"
        title="There is no such table"
        actions={<Link to="/">To the lobby</Link>}
      >
        A table is put away when the last one has left it.
      </EmptyState>
    );
  }
  const leave = table.join(self);
  onCleanup(() => {
    leave();
    putAway(table);
  });
  const address = `${session.request.origin}${session.request.basePath}/${table.id}`;
  const watchers = () =>
    table.people.value.filter((person) => table.stoneOf(person) === undefined)
      .length;
  return (
    <main class="gomoku">
      <section class="gomoku-side" aria-label="The game">
        <h1>Gomoku</h1>
        <p class="gomoku-state" role="status">
          {() => stateText(table, self)}
        </p>
        <ul class="seats" aria-label="Players">
          {(["black", "white"] as const).map((stone) => (
            <Seat table={table} stone={stone} self={self} />
          ))}
        </ul>
        <p class="gomoku-watchers">
          {() =>
            watchers() === 0
              ? "Nobody watches."
              : watchers() === 1
                ? "One watches."
                : `${watchers()} watch.`
          }
        </p>
        <Show
          when={() => table.isOver.value && table.stoneOf(self) !== undefined}
        >
          <Button
            tone="brand"
            icon="arrow-repeat"
            disabled={() => table.wishes.value.includes(self)}
            onClick={() => table.again(self)}
          >
            {() =>
              table.wishes.value.includes(self)
                ? "Waiting for the other"
                : "Play again"
            }
          </Button>
        </Show>
        <Show when={() => isAlone(table)}>
          <Alert
            title="Invite somebody"
            actions={<CopyButton text={address} label="Copy the link" />}
          >
            Who opens this link plays against you; who comes after that watches.
          </Alert>
        </Show>
        <p>
          <Link to="/">Leave the table</Link>
        </p>
      </section>
      <Board table={table} self={self} />
    </main>
  );
}

interface SeatProps {
  table: Table;
  stone: Stone;
  self: Person;
}

function Seat({ table, stone, self }: SeatProps) {
  const person = () => table.seats[stone].value;
  return (
    <li
      class={() => [
        "seat",
        table.turn.value === stone && !table.isOver.value && "seat-turn",
      ]}
    >
      <span class={`seat-stone stone-${stone}`} aria-hidden="true" />
      <span class="seat-name">
        {() => person()?.name.value ?? "Free"}
        <span class="tandem-unseen"> plays {stone}</span>
        {() => (person() === self ? <Badge>you</Badge> : null)}
      </span>
      <Show
        when={() => person() === undefined && table.stoneOf(self) === undefined}
      >
        <Button size="small" onClick={() => void table.sit(self, stone)}>
          Sit here
        </Button>
      </Show>
      <span
        class="seat-score"
        aria-label={() => `${table.score[stone].value} won`}
      >
        {table.score[stone]}
      </span>
    </li>
  );
}

const isAlone = ({ seats }: Table): boolean =>
  seats.black.value === undefined || seats.white.value === undefined;

function stateText(table: Table, self: Person): string {
  const { winner, turn, seats } = table;
  const mine = table.stoneOf(self);
  if (winner.value !== undefined)
    return winner.value === mine
      ? "You have won!"
      : `${nameOf(table, winner.value)} has won.`;
  if (table.isDrawn.value) return "The board is full: nobody has won.";
  if (isAlone(table))
    return table.moves.value.length === 0
      ? "Waiting for a second player."
      : "A player has left.";
  if (turn.value === mine) return `Your turn: you play ${mine}.`;
  return `${seats[turn.value].value!.name.value} is thinking${mine === undefined ? "" : ` (you play ${other(turn.value)})`}.`;
}

const nameOf = ({ seats }: Table, stone: Stone): string =>
  seats[stone].value?.name.value ?? (stone === "black" ? "Black" : "White");
