/** What the scripts of languages import, by package. The build puts it in here (`scripts/support/code-languages.js`). */
export const sharedPackages: Readonly<Record<string, unknown>> = {};
