/** What `use` answers, or nothing where the browser refuses it: a page may have no storage. */
export function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
