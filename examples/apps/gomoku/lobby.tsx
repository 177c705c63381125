import { For, Link, session, Show, type Signal } from "tandem";
import { Badge, Button, EmptyState, TextInput } from "tandem/ui";
import type { Table } from "./game.ts";
import { MOST_LETTERS, UNSEEN } from "./names.ts";
import { openTable, tables } from "./tables.ts";

/** Where one says who one is, and finds a table. */
export function Lobby({ name }: { name: Signal<string> }) {
  const begin = () => {
    const table = openTable();
    if (table === undefined)
      return void session.notify(
        "All tables are taken. Please try again later.",
        { kind: "warning" },
      );
    return session.navigateTo(`/${table.id}`);
  };
  return (
    <main class="lobby">
      <h1>Gomoku</h1>
      <p>Five in a row win: across, down or aslant, on a board of 15 by 15.</p>
      <TextInput
        label="Your name"
        bind={name}
        maxLength={MOST_LETTERS}
        validate={(name) =>
          UNSEEN.test(name) ? "Please use letters that can be seen." : undefined
        }
        required
        autocomplete="nickname"
      />
      <Button tone="brand" icon="plus-lg" onClick={begin}>
        New table
      </Button>
      <h2>Tables</h2>
      <Show
        when={() => tables.value.length > 0}
        fallback={
          <EmptyState icon="grid-3x3" title="Nobody is playing">
            Make a table, and send its link to somebody.
          </EmptyState>
        }
      >
        <ul class="lobby-tables">
          <For each={tables}>
            {(table) => (
              <li>
                <Link to={`/${table.id}`}>{() => playersOf(table)}</Link>
                {() =>
                  isWaiting(table) ? (
                    <Badge tone="success">free seat</Badge>
                  ) : (
                    <Badge>watch</Badge>
                  )
                }
              </li>
            )}
          </For>
        </ul>
      </Show>
    </main>
  );
}

const isWaiting = ({ seats }: Table): boolean =>
  seats.black.value === undefined || seats.white.value === undefined;

const playersOf = ({ seats: { black, white } }: Table): string =>
  `${black.value?.name.value ?? "…"} against ${white.value?.name.value ?? "…"}`;
