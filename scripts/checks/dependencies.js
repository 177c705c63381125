// @ts-check
import { read } from "../support/source-files.js";

const permissive = /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense)$/;
/** For tools only: their code is never part of what users get. */
const forTools = /^(MPL-2\.0|Python-2\.0|CC-BY-4\.0)$/;

/** Licences that a package states only in its README. @type {Record<string, string>} */
const statedElsewhere = { "combine-errors": "MIT" };
/** Packages whose licence was read and asks for no more than its notice. argparse (PSF-2.0) reads markdown-it's own command line. */
const readLicences = new Set(["argparse"]);

/** Dependencies: exact versions, and licences that ask nothing of users. */
export function run() {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read("package.json"));
  const inexact = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    .map(([name, version]) => `package.json: ${name} ${version} is not an exact version`);
  const { packages } = JSON.parse(read("package-lock.json"));
  const installed = Object.entries(packages).filter(([path]) => path !== "");
  const licences = installed
    .filter(
      ([path, { license, dev, devOptional }]) =>
        !readLicences.has(nameOf(path)) &&
        !isAllowed(license ?? statedElsewhere[nameOf(path)] ?? "", dev === true || devOptional === true),
    )
    .map(([path, { license }]) => `${nameOf(path)}: licence ${license ?? "unknown"}`);
  // Whether npm wrote them all depends on its registry; where one is missing, `npm ci` refuses to run.
  const missing = installed
    .flatMap(([, { optionalDependencies }]) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => packages[`node_modules/${name}`] === undefined)
    .map(
      (name) => `package-lock.json: ${name} is missing, so \`npm ci\` fails; choose a version that is wholly published`,
    );
  return { failures: [...inexact, ...licences, ...missing], note: `${installed.length} packages` };
}

/** @param {string} path in `node_modules/` */
const nameOf = (path) => path.replace(/^.*node_modules\//, "");

/** "(MIT OR GPL-3.0)" is a choice; "MIT AND ISC" is both. @param {string} licence @param {boolean} isTool */
function isAllowed(licence, isTool) {
  const one = (/** @type {string} */ name) => permissive.test(name) || (isTool && forTools.test(name));
  return licence
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every(one));
}
