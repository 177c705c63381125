import { Op, type Operation } from "../../src/protocol/operations.ts";

interface Row {
  readonly id: number;
  text: string;
  readonly facts: Map<string, string>;
}

/**
 * The smallest screen on which order matters: a list of rows, each with a text and attributes. An operation on
 * a row that is not there throws, so that wrong coalescing shows.
 */
export class ModelScreen {
  #rows: Row[] = [];

  get ids(): readonly number[] {
    return this.#rows.map((row) => row.id);
  }

  /** All there is to see. */
  toJSON(): [id: number, text: string, facts: [string, string][]][] {
    return this.#rows.map(({ id, text, facts }) => [id, text, [...facts].toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  }

  /** As one operation. */
  sync(): Operation {
    return [Op.Sync, JSON.stringify(this), "", {}];
  }

  apply(operations: readonly Operation[]): void {
    for (const operation of operations) this.#applyOne(operation);
  }

  #applyOne(operation: Operation): void {
    switch (operation[0]) {
      case Op.Text:
        this.#row(operation[1]).text = operation[2];
        break;
      case Op.Attribute:
        this.#row(operation[1]).facts.set(operation[2], String(operation[3]));
        break;
      case Op.Insert:
        this.#place({ id: operation[4][0] as number, text: operation[4][1] as string, facts: new Map() }, operation[2]);
        break;
      case Op.Remove:
        for (const id of operation.slice(1)) this.#take(id);
        break;
      case Op.Move:
        this.#place(this.#take(operation[3]), operation[2]);
        break;
      case Op.Sync:
        this.#rows = (JSON.parse(operation[1] as string) as ReturnType<ModelScreen["toJSON"]>).map(
          ([id, text, facts]) => ({ id, text, facts: new Map(facts) }),
        );
        break;
      default:
        throw new Error(`The model has no operation ${operation[0]}.`);
    }
  }

  #row(id: number): Row {
    return this.#rows[this.#index(id)]!;
  }

  #index(id: number): number {
    const index = this.#rows.findIndex((row) => row.id === id);
    if (index < 0) throw new Error(`Expected row ${id} on the screen.`);
    return index;
  }

  #take(id: number): Row {
    return this.#rows.splice(this.#index(id), 1)[0]!;
  }

  #place(row: Row, before: number): void {
    this.#rows.splice(before === 0 ? this.#rows.length : this.#index(before), 0, row);
  }
}
