import type { Child } from "../../view/node.ts";
import { readLive } from "../../view/live.ts";
import { FieldGroup } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { InputState } from "../base/input-state.ts";
import { MESSAGES } from "../base/messages.ts";
import { numberProblem } from "./number-rules.ts";

export interface RatingProps extends FieldProps<number> {
  /** How many stars there are; 5 unless told. */
  max?: number;
  /** Stars may be half. */
  half?: boolean;
}

/**
 * How good something is, in stars: a number from 0, which is none, to `max`.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Rating } from "tandem/ui";
 *
 * export default function Review() {
 *   const stars = signal(0);
 *   return (
 *     <main>
 *       <Rating label="How was it?" bind={stars} half required />
 *       <p>{() => (stars.value === 0 ? "Tell us." : `Thank you for ${stars.value} stars.`)}</p>
 *     </main>
 *   );
 * }
 * ```
 *
 * The stars are radio buttons to the keyboard and to screen readers.
 */
export function Rating(props: RatingProps): Child {
  const { max = 5, half } = props;
  const limits = { min: 0, max, step: half ? 0.5 : 1 };
  const state = new InputState<number>(props, {
    kind: "number",
    initial: 0,
    isEmpty: (value) => value === 0,
    requiredMessage: MESSAGES.choose,
    check: (value) => numberProblem(value, limits),
  });
  const shown = state.shownAs<number>((value) => value, Object.is);
  const choose = (value: number) => {
    // HTML knows no radio button that is only read: what is shown goes back.
    if (state.isLocked) return undefined;
    shown.value = value;
    return state.enter(value, { isDone: true });
  };
  const choice = (value: number, name: string) => (
    <input
      type="radio"
      ref={value === limits.step ? state.control : undefined}
      name={state.id}
      value={String(value)}
      checked={() => shown.value === value}
      data-readonly={() => (readLive(props.readonly) ? "" : null)}
      aria-label={name}
      class={value % 1 === 0 ? undefined : "tandem-half"}
      onChange={() => choose(value)}
    />
  );
  return (
    <FieldGroup state={state} props={props}>
      <div class="tandem-rating" data-size={props.size}>
        {props.required !== true && <span class="tandem-no-star">{choice(0, "No rating")}</span>}
        {Array.from({ length: max }, (_, index) => (
          <span class="tandem-star">
            {half && choice(index + 0.5, starsText(index + 0.5))}
            {choice(index + 1, starsText(index + 1))}
          </span>
        ))}
      </div>
    </FieldGroup>
  );
}

const starsText = (value: number): string => `${value} ${value === 1 ? "star" : "stars"}`;
