import { computed, effect, ref, selector, signal, type KeyEvent } from "tandem";
import { FormulaError } from "./cells/formula.ts";
import { COLUMNS, makeSheet, ROWS, type Cell } from "./cells/sheet.ts";

const EXAMPLE = [
  ["Part", "Price", "Pieces", "Total"],
  ["Saddle", "48", "2", "=B1*C1"],
  ["Chain", "19.5", "2", "=B2*C2"],
  ["Bell", "12", "1", "=B3*C3"],
  ["", "", "Sum", "=sum(D1:D3)"],
];
const MOVES: Record<string, [right: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  PageUp: [0, -10],
  PageDown: [0, 10],
};
const PRINTABLE = Array.from({ length: 94 }, (_, index) =>
  String.fromCharCode(33 + index),
);
const GRID_KEYS = [
  ...Object.keys(MOVES),
  "Enter",
  "F2",
  "Delete",
  "Backspace",
  ...PRINTABLE,
];
const EDITOR_KEYS = ["Enter", "Escape"];

/** 2,600 cells, each of which follows its own value and no other. */
export default function Cells() {
  const cellAt = makeSheet(EXAMPLE);
  const chosen = signal("A0");
  const isChosen = selector(chosen);
  const draft = signal("");
  const isOpen = signal(false);
  const grid = ref<"table">();
  const chosenCell = computed(() => cellAt(chosen.value));
  let hasMoved = false;

  const open = (text: string) => {
    draft.value = text;
    isOpen.value = true;
  };
  const close = () => {
    if (isOpen.value) chosenCell.value.source.value = draft.value;
    isOpen.value = false;
  };
  const choose = (name: string) => {
    close();
    hasMoved = true;
    chosen.value = name;
  };
  const touch = (name: string, cell: Cell) => {
    if (name !== chosen.value) choose(name);
    else if (!isOpen.value) open(cell.source.value);
  };
  const move = (right: number, down: number) =>
    choose(neighbour(chosen.value, right, down));

  const onGridKey = (event: KeyEvent) => {
    const { key } = event;
    if (isOpen.value) onKeyBeforeEditor(event);
    else if (key in MOVES) move(...MOVES[key]!);
    else if (key === "Enter" || key === "F2")
      open(chosenCell.value.source.value);
    else if (key === "Delete" || key === "Backspace")
      chosenCell.value.source.value = "";
    else open(key);
  };
  /** Keys typed fast reach the grid while the editor is still on its way. */
  const onKeyBeforeEditor = (event: KeyEvent) => {
    if (PRINTABLE.includes(event.key)) draft.value += event.key;
    else if (EDITOR_KEYS.includes(event.key)) onEditorKey(event);
  };
  const onEditorKey = ({ key }: KeyEvent) => {
    if (key === "Escape") isOpen.value = false;
    else move(0, 1);
    grid.focus({ preventScroll: true });
  };

  /** Stands in the chosen cell, and keeps it in sight. */
  const Mark = ({ cell }: { cell: Cell }) => {
    const mark = ref();
    if (hasMoved)
      effect(() =>
        mark.scrollIntoView({ block: "nearest", inline: "nearest" }),
      );
    return <span ref={mark}>{() => shown(cell)}</span>;
  };
  const Editor = () => {
    const field = ref<"input">();
    effect(() => {
      field.focus();
      field.call("setSelectionRange", 1000, 1000);
    });
    const keys = {
      handler: onEditorKey,
      keys: EDITOR_KEYS,
      preventDefault: true,
    };
    return (
      <input
        ref={field}
        bind={draft}
        aria-label={`Content of ${chosen.value}`}
        onKeyDown={keys}
        onBlur={close}
      />
    );
  };
  const content = (name: string, cell: Cell) => {
    if (!isChosen(name)) return shown(cell);
    return isOpen.value ? <Editor /> : <Mark cell={cell} />;
  };

  const GridCell = ({ name }: { name: string }) => {
    const cell = cellAt(name);
    return (
      <td
        id={name}
        role="gridcell"
        aria-selected={() => isChosen(name)}
        onClick={() => touch(name, cell)}
      >
        {() => content(name, cell)}
      </td>
    );
  };

  return (
    <div class="sheet">
      <p class="sheet-source">
        <b>{chosen}</b>{" "}
        <code>{() => chosenCell.value.source.value || "empty"}</code>
      </p>
      <div class="sheet-cells">
        <table
          ref={grid}
          role="grid"
          aria-label="Spreadsheet"
          aria-activedescendant={chosen}
          tabindex={0}
          onKeyDown={{
            handler: onGridKey,
            keys: GRID_KEYS,
            preventDefault: true,
            selfOnly: true,
          }}
        >
          <thead>
            <tr>
              <td />
              {COLUMNS.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <tr>
                <th scope="row">{row}</th>
                {COLUMNS.map((column) => (
                  <GridCell name={column + row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Numbers stand to the right; texts and errors say what they are. */
function shown({ value: { value } }: Cell) {
  if (value instanceof FormulaError)
    return <span class="error">{value.message}</span>;
  return typeof value === "number"
    ? String(Number(value.toFixed(6)))
    : value && <span class="text">{value}</span>;
}

function neighbour(name: string, right: number, down: number): string {
  const column = clamp(COLUMNS.indexOf(name[0]!) + right, COLUMNS.length - 1);
  return (
    COLUMNS[column]! + clamp(Number(name.slice(1)) + down, ROWS.length - 1)
  );
}

const clamp = (index: number, last: number) =>
  Math.min(Math.max(index, 0), last);
