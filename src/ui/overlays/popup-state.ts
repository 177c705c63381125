import { signal, type Signal } from "../../reactive/signal.ts";
import { freshId } from "../base/fresh-id.ts";
import { toldProps } from "../base/told.ts";

/** Where it stands by what opens it; where there is no room, at the other side. */
export type Placement = "top" | "top-start" | "top-end" | "bottom" | "bottom-start" | "bottom-end" | "left" | "right";

/** Of something that opens beside a button: whether it is open, as the page and the session agree on. */
export class PopupState {
  readonly anchorId: string;
  readonly id: string;
  readonly isOpen: Signal<boolean>;

  constructor(what: string, isOpen: Signal<boolean> = signal(false)) {
    this.anchorId = freshId(`${what}-button`);
    this.id = freshId(what);
    this.isOpen = isOpen;
  }

  /** What the button has. The browser opens and closes it; there is no click to wait for. */
  buttonProps(popup: "dialog" | "menu") {
    return {
      id: this.anchorId,
      popovertarget: this.id,
      "aria-haspopup": popup,
      "aria-expanded": () => (this.isOpen.value ? "true" : "false"),
      "aria-controls": this.id,
    } as const;
  }

  /** What opens has. `data-open` is what the session says; the page's script makes it so. */
  popupProps(placement: Placement) {
    return {
      id: this.id,
      popover: "auto",
      "data-anchor": this.anchorId,
      "data-placement": placement,
      "data-open": () => (this.isOpen.value ? "" : null),
      ...toldProps("tandem-popup", (isOpen) => {
        if (typeof isOpen === "boolean") this.isOpen.value = isOpen;
      }),
    } as const;
  }
}
