import { DATA_CASES } from "./data-cases.tsx";
import { FORM_CASES } from "./form-cases.tsx";
import { INPUT_CASES } from "./input-cases.tsx";
import { OTHER_CASES } from "./other-cases.tsx";
import type { FuzzCase } from "./widget-attack.ts";

export { FLOW_CASES } from "./flow-cases.tsx";

/** Whatever of `tandem/ui` hears of its page. */
export const WIDGET_CASES: readonly FuzzCase[] = [...INPUT_CASES, ...FORM_CASES, ...DATA_CASES, ...OTHER_CASES];
