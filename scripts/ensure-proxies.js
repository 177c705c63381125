// @ts-check
/** Makes sure there are an nginx and an HAProxy to test behind: installs Debian's where it may, else says what to do. */
import { existsSync, writeFileSync, rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { aptInstall } from "./support/apt.js";
import { findProgram } from "./support/find-program.js";

const names = ["nginx", "haproxy"];

const remedy = `The tests behind real proxies need nginx and HAProxy on PATH. Install them, then run the command again:
  - Debian or Ubuntu:  sudo apt-get update && sudo apt-get install -y --no-install-recommends nginx haproxy
  - macOS:             brew install nginx haproxy`;

/** Debian's packages start their service, unless this file says no. */
const startPolicy = "/usr/sbin/policy-rc.d";

export function ensureProxies() {
  const missing = () => names.filter((name) => findProgram([name]) === undefined);
  if (missing().length === 0) return;
  withoutServices(() => aptInstall(...missing()));
  if (missing().length > 0) throw new Error(remedy);
}

/** Runs `install` so that what it installs does not start by itself, where we may say so. @param {() => void} install */
function withoutServices(install) {
  const ours = process.getuid?.() === 0 && !existsSync(startPolicy);
  if (ours) writeFileSync(startPolicy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    install();
  } finally {
    if (ours) rmSync(startPolicy);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    ensureProxies();
    console.log(names.map((name) => findProgram([name])).join("\n"));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
