import { signal } from "tandem";
import { TextInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Text",
  widgets: ["TextInput"],
  states: {
    Normal: () => <TextInput label="Name" />,
    Filled: () => <TextInput label="Name" value="Ada Lovelace" help="Help stands below." />,
    Bound: () => {
      const value = signal("Ada");
      return [<TextInput label="Name" bind={value} />, <p>Hello, {value}!</p>];
    },
    "Before and behind": () => <TextInput label="Price" prefix="€" suffix="net" value="12.50" />,
    "To be cleared, and counted": () => (
      <TextInput label="Title" clearable maxLength={40} showCount value="On numbers" />
    ),
    "With suggestions": () => (
      <TextInput label="Town" placeholder="Type or choose" suggestions={["Bergen", "Oslo", "Tromsø"]} />
    ),
    Checked: () => (
      <TextInput label="E-mail" type="email" help="Leave it half typed to see." placeholder="ada@example.com" />
    ),
    "A pattern": () => (
      <TextInput
        label="Plate"
        pattern={/[A-Z]{2}\d{4}/}
        patternMessage="Two capitals and four digits, please."
        value="ab"
      />
    ),
    "Only read out": () => <TextInput label="Filter" hideLabel placeholder="Filter" />,
    "Heard when it is left": () => {
      const name = signal("Ada");
      return [<TextInput label="Name" bind={name} debounce="left" />, <p>Hello {name}</p>];
    },
    Required: () => <TextInput label="Name" required />,
    Wrong: () => <TextInput label="Name" value="Ada Lovelace" error="This is taken." />,
    Disabled: () => <TextInput label="Name" value="Ada Lovelace" disabled />,
    "Read only": () => <TextInput label="Name" value="Ada Lovelace" readonly />,
    Sizes: () => [
      <TextInput label="Small" value="Ada Lovelace" size="small" />,
      <TextInput label="Medium" value="Ada Lovelace" />,
      <TextInput label="Large" value="Ada Lovelace" size="large" />,
    ],
    "Label beside": () => <TextInput label="Name" value="Ada Lovelace" labelBeside />,
  },
});
