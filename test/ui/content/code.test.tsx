import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { mount } from "tandem/testing";
import { Code, CopyButton } from "tandem/ui";
import { highlightLines } from "../../../src/ui/content/code/highlight.ts";
import { TestSession } from "../../support/test-session.ts";

describe("Code", () => {
  it("W105: has its pieces told apart on the server, a line for each, and says its language", async () => {
    await using app = await mount(() => (
      <Code language="ts" code={'const a = "x";\n// end\n'} lineNumbers marked={[2]} />
    ));
    const { document } = app;
    expect([...document.querySelectorAll(".tandem-code-line")].map((line) => line.textContent)).toEqual([
      'const a = "x";\n',
      "// end\n",
    ]);
    expect(document.querySelector(".hljs-string")!.textContent).toBe('"x"');
    expect(document.querySelector(".tandem-code-marked")!.textContent).toContain("end");
    expect(document.querySelector(".tandem-code-title")!.textContent).toBe("TypeScript");
    // Numbers are drawn, so they are no text and not copied.
    expect(document.querySelector("code")!.textContent).toBe('const a = "x";\n// end\n');
  });

  it("W105: an unknown language and endless code are shown as they are", async () => {
    await using app = await mount(() => <Code language="klingon" code="<b>&" />);
    expect(app.document.querySelector("code")!.textContent).toBe("<b>&\n");
    expect(highlightLines("x = 1\n".repeat(40_000), "py")[0]).toEqual([{ text: "x = 1", kind: "" }]);
  });

  it("W105: where the code is live, only lines that change are sent", () => {
    const code = signal("const a = 1;\nconst b = 2;\nconst c = 3;");
    const test = new TestSession(() => <Code language="ts" code={code} />);
    const client = test.connect();
    test.session.run(() => (code.value = "const a = 1;\nlet b = 5;\nconst c = 3;"));
    const sent = JSON.stringify(client.operations);
    expect(sent).toContain("let");
    expect(sent).not.toContain("a = ");
    expect(sent).not.toContain("c = ");
  });

  it("W106: a copy button says what to copy: its text, or the element with an id", async () => {
    await using app = await mount(() => [<CopyButton text="secret" label="Copy it" />, <Code code="a" />]);
    expect(app.screen.getByText("Copy it").closest("button")!.dataset["copyText"]).toBe("secret");
    const from = app.screen.getByText("Copy").closest("button")!.dataset["copyFrom"]!;
    expect(app.document.getElementById(from)!.textContent).toBe("a\n");
  });
});
