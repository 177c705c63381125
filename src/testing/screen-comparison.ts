import { OVERLAY } from "../browser/node-facts.ts";
import { LAYER_REGION, ROOT_REGION } from "../protocol/operations.ts";
import type { Session } from "../session/session.ts";
import { DEFAULT_TITLE } from "../server/page-facts.ts";
import type { DomPackages } from "./dom-packages.ts";
import { ScreenLines, sharedElements, type ElementFacts } from "./screen-lines.ts";
import { ServerScreen, type RegionId } from "./server-screen.ts";

/** The two sides of a screen as lines. */
export interface ComparedScreens {
  readonly server: readonly string[];
  readonly page: readonly string[];
}

const REGIONS: readonly [RegionId, name: string][] = [
  [ROOT_REGION, "tandem-root"],
  [LAYER_REGION, "tandem-layers"],
];

/** Writes down what server and page show, so that equal lines mean equal screens. */
export function compareScreens(session: Session, page: Document, packages: DomPackages): ComparedScreens {
  const window = new packages.happyDom.Window() as unknown as Window & { happyDOM: { abort(): Promise<void> } };
  const screen = new ServerScreen(session, window);
  const { title = DEFAULT_TITLE } = session.firstPaint();
  const lines = { server: titleLine(title), page: titleLine(page.title) };
  for (const [id, name] of REGIONS) {
    const live = page.getElementById(name);
    const { element, facts } = screen.region(id);
    if (live === null) throw new Error(`Expected an element with the id "${name}" on the page.`);
    const onPage = sharedElements(live, facts);
    const onServer = sharedElements(element, facts);
    const elementFacts = facts.map((fact, index): ElementFacts => ({ ...fact, overlay: onPage[index]?.[OVERLAY] }));
    const keyed = (elements: readonly Element[]) =>
      new Map(elements.flatMap((each, index) => (elementFacts[index] ? [[each, elementFacts[index]] as const] : [])));
    lines.server.push(...new ScreenLines(keyed(onServer)).of(element));
    lines.page.push(...new ScreenLines(keyed(onPage)).of(live));
  }
  void window.happyDOM.abort();
  return lines;
}

const titleLine = (title: string): string[] => [`<title>${title}</title>`];
