import type { BookEntry, BookState } from "../entry.ts";

/** A widget in all its states, each with its code beside. */
export function EntryPage({ entry }: { entry: BookEntry }) {
  return (
    <article class={["book-entry", entry.isWide && "book-wide"]}>
      <header>
        <h1>{entry.title}</h1>
        <p>{entry.summary}</p>
        <p class="book-facts">
          {entry.widgets.map((name) => (
            <code>{name}</code>
          ))}
          <span>{`docs/widgets/${entry.docs}.md`}</span>
        </p>
      </header>
      {entry.states.map((state) => (
        <StateSection state={state} />
      ))}
    </article>
  );
}

function StateSection({ state }: { state: BookState }) {
  const Shown = state.render;
  return (
    <section class="book-state" aria-label={state.name}>
      <h2>{state.name}</h2>
      <div class="book-stage">
        <Shown />
      </div>
      <pre class="book-code">
        <code>{state.code}</code>
      </pre>
    </section>
  );
}
