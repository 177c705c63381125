/** Dividers of `Split`: what a drag or a key makes of them is shown at once, and the session is told. */
export function startSplits(document: Document): void {
  document.addEventListener("pointerdown", (event) => {
    const divider = dividerOf(event.target);
    if (divider && event.button === 0) drag(divider, event);
  });
  document.addEventListener("keydown", (event) => {
    const divider = dividerOf(event.target);
    if (divider) press(divider, event);
  });
  document.addEventListener("dblclick", (event) => {
    const divider = dividerOf(event.target);
    if (divider) tell(divider, move(divider, 50));
  });
}

function dividerOf(target: EventTarget | null): HTMLElement | null {
  const divider = (target as Element).closest<HTMLElement>(".tandem-split-divider");
  return divider?.ariaDisabled === "true" ? null : divider;
}

function drag(divider: HTMLElement, { pointerId }: PointerEvent): void {
  const over = new AbortController();
  let place = Number(divider.ariaValueNow);
  divider.setPointerCapture(pointerId);
  divider.dataset.dragged = "";
  const follow = (event: PointerEvent) => (place = move(divider, placeOf(divider, event)));
  const end = () => {
    over.abort();
    delete divider.dataset.dragged;
    tell(divider, place);
  };
  divider.addEventListener("pointermove", follow, over);
  divider.addEventListener("lostpointercapture", end, over);
}

/** How much the first part would have, in percent, with the divider below the pointer. */
function placeOf(divider: HTMLElement, { clientX, clientY }: PointerEvent): number {
  const { left, top, width, height } = divider.parentElement!.getBoundingClientRect();
  if (isVertical(divider)) return ((clientY - top) / height) * 100;
  const part = ((clientX - left) / width) * 100;
  return isFromTheRight(divider) ? 100 - part : part;
}

function press(divider: HTMLElement, event: KeyboardEvent): void {
  const step = event.shiftKey ? 10 : 1;
  const [less, more] = isVertical(divider) ? ["ArrowUp", "ArrowDown"] : horizontalKeys(divider);
  const by: Record<string, number> = { [less]: -step, [more]: step, Home: -Infinity, End: Infinity };
  const change = by[event.key];
  if (change === undefined) return;
  event.preventDefault();
  tell(divider, move(divider, Number(divider.ariaValueNow) + change));
}

/** Moves it as far as it may, and answers where it is. */
function move(divider: HTMLElement, wanted: number): number {
  const place = Math.min(Number(divider.ariaValueMax), Math.max(Number(divider.ariaValueMin), wanted));
  divider.parentElement!.style.setProperty("--split", `${place}%`);
  divider.ariaValueNow = String(Math.round(place));
  return place;
}

function tell(divider: HTMLElement, place: number): void {
  const detail = Math.round(place * 10) / 10;
  divider.parentElement!.dispatchEvent(new CustomEvent("tandem-split", { bubbles: true, detail }));
}

const isVertical = (divider: HTMLElement): boolean => divider.ariaOrientation === "horizontal";
const isFromTheRight = (divider: HTMLElement): boolean => getComputedStyle(divider).direction === "rtl";
const horizontalKeys = (divider: HTMLElement): [string, string] =>
  isFromTheRight(divider) ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
