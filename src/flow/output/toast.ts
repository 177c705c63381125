import { currentSession } from "../../session/current.ts";
import type { NoticeOptions } from "../../session/talk/notices.ts";
import type { Child } from "../../view/node.ts";

/**
 * Says something in passing: `session.notify` by the name that PyWebIO has for it.
 *
 * @example
 * ```ts
 * import { toast } from "tandem/flow";
 *
 * export const saved = (undo: () => void) => toast("Saved.", { kind: "success", action: { label: "Undo", onClick: undo } });
 * ```
 *
 * `duration` is in milliseconds. Returns the notice's id. Throws `SessionEnded`.
 */
export const toast = (content: Child, options?: NoticeOptions): string => currentSession().notify(content, options);
