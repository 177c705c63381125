import type { Component } from "tandem";
import { TestSession } from "../../support/test-session.ts";

/** A widget in a session, and a client that says of its controls whatever it likes. */
export function enter(root: () => unknown) {
  const test = new TestSession(root as Component);
  const client = test.connect();
  const control = (tag: string, which = 0) => {
    const id = () => test.idOf(tag, which);
    return {
      says: (type: string, payload?: object) => client.event(id(), type, payload),
      input: (v: string, more: object = {}) => client.event(id(), "input", { v, ...more }),
      change: (v: string, more: object = {}) => client.event(id(), "change", { v, ...more }),
      blur: (more: object = {}) => client.event(id(), "blur", more),
      key: (k: string, m = 0) => client.event(id(), "keydown", { k, code: k, m }),
      /** What the server last had the property be. */
      told: (property: string) =>
        client.operations.findLast((operation) => operation[1] === id() && operation[2] === property)?.[3],
    };
  };
  return {
    test,
    client,
    control,
    /** The complaint that is shown. */
    said: () => /tandem-error-text"[^>]*>(?:<!--\d+-->)?([^<]*)/.exec(test.html)?.[1],
    run: (write: () => unknown) => void test.session.run(write),
  };
}
