import { For, session, UserFacingError } from "tandem";
import { Button, createForm, Form, FormError, Row, SubmitButton, TextInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Form",
  widgets: ["Form", "FormError", "SubmitButton"],
  states: {
    Normal: () => {
      const form = createForm({
        initial: { name: "", email: "" },
        onSubmit: ({ name }) => session.notify(`Welcome, ${name}.`),
      });
      return (
        <Form form={form}>
          <TextInput label="Name" bind={form.fields.name} required />
          <TextInput label="E-mail" type="email" bind={form.fields.email} />
          <FormError />
          <SubmitButton>Save</SubmitButton>
        </Form>
      );
    },
    Failing: () => {
      const form = createForm({
        initial: { name: "Ada" },
        onSubmit: () => {
          throw new UserFacingError("The office is closed.");
        },
      });
      return (
        <Form form={form}>
          <TextInput label="Name" bind={form.fields.name} />
          <FormError />
          <SubmitButton>Save</SubmitButton>
        </Form>
      );
    },
    Disabled: () => {
      const form = createForm({ initial: { name: "Ada" }, disabled: true });
      return (
        <Form form={form}>
          <TextInput label="Name" bind={form.fields.name} />
          <SubmitButton>Save</SubmitButton>
        </Form>
      );
    },
    "A list of rows": () => {
      const form = createForm({
        initial: { lines: [{ text: "Bread" }, { text: "Milk" }] },
        onSubmit: ({ lines }) => session.notify(`${lines.length} lines`),
      });
      const { lines } = form.fields;
      return (
        <Form form={form}>
          <For each={lines.rows}>
            {(row, index) => <TextInput label={() => `Line ${index.value + 1}`} bind={row.fields.text} required />}
          </For>
          <Row>
            <Button onClick={() => lines.add({ text: "" })}>Add a line</Button>
            <SubmitButton>Order</SubmitButton>
          </Row>
        </Form>
      );
    },
  },
});
