import type { BaseEvent } from "./base-event.ts";
import type { FocusEvent, InputEvent, KeyEvent, ScrollEvent, SubmitEvent, ToggleEvent } from "./control-events.ts";
import type { DetailEvent } from "./detail-event.ts";
import type { DragEvent, MouseEvent, PointerEvent, WheelEvent } from "./mouse-events.ts";

/** The event a handler gets, by its kind (see `protocol/event-kinds.ts`). */
export interface EventOfKind {
  mouse: MouseEvent;
  pointer: PointerEvent;
  wheel: WheelEvent;
  drag: DragEvent;
  key: KeyEvent;
  input: InputEvent;
  focus: FocusEvent;
  submit: SubmitEvent;
  toggle: ToggleEvent;
  scroll: ScrollEvent;
  plain: BaseEvent;
  detail: DetailEvent;
}

/** Any event a handler can get. */
export type PlainEvent = EventOfKind[keyof EventOfKind];
