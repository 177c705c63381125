import type { Component } from "tandem";
import { mount, type MountedApp } from "tandem/testing";

/** An app of components alone, whose session does what a test wants. */
export async function mounted(component: Component = () => <main>Page</main>, options: { expectErrors?: boolean } = {}) {
  const app = await mount(component, options);
  const run = async <T,>(fn: () => T): Promise<Awaited<T>> => {
    const result = app.session.run(fn);
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

export const rootOf = (app: MountedApp) => app.document.querySelector<HTMLElement>('[data-scope="root"]')!;

/** The texts that are shown, those of a scope in a list of their own. */
export function texts(element: Element): unknown[] {
  return [...element.children].map((child) => (child.matches(".tandem-scope") ? texts(child) : child.textContent));
}

export const shownIn = (app: MountedApp): unknown[] => texts(rootOf(app));
