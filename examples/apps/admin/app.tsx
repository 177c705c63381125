import { readFileSync } from "node:fs";
import { app, Link, page, PageView, type Child } from "tandem";
import {
  Avatar,
  Badge,
  Button,
  EmptyState,
  Icon,
  SidebarLayout,
  type IconName,
} from "tandem/ui";
import {
  accountOf,
  COOKIE,
  GUEST,
  here,
  logOut,
  may,
  type Right,
} from "./accounts.ts";
import { JournalPage } from "./journal-page.tsx";
import { PeoplePage } from "./people-page.tsx";
import { ProductsPage } from "./products-page.tsx";
import { SignIn } from "./sign-in.tsx";

interface Place {
  path: string;
  title: string;
  icon: IconName;
  right: Right;
  show: () => Child;
}

const PLACES: readonly Place[] = [
  {
    path: "/",
    title: "Products",
    icon: "box-seam",
    right: "look",
    show: () => <ProductsPage />,
  },
  {
    path: "/people",
    title: "People",
    icon: "people",
    right: "manage",
    show: () => <PeoplePage changed={signOut} />,
  },
  {
    path: "/journal",
    title: "Journal",
    icon: "journal-text",
    right: "edit",
    show: () => <JournalPage />,
  },
];

const pages = PLACES.map(({ path, title, right, show }) =>
  page({
    path,
    title: `${title} · Bell & Sons`,
    component: () => <Framed title={title} right={right} show={show} />,
  }),
);

function Framed({
  title,
  right,
  show,
}: Pick<Place, "title" | "right" | "show">) {
  return (
    <>
      <h1>{title}</h1>
      {may(here(), right) ? (
        show()
      ) : (
        <EmptyState title="Your role does not allow that." icon="lock" />
      )}
    </>
  );
}

function Admin() {
  const account = here();
  if (account.id === GUEST.id) return <SignIn />;
  return (
    <SidebarLayout
      title="Bell & Sons"
      sidebar={
        <nav aria-label="Pages" class="places">
          {PLACES.filter(({ right }) => may(account, right)).map(
            ({ path, title, icon }) => (
              <Link to={path}>
                <Icon name={icon} /> {title}
              </Link>
            ),
          )}
        </nav>
      }
      footer={
        <div class="who">
          <Avatar name={account.name} />
          <span>
            {account.name} <Badge>{account.role}</Badge>
          </span>
          <Button
            size="small"
            icon="box-arrow-right"
            onClick={() => signOut(account.id)}
          >
            Sign out
          </Button>
        </div>
      }
    >
      <div class="desk">
        <PageView />
      </div>
    </SidebarLayout>
  );
}

/** Ends all logins of somebody, and with them their sessions: also of who has got another role. */
function signOut(id: string): void {
  logOut(id);
  void admin.disconnectUser(id, { message: "You are signed out." });
}

const admin = app(Admin, {
  title: "Bell & Sons",
  lang: "en",
  description:
    "A stock room on SQLite: sign-in, roles, a table to edit, forms and a journal.",
  styles: readFileSync(new URL("app.css", import.meta.url), "utf8"),
  pages,
  authenticate: ({ cookies }) => accountOf(cookies[COOKIE]),
});

export default admin;
