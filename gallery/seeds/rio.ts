import type { Example } from "../example.ts";

export const rioExamples: readonly Example[] = [];
