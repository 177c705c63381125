import { buildAll } from "../scripts/build.js";

/**
 * Tests run against what a user gets: the built page runtime, and the built command line. A build that fails
 * must not hide the results of the tests that need neither, so it is only reported; `npm run check` fails on it.
 */
export default async function setup(): Promise<void> {
  try {
    await buildAll();
  } catch (error) {
    console.error(`The build failed; tests of built files cannot pass.\n${String(error)}\n`);
  }
}
