import { expectFunction } from "../session/arguments.ts";
import type { Child } from "../view/node.ts";
import { actingFlow } from "./flow.tsx";
import type { QuestionOptions } from "./questions/question.ts";
import { checkQuestionOptions } from "./questions/questions.ts";

/** A question of the app's own, and how it is answered. */
export interface CustomQuestion<T> {
  /** Gives the answer. A second one changes nothing. */
  answer(value: T): void;
}

/** Asks with anything at all: what `build` returns stands where questions do, until it answers. */
export function askCustom<T>(build: (question: CustomQuestion<T>) => Child, options: QuestionOptions = {}): Promise<T> {
  expectFunction("ask.custom", build);
  checkQuestionOptions("ask.custom()", options, []);
  return actingFlow("ask.custom()").questions.ask<T>((question) => {
    const Content = () => build({ answer: (value) => question.answer(value) });
    return () => (
      <div class="tandem-ask">
        <Content />
      </div>
    );
  }, options);
}
