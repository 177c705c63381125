import { describe, expect, it } from "vitest";
import { Show, signal } from "tandem";
import { TextInput } from "tandem/ui";
import { fetchRaw, openPage, run } from "./support.tsx";
import { TestSession } from "../support/test-session.ts";
import { needPart } from "../../src/session/parts.ts";

const SCRIPT = /<script type="module" src="(\/_tandem\/tandem-ui-[\w-]+\.js)">/;
const STYLES = /<link rel="stylesheet" href="(\/_tandem\/tandem-ui-[\w-]+\.css)">/;

describe("parts of the runtime", () => {
  it("H110: a page has those that its components asked for, styles before the app's, and no other page does", async () => {
    const { port } = await run(() => <TextInput label="Name" />);
    const { text } = await openPage(port);
    expect(text).toMatch(SCRIPT);
    expect(text).toMatch(STYLES);
    expect(text.match(/tandem-ui-[\w-]+\.js/g)).toHaveLength(1);
    const plain = await openPage((await run(() => <p>Plain</p>)).port);
    expect(plain.text).not.toContain("tandem-ui");
  });

  it("H111: each is served compressed under a name with its hash, for good", async () => {
    const { port } = await run(() => <TextInput label="Name" />);
    const { text } = await openPage(port);
    for (const pattern of [SCRIPT, STYLES]) {
      const path = pattern.exec(text)![1]!;
      const answer = await fetchRaw(port, path, { headers: { "Accept-Encoding": "br" } });
      expect(answer.status).toBe(200);
      expect(answer.headers["content-encoding"]).toBe("br");
      expect(answer.headers["cache-control"]).toContain("immutable");
    }
  });

  it("B95: one that is asked for later is told to pages that are open, once, and is in those to come", () => {
    const shown = signal(false);
    const test = new TestSession((() => <Show when={shown}>{() => (needPart("ui"), "shown")}</Show>) as never);
    Object.assign(test.environment, {
      partUrls: (part: string) => ({ script: `/${part}.js`, styles: `/${part}.css` }),
    });
    const client = test.connect();
    const turn = (value: boolean) => test.session.run(() => (shown.value = value));
    for (const value of [true, false, true]) turn(value);
    expect(client.messages).toEqual([["do", "part", ["/ui.js", "/ui.css"]]]);
    expect(test.session.firstPaint().parts).toEqual([{ script: "/ui.js", styles: "/ui.css" }]);
  });
});
