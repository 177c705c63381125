import type { Act, Journal, Row } from "./model-app.tsx";

/** What the app must show after these changes: the same app, as plain values and without any of the framework. */
export class ReferenceModel {
  #clicks = 0;
  #ticks = 0;
  #text = "";
  #rows: Row[] = [];

  constructor(changes: Journal["changes"]) {
    for (const change of changes) {
      if ("act" in change) this.#act(change.act);
      else if ("late" in change) this.#rows.push({ key: change.late, checked: false });
      else this.#ticks = change.tick;
    }
  }

  /** As `withoutIds` writes a screen. */
  toString(): string {
    const many = this.#rows.length > 2;
    return (
      `<main><h1${this.#clicks % 2 === 1 ? ' class="odd"' : ""}>Clicked ${this.#clicks} times in ${this.#ticks} ticks</h1>` +
      '<button class="count">Count</button><button class="add">Add</button>' +
      '<button class="later">Add later</button><button class="fail">Fail</button>' +
      `<input .value="${this.#text}"></input><output>${this.#text}</output>` +
      (many ? `<p><b>${this.#rows.length}</b> rows</p>` : "<em>few</em>") +
      `<ul>${this.#rows.map(writeRow).join("")}</ul></main>\n`
    );
  }

  #act({ kind, client, token, about }: Act): void {
    const mine = this.#rows.findIndex((row) => row.key === about);
    const row = this.#rows[mine];
    if (kind === "count") this.#clicks++;
    else if (kind === "add") this.#rows.push({ key: `${client}-${token}`, checked: false });
    else if (kind === "type") this.#text = about.toUpperCase();
    else if (row === undefined) return;
    else if (kind === "check") this.#rows[mine] = { ...row, checked: !row.checked };
    else if (kind === "remove") this.#rows.splice(mine, 1);
    else if (kind === "raise") this.#rows.unshift(...this.#rows.splice(mine, 1));
  }
}

const writeRow = ({ key, checked }: Row, index: number): string =>
  `<li${checked ? ' class="checked"' : ""} data-key="${key}">${index + 1}: ${key}` +
  '<button class="check">✓</button><button class="raise">↑</button><button class="remove">×</button></li>';

/** A document's text without what only delivery needs. */
export const withoutIds = (screen: string): string => screen.replace(/ #="\d+"|<!--.*?-->/g, "");
