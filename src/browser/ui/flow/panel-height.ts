/** What the arrow keys add or take, in pixels. */
const STEP = 32;

/** Lets the panel of questions be dragged higher, and keeps room for it below the page. */
export function fitPanels(document: Document): void {
  let panel: HTMLElement | null = null;
  const root = document.documentElement;
  const { MutationObserver, ResizeObserver } = document.defaultView!;
  const sizes = new ResizeObserver(() => {
    if (panel) makeRoom(document, panel.offsetHeight + 16);
  });
  const update = () => {
    const found = document.querySelector<HTMLElement>(".tandem-panel");
    if (found === panel) return;
    panel = found;
    sizes.disconnect();
    root.style.removeProperty("--tandem-panel-room");
    if (!panel) return;
    sizes.observe(panel);
    makeResizable(panel);
  };
  new MutationObserver(update).observe(document.body, { childList: true, subtree: true });
  update();
}

/** Whoever reads the end of a conversation goes on to do so. */
function makeRoom({ documentElement: root, defaultView: window, body }: Document, height: number): void {
  const isAtEnd = window!.scrollY + window!.innerHeight >= root.scrollHeight - 4;
  root.style.setProperty("--tandem-panel-room", `${height}px`);
  if (isAtEnd && body.querySelector(".tandem-conversation")) window!.scrollTo(0, root.scrollHeight);
}

/** The height that somebody has chosen holds for the panels to come. */
let chosen: number | undefined;

function makeResizable(panel: HTMLElement): void {
  const grip = panel.querySelector<HTMLElement>(".tandem-panel-grip");
  if (!grip) return;
  const window = panel.ownerDocument.defaultView!;
  const least = Number.parseFloat(window.getComputedStyle(panel).getPropertyValue("--tandem-panel-least")) || 0;
  const most = () => window.innerHeight - 48;
  const set = (height: number) => {
    chosen = Math.round(Math.max(Math.min(least, most()), Math.min(most(), height)));
    panel.dataset["dragged"] = "";
    panel.style.setProperty("--tandem-panel-height", `${chosen}px`);
    grip.ariaValueNow = String(chosen);
  };
  grip.tabIndex = 0;
  grip.role = "separator";
  grip.ariaOrientation = "horizontal";
  grip.ariaLabel = "Height of the question";
  grip.ariaValueMin = String(least);
  grip.ariaValueNow = String(panel.offsetHeight);
  if (chosen !== undefined) set(chosen);
  grip.addEventListener("pointerdown", (event) => {
    grip.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  grip.addEventListener("pointermove", (event) => {
    if (grip.hasPointerCapture(event.pointerId)) set(window.innerHeight - event.clientY);
  });
  grip.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowUp") set(panel.offsetHeight + STEP);
    if (key === "ArrowDown") set(panel.offsetHeight - STEP);
  });
}
