import { Compartment, EditorState, type Extension, type StateEffect } from "@codemirror/state";
import { EditorView } from "codemirror";
import { CarriedText } from "./carried-text.ts";
import { extensionsFor, fromServer, type EditorFacts } from "./extensions.ts";
import type { LanguageScript } from "./language-scripts.ts";
import { languageNamed, languageScripts } from "./languages.ts";

/**
 * `<tandem-code-editor>` around a text area: shows CodeMirror in its place, in a shadow tree, which keeps its styles
 * to itself and what the server knows of the page as it is.
 */
export class CodeEditorElement extends HTMLElement {
  static readonly observedAttributes = ["data-language", "data-line-numbers", "data-wrap"];

  static readonly #onPage = new Set<CodeEditorElement>();

  /** The scripts of languages call it; editors that show such a language have it from then on. */
  static learn(script: LanguageScript): void {
    languageScripts.add(script);
    for (const editor of this.#onPage) editor.#configure();
  }

  readonly #settings = new Compartment();
  readonly #observer = new MutationObserver(() => this.#configure());
  #text: CarriedText | undefined;
  #view: EditorView | undefined;
  #known = "";

  connectedCallback(): void {
    const area = this.querySelector("textarea");
    if (!area || this.#view) return;
    this.#text = new CarriedText(area, (text) => this.#show(text));
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    // The text area goes on to be there for whoever reads the page, though it is not seen.
    root.append(Object.assign(document.createElement("slot"), { hidden: true }));
    const { selectionStart: anchor, selectionEnd: head } = area;
    this.#view = new EditorView({ parent: root, root, state: this.#stateOf(this.#text.text, { anchor, head }) });
    area.focus = () => this.#view?.focus();
    for (const label of area.labels) label.addEventListener("click", this.#focus);
    this.#observe(area);
    CodeEditorElement.#onPage.add(this);
    if (area === document.activeElement) withoutLeaving(area, this.#focus);
  }

  disconnectedCallback(): void {
    CodeEditorElement.#onPage.delete(this);
    this.#observer.disconnect();
    this.#text?.release();
    this.#view?.destroy();
    this.#view = this.#text = undefined;
  }

  attributeChangedCallback(): void {
    this.#configure();
  }

  readonly #focus = (): void => this.#view?.focus();

  /** All that the server says of the text area, and whether a field set around it is off. */
  #observe(area: HTMLTextAreaElement): void {
    this.#observer.observe(area, { attributes: true });
    for (let set = area.closest("fieldset"); set; set = set.parentElement?.closest("fieldset") ?? null) {
      this.#observer.observe(set, { attributeFilter: ["disabled"] });
    }
  }

  #stateOf(doc: string, selection: { anchor: number; head: number }): EditorState {
    return EditorState.create({
      doc,
      selection,
      extensions: [
        this.#settings.of(this.#extensions()),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((change) => change.annotation(fromServer)))
            this.#entered();
          if (update.focusChanged && !update.view.hasFocus) this.#left();
        }),
      ],
    });
  }

  #extensions(): Extension {
    const facts = this.#facts();
    this.#known = JSON.stringify(facts);
    return extensionsFor(facts, this.#text!.area);
  }

  #facts(): EditorFacts {
    const area = this.#text!.area;
    const { language, lineNumbers, wrap } = this.dataset;
    return {
      language: languageNamed(language) && language,
      hasLineNumbers: lineNumbers !== undefined,
      wraps: wrap !== undefined,
      isReadonly: area.readOnly,
      isDisabled: area.matches(":disabled"),
      isInvalid: area.getAttribute("aria-invalid") === "true",
      isRequired: area.required,
      maxLength: area.maxLength,
      placeholder: area.placeholder,
      label: [...area.labels].map(textOf).join(" "),
    };
  }

  #configure(): void {
    if (!this.#view || JSON.stringify(this.#facts()) === this.#known) return;
    this.#view.dispatch({ effects: this.#settings.reconfigure(this.#extensions()) as StateEffect<unknown> });
  }

  /** What an input method composes is told when it is done. */
  #entered(): void {
    const view = this.#view!;
    if (view.composing)
      view.contentDOM.addEventListener("compositionend", () => setTimeout(this.#tell), { once: true });
    else this.#tell();
  }

  readonly #tell = (): void => {
    const text = this.#view?.state.doc.toString();
    if (text !== undefined && text !== this.#text!.text) this.#text!.enter(text);
  };

  #left(): void {
    this.#tell();
    this.#text!.leave();
  }

  /** Changes only what differs, so that cursor and selection stay with the text around them. */
  #show(text: string): void {
    const view = this.#view;
    if (!view) return;
    const now = view.state.doc.toString();
    if (now === text) return;
    let from = 0;
    while (from < now.length && from < text.length && now[from] === text[from]) from++;
    let rest = 0;
    const most = Math.min(now.length, text.length) - from;
    while (rest < most && now[now.length - 1 - rest] === text[text.length - 1 - rest]) rest++;
    const changes = { from, to: now.length - rest, insert: text.slice(from, text.length - rest) };
    view.dispatch({ changes, annotations: fromServer.of(true) });
  }
}

/** The person who is in the text area goes on in the editor, which is no leaving. */
function withoutLeaving(area: HTMLTextAreaElement, move: () => void): void {
  const hush = (event: Event) => {
    if (event.target === area) event.stopImmediatePropagation();
  };
  const types = ["change", "blur", "focusout"];
  for (const type of types) window.addEventListener(type, hush, true);
  move();
  for (const type of types) window.removeEventListener(type, hush, true);
}

/** Without what is not read out, such as the mark of what is required. */
function textOf(label: HTMLElement): string {
  const copy = label.cloneNode(true) as HTMLElement;
  for (const mark of copy.querySelectorAll("[aria-hidden]")) mark.remove();
  return copy.textContent!.trim();
}
