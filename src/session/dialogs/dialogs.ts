import { TandemError } from "../../core/errors.ts";
import type { DownMessage } from "../../protocol/frames.ts";
import { Disposers } from "../../reactive/disposers.ts";
import { insideComputed, untracked } from "../../reactive/graph.ts";
import { enclosingOwner, type Owner } from "../../reactive/owner.ts";
import { signal } from "../../reactive/signal.ts";
import type { Block } from "../../view/block.ts";
import { isCalling } from "../../view/component-call.ts";
import { Environment } from "../../view/environment.ts";
import { JsxNode, type Child } from "../../view/node.ts";
import { RefHandle, type ElementRef } from "../../view/ref.ts";
import type { View } from "../../view/view.ts";
import { SessionEnded } from "../call-errors.ts";
import { callGuarded } from "../hooks.ts";
import type { NoticePlaces } from "../talk/notice-places.ts";
import { OpenDialog, type Dialog } from "./dialog.ts";
import { dialogFrame, firstHeading, type DialogFrame } from "./dialog-frame.ts";
import type { DialogOptions } from "./dialog-options.ts";

/** What dialogs need of their session. */
export interface DialogHost extends Owner {
  readonly isOver: boolean;
  readonly isStub: boolean;
  readonly clientCount: number;
  run<T>(fn: () => T): T;
  reportError(error: unknown, reaction: undefined, source: string): void;
  whenClosing(fn: () => void): () => void;
  tell(message: DownMessage): void;
  tellClient(clientId: number, message: DownMessage): void;
}

type Opening = DialogOptions & Pick<DialogFrame, "role">;
type Build<T> = (dialog: Dialog<T>) => Child;

/** Has a page look after its dialogs from now on; see `browser/extras/dialogs.ts`. */
const LOOK_AFTER: DownMessage = ["do", "dialogs", []];

/** A session's dialogs, in its layers above the page. */
export class Dialogs {
  readonly #host: DialogHost;
  readonly #view: View;
  readonly #places: NoticePlaces;
  readonly #open = new Set<{ fail(error: unknown): void }>();

  constructor(host: DialogHost, { view, places }: { view: View; places: NoticePlaces }) {
    this.#host = host;
    this.#view = view;
    this.#places = places;
    host.whenClosing(() => this.#endAll());
    if (host.clientCount > 0) host.tell(LOOK_AFTER);
  }

  /** A page that comes later looks after them, too. */
  clientAdded(clientId: number): void {
    this.#host.tellClient(clientId, LOOK_AFTER);
  }

  open<T>(build: Build<T>, options: Opening): Dialog<T> {
    if (this.#host.isOver) throw new SessionEnded("a dialog needs its screen");
    if (isCalling() || insideComputed()) throw whileBuilding();
    // An effect that opens a dialog depends on nothing in it.
    return untracked(() => this.#begin(build, options));
  }

  #begin<T>(build: Build<T>, options: Opening): Dialog<T> {
    const { onClose } = options;
    const bonds = new Disposers();
    const dialog = new OpenDialog<T>({
      run: (fn) => this.#host.run(fn),
      release: () => bonds.disposeAll(this.#report),
      onClose: onClose && (() => callGuarded(() => untracked(onClose), this.#report)),
    });
    this.#open.add(dialog);
    bonds.add(() => this.#open.delete(dialog));
    // Nobody is there to answer: it is not shown, and as with all calls of a stub, those who wait go on waiting.
    if (this.#host.isStub) return dialog;
    this.#bind(dialog, bonds, options);
    if (dialog.isOpen.peek()) {
      const block = this.#show(dialog, build, options);
      bonds.add(() => this.#view.layers.hide(block));
      if (options.modal ?? true) bonds.add(this.#places.enter(dialog));
    }
    // Aborted before it began, without an owner any more, or closed while it was built.
    if (!dialog.isOpen.peek()) bonds.disposeAll(this.#report);
    return dialog;
  }

  /** Has the dialog end with what it belongs to, and with its signal. */
  #bind(
    dialog: Pick<OpenDialog<never>, "dismiss" | "fail">,
    bonds: Disposers,
    { owningComponent, signal }: DialogOptions,
  ): void {
    const dismiss = () => dialog.dismiss();
    if (owningComponent === undefined) {
      const owner = enclosingOwner() ?? this.#host;
      owner.own(dismiss);
      bonds.add(() => owner.disown(dismiss));
    } else if (handleOf(owningComponent).isMounted) {
      bonds.add(handleOf(owningComponent).whenLeaving(dismiss));
    } else {
      // It went while the app made up its mind.
      dismiss();
    }
    if (signal === undefined) return;
    const abort = () => dialog.fail(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    bonds.add(() => signal.removeEventListener("abort", abort));
  }

  /** Builds it. If that throws, nothing of it is left, and nobody waits for it. */
  #show<T>(dialog: OpenDialog<T>, build: Build<T>, options: Opening): Block {
    const { modal = true, userCloseable = true, role, owningComponent } = options;
    const { layers } = this.#view;
    const label = signal(options.label);
    const failures: unknown[] = [];
    const content = noting(failures, () => build(dialog));
    const above = modal ? this.#places.in(dialog) : null;
    const frame = { modal, label, role, above, onUserClose: userCloseable ? () => dialog.dismiss() : null };
    const environment = environmentOf(owningComponent) ?? new Environment(this.#view);
    try {
      const block = layers.show(environment, dialogFrame(new JsxNode(content, {}), frame));
      label.value ??= firstHeading(block.html());
      if (failures.length === 0) return block;
      layers.hide(block);
      throw failures[0];
    } catch (error) {
      dialog.fail(error);
      throw error;
    }
  }
  readonly #report = (error: unknown): void => this.#host.reportError(error, undefined, "a dialog's end");

  #endAll(): void {
    for (const dialog of this.#open) dialog.fail(new SessionEnded("a dialog was open"));
  }
}

/** A component whose error is no gap in a dialog but no dialog at all. */
const noting =
  (failures: unknown[], component: () => Child): (() => Child) =>
  () => {
    try {
      return component();
    } catch (error) {
      failures.push(error);
      return null;
    }
  };

function handleOf(owningComponent: ElementRef): RefHandle {
  if (owningComponent instanceof RefHandle) return owningComponent;
  throw new TandemError(
    "dialogs/bad-owner",
    "Expected owningComponent to be a ref to an element of the component. Make one with ref(), and give it to an element it shows (ref={…}).",
  );
}

const environmentOf = (owningComponent: ElementRef | undefined): Environment | null =>
  owningComponent === undefined ? null : handleOf(owningComponent).environment;

function whileBuilding(): TandemError {
  return new TandemError(
    "dialogs/while-building",
    "Expected a dialog to be opened by a handler, an effect or a task, but a component opened it while it builds what it shows. Open it from an event, or in an effect; what is always there is written into the component itself.",
  );
}
