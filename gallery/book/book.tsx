import { readFileSync } from "node:fs";
import { app, effect, page, PageView, session } from "tandem";
import { tellError } from "../told-errors.ts";
import { addressOf, families } from "./catalogue.ts";
import { Contents } from "./frame/contents.tsx";
import { EntryPage } from "./frame/entry-page.tsx";
import { FrontPage } from "./frame/front-page.tsx";
import { Toolbar } from "./frame/toolbar.tsx";
import { BookSettings } from "./settings.ts";

function Book() {
  const settings = session.get(BookSettings);
  effect(() => session.setTheme(settings.theme));
  return (
    <div
      class="book"
      dir={() => (settings.isMirrored ? "rtl" : "ltr")}
      data-density={() => (settings.isCompact ? "compact" : null)}
    >
      <a class="book-skip" href="#book-page">
        Skip to the widget
      </a>
      <Toolbar settings={settings} />
      <Contents />
      <main id="book-page" tabindex={-1}>
        <PageView />
      </main>
    </div>
  );
}

const front = page({ path: "/", title: "The widget book", component: FrontPage });

const entryPages = families.flatMap((family) =>
  family.entries.map((entry) =>
    page({
      path: addressOf(family, entry) as `/${string}`,
      title: `${entry.title} · The widget book`,
      component: () => <EntryPage entry={entry} />,
    }),
  ),
);

/** Every widget of `tandem/ui`, in every state. */
export const book = app(Book, {
  title: "The widget book",
  lang: "en",
  description: "Every widget of Tandem, live in every state, with its code.",
  styles: readFileSync(new URL("book.css", import.meta.url), "utf8"),
  attachments: [BookSettings],
  pages: [front, ...entryPages],
  notFound: () => <h1>No such widget</h1>,
  onError: tellError,
});
