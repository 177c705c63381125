import {
  app,
  For,
  Link,
  page,
  PageView,
  param,
  session,
  signal,
  watch,
  type SubmitEvent,
} from "tandem";

const BOOKS = [
  { id: 1, title: "Middlemarch", by: "George Eliot" },
  { id: 2, title: "The Leopard", by: "Giuseppe Tomasi di Lampedusa" },
  { id: 3, title: "Beloved", by: "Toni Morrison" },
];

/** Who has logged in, kept with the session. */
class Member {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const home = page({
  path: "/",
  title: "Book club",
  component: () => (
    <>
      <h1>Book club</h1>
      <p>The books are for members. Any name will do to become one.</p>
    </>
  ),
});

const logIn = page({
  path: "/log-in",
  title: "Log in",
  query: { next: param.text.default("/") },
  component: ({ query }) => {
    const enter = ({ data }: SubmitEvent) => {
      session.attach(new Member(data.get("name")?.trim() || "Somebody"));
      // The address came with the URL, which anybody may have written.
      return session.navigateTo(query.next.peek(), {
        replace: true,
        withinApp: true,
      });
    };
    return (
      <>
        <h1>Log in</h1>
        <form onSubmit={enter} class="line">
          <label>
            Your name <input name="name" autocomplete="name" />
          </label>
          <button>Log in</button>
        </form>
      </>
    );
  },
});

/** Nobody sees these pages, or any below, who has not logged in. */
const books = page({
  path: "/books",
  title: "Books",
  guard: ({ address }) =>
    session.has(Member)
      ? undefined
      : logIn.url({}, { query: { next: address } }),
  component: () => (
    <>
      <h1>Books of {session.get(Member).name}</h1>
      <ul>
        <For each={BOOKS}>
          {(each) => (
            <li>
              <Link to={book.url({ id: each.id })}>{each.title}</Link>
            </li>
          )}
        </For>
      </ul>
      <PageView fallback={<p>Choose a book.</p>} />
    </>
  ),
});

const book = page({
  parent: books,
  path: "/:id",
  params: { id: param.integer },
  title: ({ params }) => findBook(params.id)?.title ?? "No such book",
  component: ({ params }) => {
    const note = signal("");
    // The page stays from book to book; the note does not.
    watch(params.id, () => void note.set(""));
    session.confirmLeave(() => note.value !== "", {
      text: "Your note is not saved.",
    });
    return (
      <article class="stack">
        <h2>{() => findBook(params.id.value)?.title ?? "No such book"}</h2>
        <p>{() => findBook(params.id.value)?.by}</p>
        <label>
          Note <input bind={note} />
        </label>
      </article>
    );
  },
});

const findBook = (id: number) => BOOKS.find((each) => each.id === id);

function BookClub() {
  return (
    <div class="stack">
      <nav class="line" aria-label="Pages">
        <Link to="/">Home</Link>
        <Link to="/books">Books</Link>
        <Link to="/cellar">A page that is not there</Link>
      </nav>
      <PageView />
    </div>
  );
}

function NotFound() {
  return (
    <>
      <h1>There is no such page</h1>
      <p>
        <Link to="/">Back to the start</Link>
      </p>
    </>
  );
}

export default app(BookClub, {
  title: "Book club",
  pages: [home, logIn, books, book],
  notFound: NotFound,
});
