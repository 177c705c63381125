import { describe, expect, it } from "vitest";
import { z } from "zod";
import { effect } from "../../src/reactive/effect.ts";
import { app } from "../../src/session/app.ts";
import { currentSession } from "../../src/session/current.ts";
import { MAX_SECTION_LENGTH } from "../../src/protocol/kept-settings.ts";
import type { SettingsFollower, SettingsStore } from "../../src/session/settings/settings-store.ts";
import { UserSettings } from "../../src/session/settings/user-settings.ts";
import { mount } from "../../src/testing/mount.ts";
import { TestSession, type TestClient } from "../support/test-session.ts";

class Preferences extends UserSettings {
  static override readonly section = "preferences";
  static override readonly schemas = { volume: z.number().min(0).max(10) };
  name = "";
  fontSize = 16;
  notify = true;
  since = new Date(0);
  favourites: string[] = [];
  window: Record<string, number> = {};
  volume: number | null = null;
}
class Login extends UserSettings {
  token = "";
}

const NAMES = ["name", "fontSize", "notify", "since", "favourites", "window", "volume"];
const first = () => ({ ...new Preferences() });

function prepare(attachments: readonly object[] = [Preferences, Login], root = () => <p />) {
  const test = new TestSession(root, { app: { attachments }, development: true });
  const { session } = test;
  return { test, session, preferences: session.get(Preferences) };
}

/** What a client was asked to save. */
const saves = (client: TestClient) =>
  (client.messages as [string, string, unknown[]][])
    .filter(([, name]) => name === "saveSettings")
    .map(([, , args]) => args);

describe("classes", () => {
  it.each([
    [
      "a constructor with parameters",
      class extends Login {
        constructor(readonly_: string) {
          super();
          this.token = readonly_;
        }
      },
      /without parameters/,
    ],
    [
      "a section that is none",
      class extends Login {
        static override readonly section = "a;b";
      },
      /letters, digits/,
    ],
    [
      "a field of nothing",
      class extends UserSettings {
        nothing = undefined;
      },
      /first value of .*nothing/,
    ],
    [
      "a field of a class",
      class extends UserSettings {
        map = new Map();
      },
      /first value of .*map/,
    ],
  ])("A11: %s is refused when the app is made", (_, type, message) => {
    expect(() => app(() => null, { attachments: [type] })).toThrow(message);
  });

  it("A11: two classes of one section are refused, and anything that cannot be attached", () => {
    class Other extends UserSettings {}
    expect(() => app(() => null, { attachments: [Login, Other] })).toThrow(/Login and Other share ""/);
    expect(() => app(() => null, { attachments: [Preferences, new Login()] })).not.toThrow();
    expect(() => app(() => null, { attachments: [{}] })).toThrow(/an instance of a class/);
  });

  it("A11: a schema that takes its time is refused", () => {
    class Slow extends UserSettings {
      static override readonly schemas = { word: z.string().refine(async () => true) };
      word = "";
    }
    expect(() => app(() => null, { attachments: [Slow] })).not.toThrow();
    const { session } = prepare([Preferences, Slow]);
    expect(() => (session.get(Slow).word = "x")).toThrow(expect.objectContaining({ code: "memory/settings-schema" }));
  });

  it("A12: each session has its own object, with the class's values or the given ones", () => {
    const given = Object.assign(new Preferences(), { fontSize: 20, favourites: ["a"] });
    const [one, two] = [prepare([given]), prepare([given])];
    expect([one.preferences === given, one.preferences === two.preferences]).toEqual([false, false]);
    one.session.run(() => (one.preferences.fontSize = 30));
    one.preferences.favourites.push("b");
    expect([two.preferences.fontSize, two.preferences.favourites, given.fontSize]).toEqual([20, ["a"], 20]);
    expect({ ...prepare().preferences }).toEqual(first());
    expect(JSON.parse(JSON.stringify(prepare().preferences))).toMatchObject({ fontSize: 16, volume: null });
  });
});

describe("loading", () => {
  it("A13: the first client is asked, and each field takes what fits it", async () => {
    const { test, preferences } = prepare();
    const client = test.connect();
    expect(client.messages).toEqual([["do", "settings", ["", [["preferences", ...NAMES], [""].concat("token")]]]]);
    expect(preferences.isLoaded).toBe(false);
    client.word("tell", "settings", [
      "preferences",
      0,
      {
        name: '"Ada"',
        fontSize: '"large"',
        notify: "false",
        since: '"2026-02-03T04:05:06.000Z"',
        favourites: '["a","b"]',
        window: '{"left":1,"__proto__":{"polluted":1}}',
        volume: "11",
        more: "1",
      },
    ]);
    expect({ ...preferences }).toEqual({
      ...first(),
      name: "Ada",
      notify: false,
      since: new Date("2026-02-03T04:05:06Z"),
      favourites: ["a", "b"],
      window: { left: 1 },
    });
    expect(preferences.isLoaded).toBe(true);
    expect(test.events("memory/bad-setting").map(({ message }) => message)).toEqual([
      "preferences:fontSize is as it was",
      "preferences:volume is as it was",
    ]);
    expect(await preferences.ready).toBe(true);
    expect(saves(client)).toEqual([]);
  });

  it.each([
    ["no JSON", "{"],
    ["another kind", "7"],
    ["too deep", `${"[".repeat(40)}${"]".repeat(40)}`],
    ["no text", 7],
    ["too long", JSON.stringify("x".repeat(MAX_SECTION_LENGTH))],
    ["a date that is none", '"yesterday"'],
  ])("A13: %s is no setting", (_, text) => {
    const { test, preferences } = prepare();
    const client = test.connect();
    client.word("tell", "settings", ["preferences", 0, { since: text, name: text === "7" ? text : '"Ada"' }]);
    expect([preferences.since, preferences.name]).toEqual([new Date(0), text === "7" ? "" : "Ada"]);
  });

  it.each([[null], ["preferences"], [[]], [["other", 0, {}]], [["preferences", "0", {}]], [["preferences", 0, null]]])(
    "A13: %j is no word of settings",
    (told) => {
      const { test, preferences } = prepare();
      test.connect().word("tell", "settings", told);
      expect([preferences.isLoaded, test.log]).toEqual([false, []]);
    },
  );

  it("A14: who waits hears no more than 30 s later that nothing will come, or when client or session go", async () => {
    const { test, preferences } = prepare();
    const client = test.connect();
    test.clock.advance(30_000);
    expect(await preferences.ready).toBe(false);
    client.word("tell", "settings", ["preferences", 0, { name: '"late"' }]);
    expect([preferences.isLoaded, preferences.name]).toEqual([true, "late"]);
    const gone = prepare();
    gone.test.connect();
    gone.session.removeClient(1);
    expect(await gone.preferences.ready).toBe(false);
    const ended = prepare();
    await ended.session.close();
    expect(await ended.preferences.ready).toBe(false);
    expect(await new Preferences().ready).toBe(false);
    expect(new Preferences().isLoaded).toBe(false);
  });

  it("A15: small settings are in the next first paint, and are checked there as well", () => {
    const cookie = (texts: object) =>
      `other=1; tandem-settings.preferences=${encodeURIComponent(JSON.stringify(texts))}`;
    const open = (header: string) =>
      new TestSession(() => <p>{() => currentSession().get(Preferences).name}</p>, {
        app: { attachments: [Preferences] },
        headers: { cookie: header },
      });
    expect(open(cookie({ name: '"Ada"', fontSize: '"x"' })).html).toContain("Ada");
    for (const hostile of ["tandem-settings.preferences=%", "tandem-settings.preferences=7", cookie({ name: "7" })]) {
      expect(open(hostile).html).toMatch(/<p[^>]*><\/p>/);
    }
    expect(open(cookie({ name: JSON.stringify("x".repeat(4_000)) })).html).not.toContain("x");
  });
});

describe("saving", () => {
  it("A16: what a turn assigned leaves with its frame, in one message, and who reads it follows", () => {
    const seen: unknown[] = [];
    const { test, session, preferences } = prepare(undefined, () => {
      effect(() => void seen.push(currentSession().get(Preferences).fontSize));
      return <p>{() => currentSession().get(Preferences).name}</p>;
    });
    const client = test.connect();
    session.run(() => {
      preferences.name = "A";
      preferences.name = "Ada";
      preferences.fontSize = 20;
      preferences.since = new Date(1);
      preferences.favourites = [];
      preferences.notify = true;
    });
    expect(client.frames.slice(-2).flatMap((frame) => frame.slice(2))).toEqual([
      [[0, expect.any(Number), "Ada"]],
      [],
      [
        [
          "do",
          "saveSettings",
          ["preferences", 1, { name: '"Ada"', fontSize: "20", since: '"1970-01-01T00:00:00.001Z"' }],
        ],
      ],
    ]);
    expect(seen).toEqual([16, 20]);
    session.run(() => (preferences.name = "Ada"));
    expect(saves(client)).toHaveLength(1);
  });

  it("A16: what is assigned right before the end is saved", async () => {
    const { test, session, preferences } = prepare();
    const client = test.connect();
    session.run(() => {
      preferences.name = "last";
      void session.close();
    });
    await test.settled();
    expect(saves(client)).toEqual([["preferences", 1, { name: '"last"' }]]);
  });

  it("A17: what is assigned early stands, and is saved when there is a client", () => {
    const { test, session, preferences } = prepare();
    session.run(() => (preferences.name = "early"));
    const client = test.connect();
    expect(saves(client)).toEqual([["preferences", 1, { name: '"early"' }]]);
    client.word("tell", "settings", ["preferences", 0, { name: '"kept"', fontSize: "18" }]);
    expect([preferences.name, preferences.fontSize]).toEqual(["early", 18]);
    client.word("tell", "settings", ["preferences", 1, { name: '"from a tab"' }]);
    expect(preferences.name).toBe("from a tab");
  });

  it.each([
    ["name", 7],
    ["name", undefined],
    ["fontSize", NaN],
    ["fontSize", 1n],
    ["notify", "yes"],
    ["since", new Date("never")],
    ["favourites", {}],
    ["window", []],
    ["window", new Map()],
    ["volume", 11],
    ["volume", null],
  ] as const)("A18: %s cannot be %o", (name, value) => {
    const { preferences } = prepare();
    const before = preferences[name];
    expect(() => Object.assign(preferences, { [name]: value })).toThrow(
      expect.objectContaining({ code: "memory/settings-value" }),
    );
    expect(preferences[name]).toBe(before);
  });

  it("A18: neither can what contains itself, nor what is too large", () => {
    const { test, session, preferences } = prepare();
    const loop: Record<string, unknown> = {};
    loop["itself"] = loop;
    expect(() => Object.assign(preferences, { window: loop })).toThrow(/what JSON can say/);
    const client = test.connect();
    session.run(() =>
      expect(() => (preferences.name = "x".repeat(MAX_SECTION_LENGTH))).toThrow(
        expect.objectContaining({ code: "memory/settings-too-large" }),
      ),
    );
    expect([preferences.name, saves(client)]).toEqual(["", []]);
  });

  it("A19: what another tab changed is there, is not saved again, and does not undo what was written since", () => {
    const { test, session, preferences } = prepare();
    const client = test.connect();
    client.word("tell", "settings", ["preferences", 0, {}]);
    session.run(() => (preferences.name = "mine"));
    client.word("tell", "settings", ["preferences", 0, { name: '"theirs, before"', fontSize: "20" }]);
    expect([preferences.name, preferences.fontSize]).toEqual(["mine", 20]);
    client.word("tell", "settings", ["preferences", 1, { name: null, fontSize: "21" }]);
    expect([preferences.name, preferences.fontSize]).toEqual(["", 21]);
    expect(saves(client)).toHaveLength(1);
  });

  it("A41: reset forgets; detaching deletes nothing and saves no more", () => {
    const { test, session, preferences } = prepare();
    const client = test.connect();
    session.run(() => {
      preferences.fontSize = 30;
      preferences.favourites = ["a"];
    });
    session.run(() => preferences.reset());
    expect({ ...preferences }).toEqual(first());
    expect(saves(client)[1]).toEqual(["preferences", 2, Object.fromEntries(NAMES.map((name) => [name, null]))]);
    session.run(() => session.detach(Preferences));
    session.run(() => (preferences.name = "unsaved"));
    expect([preferences.name, saves(client).length, session.has(Preferences)]).toEqual(["unsaved", 2, false]);
  });

  it("A42: one attached later is saved as a whole, and takes the other's place; before, it is plain", () => {
    const { test, session, preferences } = prepare();
    const client = test.connect();
    const other = new Preferences();
    other.fontSize = "any" as never;
    other.fontSize = 40;
    other.reset();
    expect(() => session.attach(Object.assign(new Preferences(), { since: undefined }))).toThrow(/first value/);
    session.run(() => session.attach(other));
    expect(session.get(Preferences)).toBe(other);
    expect(saves(client)).toEqual([["preferences", 1, expect.objectContaining({ fontSize: "40", name: '""' })]]);
    session.run(() => (preferences.name = "of the one before"));
    session.run(() => (other.name = "new"));
    expect(saves(client).slice(1)).toEqual([["preferences", 2, { name: '"new"' }]]);
    const late = new TestSession(() => <p />);
    const there = late.connect();
    late.session.run(() => late.session.attach(new Login()));
    expect(there.messages).toEqual([
      ["do", "settings", ["", []]],
      ["do", "saveSettings", ["", 1, { token: '""' }]],
    ]);
  });

  it("A43: other clients are neither asked nor heard, nor told when the first is gone", () => {
    const { test, session, preferences } = prepare();
    const [mine, theirs] = [test.connect(), test.connect()];
    theirs.word("tell", "settings", ["preferences", 0, { name: '"forged"' }]);
    session.run(() => (preferences.name = "mine"));
    expect([preferences.name, saves(mine).length, theirs.messages]).toEqual(["mine", 1, []]);
    session.run(() => session.removeClient(1));
    session.run(() => (preferences.name = "secret"));
    expect(theirs.messages).toEqual([]);
  });
});

/** Keeps settings in memory. */
class Shelf implements SettingsStore {
  readonly sections = new Map<string, Record<string, unknown>>();
  readonly followers = new Set<SettingsFollower>();

  read(key: string): Record<string, unknown> {
    return this.sections.get(key) ?? {};
  }

  write(key: string, texts: Record<string, string | null>, writer: SettingsFollower): void {
    const kept = Object.entries({ ...this.read(key), ...texts }).filter(([, text]) => text !== null);
    this.sections.set(key, Object.fromEntries(kept));
    for (const follower of this.followers) if (follower !== writer) follower(key);
  }

  follow(follower: SettingsFollower): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }
}

it("A45: where the server keeps them, they are in the first paint, and live in all sessions", async () => {
  const settings = new Shelf();
  settings.sections.set(":preferences", { name: '"Ada"', fontSize: '"x"' });
  const open = (basePath?: string) =>
    new TestSession(() => <p>{() => currentSession().get(Preferences).name}</p>, {
      app: { attachments: [Preferences] },
      host: { backend: "node", isWindow: true, settings },
      headers: { cookie: `tandem-settings.preferences=${encodeURIComponent(JSON.stringify({ name: '"cookie"' }))}` },
      ...(basePath === undefined ? {} : { basePath }),
    });
  const [one, two, other] = [open(), open(), open("/other")];
  expect([one.html, other.html].map((html) => html.replace(/<[^>]*>/g, ""))).toEqual(["Ada", ""]);
  const [mine, theirs] = [one.session.get(Preferences), two.session.get(Preferences)];
  expect([await mine.ready, mine.isLoaded, mine.fontSize]).toEqual([true, true, 16]);
  one.session.run(() => {
    mine.name = "Grace";
    mine.notify = false;
  });
  const client = two.connect();
  expect([two.html.includes("Grace"), theirs.notify, client.messages]).toEqual([true, false, []]);
  two.session.run(() => theirs.reset());
  expect([mine.name, mine.notify, settings.sections.get(":preferences")]).toEqual(["", true, {}]);
  client.word("tell", "settings", ["preferences", 0, { name: '"forged"' }]);
  expect(theirs.name).toBe("");
  await one.session.close();
  await two.session.close();
  expect(settings.followers.size).toBe(1);
});

it("A13, A15, A16: a page keeps them through reloads, in its storage and a cookie", async () => {
  class Notes extends UserSettings {
    static override readonly section = "notes";
    text = "nothing";
    long = "";
  }
  const Root = () => <p>{() => `${currentSession().get(Notes).text} ${currentSession().get(Notes).long.length}`}</p>;
  await using page = await mount(app(Root, { attachments: [Notes] }));
  const change = (fn: (notes: Notes) => void) => page.session.run(() => fn(page.session.get(Notes)));
  change((notes) => (notes.text = "kept; even with = and ü"));
  await page.settle();
  expect(page.window.localStorage.getItem("tandem::notes:text")).toBe('"kept; even with = and ü"');
  await page.reload();
  page.screen.getByText("kept; even with = and ü 0");
  expect(page.session.firstPaint().root).toContain("kept");
  change((notes) => (notes.long = "x".repeat(2_000)));
  await page.settle();
  expect(page.document.cookie).not.toContain("tandem-settings.notes=%");
  await page.reload();
  page.screen.getByText("kept; even with = and ü 2000");
  change((notes) => notes.reset());
  await page.settle();
  expect([page.window.localStorage.length, page.document.cookie]).toEqual([0, expect.not.stringContaining("notes=%")]);
  await page.reload();
  page.screen.getByText("nothing 0");
});

it("A14: a browser without storage says so, and nothing fails", async () => {
  await using page = await mount(
    app(() => <p />, { attachments: [Preferences] }),
    { connected: false },
  );
  Object.defineProperty(page.window, "localStorage", {
    get() {
      throw new DOMException("Refused", "SecurityError");
    },
  });
  page.network.resume();
  await page.settle();
  const preferences = page.session.get(Preferences);
  page.session.run(() => (preferences.name = "Ada"));
  await page.settle();
  expect([preferences.isLoaded, preferences.name]).toEqual([true, "Ada"]);
});
