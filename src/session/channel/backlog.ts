import { Op, type Operation } from "../../protocol/operations.ts";

/** How much may wait in a backlog. */
export interface BacklogLimits {
  maxOperations: number;
  /** UTF-16 units of updates that change structure; values coalesce, so that they cannot pile up. */
  maxLength: number;
}

/**
 * Operations that wait until a client can take them, so that one frame then shows the latest state.
 *
 * A later value of the same text, attribute or property takes the place of the earlier one, at the end. That
 * is safe because nothing between the two needed the earlier value: structural operations name elements and
 * regions, never their values, and ids are never used twice, so whatever happens to the element meanwhile, the
 * later operation was written for the very same one. A text that replaces a region's content makes everything
 * that was in it moot, whether or not the earlier text had emptied it before. Structural operations depend on
 * each other and keep their order.
 *
 * One value leans on others: a control's `value` is clamped by its `max`, chosen from its options, cut to its
 * type. So when an attribute or property of an element moves to the end, its waiting `value` moves behind it.
 */
export class Backlog {
  /** In the order to be applied. Values are keyed by what they set, structure by a number of its own. */
  #operations = new Map<string | number, Operation>();
  #structures = 0;
  #length = 0;

  get size(): number {
    return this.#operations.size;
  }

  /** Adds the operations of one update, whose JSON is `length` long. Returns false when over its limits. */
  add(operations: readonly Operation[], length: number, limits: BacklogLimits): boolean {
    const structures = this.#structures;
    for (const operation of operations) this.#append(operation);
    if (this.#structures !== structures) this.#length += length;
    return this.size <= limits.maxOperations && this.#length <= limits.maxLength;
  }

  toArray(): Operation[] {
    return [...this.#operations.values()];
  }

  #append(operation: Operation): void {
    switch (operation[0]) {
      case Op.Text:
        this.#replace(`${operation[1]}`, operation);
        return;
      case Op.Attribute:
      case Op.Property:
        this.#replaceFact(operation);
        return;
      case Op.Page:
        this.#replace("page", [Op.Page, { ...this.#page(), ...operation[1] }]);
        return;
      case Op.Sync:
        this.#keepTemplates();
        break;
      default: // changes structure: kept in order
    }
    this.#operations.set(this.#structures++, operation);
  }

  /** Deletes the earlier operation first: setting a map's key again would leave it where it was. */
  #replace(key: string, operation: Operation): boolean {
    const replaced = this.#operations.delete(key);
    this.#operations.set(key, operation);
    return replaced;
  }

  #replaceFact(operation: Operation & [op: number, id: number, name: string, value: unknown]): void {
    const [op, id, name] = operation;
    const moved = this.#replace(`${id} ${op} ${name}`, operation);
    const valueKey = `${id} ${Op.Property} value`;
    const value = moved ? this.#operations.get(valueKey) : undefined;
    if (value !== undefined && value !== operation) this.#replace(valueKey, value);
  }

  #page(): object | undefined {
    return this.#operations.get("page")?.[1] as object | undefined;
  }

  /** The whole screen makes all before it moot, except definitions, which it may use. */
  #keepTemplates(): void {
    for (const [key, operation] of this.#operations) {
      if (operation[0] !== Op.Template) this.#operations.delete(key);
    }
    this.#length = 0;
  }
}
