import { For, selector, signal, type Component, type Signal } from "tandem";
import { labelOf } from "./labels.ts";

export interface RowData {
  readonly id: number;
  readonly label: Signal<string>;
}

/** The keyed table of js-framework-benchmark: two links with handlers a row, and a class that follows the selection. */
export class RowsPage {
  readonly rows = signal<readonly RowData[]>([]);
  readonly selected = signal(0);
  #lastId = 0;

  readonly root: Component = () => {
    const isSelected = selector(this.selected);
    return (
      <table class="table table-hover table-striped test-data">
        <tbody>
          <For each={this.rows}>
            {(row) => (
              <tr class={() => (isSelected(row.id) ? "danger" : "")}>
                <td class="col-md-1">{row.id}</td>
                <td class="col-md-4">
                  <a onClick={() => this.selected.set(row.id)}>{row.label}</a>
                </td>
                <td class="col-md-1">
                  <a onClick={() => this.remove(row.id)}>
                    <span class="glyphicon glyphicon-remove" aria-hidden="true" />
                  </a>
                </td>
                <td class="col-md-6" />
              </tr>
            )}
          </For>
        </tbody>
      </table>
    );
  };

  create(count: number): void {
    this.rows.value = Array.from({ length: count }, () => this.makeRow());
  }

  append(count: number): void {
    this.rows.value = this.rows.peek().concat(Array.from({ length: count }, () => this.makeRow()));
  }

  updateEvery10th(): void {
    const rows = this.rows.peek();
    for (let i = 0; i < rows.length; i += 10) rows[i]!.label.update((label) => `${label} !!!`);
  }

  swap(): void {
    const rows = this.rows.peek().slice();
    [rows[1], rows[998]] = [rows[998]!, rows[1]!];
    this.rows.value = rows;
  }

  remove(id: number): void {
    this.rows.update((rows) => rows.filter((row) => row.id !== id));
  }

  clear(): void {
    this.rows.value = [];
  }

  makeRow(): RowData {
    const id = ++this.#lastId;
    return { id, label: signal(labelOf(id)) };
  }
}
