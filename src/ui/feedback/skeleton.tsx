import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child } from "../../view/node.ts";

export interface SkeletonProps {
  /** Lines of text; 1 unless told. */
  lines?: number;
  /** What comes: text, something round such as a picture of a person, or a box. */
  shape?: "text" | "circle" | "box";
  /** As in CSS. */
  width?: string;
  height?: string;
  class?: ClassValue;
}

/**
 * Keeps the room of what is about to come, in its shape.
 *
 * @example
 * ```tsx
 * import { Await } from "tandem";
 * import { Skeleton } from "tandem/ui";
 *
 * const load = async () => "Here it is.";
 * export const Report = () => (
 *   <Await value={load} fallback={<Skeleton lines={3} />}>{(report) => <p>{report}</p>}</Await>
 * );
 * ```
 *
 * Nothing of it is read out; say once what is being loaded, as with a `Spinner`.
 */
export function Skeleton({ lines = 1, shape = "text", width, height, class: className }: SkeletonProps): Child {
  needPart("ui");
  const count = shape === "text" ? Math.max(1, Math.floor(lines)) : 1;
  return (
    <span class={["tandem-skeleton", className]} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <span
          class={`tandem-skeleton-${shape}`}
          style={{ width: width ?? (index > 0 && index === count - 1 ? "60%" : undefined), height }}
        />
      ))}
    </span>
  );
}
