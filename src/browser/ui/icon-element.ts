import { shapesOfIcon } from "./system-icons.ts";

const SVG = "http://www.w3.org/2000/svg";

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: inline-flex; align-items: center; justify-content: center; width: 1em; height: 1em; vertical-align: -0.125em; }
  :host([hidden]) { display: none; }
  svg { width: 100%; height: 100%; fill: currentColor; }
`);

/**
 * `<wa-icon>` as Web Awesome's components use it, and in place of theirs: theirs fetches its pictures and parses them as
 * HTML, which the page's policy forbids for good. This one draws shapes that came with the script.
 */
export class IconElement extends HTMLElement {
  static readonly observedAttributes = ["name", "variant", "label"];

  readonly #svg = document.createElementNS(SVG, "svg");

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    this.#svg.setAttribute("viewBox", "0 0 16 16");
    this.#svg.setAttribute("part", "svg");
    root.append(this.#svg);
  }

  /** What a button asks of the icon in it. */
  get label(): string {
    return this.getAttribute("label") ?? "";
  }

  connectedCallback(): void {
    this.#tell();
  }

  attributeChangedCallback(attribute: string): void {
    if (attribute !== "label") this.#draw();
    else if (this.isConnected) this.#tell();
  }

  #draw(): void {
    const shapes = shapesOfIcon(this.getAttribute("name") ?? "", this.getAttribute("variant") ?? "").map((shape) => {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", shape);
      return path;
    });
    this.#svg.replaceChildren(...shapes);
  }

  /** An icon with a label is read out; one without is decoration. */
  #tell(): void {
    const label = this.getAttribute("label");
    if (label) {
      this.setAttribute("role", "img");
      this.setAttribute("aria-label", label);
      this.removeAttribute("aria-hidden");
    } else {
      this.removeAttribute("role");
      this.removeAttribute("aria-label");
      this.setAttribute("aria-hidden", "true");
    }
  }
}

customElements.define("wa-icon", IconElement);
