import { Code } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Code",
  widgets: ["Code"],
  states: {
    Normal: () => <Code language="typescript" code={'export const hello = "Hello";'} />,
    "Numbered and marked": () => (
      <Code
        title="greet.ts"
        language="typescript"
        lineNumbers
        marked={[2]}
        code={"export function greet(name: string) {\n  return `Hello ${name}`;\n}"}
      />
    ),
  },
});
