import { TandemError } from "../../core/errors.ts";
import { currentSession } from "../../session/current.ts";
import { describe } from "../../view/attribute-kinds.ts";
import { For } from "../../view/flow/for.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { listOf } from "../base/list-of.ts";
import { Button } from "../buttons/button.tsx";
import type { DateRange } from "./date-range-input.tsx";
import { todayAt, type RangeOfToday } from "./date-ranges.ts";

/** A range that can be chosen by its name. */
export interface DateRangePreset {
  /** What people see. */
  readonly label: string;
  /** Which dates these are, or what tells them from the day it is for the person. */
  readonly range: DateRange | RangeOfToday;
}

interface PresetsProps {
  presets: Live<readonly DateRangePreset[]>;
  size: "small" | "medium" | "large" | undefined;
  /** Live. */
  isChosen: (range: DateRange) => boolean;
  /** Live. */
  isOff: (range: DateRange) => boolean;
  onChoose: (range: DateRange) => unknown;
}

/** Ranges to choose by their names, below the dates; arrow keys go through them. */
export function DateRangePresets({ presets, size, isChosen, isOff, onChoose }: PresetsProps): Child {
  const session = currentSession();
  const rangeOf = (preset: DateRangePreset) => rangeOn(preset, todayAt(session.clock.now(), session.info.timezone));
  return (
    <div class="tandem-presets" role="toolbar" aria-label="Presets">
      <For each={() => listOf(readLive(presets), "presets={…} of a DateRangeInput")} key={({ label }) => label}>
        {(preset) => (
          <Button
            size={size === "large" ? "medium" : "small"}
            pressed={() => isChosen(rangeOf(preset.value))}
            disabled={() => isOff(rangeOf(preset.value))}
            onClick={() => onChoose(rangeOf(preset.peek()))}
          >
            {() => preset.value.label}
          </Button>
        )}
      </For>
    </div>
  );
}

function rangeOn({ label, range }: DateRangePreset, today: string): DateRange {
  const found: unknown = typeof range === "function" ? range(today) : range;
  const { from, to } = (found ?? {}) as Partial<DateRange>;
  if (typeof from === "string" && typeof to === "string") return { from, to };
  throw new TandemError(
    "ui/bad-preset",
    `Expected the range of the preset "${label}" to be two dates, but got ${describe(found)}. Write { from: "2026-11-01", to: "2026-11-30" }, or a function that answers that.`,
  );
}
