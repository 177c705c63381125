import { describe, expect, it } from "vitest";
import { effect, ErrorBoundary, onCleanup, session, signal, useContext, createContext } from "tandem";
import { clear, conversation, Output, outputScope, remove, scope, show, useScope, type Shown } from "tandem/flow";
import { mount, type MountedApp } from "tandem/testing";


/** An app without a place for output, whose session runs what a test wants. */
async function mounted(component = () => <main>Page</main>) {
  const app = await mount(component);
  const run = async <T,>(fn: () => T): Promise<Awaited<T>> => {
    const result = await app.session.run(fn);
    await app.settle();
    return result;
  };
  return { app, run, [Symbol.asyncDispose]: () => app.close() };
}

describe("show", () => {
  it("Y1: appends below the page of any app, in order, and what it shows is live", async () => {
    await using test = await mounted();
    const count = signal(1);
    await test.run(() => {
      show("first");
      show(<p>{count} bells</p>);
    });
    expect(texts(root(test.app))).toEqual(["first", "1 bells"]);
    await test.run(() => count.set(2));
    expect(texts(root(test.app))).toEqual(["first", "2 bells"]);
    test.app.expectInStep();
  });
});
