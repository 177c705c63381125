import type { Clock, Timer } from "../../core/clock.ts";
import { TandemError } from "../../core/errors.ts";
import { rejectUnknownOptions } from "../../core/options.ts";
import { signal } from "../../reactive/signal.ts";
import type { BaseEvent } from "../../view/events/base-event.ts";
import type { MouseEvent } from "../../view/events/mouse-events.ts";
import { For } from "../../view/flow/for.ts";
import { jsx } from "../../view/jsx/runtime.ts";
import type { Child, JsxNode } from "../../view/node.ts";
import type { NoticePlaces } from "./notice-places.ts";

export type NoticeKind = "info" | "success" | "warning" | "error";

/** What a notice offers to do; doing it dismisses the notice. */
export interface NoticeAction {
  label: string;
  onClick: (event: MouseEvent) => unknown;
}

export interface NoticeOptions {
  /** Milliseconds until it goes by itself, 5000 unless told; 0: it stays. It waits while someone points at it. */
  duration?: number;
  /** `"info"` unless told. Warnings and errors are read out at once. */
  kind?: NoticeKind;
  /** One with the same id takes its place. */
  id?: string;
  action?: NoticeAction;
}

/** What notices need of their session. */
export interface NoticesHost {
  readonly clock: Clock;
  readonly places: NoticePlaces;
  showLayer(children: Child): () => void;
  own(dispose: () => void): void;
}

interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly content: Child;
  readonly action: NoticeAction | undefined;
  readonly duration: number;
  /** What keeps it: the pointer or focus of a client. */
  readonly heldBy: Set<string>;
  /** When it goes, by the clock; and how long it had left when it was held. */
  ends: number;
  left: number;
  timer: Timer;
}

const DURATION = 5_000;
/** Whoever points at a notice may leave without a word. */
const LONGEST_HOLD = 60_000;
/** More would hide the app; the oldest goes. */
const MAX_NOTICES = 5;

const ROLES: Readonly<Record<NoticeKind, "status" | "alert">> = {
  info: "status",
  success: "status",
  warning: "alert",
  error: "alert",
};

/** Notices that an app shows above its page: a part of the session's screen, the same for all its clients. */
export class Notices {
  readonly #clock: Clock;
  readonly #shown = signal<readonly Notice[]>([]);
  #lastId = 0;

  constructor({ clock, places, showLayer, own }: NoticesHost) {
    this.#clock = clock;
    own(showLayer(places.fill(() => this.#list())));
    own(() => this.#shown.peek().forEach((notice) => this.#clock.clearTimeout(notice.timer)));
  }

  /** Shows a notice, and returns its id. */
  show(content: Child, options: SettledNotice): string {
    const { kind, duration, id = `notice-${++this.#lastId}`, action } = options;
    const notice: Notice = {
      id,
      kind,
      content,
      action,
      duration,
      heldBy: new Set(),
      ends: 0,
      left: 0,
      timer: undefined,
    };
    const before = this.#shown.peek();
    const replaced = before.find((other) => other.id === id);
    this.#clock.clearTimeout(replaced?.timer);
    const after = replaced ? before.map((other) => (other === replaced ? notice : other)) : [...before, notice];
    after.slice(0, -MAX_NOTICES).forEach((old) => this.#clock.clearTimeout(old.timer));
    this.#shown.value = after.slice(-MAX_NOTICES);
    if (duration > 0 && duration < Infinity) this.#goIn(notice, duration);
    return id;
  }

  dismiss(id: string): void {
    const notice = this.#shown.peek().find((other) => other.id === id);
    if (notice !== undefined) this.#remove(notice);
  }

  #remove(notice: Notice): void {
    this.#clock.clearTimeout(notice.timer);
    this.#shown.value = this.#shown.peek().filter((other) => other !== notice);
  }

  #goIn(notice: Notice, ms: number): void {
    this.#clock.clearTimeout(notice.timer);
    notice.ends = this.#clock.now() + ms;
    notice.timer = this.#clock.setTimeout(() => this.#remove(notice), ms);
  }

  #hold(notice: Notice, by: string): void {
    if (notice.timer === undefined) return;
    if (notice.heldBy.size === 0) {
      notice.left = notice.ends - this.#clock.now();
      this.#goIn(notice, notice.left + LONGEST_HOLD);
    }
    notice.heldBy.add(by);
  }

  #release(notice: Notice, by: string): void {
    if (notice.heldBy.delete(by) && notice.heldBy.size === 0) this.#goIn(notice, notice.left);
  }

  #list(): JsxNode {
    const children = (notice: Notice) => this.#row(notice);
    const list = jsx(For as never, { each: this.#shown, children });
    return jsx("section", { class: "tandem-toasts", "aria-label": "Notices", children: list });
  }

  #row(notice: Notice): JsxNode {
    const { kind, content, action } = notice;
    const on = (by: string) => (event: BaseEvent) => this.#hold(notice, by + event.client.id);
    const off = (by: string) => (event: BaseEvent) => this.#release(notice, by + event.client.id);
    const dismiss = () => this.#remove(notice);
    const act = (event: MouseEvent) => {
      dismiss();
      return action!.onClick(event);
    };
    return jsx("div", {
      class: `tandem-notice tandem-toast tandem-${kind}`,
      role: ROLES[kind],
      onMouseEnter: on("pointer"),
      onMouseLeave: off("pointer"),
      onFocusIn: on("focus"),
      onFocusOut: off("focus"),
      children: [
        jsx("div", { class: "tandem-toast-text", children: content }),
        action === undefined ? null : button({ children: action.label, onClick: act }),
        button({ class: "tandem-toast-close", "aria-label": "Dismiss", children: "×", onClick: dismiss }),
      ],
    });
  }
}

const button = (props: Record<string, unknown>): JsxNode => jsx("button", { type: "button", ...props });

const OPTION_NAMES = ["duration", "kind", "id", "action"] as const satisfies readonly (keyof NoticeOptions)[];

/** A notice's options with everything decided. */
export type SettledNotice = NoticeOptions & { kind: NoticeKind; duration: number };

export function settleNotice(options: NoticeOptions): SettledNotice {
  rejectUnknownOptions("notify()", options, OPTION_NAMES);
  const { kind = "info", duration = DURATION, id, action } = options;
  if (!Object.hasOwn(ROLES, kind)) {
    throw badNotice(`Expected kind to be one of ${Object.keys(ROLES).join(", ")}, but got ${String(kind)}.`);
  }
  if (typeof duration !== "number" || !(duration >= 0)) {
    throw badNotice(`Expected duration to be milliseconds from 0, but got ${String(duration)}.`);
  }
  if (id !== undefined && (typeof id !== "string" || id === "")) {
    throw badNotice(`Expected id to be a text that is not empty, but got ${JSON.stringify(id)}.`);
  }
  if (action !== undefined && (typeof action?.label !== "string" || typeof action.onClick !== "function")) {
    throw badNotice("Expected action to be { label, onClick }, a text and a function.");
  }
  return { kind, duration, id, action };
}

const badNotice = (problem: string) => new TandemError("client/bad-notice", problem);
