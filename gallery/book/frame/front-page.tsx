import { Link } from "tandem";
import { addressOf, families } from "../catalogue.ts";

/** What there is, by family. */
export function FrontPage() {
  const count = families.flatMap(({ entries }) => entries).length;
  return (
    <article class="book-front">
      <header>
        <h1>The widget book</h1>
        <p>
          {`The ${count} widgets of `}
          <code>tandem/ui</code>, each live in every state, with the code that shows it.
        </p>
      </header>
      {families.map((family) => (
        <section aria-label={family.title}>
          <h2>{family.title}</h2>
          <ul>
            {family.entries.map((entry) => (
              <li>
                <Link to={addressOf(family, entry)}>{entry.title}</Link>
                <p>{entry.summary}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
