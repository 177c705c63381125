import type { Attribute, Numeric } from "./attribute-value.ts";
import type { ContainerProps, VoidProps } from "./global-props.ts";

export interface ColumnProps extends VoidProps {
  span?: Attribute<Numeric>;
}

export interface ColumnGroupProps extends ContainerProps {
  span?: Attribute<Numeric>;
}

export interface CellProps extends ContainerProps {
  colspan?: Attribute<Numeric>;
  headers?: Attribute<string>;
  rowspan?: Attribute<Numeric>;
}

export interface HeaderCellProps extends CellProps {
  abbr?: Attribute<string>;
  scope?: Attribute<"row" | "col" | "rowgroup" | "colgroup">;
}
