import { computed } from "../../reactive/computed.ts";
import { TandemError } from "../../core/errors.ts";
import { describe } from "../attribute-kinds.ts";
import { readLive } from "../live.ts";
import { JsxNode, type Child } from "../node.ts";
import { branch, type ShowProps } from "./show.ts";

export type MatchProps<T> = Omit<ShowProps<T>, "fallback">;

export interface SwitchProps {
  /** Shown when no `Match` holds. */
  fallback?: Child;
  /** `Match` elements. */
  children: Child;
}

/**
 * Shows the first of its `Match`es whose condition holds.
 *
 * @example
 * ```tsx
 * import { Match, Switch, signal } from "tandem";
 *
 * export default function Light() {
 *   const light = signal<"red" | "green">("red");
 *   return (
 *     <Switch fallback={<p>Out of order</p>}>
 *       <Match when={() => light.value === "red"}>Stop</Match>
 *       <Match when={() => light.value === "green"}>Go</Match>
 *     </Switch>
 *   );
 * }
 * ```
 */
export function Switch(props: SwitchProps): Child {
  const matches = [props.children]
    .flat(Infinity as 1)
    .filter(isSomething)
    .map(matchProps);
  const branches = matches.map((match) => branch("Match", match));
  const chosen = computed(() => matches.findIndex((match) => Boolean(readLive(match.when))));
  return () => {
    const branch = branches[chosen.value];
    return branch === undefined ? props.fallback : branch();
  };
}

/** `{condition && <Match …>}` may leave nothing behind. */
const isSomething = (child: Child): boolean => child !== null && child !== undefined && typeof child !== "boolean";

/** One case of a {@link Switch}, which reads its props; it shows nothing by itself. */
export function Match<T>(_props: MatchProps<T>): Child {
  throw new TandemError(
    "view/match-outside-switch",
    "Expected <Match> inside <Switch>. Use <Show> for a single condition.",
  );
}

function matchProps(child: Child): MatchProps<unknown> {
  if (child instanceof JsxNode && (child.type as unknown) === Match)
    return child.props as unknown as MatchProps<unknown>;
  throw new TandemError(
    "view/bad-switch",
    `Expected only <Match> elements in <Switch>, but got ${describe(child)}. Put the other content in a Match or in fallback.`,
  );
}
