import { app, session, signal, UserFacingError, type Signal } from "tandem";
import { Button, createForm, DataTable, Dialog, Form, FormError, PasswordInput } from "tandem/ui";
import { Row, Select, Stack, SubmitButton, TextInput } from "tandem/ui";
import { add, isTaken, people, TEAMS, type Person } from "./people.ts";
import { signIn, type User } from "./users.ts";

const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;

function Admin() {
  const user = signal<User | undefined>(undefined);
  return (
    <main style="max-width: 60rem; margin: 0 auto; padding: 1.5rem">
      {() =>
        user.value === undefined ? (
          <SignIn user={user} />
        ) : (
          <People user={user.value} signOut={() => user.set(undefined)} />
        )
      }
    </main>
  );
}

function SignIn({ user }: { user: Signal<User | undefined> }) {
  const form = createForm({
    initial: { name: "", password: "" },
    onSubmit({ name, password }) {
      const found = signIn(name, password);
      if (found === undefined) throw new UserFacingError("Name or password is wrong.");
      user.value = found;
    },
  });
  return (
    <Stack style="max-width: 22rem; margin: 10vh auto">
      <h1>Sign in</h1>
      <Form form={form}>
        <TextInput label="Name" bind={form.fields.name} autocomplete="username" required />
        <PasswordInput label="Password" bind={form.fields.password} required />
        <FormError />
        <SubmitButton>Sign in</SubmitButton>
      </Form>
    </Stack>
  );
}

function People({ user, signOut }: { user: User; signOut: () => void }) {
  const mayEdit = user.role === "editor";
  const adding = signal(false);
  return (
    <Stack>
      <Row>
        <h1 style="margin-inline-end: auto">People</h1>
        {mayEdit && (
          <Button tone="brand" icon="plus-lg" onClick={() => adding.set(true)}>
            Add
          </Button>
        )}
        <Button onClick={signOut}>Sign out {user.name}</Button>
      </Row>
      <DataTable
        label="People"
        rows={people}
        filters
        columns={[
          { key: "name", editable: mayEdit, required: true, maxLength: 80 },
          { key: "email", title: "E-mail", editable: mayEdit, required: true, pattern: EMAIL },
          { key: "team", type: "select", options: TEAMS, editable: mayEdit, required: true },
        ]}
      />
      {mayEdit && (
        <Dialog title="Add a person" open={adding}>
          <NewPerson done={() => adding.set(false)} />
        </Dialog>
      )}
    </Stack>
  );
}

function NewPerson({ done }: { done: () => void }) {
  const form = createForm({
    initial: { name: "", email: "", team: "Shop" as Person["team"] },
    validate: ({ email }) => (isTaken(email) ? { email: "Somebody has this address." } : undefined),
    onSubmit(person) {
      add(person);
      done();
      session.notify(`${person.name} was added.`, { kind: "success" });
    },
  });
  return (
    <Form form={form}>
      <TextInput label="Name" bind={form.fields.name} required maxLength={80} />
      <TextInput label="E-mail" type="email" bind={form.fields.email} required pattern={EMAIL} />
      <Select label="Team" bind={form.fields.team} options={TEAMS} required />
      <FormError />
      <SubmitButton>Add</SubmitButton>
    </Form>
  );
}

export default app(Admin, { title: "People", lang: "en" });
