/** What came, for messages of errors: its `typeof`, and `null` by its name. */
export const kindOf = (value: unknown): string => (value === null ? "null" : typeof value);
