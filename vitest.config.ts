import { defineConfig, type TestProjectConfiguration } from "vitest/config";

/** Tests that start a real browser: one file at a time, after the quick ones. */
const inChromium = ["test/browser/**/*.test.{ts,tsx}", "test/**/*.chromium.test.{ts,tsx}"];

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
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...likeAnApp,
        test: {
          name: "chromium",
          include: inChromium,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
