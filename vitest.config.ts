import { defineConfig, type TestProjectConfiguration } from "vitest/config";

/** Tests that start a real browser: one file at a time, after the quick ones. */
const inChromium = ["test/browser/**/*.test.{ts,tsx}", "test/**/*.chromium.test.{ts,tsx}"];

/**
 * No test measures a time, so patience costs nothing where all is well: these are for a machine many times slower, or
 * one that others use too.
 */
const patient = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 60_000, interval: 20 } },
} as const;

/** Tests import `tandem` as an app does, and get the sources. (How JSX compiles is read from tsconfig.json.) */
const likeAnApp = {
  ssr: { resolve: { conditions: ["source", "module", "node", "development|production"] } },
} as const satisfies TestProjectConfiguration;

export default defineConfig({
  test: {
    globalSetup: ["test/global-setup.ts"],
    projects: [
      {
        ...likeAnApp,
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: inChromium,
          ...patient,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...likeAnApp,
        test: {
          name: "chromium",
          include: inChromium,
          ...patient,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
