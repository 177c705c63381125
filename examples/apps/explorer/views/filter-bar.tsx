import { For, signal } from "tandem";
import { Button, Select, TextInput } from "tandem/ui";
import {
  filterText,
  problemOf,
  questionsOf,
  type Question,
} from "../data/filter.ts";
import { columnNamed } from "../data/frame.ts";
import type { SessionData } from "../session-data.ts";

/** Filters that are asked, and one more to ask. */
export function FilterBar({ data }: { data: SessionData }) {
  const { frame } = data;
  const column = signal<string>(frame.columns[0]?.name ?? "");
  const questions = () => questionsOf(columnNamed(frame, column.value)!);
  const question = signal<Question>(questions()[0]!);
  const value = signal("");
  const problem = signal<string | undefined>(undefined);
  const needsValue = () => !question.value.endsWith("empty");
  const add = () => {
    const filter = {
      column: column.value,
      question: question.value,
      value: needsValue() ? value.value : "",
    };
    problem.value = problemOf(frame, filter);
    if (problem.value !== undefined) return;
    data.add(filter);
    value.value = "";
  };
  return (
    <section class="filters" aria-label="Filters">
      <form onSubmit={add}>
        <Select
          label="Column"
          bind={column}
          options={frame.columns.map(({ name }) => name)}
          onChange={() => {
            if (!questions().includes(question.value))
              question.value = questions()[0]!;
          }}
        />
        <Select label="Question" bind={question} options={questions} />
        <TextInput
          label="Value"
          bind={value}
          error={problem}
          disabled={() => !needsValue()}
          maxLength={200}
        />
        <Button type="submit">Add filter</Button>
      </form>
      <ul class="chips" aria-label="Filters now">
        <For each={data.filters}>
          {(filter) => (
            <li>
              {filterText(filter)}
              <button
                type="button"
                aria-label={`Remove ${filterText(filter)}`}
                onClick={() => data.remove(filter)}
              >
                ×
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
