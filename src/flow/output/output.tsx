import { TandemError } from "../../core/errors.ts";
import { onCleanup } from "../../reactive/cleanup.ts";
import { currentSession } from "../../session/current.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child } from "../../view/node.ts";
import { flowOf } from "../flow.tsx";
import { OutputBody } from "./output-body.tsx";

export interface OutputProps {
  /** The name of a scope that is shown here and made by it; the root unless told, with questions that are not docked. */
  scope?: string;
  class?: ClassValue;
}

/**
 * Where `show` shows, among an app's own components.
 *
 * @example
 * ```tsx
 * import { Output, show } from "tandem/flow";
 *
 * export default function Desk() {
 *   return (
 *     <main>
 *       <button onClick={() => show("Somebody rang.", { scope: "bell" })}>Ring</button>
 *       <Output scope="bell" />
 *     </main>
 *   );
 * }
 * ```
 *
 * Without one, what is shown stands below the page. A scope is there as long as the component is. Throws a `TandemError`
 * where there is such a place already.
 */
export function Output({ scope, class: className }: OutputProps): Child {
  const flow = flowOf(currentSession());
  const { outputs } = flow;
  if (scope !== undefined) {
    const shown = outputs.add(scope, null);
    onCleanup(() => shown.remove());
    return <div class={["tandem-output", className]}>{shown.render()}</div>;
  }
  if (outputs.isPlaced.peek()) throw placedTwice();
  outputs.isPlaced.value = true;
  onCleanup(() => outputs.isPlaced.set(false));
  return <OutputBody flow={flow} class={className} />;
}

const placedTwice = () =>
  new TandemError(
    "flow/placed-twice",
    'Expected one <Output/> for what is shown, but there is one already. Give others a scope of their own: <Output scope="…"/>.',
  );
