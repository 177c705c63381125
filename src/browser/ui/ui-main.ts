/** What pages with widgets load. */
export {};
