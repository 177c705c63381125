import { signal } from "tandem";
import { PasswordInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Password",
  widgets: ["PasswordInput"],
  states: {
    Normal: () => <PasswordInput label="Password" />,
    "A new one": () => (
      <PasswordInput
        label="New password"
        autocomplete="new-password"
        minLength={12}
        help="Twelve characters or more."
      />
    ),
    Concealed: () => <PasswordInput label="PIN" concealed placeholder="Four digits" />,
    Bound: () => {
      const password = signal("");
      return [<PasswordInput label="Password" bind={password} />, <p>{() => `${password.value.length} characters`}</p>];
    },
    Required: () => <PasswordInput label="Password" required />,
    Wrong: () => <PasswordInput label="Password" error="That is not it." />,
    Disabled: () => <PasswordInput label="Password" disabled />,
    "Read only": () => <PasswordInput label="Password" readonly />,
  },
});
