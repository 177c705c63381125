import { ContentBuilder } from "../browser/content-builder.ts";
import { Declarations } from "../browser/declarations.ts";
import { GIVEN, type ScreenElement } from "../browser/node-facts.ts";
import { NodeIndex } from "../browser/node-index.ts";
import { rawHtmlIn } from "../browser/raw-html.ts";
import { TypedText } from "../browser/typed-text.ts";
import { LAYER_REGION, Op, ROOT_REGION, type Json } from "../protocol/operations.ts";
import { dropFirstNewlines } from "./first-newlines.ts";
import type { Session } from "../session/session.ts";

export type RegionId = typeof ROOT_REGION | typeof LAYER_REGION;

/** What the server says of one element, besides its markup. */
export interface ServerFacts {
  /** Properties it sets, as `value`; all others are the person's business. */
  readonly given: Record<string, Json>;
  /** A custom element without content from the server has its own. */
  readonly fillsItself: boolean;
}

/** One region of the screen: what the server's HTML shows, and its facts by element, in document order. */
export interface ServerRegion {
  readonly element: Element;
  readonly facts: readonly ServerFacts[];
}

/**
 * The screen as the server has it, in a document of its own: its HTML, with each control's state set as the server
 * says. HTML does not tell an unchecked box from one that the server leaves alone; the operations that make a whole
 * screen do.
 */
export class ServerScreen {
  readonly #window: Window;
  readonly #html: Record<RegionId, string>;
  readonly #told: Record<RegionId, Element>;

  /** `window` is any that no page lives in. */
  constructor(session: Session, window: Window) {
    const { root, layers } = session.firstPaint();
    this.#window = window;
    this.#html = { [ROOT_REGION]: root, [LAYER_REGION]: layers };
    this.#told = buildWholeScreen(session, window);
  }

  region(id: RegionId): ServerRegion {
    const element = this.#window.document.createElement("div");
    element.innerHTML = this.#html[id];
    dropFirstNewlines(element);
    const facts = Array.from(this.#told[id].querySelectorAll<ScreenElement>("*"), factsOf);
    const typed = new TypedText();
    element.querySelectorAll<ScreenElement>("*").forEach((each, index) => {
      const given = facts[index]?.given ?? {};
      for (const name in given) typed.setProperty(each, name, given[name]!, Infinity);
    });
    return { element, facts };
  }
}

function factsOf(element: ScreenElement): ServerFacts {
  return {
    given: element[GIVEN] ?? {},
    fillsItself: element.localName.includes("-") && element.firstChild === null,
  };
}

/** What a client that knows nothing would be told, built by the runtime's own builder. */
function buildWholeScreen(session: Session, window: Window): Record<RegionId, Element> {
  const { document } = window;
  const [root, layers] = [document.createElement("div"), document.createElement("div")];
  const builder = new ContentBuilder({
    document,
    index: new NodeIndex(),
    declarations: new Declarations(() => {}),
    typed: new TypedText(),
    rawHtml: rawHtmlIn(window),
  });
  for (const operation of session.wholeScreen()) {
    if (operation[0] === Op.Template) builder.define(operation[1], operation[2]);
    if (operation[0] !== Op.Sync) continue;
    builder.fill(root, null, operation[1]);
    builder.fill(layers, null, operation[2]);
  }
  return { [ROOT_REGION]: root, [LAYER_REGION]: layers };
}
