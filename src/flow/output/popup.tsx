import { rejectUnknownOptions } from "../../core/options.ts";
import { currentSession } from "../../session/current.ts";
import { needPart } from "../../session/parts.ts";
import type { Child } from "../../view/node.ts";
import { actingFlow } from "../flow.tsx";
import type { OutputScope } from "./output-scope.tsx";

export interface PopupOptions {
  /** How wide it is; `"medium"` unless told. */
  size?: "small" | "medium" | "large";
  /** Whether the person can close it, by its button, Escape or a click outside; `true` unless told. */
  closeable?: boolean;
}

/** A popup, which what it shows can be added to. */
export interface Popup {
  /** What is in it: `popup.scope.show(…)`, `useScope(popup.scope, …)`. */
  readonly scope: OutputScope;
  /** Resolves when it is closed, by whomever; rejects with `SessionEnded`. */
  readonly closed: Promise<void>;
  /** Closes it. Doing so again changes nothing. */
  close(): void;
}

/**
 * Shows something in a dialog above the page.
 *
 * @example
 * ```tsx
 * import { popup, show, useScope } from "tandem/flow";
 *
 * export async function details(load: () => Promise<string>) {
 *   const box = popup("Details");
 *   await useScope(box.scope, async () => show(await load()));
 *   await box.closed;
 * }
 * ```
 *
 * Several may be open, the newest on top. It is `session.showCustomDialog` with a heading and a scope. From PyWebIO's
 * `popup`, of which only one is there at a time.
 */
export function popup(title: string, content?: Child, options: PopupOptions = {}): Popup {
  const { outputs } = actingFlow("popup()");
  rejectUnknownOptions("popup()", options, ["size", "closeable"]);
  const { size = "medium", closeable = true } = options;
  const scope = outputs.addUnnamed(null);
  if (content !== undefined) scope.insert(content, -1);
  const dialog = currentSession().showCustomDialog(
    (shown) => {
      needPart("ui");
      needPart("flow");
      return (
        <section class="tandem-popup" data-size={size}>
          <header class="tandem-popup-head">
            <h2>{title}</h2>
            {closeable && (
              <button type="button" class="tandem-popup-close" aria-label="Close" onClick={() => shown.close()}>
                ×
              </button>
            )}
          </header>
          {scope.render()}
        </section>
      );
    },
    { userCloseable: closeable },
  );
  const closed = dialog.waitForClose().then(
    () => scope.remove(),
    (error: unknown) => {
      scope.remove();
      throw error;
    },
  );
  closed.catch(() => {}); // that the session ended is told to those who wait, and to nobody else
  return { scope, closed, close: () => dialog.close() };
}
