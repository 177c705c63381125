import { EndHooks } from "../end-hooks.ts";
import { FlushHooks } from "../flush-hooks.ts";
import { SessionCore } from "../session-core.ts";

/** The session's life: what runs around its flushes, when its clients come and go, and at its end. */
export abstract class SessionLife extends SessionCore {
  /** Calls `fn` when all has settled and before the frame leaves; what it writes leaves in the same frame. From Shiny's `on_flush`. */
  onFlush(fn: () => unknown, { once = true }: { once?: boolean } = {}): () => void {
    return (this.flushHooks ??= new FlushHooks()).add(fn, once);
  }

  /** Calls `fn` after the frame has left; what it writes makes the next. From Shiny's `on_flushed`. */
  onFlushed(fn: () => unknown, { once = true }: { once?: boolean } = {}): () => void {
    return (this.flushedHooks ??= new FlushHooks()).add(fn, once);
  }

  /** Calls `fn` when the session ends, however it ends. Returns what cancels that. From Shiny's `on_ended`. */
  onEnded(fn: () => unknown): () => void {
    return (this.endHooks ??= new EndHooks()).add(fn);
  }
}
