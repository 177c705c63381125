let ids = 0;

/** An id for an element that no other on any page has; for labels and what else refers to it. */
export const freshId = (what: string): string => `tandem-${what}-${(++ids).toString(36)}`;
