import { Show } from "../../view/flow/show.ts";
import type { Child } from "../../view/node.ts";
import type { Flow } from "../flow.tsx";

/** The last line of a conversation that is over. The link is a plain one: there is nobody left to handle a click. */
export function Farewell({ flow }: { flow: Flow }): Child {
  return (
    <Show when={flow.isOver}>
      <p class="tandem-farewell" role="status">
        This conversation has ended. <a href="">Start again</a>
      </p>
    </Show>
  );
}
