import { needPart } from "../../session/parts.ts";
import { Show } from "../../view/flow/show.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child } from "../../view/node.ts";
import { openSignal, type Openness } from "../base/openness.ts";
import type { Tone } from "../buttons/button-look.ts";
import { IconButton } from "../buttons/icon-button.tsx";
import type { IconName } from "../icons/icon-name.ts";
import { Icon } from "../icons/icon.tsx";

export type AlertKind = "info" | "success" | "warning" | "error";

export interface AlertProps {
  /** What it says, in a sentence. */
  children: Child;
  /** `"info"` unless told. Warnings and errors that come later are read out at once. */
  kind?: AlertKind;
  /** Above the text. */
  title?: Child;
  /** Buttons below the text. */
  actions?: Child;
  /** Whether the person can close it. */
  closeable?: boolean;
  /** Whether it is shown: a signal, both ways; something live to be followed; or `true`, as it is unless told. */
  open?: Openness;
  /** Called when the person closes it. */
  onClose?: () => unknown;
  class?: ClassValue;
}

interface KindLook {
  readonly tone: Tone;
  readonly icon: IconName;
  /** Said before the text, for those who see neither colour nor picture. */
  readonly word: string;
  readonly role: "status" | "alert";
}

const KINDS: Readonly<Record<AlertKind, KindLook>> = {
  info: { tone: "brand", icon: "info-circle-fill", word: "Note:", role: "status" },
  success: { tone: "success", icon: "check-circle-fill", word: "Done:", role: "status" },
  warning: { tone: "warning", icon: "exclamation-triangle-fill", word: "Warning:", role: "alert" },
  error: { tone: "danger", icon: "x-octagon-fill", word: "Error:", role: "alert" },
};

/**
 * A message in the page that stays until it is dealt with. For a word in passing there is `session.notify`.
 *
 * @example
 * ```tsx
 * import { Alert } from "tandem/ui";
 *
 * export const Outage = () => (
 *   <Alert kind="warning" title="The printer is out of paper" closeable>
 *     Orders are kept and printed later.
 *   </Alert>
 * );
 * ```
 *
 * From PyWebIO's `put_info` to `put_error`, and Rio's `Banner`.
 */
export function Alert(props: AlertProps): Child {
  needPart("ui");
  const { children, kind = "info", title, actions, closeable = false, onClose } = props;
  const open = openSignal(props.open ?? true, "an Alert");
  const { tone, icon, word, role } = KINDS[kind];
  const close = () => {
    open.value = false;
    return onClose?.();
  };
  return (
    <Show when={() => open.value}>
      <div class={["tandem-alert", `tandem-tone-${tone}`, props.class]} role={role}>
        <Icon name={icon} class="tandem-alert-icon" label={word} />
        <div class="tandem-alert-content">
          {title === undefined ? null : <p class="tandem-alert-title">{title}</p>}
          <div>{children}</div>
          {actions === undefined ? null : <div class="tandem-alert-actions">{actions}</div>}
        </div>
        {closeable ? (
          <IconButton icon="x-lg" label="Close" size="small" class="tandem-alert-close" onClick={close} />
        ) : null}
      </div>
    </Show>
  );
}
