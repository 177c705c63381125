import { For, selector, signal, type Signal } from "tandem";

interface Row {
  id: number;
  label: Signal<string>;
}

const words = (text: string) => text.split(" ");
const ADJECTIVES = words("pretty large big small tall short long plain easy");
const COLOURS = words("red yellow blue green pink brown purple white black");
const NOUNS = words("table chair house desk car pony cookie pizza mouse");

let lastId = 0;
const anyOf = (list: string[]) => list[Math.floor(Math.random() * list.length)];
const makeLabel = () =>
  `${anyOf(ADJECTIVES)} ${anyOf(COLOURS)} ${anyOf(NOUNS)}`;
const makeRows = (count: number): Row[] =>
  Array.from({ length: count }, () => ({
    id: ++lastId,
    label: signal(makeLabel()),
  }));

/** With the ids of js-framework-benchmark, for its driver. */
export default function Rows() {
  const rows = signal<Row[]>([]);
  const selected = signal(0);
  const isSelected = selector(selected);

  const updateEveryTenth = () => {
    for (const [index, { label }] of rows.value.entries())
      if (index % 10 === 0) label.value += " !!!";
  };
  const swap = () => {
    if (rows.value.length < 999) return;
    const swapped = [...rows.value];
    [swapped[1], swapped[998]] = [swapped[998]!, swapped[1]!];
    rows.value = swapped;
  };
  const remove = (row: Row) =>
    (rows.value = rows.value.filter((each) => each !== row));

  return (
    <div class="stack">
      <div class="line" role="group" aria-label="Operations">
        <button id="run" onClick={() => (rows.value = makeRows(1_000))}>
          Create 1,000
        </button>
        <button id="runlots" onClick={() => (rows.value = makeRows(10_000))}>
          Create 10,000
        </button>
        <button
          id="add"
          onClick={() => (rows.value = [...rows.value, ...makeRows(1_000)])}
        >
          Append 1,000
        </button>
        <button id="update" onClick={updateEveryTenth}>
          Update every 10th
        </button>
        <button id="swaprows" onClick={swap}>
          Swap 2nd and 999th
        </button>
        <button id="clear" onClick={() => (rows.value = [])}>
          Clear
        </button>
      </div>
      <div class="scroll rows" tabindex={0} role="region" aria-label="Rows">
        <table>
          <thead>
            <tr>
              <th scope="col">Id</th>
              <th scope="col">Label</th>
              <td />
            </tr>
          </thead>
          <tbody id="tbody">
            <For each={rows}>
              {(row) => (
                <tr class={{ danger: () => isSelected(row.id) }}>
                  <td>{row.id}</td>
                  <td>
                    <button
                      class="link"
                      onClick={() => (selected.value = row.id)}
                    >
                      {row.label}
                    </button>
                  </td>
                  <td>
                    <button
                      class="link"
                      aria-label="Remove"
                      onClick={() => remove(row)}
                    >
                      ×
                    </button>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <p role="status">
        {() => `${rows.value.length.toLocaleString("en")} rows`}
      </p>
    </div>
  );
}
