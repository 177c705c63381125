// @ts-check
import { runTool } from "../support/run.js";

/** Each kind of code is compiled with the globals it really has. */
const projects = [
  "tsconfig.json",
  "src/browser/tsconfig.json",
  "test/tsconfig.json",
  "test/types/tsconfig.json",
  // Declares what its users are, which holds for all that is compiled with it.
  "examples/hosts/tsconfig.json",
];

/** Types: the server without the DOM, the page without Node, the tests, and the lines that must not compile. */
export async function run() {
  const runs = await Promise.all(
    projects.map((project) => runTool("typescript/bin/tsc", ["-p", project, "--noEmit", "--pretty", "false"])),
  );
  const failures = runs.flatMap(({ code, output }, index) =>
    code === 0 ? [] : output.trim() === "" ? [`${projects[index]}: tsc ended with ${code}`] : output.trim().split("\n"),
  );
  return { failures: [...new Set(failures)] };
}
