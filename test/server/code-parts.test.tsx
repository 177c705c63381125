import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { serve, signal, type Component } from "tandem";
import { CodeInput, type CodeInputLanguage } from "tandem/ui";
import { fetchRaw, openPage } from "./support.tsx";

/** The runtime as it is built, as its parts are what this is about. */
async function opened<Answer>(
  root: Component,
  look: (page: { text: string; port: number }) => Answer,
): Promise<Awaited<Answer>> {
  const server = await serve(root, { port: 0, log: () => {} });
  try {
    return await look({ ...(await openPage(server.port)), port: server.port });
  } finally {
    await server.close();
  }
}

const partsIn = ({ text }: { text: string }): string[] =>
  [...text.matchAll(/src="\/_tandem\/tandem-(code[a-z-]*?)-[\w-]{12}\.js"/g)].map(([, name]) => String(name));

const partsOf = (language: CodeInputLanguage): Promise<string[]> =>
  opened(() => <CodeInput label="Code" language={language} />, partsIn);

describe("the languages of CodeInput", () => {
  it("W240: a page has the script of what it shows, and of what can be in that", async () => {
    expect(await partsOf("text")).toEqual(["code"]);
    expect(await partsOf("typescript")).toEqual(["code", "code-javascript"]);
    expect(await partsOf("html")).toEqual(["code", "code-css", "code-javascript", "code-html"]);
    expect(await partsOf("constructor" as CodeInputLanguage)).toEqual(["code"]);
  });

  it("W240: a live language counts as it is at the first paint", async () => {
    const language = signal<CodeInputLanguage>("sql");
    expect(await opened(() => <CodeInput label="Code" language={language} />, partsIn)).toEqual(["code", "code-sql"]);
  });

  it("W240: it is served compressed, for good, and its licences are beside it", async () => {
    const { status, headers } = await opened(
      () => <CodeInput label="Code" language="json" />,
      ({ text, port }) => {
        const path = /\/_tandem\/tandem-code-json-[\w-]{12}\.js/.exec(text)![0];
        return fetchRaw(port, path, { headers: { "Accept-Encoding": "br" } });
      },
    );
    expect([status, headers["content-encoding"]]).toEqual([200, "br"]);
    expect(headers["cache-control"]).toContain("immutable");
    const licences = readFileSync(new URL("../../dist/browser/tandem-code-json.licences.txt", import.meta.url), "utf8");
    expect(licences).toMatch(/@codemirror\/lang-json .*MIT/);
    expect(licences).toMatch(/@lezer\/json .*MIT/);
  });
});
