import { keepFocus, move } from "../../regions.ts";
import { ContentFocus } from "./content-focus.ts";

/** A cell of the grid that shows what the server renders. */
export interface ContentPlace extends HTMLElement {
  readonly isConnected: boolean;
}

/** All that are on the screen. */
const onScreen = new Set<CellContent>();

/**
 * `<tandem-grid-cells>`: what the server renders of a grid's cells, a row for each row and in that a cell for each
 * column that renders. The one element in such a cell is lent to the grid while it shows the cell, and goes as soon as
 * the cell here does.
 *
 *   <tandem-grid-cells> … <tr data-key> <td data-column> [content] </td>   ⇄   <tandem-grid-cell> [content] in the grid
 *
 * The server's operations hold on to nodes inside of the content, and to the rows and cells here, never to where one
 * stands in the other. Only a resynchronisation compares this place with what it should hold: for that, all comes home.
 */
export class CellContent extends HTMLElement {
  /** By the name of the cell. */
  #lent = new Map<string, Element>();
  readonly #places = new Map<string, Set<ContentPlace>>();
  readonly #changes = new MutationObserver((records) => records.some(isOfCells) && this.#settle());
  readonly #focus = new ContentFocus();
  #isSettling = false;

  constructor() {
    super();
    // A resynchronisation makes all elements anew before it compares them with those on the screen.
    for (const other of onScreen) other.#comeHome();
  }

  connectedCallback(): void {
    onScreen.add(this);
    this.#changes.observe(this, { childList: true, subtree: true });
    this.#focus.follow(this.parentElement!);
  }

  disconnectedCallback(): void {
    if (this.isConnected) return;
    onScreen.delete(this);
    this.#changes.disconnect();
    this.#focus.stop();
  }

  /** The place shows this cell from now on, as soon as there is content for it. */
  show(name: string, place: ContentPlace): void {
    let places = this.#places.get(name);
    if (!places) this.#places.set(name, (places = new Set()));
    places.add(place);
    this.#settleSoon();
  }

  /** The place shows it no more. */
  leave(name: string, place: ContentPlace): void {
    const places = this.#places.get(name);
    places?.delete(place);
    if (places?.size === 0) this.#places.delete(name);
    this.#settleSoon();
  }

  /** Cells of the grid change many at a time, and may come and go within a change. */
  #settleSoon(): void {
    if (this.#isSettling) return;
    this.#isSettling = true;
    queueMicrotask(() => {
      this.#isSettling = false;
      this.#settle();
    });
  }

  /** Each content to the place that shows it, or home; those whose cell has gone from here go with it. */
  #settle(): void {
    const cells = this.#cells();
    keepFocus(document, () => {
      for (const [name, content] of this.#lent) if (!cells.has(name)) this.#drop(name, content);
      for (const [name, cell] of cells) this.#put(name, cell);
    });
    this.#focus.settle((element) => element.isConnected && !this.contains(element));
  }

  #put(name: string, cell: HTMLElement): void {
    const built = cell.firstElementChild;
    const known = this.#lent.get(name);
    // What was built anew takes the place of what was built before.
    if (built && known && built !== known) known.remove();
    const content = built ?? known;
    if (!content) return;
    const place = this.#placeOf(name);
    if (content.parentNode !== (place ?? cell)) move(content, place ?? cell, null);
    if (place) this.#lent.set(name, content);
    else this.#lent.delete(name);
  }

  #drop(name: string, content: Element): void {
    content.remove();
    this.#lent.delete(name);
  }

  /** Of several, the one that came last: the others are about to show something else. */
  #placeOf(name: string): ContentPlace | undefined {
    return [...(this.#places.get(name) ?? [])].findLast((place) => place.isConnected);
  }

  #comeHome(): void {
    const cells = this.#cells();
    for (const [name, content] of this.#lent) {
      const cell = cells.get(name);
      if (cell && !cell.firstElementChild) move(content, cell, null);
    }
    this.#settleSoon();
  }

  /** By name. */
  #cells(): Map<string, HTMLElement> {
    const cells = new Map<string, HTMLElement>();
    // The first there is: contents that are at home may have tables of their own.
    for (const row of this.querySelector("tbody")?.rows ?? []) {
      for (const cell of row.cells) {
        const { column } = cell.dataset;
        if (column !== undefined) cells.set(contentName(row.dataset.key!, column), cell);
      }
    }
    return cells;
  }
}

/** What a cell is known by, in the grid and in `<tandem-grid-cells>`: the id of its row, and its column. */
export const contentName = (rowId: string, column: string): string => `${rowId} ${column}`;

/** And not of what is in their content, while that is here. */
const isOfCells = ({ target }: MutationRecord): boolean => /^(TBODY|TR|TD)$/.test(target.nodeName);
