import { TandemError } from "../../core/errors.ts";
import { rejectUnknownOptions } from "../../core/options.ts";
import { EXPECTED_PULL_INTERVAL, isPullInterval } from "../../core/pull-interval.ts";

/** How a session's page behaves, as `setEnv` has it. From PyWebIO's `set_env`. */
export interface Env {
  /** Whether what a conversation shows fades in. */
  readonly outputAnimation: boolean;
  /** Whether the page follows what is added at its end, as long as the person is there. */
  readonly autoScrollBottom: boolean;
  /** Milliseconds that a page's question for news waits, where only polling gets through; `undefined`: as the server has it. */
  readonly httpPullInterval: number | undefined;
  /** Whether a conversation's questions stay at the bottom of the window. */
  readonly inputPanelFixed: boolean;
  /** Least and first height of that panel, in pixels. */
  readonly inputPanelMinHeight: number;
  readonly inputPanelInitHeight: number;
  /** Whether a conversation's next question takes the focus. */
  readonly inputAutoFocus: boolean;
  /** How wide the page's content becomes, as a length of CSS; `undefined`: as wide as the app's styles say. */
  readonly outputMaxWidth: string | undefined;
}

/** What `setEnv` can change: the page's title, and everything of {@link Env}. */
export type EnvChange = { readonly [Name in keyof Env]?: Env[Name] } & { readonly title?: string };

export const DEFAULT_ENV: Env = Object.freeze({
  outputAnimation: true,
  autoScrollBottom: false,
  httpPullInterval: undefined,
  inputPanelFixed: true,
  inputPanelMinHeight: 300,
  inputPanelInitHeight: 300,
  inputAutoFocus: true,
  outputMaxWidth: undefined,
});

interface Check {
  readonly expected: string;
  accepts(value: unknown): boolean;
}

const flag: Check = { expected: "true or false", accepts: (value) => typeof value === "boolean" };
const LENGTH = /^(?:\d+(?:\.\d+)?|\.\d+)(?:px|r?em|ch|ex|%|vw|vh|vmin|vmax|cm|mm|in|pt|pc)$/;

function pixelsAbove(least: number): Check {
  return {
    expected: `pixels above ${least}`,
    accepts: (value) => typeof value === "number" && value > least && value < 1e5,
  };
}

/** The ranges are PyWebIO's, and those of the server's option. */
const CHECKS: Readonly<Record<keyof EnvChange, Check>> = {
  title: { expected: "text", accepts: (value) => typeof value === "string" },
  outputAnimation: flag,
  autoScrollBottom: flag,
  httpPullInterval: { expected: EXPECTED_PULL_INTERVAL, accepts: isPullInterval },
  inputPanelFixed: flag,
  inputPanelMinHeight: pixelsAbove(75),
  inputPanelInitHeight: pixelsAbove(175),
  inputAutoFocus: flag,
  outputMaxWidth: {
    expected: 'a length of CSS such as "60rem" or "80%"',
    accepts: (value) => typeof value === "string" && LENGTH.test(value),
  },
};

/** What `env` becomes, and the title where that changes too. Throws before any of it holds. */
export function changedEnv(env: Env, change: EnvChange): { env: Env; title: string | undefined } {
  checkEnv(change);
  const { title, ...rest } = change;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { env: Object.freeze({ ...env, ...(Object.fromEntries(given) as Partial<Env>) }), title };
}

function checkEnv(change: EnvChange): void {
  rejectUnknownOptions("setEnv()", change, Object.keys(CHECKS));
  for (const [name, value] of Object.entries(change)) {
    const { expected, accepts } = CHECKS[name as keyof EnvChange];
    if (value === undefined || accepts(value)) continue;
    throw new TandemError(
      "session/bad-env",
      `Expected ${name} in setEnv() to be ${expected}, but got ${JSON.stringify(value) ?? typeof value}.`,
    );
  }
}
