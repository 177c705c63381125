import { effect } from "../../reactive/effect.ts";
import { untracked } from "../../reactive/graph.ts";
import { currentSession } from "../../session/current.ts";
import type { Dialog as OpenDialog } from "../../session/dialogs/dialog.ts";
import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { ref } from "../../view/ref.ts";
import { openSignal, type Openness } from "../base/openness.ts";
import { IconButton } from "../buttons/icon-button.tsx";

/** What dialogs and drawers take. */
export interface PanelProps {
  /**
   * Whether it is open: a signal, both ways; something live to be followed, which `onClose` then has to make false; or
   * `true` for as long as it is there, or until it is closed.
   */
  open: Openness;
  /** Its heading, and what it is called. */
  title: Live<string>;
  /** What is in it; built each time it opens. */
  children: Child;
  /** At its foot: the buttons. */
  footer?: Child;
  /** `"medium"` unless told. */
  size?: "small" | "medium" | "large";
  /** Whether people can close it by Escape, a press outside and a button at its head; true unless told. */
  closeable?: boolean;
  /** Called when a person closed it. */
  onClose?: () => unknown;
  class?: ClassValue;
}

interface PanelParts {
  /** As it is called in what is said of it. */
  what: string;
  props: PanelProps;
  className: ClassValue;
  side?: string;
}

/** Shows a panel in one of the session's dialogs while `open` is true, in the contexts of the place it stands in. */
export function Panel({ what, props, className, side }: PanelParts): Child {
  needPart("ui");
  const open = openSignal(props.open, what);
  const place = ref();
  const session = currentSession();
  let shown: OpenDialog | null = null;
  const show = () => {
    const { closeable = true, title } = props;
    return session.showCustomDialog(() => <Content props={props} className={className} side={side} close={close} />, {
      owningComponent: place,
      userCloseable: closeable,
      label: readLive(title),
      onClose: () => {
        shown = null;
        open.value = false;
        props.onClose?.();
      },
    });
  };
  const close = () => {
    open.value = false;
    props.onClose?.();
  };
  effect(() => {
    const isToBeOpen = open.value;
    untracked(() => {
      if (isToBeOpen) shown ??= show();
      else {
        shown?.close();
        shown = null;
      }
    });
  });
  return <span hidden ref={place} />;
}

interface ContentProps {
  props: PanelProps;
  className: ClassValue;
  side: string | undefined;
  close: () => void;
}

function Content({ props, className, side, close }: ContentProps): Child {
  const { title, children, footer, size, closeable = true } = props;
  return (
    <div class={["tandem-dialog-panel", className, props.class]} data-size={size} data-side={side}>
      <div class="tandem-dialog-panel-head">
        <h2 class="tandem-dialog-panel-title">{title}</h2>
      </div>
      <div class="tandem-dialog-panel-body">{children}</div>
      {footer === undefined ? null : <div class="tandem-dialog-panel-foot">{footer}</div>}
      {/* Last, so that the focus begins at the first thing to fill in. */}
      {closeable ? <IconButton icon="x-lg" label="Close" class="tandem-dialog-panel-close" onClick={close} /> : null}
    </div>
  );
}
