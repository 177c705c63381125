/** Which DOM events carry which facts: the server reads a payload by it, and what the browser fills in agrees with it. */

/**
 * The kind of an event says which fields its {@link EventPayload} has, when they apply:
 * - `mouse`: `at b m n`; `pointer`: those, `p pt`; `wheel`: those of `mouse`, `s`; `drag`: those of `mouse`;
 * - `key`: `k code m r v`;
 * - `input` and `focus`: `v c bad`;
 * - `submit`: `f by`;
 * - `toggle`: `o`;
 * - `scroll`: `s`;
 * - `plain`: nothing;
 * - `detail`, for every event not listed: `d v`.
 */
export type EventKind =
  | "mouse"
  | "pointer"
  | "wheel"
  | "drag"
  | "key"
  | "input"
  | "focus"
  | "submit"
  | "toggle"
  | "scroll"
  | "plain"
  | "detail";

export const EVENT_TYPES = {
  mouse: "click dblclick auxclick contextmenu mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave",
  pointer:
    "pointerdown pointerup pointermove pointerover pointerout pointerenter pointerleave pointercancel gotpointercapture lostpointercapture",
  wheel: "wheel",
  drag: "dragstart drag dragenter dragover dragleave drop dragend",
  key: "keydown keyup",
  input: "input change",
  focus: "focus blur focusin focusout",
  submit: "submit",
  toggle: "toggle beforetoggle close cancel",
  scroll: "scroll scrollend",
  plain:
    "reset invalid select copy cut paste load error abort play playing pause ended waiting stalled seeking seeked timeupdate durationchange volumechange ratechange canplay canplaythrough loadedmetadata loadeddata animationstart animationend animationiteration animationcancel transitionstart transitionend transitionrun transitioncancel fullscreenchange",
} as const satisfies Record<Exclude<EventKind, "detail">, string>;

const kinds = new Map<string, EventKind>();
for (const kind in EVENT_TYPES) {
  for (const type of EVENT_TYPES[kind as keyof typeof EVENT_TYPES].split(" ")) kinds.set(type, kind as EventKind);
}

/** The kind of the event `type`, in its DOM spelling. */
export const eventKind = (type: string): EventKind => kinds.get(type) ?? "detail";
