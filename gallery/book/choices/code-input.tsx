import { signal } from "tandem";
import { CodeInput, SegmentedControl } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Code input",
  widgets: ["CodeInput"],
  states: {
    Normal: () => <CodeInput label="Query" language="sql" value={"select name, age\nfrom people\nwhere age > 30"} />,
    Bound: () => {
      const code = signal("const answer = 6 * 7;\n");
      return [
        <CodeInput label="Script" language="typescript" bind={code} help="Escape and then Tab leaves it." />,
        <p>{() => `${code.value.length} characters`}</p>,
      ];
    },
    "In another language": () => {
      const language = signal<"json" | "python">("json");
      return [
        <SegmentedControl label="Language" bind={language} options={["json", "python"]} />,
        <CodeInput label="Data" language={language} value={'["one", "two", 3]'} rows={3} />,
      ];
    },
    "Without numbers, wrapped": () => (
      <CodeInput
        label="Notes"
        language="markdown"
        lineNumbers={false}
        wrap
        value={"# Notes\n\nA line that is too long goes on *below*, so that nothing has to be scrolled to the side."}
      />
    ),
    Checked: () => {
      const complaint = (text: string) => {
        try {
          JSON.parse(text);
        } catch (error) {
          return String(error);
        }
      };
      return <CodeInput label="Settings" language="json" value={'{ "size": 3 }'} validate={complaint} rows={3} />;
    },
    Required: () => <CodeInput label="Script" rows={3} required />,
    Wrong: () => (
      <CodeInput label="Script" language="css" value="a { colour: red }" error="No such property." rows={3} />
    ),
    Disabled: () => <CodeInput label="Script" language="css" value="a { color: red }" rows={3} disabled />,
    "Read only": () => <CodeInput label="Script" language="css" value="a { color: red }" rows={3} readonly />,
  },
});
