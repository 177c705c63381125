import { join } from "node:path";
import { expect, it } from "vitest";
import { attach, fetchRaw, openPage } from "../server/support.tsx";
import { COUNTER, project, serving } from "./support.ts";

it("C8: open pages reload with the new app when any of its files changes", async () => {
  const { folder, write } = project({
    "app.tsx": 'import { word } from "./word.ts";\nexport default () => <p>{word}</p>;',
    "word.ts": 'export const word = "one";',
  });
  const { port, says } = await serving(folder, "dev", "app.tsx");
  for (const word of ["two", "three"]) {
    const client = await attach(port, await openPage(port));
    await client.next();
    write("word.ts", `export const word = "${word}";`);
    expect((await client.closed).code).toBe(4404);
    expect((await openPage(port)).text).toContain(word);
    await says(/Built app\.tsx in \d+ ms/);
  }
});

it("C8: a file that the app begins to use is watched from then on", async () => {
  const { folder, write } = project({ "app.tsx": "export default () => <p>alone</p>;" });
  const { port, says } = await serving(folder, "dev", "app.tsx");
  write("part.tsx", "export const Part = () => <b>part one</b>;");
  write("app.tsx", 'import { Part } from "./part.tsx";\nexport default () => <p><Part /></p>;');
  await says(/Built/);
  write("part.tsx", "export const Part = () => <b>part two</b>;");
  await says(/Built/);
  expect((await openPage(port)).text).toContain("part two");
});

it("C9: a broken build shows its position in the browser and the terminal, and recovers", async () => {
  const { folder, write } = project({ "app.tsx": COUNTER });
  const { port, says } = await serving(folder, "dev", "app.tsx");
  const client = await attach(port, await openPage(port));
  await client.next();
  write("app.tsx", "export default () => (\n  <main>\n    <p>{oops</p>\n  </main>\n);");
  expect((await client.closed).code).toBe(4404);
  await says(/app\.tsx:3:\d+/);
  const failure = await fetchRaw(port, "/");
  expect(failure.status).toBe(500);
  expect(failure.text).toContain("app.tsx does not build");
  expect(failure.text).toMatch(/app\.tsx:3:\d+/);
  expect(failure.text).toContain("&gt; 3 |     &lt;p&gt;{oops&lt;/p&gt;");
  expect(failure.text).toContain("new EventSource");
  write("app.tsx", COUNTER.replace("Clicked", "Counted"));
  await says(/Built/);
  expect((await openPage(port)).text).toContain("Counted");
});

it("C9: an app broken from the start is served once its missing file comes", async () => {
  const { folder, write } = project({
    "app.tsx": 'import { word } from "./word.ts";\nexport default () => <p>{word}</p>;',
  });
  const { port, says } = await serving(folder, "dev", "app.tsx");
  const failure = await fetchRaw(port, "/");
  expect(failure.text).toContain("Could not resolve &quot;./word.ts&quot;");
  write("word.ts", 'export const word = "arrived";');
  await says(/Built/);
  expect((await openPage(port)).text).toContain("arrived");
});

it("C9: an app that throws while loaded, or exports none, shows why, and recovers", async () => {
  const { folder, write } = project({ "app.tsx": "\nthrow new Error('at load');\nexport default () => 'x';" });
  const { port, says } = await serving(folder, "dev", "app.tsx");
  const thrown = await fetchRaw(port, "/");
  expect(thrown.text).toContain("at load");
  expect(thrown.text).toMatch(new RegExp(`${join(folder, "app.tsx")}:2:\\d+`));
  expect(thrown.text).toContain("&gt; 2 | throw new Error(");
  write("app.tsx", "export default 3;");
  await says(/has no app/);
  expect((await fetchRaw(port, "/")).text).toContain("number");
  write("app.tsx", COUNTER);
  await says(/Built/);
  expect((await openPage(port)).text).toContain("Clicked");
});

it("C9: what the app gave Tandem wrongly is shown where the app gave it", async () => {
  const lines = ['import { page } from "tandem";', 'page({ path: "/", tilte: "x" });', "export default () => 'x';"];
  const { folder } = project({ "app.tsx": lines.join("\n") });
  const { port } = await serving(folder, "dev", "app.tsx");
  const refused = await fetchRaw(port, "/");
  expect(refused.text).toContain("Did you mean &quot;title&quot;?");
  expect(refused.text).toContain("&gt; 2 | page({ path:");
});

it("C13: reading a signal outside a function warns once, naming the component", async () => {
  const { folder } = project({ "app.tsx": COUNTER.replace("{clicks}", "{clicks.value}") });
  const { port, says, output } = await serving(folder, "dev", "app.tsx");
  await openPage(port);
  await says(/warn .*Counter/);
  await openPage(port);
  await fetchRaw(port, "/_tandem/none");
  expect(output().match(/warn .*Counter/g)).toHaveLength(1);
});
