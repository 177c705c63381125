import type { Component } from "tandem";
import { mount, type MountedApp } from "tandem/testing";

/** An app of components alone, whose session does what a test wants. */
export async function mounted(
  component: Component = () => <main>Page</main>,
  options: { expectErrors?: boolean } = {},
) {
  const app = await mount(component, options);
  const run = async <T,>(fn: () => T): Promise<Awaited<T>> => {
    const result = Promise.resolve(app.session.run(fn));
    result.catch(() => {}); // told when all has settled
    await app.settle();
    return (await result) as Awaited<T>;
  };
  /** Starts something that waits for a person. */
  const start = async <T,>(fn: () => Promise<T>): Promise<{ outcome: Outcome<T> }> => {
    const outcome: Outcome<T> = {};
    app.session.run(fn).then(
      (value) => (outcome.value = value),
      (error: unknown) => (outcome.error = error),
    );
    await app.settle();
    return { outcome };
  };
  return { app, run, start, [Symbol.asyncDispose]: () => app.close() };
}

export interface Outcome<T> {
  value?: T;
  error?: unknown;
}

/** The texts that are shown, those of a scope in a list of their own. */
export function texts(element: Element): unknown[] {
  return [...element.children].map((child) => (child.matches(".tandem-scope") ? texts(child) : child.textContent));
}

export const shownIn = (app: MountedApp): unknown[] => {
  const root = app.document.querySelector('[data-scope="root"]');
  return root === null ? [] : texts(root);
};

/** What a person does with the questions of a page, and sees of them. */
export function answering(app: MountedApp) {
  const { screen, user, document } = app;
  const visible = (element: Element) => element.closest("[hidden]") === null;
  const found = (label: string) => screen.getAllByLabelText(new RegExp(label.replace(/[?.]/g, "\\$&"))).filter(visible);
  return {
    async type(label: string, text: string) {
      await user.type(found(label)[0]!, text);
      await app.settle();
    },
    async leave(label: string) {
      found(label)[0]!.blur();
      await app.settle();
    },
    async press(name: string) {
      await user.click(screen.getAllByRole("button", { name }).filter(visible).at(-1)!);
      await app.settle();
    },
    /** What is said to be wrong beside fields. */
    complaints: () =>
      [...document.querySelectorAll(".tandem-field .tandem-error-text")]
        .map((element) => element.textContent)
        .filter((text) => text !== ""),
    forms: () => document.querySelectorAll("form").length,
    /** The labels of the fields that can be seen. */
    inFront: () =>
      [...document.querySelectorAll(".tandem-question:not([hidden]) .tandem-label span:first-child")].map(
        (element) => element.textContent,
      ),
  };
}
