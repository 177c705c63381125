import { randomUUID } from "node:crypto";
import type { Authenticate } from "tandem";

/** What `session.user` and `event.client.user` are in these examples. */
export interface Person {
  id: string;
  name: string;
}

declare module "tandem" {
  interface Register {
    user: Person;
  }
}

/** Two to try it with. A real host keeps hashes, in a database. */
const PEOPLE = [
  { id: "ada", name: "Ada Lovelace", password: "engine" },
  { id: "grace", name: "Grace Hopper", password: "compiler" },
];

/** Who is signed in, by the secret that their browser keeps in a cookie. */
const signedIn = new Map<string, Person>();

/** The host's own log-in says who is there: for each page, and whenever one attaches. */
export const authenticate: Authenticate = ({ cookies }) =>
  signedIn.get(cookies["sid"] ?? "") ??
  new Response(null, { status: 303, headers: { Location: "/login" } });

/** The cookie for whoever gives the right name and password; `undefined` for others. */
export function logIn(form: {
  name?: unknown;
  password?: unknown;
}): string | undefined {
  const person = PEOPLE.find(
    ({ id, password }) => id === form.name && password === form.password,
  );
  if (person === undefined) return undefined;
  const sid = randomUUID();
  signedIn.set(sid, { id: person.id, name: person.name });
  return `sid=${sid}; Path=/; HttpOnly; SameSite=Lax`;
}

/** Forgets who is signed in here, and says who that was. */
export function logOut(cookies: string | undefined): string | undefined {
  const sid = /(?:^|; )sid=([\w-]+)/.exec(cookies ?? "")?.[1] ?? "";
  const person = signedIn.get(sid);
  signedIn.delete(sid);
  return person?.id;
}

export const LOGIN_PAGE = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>Log in</title>
  <meta name="viewport" content="width=device-width">
  <meta name="color-scheme" content="light dark">
</head>
<body>
  <main>
    <h1>Log in</h1>
    <p>Try <b>ada</b> with <b>engine</b>, or <b>grace</b> with <b>compiler</b>.</p>
    <form method="post">
      <p><label>Name <input name="name" autocomplete="username" required></label></p>
      <p><label>Password <input name="password" type="password" autocomplete="current-password" required></label></p>
      <p><button>Log in</button></p>
    </form>
  </main>
</body>
</html>`;
