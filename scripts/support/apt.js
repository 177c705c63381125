// @ts-check
import { spawnSync } from "node:child_process";

/** Installs Debian packages, where that may be done. Says whether it was tried. @param {...string} packages */
export function aptInstall(...packages) {
  const prefix = rootPrefix();
  if (prefix === undefined) return false;
  console.log(`Installing Debian's ${packages.join(" and ")} with apt-get.`);
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync([...prefix, "apt-get", ...args].join(" "), {
      shell: true,
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  // An outdated list is no reason to stop: the install says whether it was good enough.
  apt("update");
  return apt("install", "-y", "--no-install-recommends", ...packages);
}

/** What to put before `apt-get`, or undefined where it may not or cannot be run. */
function rootPrefix() {
  if (!succeeds("apt-get --version")) return undefined;
  if (process.getuid?.() === 0) return [];
  return succeeds("sudo -n true") ? ["sudo", "-n"] : undefined;
}

function succeeds(/** @type {string} */ command) {
  return spawnSync(command, { shell: true, stdio: "ignore" }).status === 0;
}
