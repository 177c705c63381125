import { examples } from "../catalogue.ts";
import type { Example } from "../example.ts";
import type { Place } from "../place.ts";
import { plateNumber } from "./plate-number.ts";
import { SourcePanel } from "./source-panel.tsx";

/** An example running beside its source. */
export function ExamplePage({ example, place }: { example: Example; place: Place }) {
  const Live = example.component;
  return (
    <article class={["plate", { wide: example.isWide }]}>
      <header>
        <span class="number" aria-hidden="true">
          {plateNumber(examples, example)}
        </span>
        <h1>{example.title}</h1>
        <p>{example.text}</p>
      </header>
      <section class="live" aria-label="Running">
        <Live />
      </section>
      <SourcePanel files={example.files} />
      <Neighbours example={example} place={place} />
    </article>
  );
}

function Neighbours({ example, place }: { example: Example; place: Place }) {
  const index = examples.indexOf(example);
  const previous = examples[index - 1];
  const next = examples[index + 1];
  return (
    <nav class="neighbours" aria-label="Other examples">
      {previous && (
        <a rel="prev" href={() => place.linkTo(previous.path)}>
          <span aria-hidden="true">←</span> {previous.title}
        </a>
      )}
      {next && (
        <a rel="next" href={() => place.linkTo(next.path)}>
          {next.title} <span aria-hidden="true">→</span>
        </a>
      )}
    </nav>
  );
}
