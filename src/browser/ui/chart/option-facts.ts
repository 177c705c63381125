import type { ChartPoints, ChartSpec } from "../../../ui/chart/wire.ts";
import type { PageFormats } from "./formats.ts";
import type { ChartTheme } from "./theme.ts";

export type Option = Record<string, unknown>;

/** What an option is made of. */
export interface OptionFacts {
  readonly spec: ChartSpec;
  readonly points: ChartPoints;
  readonly theme: ChartTheme;
  readonly formats: PageFormats;
  readonly hidden: readonly number[];
  readonly isMoving: boolean;
  readonly width: number;
}
