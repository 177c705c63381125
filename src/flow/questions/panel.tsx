import { needPart } from "../../session/parts.ts";
import { For } from "../../view/flow/for.ts";
import { Show } from "../../view/flow/show.ts";
import type { Child } from "../../view/node.ts";
import type { Flow } from "../flow.tsx";
import type { PanelPlace } from "./question.ts";

/** The panel at the bottom of the window. `browser/ui/flow-main.ts` lets people drag it higher. */
export function DockedQuestions({ flow }: { flow: Flow }): Child {
  needPart("ui");
  needPart("flow");
  const { env } = flow.session;
  const pixels = (height: number) => `${height}px`;
  return (
    <Show when={() => flow.questions.in("docked").length > 0}>
      <section
        class="tandem-panel"
        aria-label="Question"
        style={{
          "--tandem-panel-least": () => pixels(env.value.inputPanelMinHeight),
          "--tandem-panel-first": () => pixels(env.value.inputPanelInitHeight),
        }}
      >
        <div class="tandem-panel-grip" data-grip="" />
        <div class="tandem-panel-body">
          <Stack flow={flow} place="docked" />
        </div>
      </section>
    </Show>
  );
}

/** Questions that stand after what was shown. */
export function InlineQuestions({ flow }: { flow: Flow }): Child {
  return (
    <Show when={() => flow.questions.in("inline").length > 0}>
      <section class="tandem-questions" aria-label="Question">
        <Stack flow={flow} place="inline" />
      </section>
    </Show>
  );
}

/** The newest question; older ones keep what was typed, and come back when it is answered. */
function Stack({ flow: { questions, session }, place }: { flow: Flow; place: PanelPlace }): Child {
  const isInFront = (question: unknown) => questions.in(place).at(-1) === question;
  return (
    <For each={() => questions.in(place)}>
      {(question) => (
        <div
          class="tandem-question"
          data-question={question.id}
          data-focus={() => (session.env.value.inputAutoFocus ? "" : null)}
          hidden={() => !isInFront(question)}
        >
          {question.render()}
        </div>
      )}
    </For>
  );
}
