import type { App, AppOptions, Child, Component } from "tandem";

export interface Example {
  /** Below the gallery’s own path, without a slash in front. */
  path: string;
  title: string;
  /** One sentence, for the card. */
  summary: string;
  /** What to look at, for the page. */
  text: string;
  component: Component;
  /** What it is, if it cannot be a part of another page: an app of its own, beside the gallery, by its name. */
  apps?: Readonly<Record<string, App>>;
  /** Whether its apps look as they say themselves, not as the gallery does. */
  hasOwnLook?: boolean;
  /** What it needs in the page, of the app that it is by itself. */
  scripts?: AppOptions["scripts"];
  /** Below `examples/`, of the gallery or, if they begin with `seeds/` or `apps/`, of the repository; the first is to be read first. */
  files: readonly string[];
  /** Whether it needs the whole width, with its source below. */
  isWide?: boolean;
  /** Something live for its card. */
  glance?: () => Child;
}

export interface Chapter {
  title: string;
  examples: readonly Example[];
}
