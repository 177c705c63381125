import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds against these tags or rules in a part of the page, one line each. */
export async function breaches(
  page: Page,
  context: string | { exclude: string[] },
  ...values: string[]
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  await atRest(page);
  return page.evaluate(
    async ([within, only]) => {
      const type = only[0]!.startsWith("wcag") ? "tag" : "rule";
      const checker = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations } = await checker.run(within, { runOnly: { type, values: only } });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary}`),
      );
    },
    [context, values] as const,
  );
}

export const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The rules whose answer may be another one in the dark. */
export const COLORS = ["color-contrast", "link-in-text-block"];

/** Waits for what moves on the page and comes to an end: half way, colours and places are those of nothing. */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const moving = () =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => playState === "running" && effect?.getComputedTiming().endTime !== Infinity);
    for (let all = moving(); all.length > 0; all = moving()) {
      await Promise.allSettled(all.map(({ finished }) => finished));
    }
  });

/** By how many pixels the page is wider than the window. */
export const surplusWidth = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Texts inside of `selector` that lie over others, as pairs. */
export const overlappingTexts = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate((within) => {
    interface Line {
      readonly text: string;
      readonly element: Element;
      readonly box: DOMRect;
    }
    const isSeen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest(".tandem-unseen, [popover], dialog, svg");
    /** What a scrolling or clipping element around it does not show, is no part of it. */
    const clipped = (element: Element, box: DOMRect): DOMRect => {
      let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
      for (let around: Element | null = element; around; around = around.parentElement) {
        if (getComputedStyle(around).overflow === "visible") continue;
        const edge = around.getBoundingClientRect();
        [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
        [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };
    const linesOf = (root: Element): Line[] => {
      const lines: Line[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement!;
        const text = node.textContent!.trim();
        if (text === "" || !isSeen(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) lines.push({ text, element, box: clipped(element, box) });
      }
      return lines;
    };
    const overlap = (one: DOMRect, other: DOMRect) => [
      Math.min(one.right, other.right) - Math.max(one.left, other.left),
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
    ];
    const found: string[] = [];
    for (const root of document.querySelectorAll(within)) {
      const lines = linesOf(root);
      lines.forEach((line, index) => {
        for (const other of lines.slice(index + 1)) {
          const [across, down] = overlap(line.box, other.box) as [number, number];
          // Line boxes of neighbouring lines touch; letters do not.
          if (line.element !== other.element && across > 2 && down > 4)
            found.push(`"${line.text.slice(0, 40)}" and "${other.text.slice(0, 40)}"`);
        }
      });
    }
    return found;
  }, selector);

/** Has the page take note of what moves on it by itself, from its next document on. */
export const watchShifts = async (page: Page): Promise<void> =>
  void (await page.addInitScript(() => {
    const page = globalThis as unknown as { shifted: number };
    page.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) page.shifted += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  }));

/** How much has moved by itself: 0 is nothing, 1 all of the window by all of its height. */
export const shifted = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted);

/**
 * Goes through `selector` by the Tab key. Answers the controls in it that it did not reach, and those it did whose looks
 * are the same with and without the focus.
 */
export async function keyboardGaps(page: Page, selector: string): Promise<{ unreached: string[]; unseen: string[] }> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const expected = await page.evaluate(markControls, selector);
  const unseen: string[] = [];
  const reached = new Set<string>();
  await page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const start = document.createElement("span");
      start.tabIndex = -1;
      element.before(start);
      start.focus();
      start.remove();
    });
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(readStop, selector);
    if (stop === null) break;
    if (reached.has(stop.mark) && stop.mark !== "") continue;
    reached.add(stop.mark);
    if (!stop.isMarkedByStyle && !(await isMarkedInPicture(page))) unseen.push(stop.name);
    if (stop.isInGrid) await page.evaluate(leaveGrid);
  }
  return { unreached: expected.filter(({ mark }) => !reached.has(mark)).map(({ name }) => name), unseen };
}

/** Parts that a browser draws by itself, as a slider's thumb, tell no script of their styles. */
async function isMarkedInPicture(page: Page): Promise<boolean> {
  const clip = await page.evaluate(() => {
    const { x, y, width, height } = document.activeElement!.getBoundingClientRect();
    return { x: Math.max(0, x - 8), y: Math.max(0, y - 8), width: width + 16, height: height + 16 };
  });
  const focused = await page.screenshot({ clip });
  const element = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  await element.evaluate((node) => node.blur());
  const left = await page.screenshot({ clip });
  await element.evaluate((node) => node.focus());
  return !focused.equals(left);
}

/** A grid is one control, in which arrow keys go on; with Tab, too, it may be long. */
function leaveGrid(): void {
  const after = document.createElement("span");
  after.tabIndex = -1;
  document.activeElement!.closest(".ag-root-wrapper")!.after(after);
  after.focus();
  after.remove();
}

/** Numbers the controls that Tab should come to, and notes how they and what is around them look without the focus. */
function markControls(selector: string): { mark: string; name: string }[] {
  const controls = "button, input, select, textarea, a[href], summary, [tabindex='0'], [contenteditable='true']";
  const marked: { mark: string; name: string }[] = [];
  for (const root of document.querySelectorAll(selector)) {
    for (const element of root.querySelectorAll<HTMLElement>(controls)) {
      const isOut =
        element.matches(":disabled, [tabindex='-1'], [type='hidden'], [aria-disabled='true']") ||
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.closest("[inert], .ag-root-wrapper") !== null;
      if (isOut) continue;
      const mark = String(marked.length + 1);
      // Of radio buttons, Tab comes to the chosen one.
      const { type, name, form } = element as HTMLInputElement;
      const isOther =
        type === "radio" &&
        [...document.querySelectorAll<HTMLInputElement>("input[type=radio]:enabled")].some(
          (radio) =>
            radio.name === name &&
            radio.form === form &&
            radio !== element &&
            (radio.checked || !!radio.dataset["stop"]),
        );
      if (isOther) continue;
      element.dataset["stop"] = mark;
      marked.push({ mark, name: element.outerHTML.slice(0, 100) });
    }
  }
  return marked;
}

/** The element with the focus, if it is inside, and whether style tells that it has it. */
function readStop(
  selector: string,
): { mark: string; name: string; isMarkedByStyle: boolean; isInGrid: boolean } | null {
  let element = document.activeElement as HTMLElement | null;
  if (element === null || element.closest(selector) === null) return null;
  const host = element;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement as HTMLElement;
  const looks = () => {
    const parts: string[] = [];
    let around: Element | null = element;
    for (let steps = 0; around !== null && steps < 5; steps++) {
      for (const pseudo of [null, "::before", "::after", "::-webkit-slider-thumb"]) {
        const style = getComputedStyle(around, pseudo);
        const outline = style.outlineStyle === "none" ? "" : `${style.outlineWidth} ${style.outlineColor}`;
        parts.push(outline, style.boxShadow, style.borderColor, style.backgroundColor);
      }
      around = around.parentElement ?? ((around.getRootNode() as ShadowRoot).host as Element | undefined) ?? null;
    }
    return parts.join("|");
  };
  const isInGrid = element.closest(".ag-root-wrapper") !== null;
  const facts = { mark: host.dataset["stop"] ?? "", name: host.outerHTML.slice(0, 100), isInGrid };
  // A caret is a mark, too; and who leaves a date, or a player, begins it anew.
  if (
    element.matches(
      "audio, video, textarea, input:not([type='range'], [type='checkbox'], [type='radio'], [type='color'])",
    )
  )
    return { ...facts, isMarkedByStyle: true };
  const focused = looks();
  element.blur();
  const isMarkedByStyle = looks() !== focused;
  element.focus();
  return { ...facts, isMarkedByStyle };
}
