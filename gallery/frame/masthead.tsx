import { session } from "tandem";
import { chapters } from "../catalogue.ts";
import { SCHEMES, type Place } from "../place.ts";

/** The name, the contents, and the choice of colours. */
export function Masthead({ place }: { place: Place }) {
  return (
    <header class="masthead">
      <a class="name" href={() => place.linkTo("")}>
        <Wheels /> Tandem
      </a>
      <a class="aside" href={`${session.request.basePath}/docs/`}>
        Docs
      </a>
      <button class="plain" popovertarget="contents">
        Contents
      </button>
      <Contents place={place} />
      <fieldset class="scheme">
        <legend class="hidden-text">Colours</legend>
        {SCHEMES.map((scheme) => (
          <label>
            <input
              type="radio"
              name="scheme"
              value={scheme}
              checked={() => place.scheme.value === scheme}
              onChange={() => place.setScheme(scheme)}
            />
            <span>{scheme}</span>
          </label>
        ))}
      </fieldset>
    </header>
  );
}

/** Opened and closed by the browser alone. */
function Contents({ place }: { place: Place }) {
  return (
    <nav id="contents" popover="auto" aria-label="Contents">
      {chapters.map((chapter) => (
        <section>
          <h2>{chapter.title}</h2>
          <ul>
            {chapter.examples.map(({ path, title }) => (
              <li>
                <a href={() => place.linkTo(path)} aria-current={path === place.path ? "page" : undefined}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

/** Two wheels and what joins them. */
export function Wheels() {
  return (
    <svg class="wheels" viewBox="0 0 60 26" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.5">
      <circle cx="11" cy="15" r="9" />
      <circle cx="49" cy="15" r="9" />
      <path d="M11 15 L20 4 H40 L49 15 M20 4 L25 15 L33 4 M40 4 L36 15 H11 M16 2 H24 M36 2 H43" stroke-width="1.75" />
    </svg>
  );
}
