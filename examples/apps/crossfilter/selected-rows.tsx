import { For } from "tandem";
import { Card } from "tandem/ui";
import type { Dataset } from "./datasets.ts";
import type { Filters } from "./filters.ts";

const SHOWN = 20;

/** The first of the rows that pass all filters. */
export function SelectedRows({
  data,
  filters,
}: {
  data: Dataset;
  filters: Filters;
}) {
  const rows = filters.selectedRows(SHOWN);
  const title = () => {
    const count = filters.selectedCount.value;
    return count > SHOWN
      ? `The first ${SHOWN} selected ${data.noun}`
      : `The selected ${data.noun}`;
  };
  return (
    <Card title={title} level={2}>
      <div
        class="rows"
        tabindex={0}
        role="region"
        aria-label={`Selected ${data.noun}`}
      >
        <table>
          <thead>
            <tr>
              {data.columns.map((column) => (
                <th scope="col" class={{ number: column.isNumber }}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <For each={rows}>
              {(row) => (
                <tr>
                  {data.row(row).map((text, at) => (
                    <td class={{ number: data.columns[at]!.isNumber }}>
                      {text}
                    </td>
                  ))}
                </tr>
              )}
            </For>
          </tbody>
        </table>
        {() =>
          rows.value.length === 0 && (
            <p class="nothing">No {data.noun} pass all filters.</p>
          )
        }
      </div>
    </Card>
  );
}
