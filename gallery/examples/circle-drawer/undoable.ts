import { computed, signal, type ReadonlySignal } from "tandem";

/** A value that remembers what it was. */
export interface Undoable<T> {
  readonly now: ReadonlySignal<T>;
  /** Makes `next` the present: one step, which forgets what had been undone. */
  record(next: T): void;
  undo(): void;
  redo(): void;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
}

export function undoable<T>(first: T): Undoable<T> {
  const states = signal<readonly T[]>([first]);
  const at = signal(0);
  return {
    now: computed(() => states.value[at.value]!),
    record(next) {
      states.value = [...states.value.slice(0, at.value + 1), next];
      at.value++;
    },
    undo: () => void (at.value = Math.max(0, at.value - 1)),
    redo: () =>
      void (at.value = Math.min(states.value.length - 1, at.value + 1)),
    canUndo: computed(() => at.value > 0),
    canRedo: computed(() => at.value < states.value.length - 1),
  };
}
