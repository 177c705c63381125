import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child } from "../../view/node.ts";
import type { Flow } from "../flow.tsx";
import { InlineQuestions } from "../questions/panel.tsx";
import { Farewell } from "./farewell.tsx";

/** The root of what is shown, and what belongs after it: questions that are not docked, and the last word. */
export function OutputBody({ flow, class: className }: { flow: Flow; class?: ClassValue }): Child {
  needPart("ui");
  needPart("flow");
  const { outputs, session } = flow;
  return (
    <div class={["tandem-output", { "tandem-animated": () => session.env.value.outputAnimation }, className]}>
      <div role="log" aria-label="Conversation" aria-relevant="additions">
        {outputs.root.render()}
      </div>
      <InlineQuestions flow={flow} />
      <Farewell flow={flow} />
    </div>
  );
}
