import { app, session, signal, UserFacingError, type Signal } from "tandem";
import { Button, Dialog, Form, FormError, Row, SubmitButton } from "tandem/ui";
import { arraySource, createForm, DataTable } from "tandem/ui";
import { PasswordInput, Select, TextInput } from "tandem/ui";
import { z } from "zod";

const TEAMS = ["Design", "Engineering", "Sales"];

const Member = z.object({
  name: z.string().trim().min(2, "At least two letters."),
  email: z.email("This is no address."),
  team: z.enum(TEAMS, "Choose a team."),
});
type Member = z.infer<typeof Member> & { id: number };

/** One list for all sessions. Keep what must last in a database. */
const members = arraySource<Member>(
  ["Ada Lovelace", "Grace Hopper", "Charles Eames", "Estée Lauder"].map(
    (name, at) => ({
      id: at,
      name,
      email: `${name.split(" ")[1]!.toLowerCase()}@example.com`,
      team: TEAMS[[1, 1, 0, 2][at]!]!,
    }),
  ),
);

/** Everybody may look; who knows this may edit. */
const PASSWORD = process.env["TEAM_PASSWORD"] ?? "letmein";

interface Desk {
  /** Whether whoever is here has signed in. */
  isOpen: Signal<boolean>;
  /** The dialog that is shown. */
  dialog: { signIn: Signal<boolean>; add: Signal<boolean> };
  /** A page can claim anything, so all that changes something asks first. */
  need(): void;
}

function SignIn({ isOpen, dialog }: Desk) {
  const form = createForm({
    initial: { password: "" },
    onSubmit({ password }) {
      if (password !== PASSWORD) throw new UserFacingError("Wrong password.");
      isOpen.value = true;
      dialog.signIn.value = false;
    },
  });
  return (
    <Form form={form}>
      <PasswordInput label="Password" bind={form.fields.password} required />
      <FormError />
      <SubmitButton>Sign in</SubmitButton>
    </Form>
  );
}

function NewMember({ dialog, need }: Desk) {
  const form = createForm({
    schema: Member,
    initial: { name: "", email: "", team: "Design" },
    validate: ({ email }) =>
      members.all.some((member) => member.email === email)
        ? { email: "Is in the team already." }
        : undefined,
    onSubmit(member) {
      need();
      members.insert({ ...member, id: Date.now() });
      session.notify(`Welcome, ${member.name}.`, { kind: "success" });
      dialog.add.value = false;
    },
  });
  return (
    <Form form={form}>
      <TextInput label="Name" bind={form.fields.name} />
      <TextInput label="E-mail" type="email" bind={form.fields.email} />
      <Select label="Team" bind={form.fields.team} options={TEAMS} />
      <FormError />
      <SubmitButton>Add</SubmitButton>
    </Form>
  );
}

function Members({ desk, editable }: { desk: Desk; editable: boolean }) {
  const add = <Button onClick={() => desk.dialog.add.set(true)}>Add</Button>;
  const rules = { editable, required: true };
  const { name, email } = Member.shape;
  return (
    <DataTable
      label="Team"
      rows={members}
      filters
      columns={[
        { key: "name", schema: name, ...rules },
        { key: "email", title: "E-mail", schema: email, ...rules },
        { key: "team", type: "select", options: TEAMS, ...rules },
      ]}
      onEdit={() => desk.need()}
      selection={editable ? "rows" : "none"}
      {...(editable && { tools: add, onDelete: () => desk.need() })}
    />
  );
}

function Directory() {
  const isOpen = signal(false);
  const dialog = { signIn: signal(false), add: signal(false) };
  const need = () => {
    if (!isOpen.peek()) throw new UserFacingError("Sign in to edit.");
  };
  const desk = { isOpen, dialog, need };
  const press = () =>
    isOpen.peek() ? isOpen.set(false) : dialog.signIn.set(true);
  return (
    <main>
      <Row justify="between">
        <h1>Team directory</h1>
        <Button onClick={press}>
          {() => (isOpen.value ? "Sign out" : "Sign in to edit")}
        </Button>
      </Row>
      {() => <Members desk={desk} editable={isOpen.value} />}
      <Dialog title="Sign in" open={dialog.signIn} size="small">
        <SignIn {...desk} />
      </Dialog>
      <Dialog title="Add somebody" open={dialog.add}>
        <NewMember {...desk} />
      </Dialog>
    </main>
  );
}

export default app(Directory, { title: "Team directory", lang: "en" });
