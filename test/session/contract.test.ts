import { Visitor } from "rolldown/utils";
import { describe, expect, it } from "vitest";
import { filesIn, parse, read, typeScript } from "../../scripts/support/source-files.js";
import { publicApi } from "../../src/browser/public-api.ts";
import * as tandem from "../../src/index.ts";
import { TestSession } from "../support/test-session.ts";

/** Where a name of the contract is found: in `session`, `tandem`, the options of `app(…)`, or the page's `Tandem`. */
type Home = "session" | "tandem" | "app" | "page";

/** Every name of the contract, by section. Conversations, documents and sessions from elsewhere are not part of it yet. */
const contract: Record<string, Partial<Record<Home, readonly string[]>>> = {
  Life: {
    session: ["state", "close", "onEnded", "onFlush", "onFlushed", "onDisconnected", "onReconnected", "hold", "isStub"],
    app: ["idleTimeout", "retention", "claimTimeout", "hardDisconnectMessage"],
    tandem: ["SessionEnded"],
  },
  "Talking to the client": {
    session: [
      "sendCustomMessage",
      "sendInputMessage",
      "setMessageHandler",
      "runJs",
      "evalJs",
      "dynamicRoute",
      "createTask",
      "setClipboard",
      "getClipboard",
      "setTitle",
      "notify",
      "dismiss",
      "pickFile",
      "saveFile",
      "urlForAsset",
    ],
    tandem: ["ClientError", "ClipboardError", "NoFileSelectedError", "DownloadButton", "UserFacingError"],
    page: ["addCustomMessageHandler", "makeRequest"],
  },
  Dialogs: { session: ["showCustomDialog", "showYesNoDialog"] },
  Place: {
    session: [
      "navigateTo",
      "confirmLeave",
      "activePageUrl",
      "activePageInstances",
      "baseUrl",
      "goApp",
      "info",
      "user",
      "window",
      "theme",
      "setTheme",
      "runningInWindow",
      "runningAsWebsite",
      "setEnv",
      "assets",
      "app",
    ],
    app: ["pages"],
    tandem: ["PageView", "NavigationFailed"],
  },
  Memory: {
    session: ["local", "attach", "get", "detach", "has", "input", "makeScope", "run"],
    tandem: ["UserSettings", "session", "currentSession"],
  },
};

const names = Object.values(contract).flatMap((homes) =>
  Object.entries(homes).flatMap(([home, list]) => list.map((name) => [name, home as Home] as const)),
);

/** The tables of the reference: each name with what it does and the rules that hold for it. */
const reference = new Map(
  [...read("docs/session.md").matchAll(/^\| `(?:Tandem\.|<)?(\w+)[^`]*` \|(.*)\|(.*)\|$/gm)].map(
    ([, name, what, rules]) => [name!, { what: what!.trim(), rules: rules!.match(/\b[A-Z]\d+\b/g) ?? [] }],
  ),
);

const exists: Record<Home, (name: string) => boolean> = {
  session: (name) => name in new TestSession(() => null).session,
  tandem: (name) => name in tandem,
  app: (name) => {
    expect(() => tandem.app(() => null, { [`${name}X`]: undefined })).toThrow(`"${name}"`);
    return tandem.app(() => null, { [name]: undefined }) !== undefined;
  },
  page: (name) => name in publicApi(new Map(), undefined as never),
};

/** Where a name of each home is declared. */
const declaredIn: Record<Home, RegExp> = {
  session: /^src\/session\/(contract\/|core\/|session)/,
  tandem: /^src\//,
  app: /^src\/session\//,
  page: /^src\/browser\/public-api\.ts$/,
};

/** A declaration right behind a doc comment. */
const documented = (name: string) =>
  new RegExp(
    String.raw`\*/\n\s*(?:(?:export|abstract|override|async|readonly|get|const|class|function) )*${name}\??[(<:;{ ]`,
  );

const sources = filesIn("src", typeScript).map((file) => ({ file, text: read(file) }));
/** They name tests, and are none of what they name. */
const TABLES = ["test/session/contract.test.ts", "test/session/nothing-hangs.test.ts"];
const tests = filesIn("test", typeScript)
  .filter((file) => !TABLES.includes(file))
  .map((file) => ({ file, text: read(file) }));
const rulesThere = new Set([...read("SPEC.md").matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map(([, id]) => id!));

/** The title of a test that proves `rule`, alone or with others. */
const provenBy = (rule: string) => new RegExp(String.raw`["'\`](?:[A-Z]\d+, )*${rule}(?:, [A-Z]\d+)*: `);

/** What of a file's classes anybody can see, with the comment before it. */
function publicMembers(file: string): { name: string; doc: string }[] {
  const { text, parsed } = parse(file);
  const members: { name: string; doc: string }[] = [];
  const note = (node: { key: unknown; start: number; [flag: string]: unknown }) => {
    const { key, start } = node as { key: { type: string; name: string }; start: number };
    if (key.type !== "Identifier" || node["override"] || node["static"] || key.name === "constructor") return;
    if (node["accessibility"] === "private" || node["accessibility"] === "protected") return;
    const comment = parsed.comments.findLast((one) => one.end <= start);
    const isBefore = comment !== undefined && /^\s*$/.test(text.slice(comment.end, start));
    members.push({ name: key.name, doc: isBefore ? comment.value.replace(/\s*\n\s*\*\s*/g, " ") : "" });
  };
  new Visitor({
    MethodDefinition: (node) => note(node as never),
    PropertyDefinition: (node) => note(node as never),
  }).visit(parsed.program);
  return members;
}

/** What only Tandem's own layers use says for whom it is. */
const isOurs = /\b(?:For (?:the |Tandem|conversations|`)|the server has)/;

describe("the session contract", () => {
  it.each(names)("S41: %s exists (%s)", (name, home) => {
    expect(exists[home](name)).toBe(true);
  });

  it.each(names)("S41: %s has a doc comment (%s)", (name, home) => {
    const places = sources.filter(({ file }) => declaredIn[home].test(file));
    expect(places.some(({ text }) => documented(name).test(text))).toBe(true);
  });

  it.each(names)("S41: %s is in docs/session.md", (name) => {
    expect(reference.get(name)?.what ?? "").not.toBe("");
  });

  it.each([...reference])("S41: %s has rules there, and tests of them that use it", (name, { rules }) => {
    expect(rules).not.toEqual([]);
    expect(rules.filter((rule) => !rulesThere.has(rule))).toEqual([]);
    const uses = new RegExp(`\\b${name}\\b`);
    const proofs = tests.filter(({ text }) => uses.test(text) && rules.some((rule) => provenBy(rule).test(text)));
    expect(proofs).not.toEqual([]);
  });

  it("S41: what else the sections of the contract have is in docs/session.md, or says that it is for Tandem itself", () => {
    const members = filesIn("src/session/contract", typeScript).flatMap(publicMembers);
    expect(members.length).toBeGreaterThan(10);
    expect(
      members.filter(({ name, doc }) => !reference.has(name) && !isOurs.test(doc)).map(({ name }) => name),
    ).toEqual([]);
  });

  it("S41: every value that `tandem` exports is named in the documentation", () => {
    const pages = filesIn("docs", /\.md$/).map(read).join("\n");
    const missing = Object.keys(tandem).filter((name) => !new RegExp(`\\b${name}\\b`).test(pages));
    expect(missing).toEqual([]);
  });
});
