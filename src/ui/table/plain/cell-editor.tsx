import type { CellValue, RowKey } from "../../../protocol/grid.ts";
import { effect } from "../../../reactive/effect.ts";
import { untracked } from "../../../reactive/graph.ts";
import { signal, type ReadonlySignal } from "../../../reactive/signal.ts";
import { Show } from "../../../view/flow/show.ts";
import type { Child } from "../../../view/node.ts";
import { freshId } from "../../base/fresh-id.ts";
import { plainText, type TableColumn } from "../table-column.ts";
import type { TableState } from "../table-state.ts";
import type { CellFocus } from "./cell-focus.ts";
import { rowName } from "./row-name.ts";

interface EditorProps<Row extends object> {
  table: TableState<Row>;
  row: ReadonlySignal<Row>;
  column: TableColumn<Row>;
  focus: CellFocus<Row>;
}

/** A cell that is its own control: what is entered is saved when it is left, or with Enter. */
export function CellEditor<Row extends object>(props: EditorProps<Row>): Child {
  const cell = new EditedCell(props);
  return (
    <span class="tandem-table-edit" data-state={cell.state} data-shown={cell.formatted}>
      {props.column.type === "boolean" ? (
        <BooleanControl cell={cell} />
      ) : props.column.type === "select" ? (
        <SelectControl cell={cell} />
      ) : (
        <TextControl cell={cell} />
      )}
      <Show when={() => cell.problem.value !== ""}>
        <span class="tandem-table-problem" id={cell.id} role="alert">
          {cell.problem}
        </span>
      </Show>
    </span>
  );
}

/** What a cell shows while it is changed, and how that goes. */
class EditedCell<Row extends object> {
  readonly id = freshId("cell");
  readonly #props: EditorProps<Row>;
  /** What the control shows. */
  readonly shown = signal("");
  readonly state = signal<"ready" | "saving" | "saved" | "refused">("ready");
  readonly problem = signal("");

  /** What its control is made of. */
  readonly control;

  constructor(props: EditorProps<Row>) {
    this.#props = props;
    const { table, column, focus } = props;
    const { type, options, name, rules } = column;
    const { maxLength, required = false } = rules;
    const { disabled } = table.props;
    this.control = { type, options, maxLength, required, disabled, ref: focus.place(this.key, name) };
    effect(() => {
      const text = this.#kept(props.row.value);
      untracked(() => (this.shown.value = text));
    });
  }

  get key(): RowKey {
    return this.#props.table.source.keyOf(this.#props.row.peek());
  }

  readonly label = (): string => `${this.#props.column.title}, ${rowName(this.#props.table, this.#props.row.value)}`;

  /** What the column's format makes of it; live. */
  readonly formatted = (): string | null => {
    const { column, row } = this.#props;
    const isText = column.type !== "boolean" && column.type !== "select";
    return isText && column.isFormatted ? column.text(row.value) : null;
  };

  /** Shows what is saved again. */
  restore(): void {
    this.shown.value = this.#kept(this.#props.row.peek());
    this.problem.value = "";
    this.state.value = "ready";
  }

  async save(entered: CellValue): Promise<void> {
    const { table, column } = this.#props;
    if (plainText(entered) === this.#kept(this.#props.row.peek()) && this.state.peek() === "ready") return;
    this.state.value = "saving";
    const [problem = null] = await table.edits.enter([[this.key, column.name, entered]]);
    this.restore();
    this.problem.value = problem ?? "";
    this.state.value = problem === null ? "saved" : "refused";
  }

  move(step: 1 | -1): void {
    this.#props.focus.go(this.key, this.#props.column.name, step);
  }

  /** As its control has it. */
  #kept(row: Row): string {
    const value = this.#props.column.value(row);
    return value === null ? "" : String(value);
  }
}

/** As the controls see it, of which the rows are no business. */
type AnyCell = Pick<EditedCell<object>, "id" | "shown" | "problem" | "label" | "restore" | "save" | "move" | "control">;
type ControlProps = { cell: AnyCell };

/** What all of them have. */
const shared = (cell: AnyCell) =>
  ({
    "aria-label": cell.label,
    "aria-invalid": () => cell.problem.value !== "" || undefined,
    "aria-describedby": () => (cell.problem.value === "" ? undefined : cell.id),
    disabled: cell.control.disabled,
    ref: cell.control.ref,
  }) as const;

const KEYS = ["Enter", "Shift+Enter", "Escape"];

function TextControl({ cell }: ControlProps): Child {
  const { type, maxLength } = cell.control;
  const common = {
    ...shared(cell),
    class: "tandem-table-input",
    bind: cell.shown,
    onChange: ({ value }: { value: string }) => cell.save(value),
    onKeyDown: {
      keys: KEYS,
      handler: ({ key, shiftKey }: { key: string; shiftKey: boolean }) =>
        key === "Escape" ? cell.restore() : cell.move(shiftKey ? -1 : 1),
    },
  };
  if (type === "date") return <input {...common} type="date" />;
  return <input {...common} type="text" inputmode={type === "number" ? "decimal" : undefined} maxlength={maxLength} />;
}

function BooleanControl({ cell }: ControlProps): Child {
  return (
    <input
      {...shared(cell)}
      type="checkbox"
      checked={() => cell.shown.value === "true"}
      onChange={({ checked }) => cell.save(checked)}
    />
  );
}

function SelectControl({ cell }: ControlProps): Child {
  const { options, required } = cell.control;
  const isOpen = () => !required || cell.shown.value === "";
  return (
    <select {...shared(cell)} class="tandem-table-input" value={cell.shown} onChange={({ value }) => cell.save(value)}>
      <Show when={isOpen}>
        <option value="" />
      </Show>
      {options.map(({ value, label }) => (
        <option value={String(value)}>{label}</option>
      ))}
    </select>
  );
}
