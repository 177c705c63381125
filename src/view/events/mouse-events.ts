import type { BaseEvent, Modifiers } from "./base-event.ts";

/** A click, or anything else done with a mouse. All zero when the keyboard did it. */
export interface MouseEvent extends BaseEvent, Modifiers {
  /** Whole pixels from the left of the element listened on. */
  readonly x: number;
  /** Whole pixels from the top of the element listened on. */
  readonly y: number;
  /** Whole pixels from the left of the window. */
  readonly clientX: number;
  /** Whole pixels from the top of the window. */
  readonly clientY: number;
  /** 0 the main button, 1 the wheel, 2 the secondary, 3 back, 4 forward. */
  readonly button: number;
  /** How many clicks in a row: 2 for the second of a double click. */
  readonly clicks: number;
}

/** As {@link MouseEvent}, with the pointer: a finger, a pen or a mouse. */
export interface PointerEvent extends MouseEvent {
  readonly pointerId: number;
  readonly pointerType: string;
}

/** As {@link MouseEvent}, with how far the wheel turned, in pixels. */
export interface WheelEvent extends MouseEvent {
  readonly deltaX: number;
  readonly deltaY: number;
}

/** Where something is being dragged. */
export interface DragEvent extends MouseEvent {}
