import { needPart } from "../../session/parts.ts";
import { JsxNode, type Child, type Live } from "../../view/node.ts";
import { freshId } from "../base/fresh-id.ts";
import type { Placement } from "./popup-state.ts";

export interface TooltipProps {
  /** What it says: more than the label, as not everybody sees it. */
  text: Live<string>;
  /** What it is about: as a rule a button. */
  children: JsxNode;
  /** `"top"` unless told. */
  placement?: Placement;
}

/**
 * A few more words on something, while a pointer rests on it or it has the focus.
 *
 * @example
 * ```tsx
 * import { Button, Tooltip } from "tandem/ui";
 *
 * export const Publish = () => (
 *   <Tooltip text="Everybody will see it">
 *     <Button tone="brand">Publish</Button>
 *   </Tooltip>
 * );
 * ```
 *
 * What is in it is described by it, for who does not see it. Nothing of it can be pressed, and on a touch screen it is
 * not there: say what matters beside the control. From Shiny's `tooltip` and Rio's `Tooltip`.
 */
export function Tooltip({ text, children, placement = "top" }: TooltipProps): Child {
  needPart("ui");
  const id = freshId("tooltip");
  const host = freshId("tooltip-host");
  return (
    <span class="tandem-tooltip-host" id={host}>
      {describedBy(children, id)}
      <span
        role="tooltip"
        class="tandem-floating"
        id={id}
        popover="manual"
        data-anchor={host}
        data-placement={placement}
      >
        {text}
      </span>
    </span>
  );
}

/** The same with one more thing that describes it. */
function describedBy(node: JsxNode, id: string): JsxNode {
  const before = node.props["aria-describedby"];
  const value = typeof before === "string" ? `${before} ${id}` : id;
  return new JsxNode(node.type, { ...node.props, "aria-describedby": value });
}
