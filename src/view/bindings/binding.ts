import type { FlushQueue } from "../../reactive/flush-queue.ts";
import { Reaction } from "../../reactive/reaction.ts";
import { isSilence } from "../../reactive/silence.ts";
import type { ReadonlySignal } from "../../reactive/signal.ts";
import type { Environment } from "../environment.ts";
import type { View } from "../view.ts";

/** Where a live value comes from. */
export type Source<T> = ReadonlySignal<T> | (() => T);

/** A live place on a session's screen: runs when what it read has changed, and sends what that changes. */
export abstract class Binding<T> extends Reaction {
  readonly environment: Environment;
  protected readonly source: Source<T>;
  /** The element or region it shows in. */
  readonly id: number;

  constructor(environment: Environment, source: Source<T>, id: number) {
    super(environment.view.queue.nextOrder());
    this.environment = environment;
    this.source = source;
    this.id = id;
  }

  get view(): View {
    return this.environment.view;
  }

  override get queue(): FlushQueue {
    return this.environment.view.queue;
  }

  override describe(): string {
    const name = typeof this.source === "function" && this.source.name ? ` (${this.source.name})` : "";
    return `${this.constructor.name} on element ${this.id}${name}`;
  }

  /** Reads the source, depending on what it reads. A `req` that fails reads as nothing. */
  read(): T | undefined {
    const outer = this.beginRun();
    try {
      const { source } = this;
      return typeof source === "function" ? source() : source.value;
    } catch (error) {
      if (isSilence(error)) return undefined;
      throw error;
    } finally {
      this.endRun(outer);
    }
  }

  /** Shows `value`, sending what it changes. */
  protected abstract commit(value: T | undefined): void;

  protected override rerun(): void {
    try {
      const value = this.read();
      if (!this.isDisposed) this.commit(value);
    } catch (error) {
      this.fail(error);
    }
  }

  /** An error goes to the nearest boundary above, else to the session; what is shown stays. */
  protected fail(error: unknown): void {
    if (isSilence(error)) return;
    const { boundary, view } = this.environment;
    if (boundary !== null) boundary.catch(error);
    else view.report(error, this);
  }
}
