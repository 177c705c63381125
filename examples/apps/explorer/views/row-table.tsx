import { computed, For, signal, watch } from "tandem";
import { Button, EmptyState } from "tandem/ui";
import { isNumeric, textAt } from "../data/frame.ts";
import type { SessionData } from "../session-data.ts";

const PAGE = 50;

/** The rows that pass, a page at a time; a column's name sorts by it. */
export function RowTable({ data }: { data: SessionData }) {
  const { columns } = data.frame;
  const page = signal(0);
  watch(data.sorted, () => void page.set(0));
  const pages = () => Math.max(1, Math.ceil(data.sorted.value.length / PAGE));
  const rows = computed(() => [
    ...data.sorted.value.subarray(page.value * PAGE, (page.value + 1) * PAGE),
  ]);
  const order = (name: string) => {
    const sorting = data.sorting.value;
    return sorting?.column !== name
      ? "none"
      : sorting.isDown
        ? "descending"
        : "ascending";
  };
  return (
    <section aria-label="Rows">
      <div class="rows" tabindex={0} role="region" aria-label="Table of rows">
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  scope="col"
                  class={{ number: isNumeric(column) }}
                  aria-sort={() => order(column.name)}
                >
                  <button
                    type="button"
                    onClick={() => data.sortBy(column.name)}
                  >
                    {column.name}
                    <span aria-hidden="true">
                      {() =>
                        ({ ascending: " ↑", descending: " ↓", none: "" })[
                          order(column.name)
                        ]
                      }
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <For each={rows}>
              {(row) => (
                <tr>
                  {columns.map((column) => (
                    <td class={{ number: isNumeric(column) }}>
                      {textAt(column, row).slice(0, 200)}
                    </td>
                  ))}
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      {() =>
        rows.value.length === 0 && (
          <EmptyState title="No row passes all filters" icon="funnel" />
        )
      }
      <nav class="pages" aria-label="Pages">
        <Button
          size="small"
          disabled={() => page.value === 0}
          onClick={() => page.value--}
        >
          Before
        </Button>
        <span role="status">
          {() =>
            `Page ${(page.value + 1).toLocaleString("en")} of ${pages().toLocaleString("en")}`
          }
        </span>
        <Button
          size="small"
          disabled={() => page.value + 1 >= pages()}
          onClick={() => page.value++}
        >
          Next
        </Button>
      </nav>
    </section>
  );
}
