import type { Example } from "../example.ts";

export const pywebioExamples: readonly Example[] = [];
