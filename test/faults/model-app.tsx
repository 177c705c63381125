import { app, For, onCleanup, Show, signal, type App, type BaseEvent } from "tandem";
import type { Clock } from "../../src/core/clock.ts";
import { findSession } from "../../src/session/current.ts";
import type { Session } from "../../src/session/session.ts";
import { StreamSource } from "../../src/ui/chart/stream-data.ts";
import { feedChart } from "../../src/ui/chart/stream-feed.ts";
import { growRows, ROWS } from "./model-rows.ts";

/** One thing that a person did, as the app was told of it. */
export interface Act {
  readonly client: number;
  /** Counts what this client did: 1, 2, 3 … */
  readonly token: number;
  readonly kind: ActKind;
  /** The row it was about, or the text that was typed. */
  readonly about: string;
}

export type ActKind = "count" | "add" | "remove" | "raise" | "check" | "fail" | "later" | "type";

/** What the app of one session tells: every act it handled, in order, and changes that nobody asked for. */
export interface Journal {
  readonly acts: Act[];
  /** Changes from outside: `tick`, and `"later"` with its act's row, when a handler goes on after its `await`. */
  readonly changes: ({ readonly act: Act } | { readonly tick: number } | { readonly late: string })[];
  tick(): void;
  /** Data that each tick changes, which all clients are fed with. */
  readonly rows: StreamSource;
  /** Called after each act. */
  readonly watchers: Set<() => void>;
}

export interface Row {
  readonly key: string;
  readonly checked: boolean;
}

/** No element has it: what clients make of their data is looked at apart from their screens. */
const FED_REF = 1_000_000;
/** How long the handler of "later" waits. */
const LATER = 300;

type Told = BaseEvent & { readonly x?: number; readonly value?: string };

/** A small app with a bit of everything: a counter, a list, a text field that the server rewrites, errors, an end. */
export function modelApp(clock: Clock, opened: (journal: Journal, session: Session) => void): App {
  return app(function Model() {
    const rows = new StreamSource(ROWS);
    const journal: Journal = { acts: [], changes: [], tick: () => {}, rows, watchers: new Set() };
    const clicks = signal(0);
    const ticks = signal(0);
    const text = signal("");
    const list = signal<readonly Row[]>([]);

    journal.tick = () => {
      ticks.value++;
      growRows(rows, ticks.value);
      journal.changes.push({ tick: ticks.value });
    };
    onCleanup(feedChart(rows, FED_REF, findSession()!));
    opened(journal, findSession()!);

    /** Notes an act as handled. */
    const note = (event: Told, kind: ActKind, about = ""): Act => {
      const token = kind === "type" ? Number.parseInt(about, 10) : (event.x ?? 0);
      const act = { client: event.client.id, token, kind, about };
      journal.acts.push(act);
      journal.changes.push({ act });
      for (const told of journal.watchers) told();
      return act;
    };
    const add = (key: string) => (list.value = [...list.value, { key, checked: false }]);
    const later = async (event: Told) => {
      const { client, token } = note(event, "later");
      await new Promise<void>((resolve) => void clock.setTimeout(resolve, LATER));
      const late = `${client}-${token} late`;
      journal.changes.push({ late });
      add(late);
    };

    return (
      <main>
        <h1 class={{ odd: () => clicks.value % 2 === 1 }}>
          Clicked {clicks} times in {ticks} ticks
        </h1>
        <button
          class="count"
          onClick={(event) => {
            note(event, "count");
            clicks.value++;
          }}
        >
          Count
        </button>
        <button
          class="add"
          onClick={(event) => {
            const { client, token } = note(event, "add");
            add(`${client}-${token}`);
          }}
        >
          Add
        </button>
        <button class="later" onClick={later}>
          Add later
        </button>
        <button
          class="fail"
          onClick={(event) => {
            const { client, token } = note(event, "fail");
            throw new Error(`Act ${client}-${token} failed.`);
          }}
        >
          Fail
        </button>
        <input
          value={text}
          onInput={(event) => {
            note(event, "type", event.value);
            text.value = event.value.toUpperCase();
          }}
        />
        <output>{text}</output>
        <Show when={() => list.value.length > 2} fallback={<em>few</em>}>
          <p>
            <b>{() => list.value.length}</b> rows
          </p>
        </Show>
        <ul>
          <For each={list} key={(row: Row) => row.key}>
            {(row, index) => (
              <li data-key={() => row.value.key} class={{ checked: () => row.value.checked }}>
                {() => index.value + 1}: {() => row.value.key}
                <button
                  class="check"
                  onClick={(event) => {
                    const { key } = row.peek();
                    note(event, "check", key);
                    list.value = list.value.map((each) =>
                      each.key === key ? { ...each, checked: !each.checked } : each,
                    );
                  }}
                >
                  ✓
                </button>
                <button
                  class="raise"
                  onClick={(event) => {
                    const mine = row.peek();
                    note(event, "raise", mine.key);
                    list.value = [mine, ...list.value.filter((each) => each.key !== mine.key)];
                  }}
                >
                  ↑
                </button>
                <button
                  class="remove"
                  onClick={(event) => {
                    const { key } = row.peek();
                    note(event, "remove", key);
                    list.value = list.value.filter((each) => each.key !== key);
                  }}
                >
                  ×
                </button>
              </li>
            )}
          </For>
        </ul>
      </main>
    );
  });
}
