import { session } from "tandem";
import type { BookEntry, BookState } from "../entry.ts";

/** A widget in all its states, each with its code beside. */
export function EntryPage({ entry }: { entry: BookEntry }) {
  // The documentation is an app of its own, beside the book.
  const site = session.request.basePath.replace(/\/book$/, "");
  return (
    <article class={["book-entry", entry.isWide && "book-wide"]}>
      <header>
        <h1>{entry.title}</h1>
        <p>{entry.summary}</p>
        <p class="book-facts">
          {entry.widgets.map((name) => (
            <code>{name}</code>
          ))}
          <a href={`${site}/docs/widgets/${entry.docs}`} rel="external">
            Its page in the documentation
          </a>
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
