import type { AppOptions } from "../../src/session/app.ts";
import type { App } from "../../src/session/app.ts";
import { TestSession, type TestClient, type TestSessionOptions } from "../support/test-session.ts";

/** A session of an app with pages, opened at `url`. */
export const openAt = (app: App, url = "/", options: Omit<TestSessionOptions, "app"> = {}): TestSession =>
  new TestSession(app.root, { ...options, app: app.options as AppOptions, url: new URL(url, "http://localhost").href });

/** What a client was told to do about its history, in order: `[url, mode]`. */
export const steps = (client: TestClient): unknown[] =>
  client.messages.flatMap((message) => {
    const [kind, name, args] = message as [string, string, unknown[]];
    return kind === "do" && name === "navigate" ? [args.slice(0, 2)] : [];
  });

/** Whatever it was told to do under that name. */
export const deeds = (client: TestClient, name: string): unknown[][] =>
  client.messages.flatMap((message) => {
    const [kind, deed, args] = message as [string, string, unknown[]];
    return kind === "do" && deed === name ? [args] : [];
  });
