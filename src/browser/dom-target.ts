import { LAYER_REGION, Op, ROOT_REGION, type Operation, type PageFacts } from "../protocol/operations.ts";
import { setAttribute } from "./attributes.ts";
import type { ContentBuilder } from "./content-builder.ts";
import type { ScreenElement } from "./node-facts.ts";
import { clear, keepFocus, moveRange, placeOf, removeRange, setText, type Place } from "./regions.ts";
import { resynchronise } from "./resync.ts";
import { selectAround, settleSelect } from "./select-value.ts";

type OperationOf<Code extends number> = Extract<Operation, readonly [Code, ...unknown[]]>;
type Appliers = { [Code in Operation[0]]: (operation: never) => void };

/** Applies the server's operations to the document. */
export class DomTarget {
  readonly #document: Document;
  readonly #builder: ContentBuilder;
  #acknowledged = 0;
  /** `select`s whose options changed in this frame. */
  readonly #changedSelects = new Set<ScreenElement>();

  constructor(document: Document, builder: ContentBuilder) {
    this.#document = document;
    this.#builder = builder;
  }

  /** Throws when the operations do not fit the document; then only a resynchronisation makes it whole again. */
  apply(operations: readonly Operation[], acknowledged: number): void {
    this.#acknowledged = acknowledged;
    for (const operation of operations) {
      (this.#appliers[operation[0]] as (operation: Operation) => void)(operation);
    }
    this.#changedSelects.forEach(settleSelect);
    this.#changedSelects.clear();
    this.#builder.forgetTemporary();
    this.#builder.index.sweep();
  }

  readonly #appliers: Appliers = {
    [Op.Text]: ([, region, text]: OperationOf<typeof Op.Text>) => {
      setText(this.#changing(region), text);
    },
    [Op.Attribute]: ([, id, name, value]: OperationOf<typeof Op.Attribute>) => {
      if (name === "data-do" && value) this.#builder.declarations.commands(value as string);
      setAttribute(this.#builder.index.element(id), name, value);
      this.#changing(id);
    },
    [Op.Property]: ([, id, name, value]: OperationOf<typeof Op.Property>) => {
      this.#builder.typed.setProperty(this.#builder.index.element(id), name, value, this.#acknowledged);
    },
    [Op.Fill]: ([, region, content]: OperationOf<typeof Op.Fill>) => {
      const node = this.#changing(region);
      clear(node);
      const { parent, end } = placeOf(node);
      this.#builder.fill(parent, end, content);
    },
    [Op.Insert]: ([, region, before, template, flat]: OperationOf<typeof Op.Insert>) => {
      const { parent, end } = this.#place(region, before);
      parent.insertBefore(this.#builder.instances(template, flat), end);
    },
    [Op.Remove]: ([, ...ids]: OperationOf<typeof Op.Remove>) => {
      for (const id of ids) removeRange(this.#changing(id));
    },
    [Op.Move]: ([, region, before, id]: OperationOf<typeof Op.Move>) => {
      const place = this.#place(region, before);
      keepFocus(this.#document, () => moveRange(this.#builder.index.node(id), place));
    },
    [Op.Clear]: ([, region]: OperationOf<typeof Op.Clear>) => {
      clear(this.#changing(region));
    },
    [Op.Template]: ([, template, definition]: OperationOf<typeof Op.Template>) => {
      this.#builder.define(template, definition);
    },
    [Op.Sync]: ([, root, layers, page]: OperationOf<typeof Op.Sync>) => {
      const contents = { [ROOT_REGION]: root, [LAYER_REGION]: layers };
      keepFocus(this.#document, () => resynchronise(this.#builder, contents, this.#acknowledged));
      this.#setPage(page);
    },
    [Op.Call]: ([, ref, method, args]: OperationOf<typeof Op.Call>) => {
      const element = this.#document.querySelector(`[data-ref="${ref}"]`);
      try {
        (element as unknown as Record<string, (...args: unknown[]) => unknown> | null)?.[method]!(...args);
      } catch (error) {
        console.error(`Tandem could not call ${method}() on`, element, error);
      }
    },
    [Op.Page]: ([, page]: OperationOf<typeof Op.Page>) => {
      this.#setPage(page);
    },
  };

  /** The node of a region or range about to change; if that is in a `select`, its value is settled afterwards. */
  #changing(id: number) {
    const node = this.#builder.index.node(id);
    const select = selectAround(node.nodeName === "#comment" || node.nodeName === "OPTION" ? node.parentNode! : node);
    if (select) this.#changedSelects.add(select);
    return node;
  }

  #place(region: number, before: number): Place {
    const place = placeOf(this.#changing(region));
    return before ? { parent: place.parent, end: this.#builder.index.node(before) } : place;
  }

  #setPage({ title }: PageFacts): void {
    if (title !== undefined) this.#document.title = title;
  }
}
