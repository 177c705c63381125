import type { Child } from "../../view/node.ts";
import { expectFunction } from "../arguments.ts";
import { unlessEnded } from "../call-errors.ts";
import type { Dialog } from "../dialogs/dialog.ts";
import {
  checkDialogOptions,
  checkYesNoOptions,
  type DialogOptions,
  type YesNoOptions,
} from "../dialogs/dialog-options.ts";
import { Dialogs } from "../dialogs/dialogs.ts";
import { yesNoContent } from "../dialogs/yes-no.ts";
import { SessionFiles } from "./files.ts";

/** Dialogs that a handler can wait for. */
export abstract class SessionDialogs extends SessionFiles {
  #dialogs: Dialogs | null = null;

  get #shownDialogs(): Dialogs {
    return (this.#dialogs ??= new Dialogs(this, { view: this.view, places: this.noticePlaces }));
  }

  /**
   * Shows what `build` returns in a dialog above the page, at once. `build` gets the dialog, to close it with a value.
   *
   * @example
   * ```tsx
   * import { session } from "tandem";
   *
   * export async function chooseFlavour(): Promise<string | undefined> {
   *   const dialog = session.showCustomDialog<string>((dialog) => (
   *     <section>
   *       <h2>Which ice cream would you like?</h2>
   *       <button onClick={() => dialog.close("vanilla")}>Vanilla</button>
   *       <button onClick={() => dialog.close("chocolate")}>Chocolate</button>
   *     </section>
   *   ));
   *   return dialog.waitForClose();
   * }
   * ```
   *
   * Throws `SessionEnded` after the session's end, a `TandemError` (`dialogs/while-building`) while a component is being
   * built, and what `build` throws. From Rio's `show_custom_dialog`.
   */
  showCustomDialog<T = undefined>(build: (dialog: Dialog<T>) => Child, options: DialogOptions = {}): Dialog<T> {
    expectFunction("showCustomDialog", build);
    checkDialogOptions(options);
    return this.run(() => this.#shownDialogs.open(build, options));
  }

  /**
   * Asks a question to be answered with yes or no: `true`, `false`, or `null` when the person closes the dialog or its
   * owner goes.
   *
   * @example
   * ```tsx
   * import { session } from "tandem";
   *
   * export async function remove(name: string, really: () => void) {
   *   const options = { title: "Delete?", yesText: "Delete", yesColor: "danger" } as const;
   *   if (await session.showYesNoDialog(`${name} will be gone for good.`, options)) really();
   * }
   * ```
   *
   * Rejects as `showCustomDialog` throws, with `SessionEnded` when the session ends first, and with the reason of
   * `signal`. From Rio's `show_yes_no_dialog`.
   */
  showYesNoDialog(text: Child, options: YesNoOptions = {}): Promise<boolean | null> {
    return unlessEnded(this.#askYesNo(text, options));
  }

  async #askYesNo(text: Child, options: YesNoOptions): Promise<boolean | null> {
    checkYesNoOptions(options);
    const { owningComponent, signal, title } = options;
    const label = title ?? (typeof text === "string" ? text : undefined);
    const settings = { owningComponent, signal, label, role: "alertdialog" } as const;
    const build = (dialog: Dialog<boolean>) => yesNoContent(dialog, text, options);
    const answer = await this.run(() => this.#shownDialogs.open(build, settings).waitForClose());
    return answer ?? null;
  }

  override addClient(...visitor: Parameters<SessionFiles["addClient"]>): number {
    const clientId = super.addClient(...visitor);
    this.#dialogs?.clientAdded(clientId);
    return clientId;
  }
}
