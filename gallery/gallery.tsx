import { session } from "tandem";
import { examples } from "./catalogue.ts";
import { ExamplePage } from "./frame/example-page.tsx";
import { FrontPage } from "./frame/front-page.tsx";
import { Masthead } from "./frame/masthead.tsx";
import { NotFound } from "./frame/not-found.tsx";
import { findPlace } from "./place.ts";

/** The whole site: the path of the request says which page this session shows. */
export function Gallery() {
  const place = findPlace();
  const example = examples.find((each) => each.path === place.path);
  if (example) session.setTitle(`${example.title} · Tandem`);
  return (
    <div
      class={[
        "site",
        { "scheme-light": () => place.scheme.value === "light", "scheme-dark": () => place.scheme.value === "dark" },
      ]}
    >
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <Masthead place={place} />
      <main id="main">
        {example ? (
          <ExamplePage example={example} place={place} />
        ) : place.path === "" ? (
          <FrontPage place={place} />
        ) : (
          <NotFound place={place} />
        )}
      </main>
      <footer class="colophon">
        <p>
          This gallery is itself a Tandem app: what you see runs in a session on the server, and this page is its
          screen.
        </p>
      </footer>
    </div>
  );
}
