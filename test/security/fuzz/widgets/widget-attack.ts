import { DEFAULT_LIMITS } from "../../../../src/core/limits.ts";
import { CloseCode } from "../../../../src/protocol/close-codes.ts";
import type { Component } from "tandem";
import { promisesSettled } from "../../../support/fake-clock.ts";
import { TestSession, type TestClient } from "../../../support/test-session.ts";
import type { Vocabulary, Word } from "./hostile-words.ts";

/** A screen to be attacked. Made anew for each session. */
export interface Target {
  readonly Screen: Component;
  /** What is not as it must be, in words. */
  readonly check: () => readonly string[];
  /** What the app does on its own meanwhile; runs in the session. */
  readonly meddles?: readonly (() => unknown)[];
  /** What may change by no word of a client as things stand; `undefined` where all may. */
  readonly fixed?: () => unknown;
  /** Whether it may come to its end, as conversations do. */
  readonly mayEnd?: boolean;
  /** Errors of the app's own that may come: they are for its log, and not for the page. */
  readonly appError?: string;
}

export interface FuzzCase {
  readonly name: string;
  readonly words?: Vocabulary;
  readonly meddles?: number;
  readonly open: () => Target;
}

/** Codes with which a client that says such things may be sent away. */
const CLOSES: readonly number[] = [CloseCode.ProtocolError, CloseCode.FrameTooLarge];

/** Frames of megabytes come through, as an app may allow them. */
const LIMITS = {
  ...DEFAULT_LIMITS,
  maxFrameBytes: 4 * 1024 * 1024,
  eventBurst: 1e9,
  eventsPerSecond: 1e9,
  reattachesPerMinute: 1e9,
};

/** The most that one word of a client may make a session say, in characters and in operations. */
const MOST_SAID = 2_000_000;
const MOST_OPERATIONS = 4_000;

const SECRET = "what only the bystander may know";
/** As stacks write where a function was called, and how the sources are called. */
const STACK = /\n\s+at .+:\d+|\/(?:src|node_modules)\/[\w/.-]+\.[tj]sx?\b/;

interface Opened {
  readonly target: Target;
  readonly test: TestSession;
}

/** A session that shows a target, a client that says hostile words, and another session beside it that must not notice. */
export class WidgetAttack {
  readonly problems: string[] = [];
  readonly #attacked: Opened;
  readonly #clientId: number;
  readonly #bystander: { readonly client: TestClient; readonly told: () => readonly string[] };
  #bystanderHeard = 0;
  #companion: TestClient | undefined;
  #client!: TestClient;
  #next = 1;
  #tag = 0;
  #elements: readonly { readonly id: number; readonly on: readonly string[] }[] = [];
  #stale: readonly { readonly id: number; readonly on: readonly string[] }[] = [];
  #names: readonly string[] = [];
  #seen = -1;

  constructor({ open }: FuzzCase) {
    this.#attacked = opened(open());
    this.#clientId = this.#attacked.test.session.addClient();
    this.#attach(0);
    const other = opened(open());
    other.test.session.setTitle(SECRET);
    this.#bystander = { client: other.test.connect(), told: other.target.check };
  }

  /**
   * Waits until both screens are as they are at first. With `hasCompanion`, the attacked session has another client,
   * which is honest and stays.
   */
  async begin({ hasCompanion }: { hasCompanion: boolean }): Promise<void> {
    if (hasCompanion) this.#companion = this.#attacked.test.connect();
    for (let turn = 0; turn < 3; turn++) await promisesSettled();
    this.#bystanderHeard = this.#bystander.client.received.length;
  }

  /** Says one word, and looks at what came of it. */
  async say(word: Word): Promise<void> {
    const { target, test } = this.#attacked;
    const before = word.kind === "meddle" || word.kind === "wait" ? undefined : target.fixed?.();
    const saidBefore = this.#client.received.length;
    this.#act(word);
    await promisesSettled();
    if (before !== undefined && JSON.stringify(target.fixed?.()) !== JSON.stringify(before))
      this.#note(`what was fixed as ${JSON.stringify(before)} is ${JSON.stringify(target.fixed?.())}`, word);
    this.#hear(saidBefore, word);
    for (const problem of target.check()) this.#note(problem, word);
    if (!test.session.isOver) this.#keepCompany(word);
    if (!test.session.isOver) this.#goOn(word);
    else if (target.mayEnd !== true) this.#note("the session is over", word);
  }

  /** Looks at what is to be seen in the end. */
  async end(): Promise<void> {
    const { test, target } = this.#attacked;
    const { client, told } = this.#bystander;
    const heard = this.#bystanderHeard;
    if (client.received.length !== heard || client.closed !== undefined)
      this.problems.push(`the bystander heard ${JSON.stringify(client.received.slice(heard)).slice(0, 300)}`);
    for (const problem of told()) this.problems.push(`the bystander: ${problem}`);
    for (const { level, event, error } of test.log) {
      if (level !== "error") continue;
      const text = error instanceof Error ? String(error.stack) : String(error);
      if (target.appError === undefined || !text.includes(target.appError)) this.problems.push(`${event}: ${text}`);
    }
    for (const name in {}) this.problems.push(`every object has ${name}`);
    await test.session.close();
  }

  /** The companion has read what it was sent, says so, and is there. */
  #keepCompany(word: Word): void {
    const companion = this.#companion;
    if (companion === undefined) return;
    const last = companion.frames.at(-1)?.[0];
    if (last !== undefined) companion.says([0, last]);
    companion.received.splice(0, companion.received.length - 1);
    if (!companion.isOpen) this.#note(`the companion's line was closed with ${companion.closed?.code}`, word);
  }

  #note(problem: string, word: Word): void {
    this.problems.push(`${problem}, after ${JSON.stringify(word).slice(0, 300)}`);
  }

  #act(word: Word): void {
    const { target, test } = this.#attacked;
    switch (word.kind) {
      case "event": {
        this.#look();
        // Now and then one that is no longer there.
        const from = word.at % 16 === 0 && this.#stale.length > 0 ? this.#stale : this.#elements;
        const element = from[word.at % from.length];
        if (element === undefined) return;
        const type = typeof word.on === "string" ? word.on : (element.on[word.on % element.on.length] ?? "click");
        return this.#send(element.id, type, ...(word.payload === undefined ? [] : [word.payload]));
      }
      case "request":
        this.#look();
        return this.#send("request", ++this.#tag, this.#names[word.at % this.#names.length] ?? "none", word.args);
      case "answer":
        return this.#send("answer", word.id, word.ok, word.value);
      case "tell":
        return this.#send("tell", word.topic, word.value);
      case "pulse":
        return this.#client.says([0, word.acknowledged]);
      case "mangled": {
        const text = JSON.stringify([this.#next, 0, word.at, "input", { v: "a" }]);
        return this.#client.saysText(
          text.slice(0, word.at % text.length) + word.with + text.slice((word.at % text.length) + word.cut),
        );
      }
      case "meddle":
        return void test.session.run(() => target.meddles?.[word.which]?.());
      case "wait":
        return test.clock.advance(word.ms);
      case "drop":
        this.#client.drop();
        return this.#attach(word.frame);
    }
  }

  #send(...rest: unknown[]): void {
    const last = this.#client.frames.at(-1)?.[0] ?? 0;
    this.#client.says([this.#next++, last, ...rest]);
  }

  /** What came of a word: neither more than it is worth, nor what is nobody's business. */
  #hear(from: number, word: Word): void {
    const said = this.#client.received.slice(from);
    if (said.length === 0) return;
    const text = JSON.stringify(said);
    const operations = said.reduce((sum, frame) => sum + (Array.isArray(frame[2]) ? frame[2].length : 0), 0);
    if (text.length > MOST_SAID) this.#note(`${text.length} characters were said`, word);
    if (operations > MOST_OPERATIONS) this.#note(`${operations} operations were said`, word);
    if (text.includes(SECRET)) this.#note("another session's secret was told", word);
    const stack = STACK.exec(text.replaceAll("\\n", "\n"));
    if (stack !== null) this.#note(`the page was told of ${stack[0]}`, word);
    const { appError } = this.#attacked.target;
    if (appError !== undefined && text.includes(appError)) this.#note("the page was told of an error of the app", word);
  }

  /** Comes back where it was sent away, and looks again where the screen has changed. */
  #goOn(word: Word): void {
    if (!this.#client.isOpen) {
      const code = this.#client.closed?.code ?? 0;
      if (!CLOSES.includes(code)) this.#note(`the line was closed with ${code}`, word);
      this.#attach(-1);
    }
  }

  #attach(frame: number): void {
    const { test } = this.#attacked;
    this.#client = test.attach(this.#clientId, frame);
    if (!this.#client.isOpen) this.#client = test.attach(this.#clientId, -1);
    const welcome = this.#client.received.find(([word]) => word === "welcome") as
      | ["welcome", { event: number }]
      | undefined;
    this.#next = (welcome?.[1].event ?? 0) + 1;
    this.#seen = -1;
  }

  /** Looks at the screen again, if it may have changed. */
  #look(): void {
    if (this.#client.received.length === this.#seen) return;
    const { root, layers } = this.#attacked.test.session.firstPaint() as { root: string; layers: string };
    const html = root + layers;
    this.#stale = [...this.#stale, ...this.#elements].slice(-200);
    this.#elements = [...html.matchAll(/ data-t="(\d+)"(?: data-on="([^"]*)")?/g)]
      .map(([, id, on]) => ({ id: Number(id), on: typesOf(on) }))
      // Those that listen are there more often.
      .flatMap((element) => (element.on.length > 0 ? [element, element, element, element] : element));
    const { received } = this.#client;
    const told = received.length > 0 ? JSON.stringify(received.slice(-20)) : "";
    const names = [...`${html}${told}`.matchAll(/tandem-(?:grid:tandem-table|log)-\d+/g)].map(([name]) => name);
    this.#names = [...new Set([...this.#names, ...names])];
    if (received.length > 200) received.splice(0, received.length - 100);
    this.#seen = received.length;
  }
}

/** "input:d200 keydown:kEnter" */
const typesOf = (on: string | undefined): string[] => (on ?? "").split(" ").flatMap((each) => each.split(":")[0] || []);

function opened(target: Target): Opened {
  return { target, test: new TestSession(target.Screen, { limits: LIMITS }) };
}
