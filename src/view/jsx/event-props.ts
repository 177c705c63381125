import type { BaseEvent } from "../events/base-event.ts";
import type {
  FocusEvent,
  InputEvent,
  KeyEvent,
  ScrollEvent,
  SubmitEvent,
  ToggleEvent,
} from "../events/control-events.ts";
import type { DetailEvent } from "../events/detail-event.ts";
import type { DragEvent, MouseEvent, PointerEvent, WheelEvent } from "../events/mouse-events.ts";
import type { Command } from "../commands-type.ts";

/** Runs on the server; may be async. What it returns is awaited for its errors, and dropped. */
export type EventHandler<Event> = (event: Event) => unknown;

/** A handler, and what the browser does with the event before it sends it. */
export interface EventHandlerOptions<Event> {
  handler: EventHandler<Event>;
  /** Keeps the browser from doing what it does by default. `submit` is always kept from it. */
  preventDefault?: boolean;
  /** Keeps the event from elements further out. */
  stopPropagation?: boolean;
  /** Only when the event is on this very element, not inside it. */
  selfOnly?: boolean;
  /** Sends it once nothing more has come for so many milliseconds. */
  debounce?: number;
  /** Sends at most one in so many milliseconds, the last one included. */
  throttle?: number;
}

export interface KeyHandlerOptions extends EventHandlerOptions<KeyEvent> {
  /** Only these keys: names as in `event.key`, with modifiers as in `Ctrl+s`. */
  keys?: readonly string[];
}

type HandlerProp<Event, Options> =
  | EventHandler<Event>
  | Options
  | Command
  | readonly Command[]
  | readonly [EventHandler<Event> | Options, ...Command[]]
  | readonly [...Command[], EventHandler<Event> | Options]
  | false
  | null
  | undefined;

/**
 * The value of an `on…` prop: a handler, a handler with options, a command that runs in the browser, or several
 * commands with at most one handler, first or last. Commands run at once, the handler when the event reaches
 * the server.
 */
export type EventHandlerProp<Event> = HandlerProp<Event, EventHandlerOptions<Event>>;
export type KeyHandlerProp = HandlerProp<KeyEvent, KeyHandlerOptions>;

/** What may happen to any element. The DOM's name of the event is the prop's without `on`, in lower case. */
export interface EventProps {
  onClick?: EventHandlerProp<MouseEvent>;
  onDblClick?: EventHandlerProp<MouseEvent>;
  onAuxClick?: EventHandlerProp<MouseEvent>;
  onContextMenu?: EventHandlerProp<MouseEvent>;
  onMouseDown?: EventHandlerProp<MouseEvent>;
  onMouseUp?: EventHandlerProp<MouseEvent>;
  onMouseMove?: EventHandlerProp<MouseEvent>;
  onMouseOver?: EventHandlerProp<MouseEvent>;
  onMouseOut?: EventHandlerProp<MouseEvent>;
  onMouseEnter?: EventHandlerProp<MouseEvent>;
  onMouseLeave?: EventHandlerProp<MouseEvent>;
  onPointerDown?: EventHandlerProp<PointerEvent>;
  onPointerUp?: EventHandlerProp<PointerEvent>;
  onPointerMove?: EventHandlerProp<PointerEvent>;
  onPointerOver?: EventHandlerProp<PointerEvent>;
  onPointerOut?: EventHandlerProp<PointerEvent>;
  onPointerEnter?: EventHandlerProp<PointerEvent>;
  onPointerLeave?: EventHandlerProp<PointerEvent>;
  onPointerCancel?: EventHandlerProp<PointerEvent>;
  onGotPointerCapture?: EventHandlerProp<PointerEvent>;
  onLostPointerCapture?: EventHandlerProp<PointerEvent>;
  onWheel?: EventHandlerProp<WheelEvent>;
  onDragStart?: EventHandlerProp<DragEvent>;
  onDrag?: EventHandlerProp<DragEvent>;
  onDragEnter?: EventHandlerProp<DragEvent>;
  onDragOver?: EventHandlerProp<DragEvent>;
  onDragLeave?: EventHandlerProp<DragEvent>;
  onDrop?: EventHandlerProp<DragEvent>;
  onDragEnd?: EventHandlerProp<DragEvent>;
  onKeyDown?: KeyHandlerProp;
  onKeyUp?: KeyHandlerProp;
  onInput?: EventHandlerProp<InputEvent>;
  onChange?: EventHandlerProp<InputEvent>;
  onFocus?: EventHandlerProp<FocusEvent>;
  onBlur?: EventHandlerProp<FocusEvent>;
  onFocusIn?: EventHandlerProp<FocusEvent>;
  onFocusOut?: EventHandlerProp<FocusEvent>;
  onSubmit?: EventHandlerProp<SubmitEvent>;
  onToggle?: EventHandlerProp<ToggleEvent>;
  onBeforeToggle?: EventHandlerProp<ToggleEvent>;
  onClose?: EventHandlerProp<ToggleEvent>;
  onCancel?: EventHandlerProp<ToggleEvent>;
  onScroll?: EventHandlerProp<ScrollEvent>;
  onScrollEnd?: EventHandlerProp<ScrollEvent>;
  onReset?: EventHandlerProp<BaseEvent>;
  onInvalid?: EventHandlerProp<BaseEvent>;
  onSelect?: EventHandlerProp<BaseEvent>;
  onCopy?: EventHandlerProp<BaseEvent>;
  onCut?: EventHandlerProp<BaseEvent>;
  onPaste?: EventHandlerProp<BaseEvent>;
  onLoad?: EventHandlerProp<BaseEvent>;
  onError?: EventHandlerProp<BaseEvent>;
  onAbort?: EventHandlerProp<BaseEvent>;
  onPlay?: EventHandlerProp<BaseEvent>;
  onPlaying?: EventHandlerProp<BaseEvent>;
  onPause?: EventHandlerProp<BaseEvent>;
  onEnded?: EventHandlerProp<BaseEvent>;
  onWaiting?: EventHandlerProp<BaseEvent>;
  onStalled?: EventHandlerProp<BaseEvent>;
  onSeeking?: EventHandlerProp<BaseEvent>;
  onSeeked?: EventHandlerProp<BaseEvent>;
  onTimeUpdate?: EventHandlerProp<BaseEvent>;
  onDurationChange?: EventHandlerProp<BaseEvent>;
  onVolumeChange?: EventHandlerProp<BaseEvent>;
  onRateChange?: EventHandlerProp<BaseEvent>;
  onCanPlay?: EventHandlerProp<BaseEvent>;
  onCanPlayThrough?: EventHandlerProp<BaseEvent>;
  onLoadedMetadata?: EventHandlerProp<BaseEvent>;
  onLoadedData?: EventHandlerProp<BaseEvent>;
  onAnimationStart?: EventHandlerProp<BaseEvent>;
  onAnimationEnd?: EventHandlerProp<BaseEvent>;
  onAnimationIteration?: EventHandlerProp<BaseEvent>;
  onAnimationCancel?: EventHandlerProp<BaseEvent>;
  onTransitionStart?: EventHandlerProp<BaseEvent>;
  onTransitionEnd?: EventHandlerProp<BaseEvent>;
  onTransitionRun?: EventHandlerProp<BaseEvent>;
  onTransitionCancel?: EventHandlerProp<BaseEvent>;
  onFullscreenChange?: EventHandlerProp<BaseEvent>;
  /** Any other event, by its exact name: `on:wa-change`. */
  [event: `on:${string}`]: EventHandlerProp<DetailEvent>;
}
