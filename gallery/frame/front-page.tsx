import { chapters, examples } from "../catalogue.ts";
import type { Example } from "../example.ts";
import Counter from "../examples/counter.tsx";
import type { Place } from "../place.ts";
import { sourceFile } from "../source-files.ts";
import { plateNumber } from "./plate-number.ts";

export function FrontPage({ place }: { place: Place }) {
  return (
    <>
      <section class="opening">
        <div>
          <h1>A web app in one TypeScript file</h1>
          <p class="lead">
            The program runs on the server, in one session for each visitor; the browser is its screen. No API, no
            client bundle, no state to copy.
          </p>
          <div class="live opening-live">
            <Counter />
          </div>
        </div>
        <figure>
          <pre class="code" tabindex={0} role="region" aria-label="Source of the counter">
            <code>{sourceFile("counter.tsx").view}</code>
          </pre>
          <figcaption class="quiet">The counter runs on the server, and this is all of it.</figcaption>
        </figure>
      </section>
      {chapters.map((chapter) => (
        <section class="chapter">
          <h2>{chapter.title}</h2>
          <ul class="cards">
            {chapter.examples.map((example) => (
              <Card example={example} place={place} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Card({ example, place }: { example: Example; place: Place }) {
  return (
    <li class="card">
      <span class="number" aria-hidden="true">
        {plateNumber(examples, example)}
      </span>
      <h3>
        <a href={() => place.linkTo(example.path)}>{example.title}</a>
      </h3>
      <p>{example.summary}</p>
      {example.glance && <p class="glance">{example.glance}</p>}
    </li>
  );
}
