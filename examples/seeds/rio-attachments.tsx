import { session, Show, signal } from "tandem";

class User {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Nobody hands it the user: it asks the session, and follows what is attached there. */
function Badge() {
  return (
    <p role="status">
      {() =>
        session.has(User)
          ? `Signed in as ${session.get(User).name}.`
          : "Nobody is signed in."
      }
    </p>
  );
}

function SignIn() {
  const name = signal("Ada");
  return (
    <form class="line" onSubmit={() => session.attach(new User(name.value))}>
      <label>
        Name <input bind={name} required />
      </label>
      <button>Sign in</button>
    </form>
  );
}

const SignOut = () => (
  <button onClick={() => session.detach(User)}>Sign out</button>
);

export default function Attachments() {
  return (
    <div class="stack narrow">
      <Badge />
      <Show when={() => session.has(User)} fallback={<SignIn />}>
        <SignOut />
      </Show>
    </div>
  );
}
