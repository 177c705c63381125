import type { Attribute, Numeric } from "./attribute-value.ts";
import type { Live } from "../node.ts";
import type { Signal } from "../../reactive/signal.ts";
import type {
  ContainerProps,
  CrossOrigin,
  FetchPriority,
  GlobalProps,
  ReferrerPolicy,
  VoidProps,
  Target,
} from "./global-props.ts";

export interface AnchorProps extends ContainerProps {
  download?: Attribute<string | true>;
  href?: Attribute<string>;
  hreflang?: Attribute<string>;
  ping?: Attribute<string>;
  referrerpolicy?: ReferrerPolicy;
  rel?: Attribute<string>;
  target?: Target;
  type?: Attribute<string>;
}

export interface QuoteProps extends ContainerProps {
  cite?: Attribute<string>;
}

export interface ChangeProps extends QuoteProps {
  datetime?: Attribute<string>;
}

export interface DataProps extends ContainerProps {
  value?: Attribute<string | number>;
}

export interface TimeProps extends ContainerProps {
  datetime?: Attribute<string>;
}

export interface ListItemProps extends ContainerProps {
  value?: Attribute<Numeric>;
}

export interface OrderedListProps extends ContainerProps {
  reversed?: Attribute<boolean>;
  start?: Attribute<Numeric>;
  type?: Attribute<"1" | "a" | "A" | "i" | "I">;
}

interface DetailsBase extends ContainerProps {
  name?: Attribute<string>;
}
interface LooseDetails extends DetailsBase {
  bind?: undefined;
  open?: Attribute<boolean>;
}
interface BoundDetails extends DetailsBase {
  /** Open while true; follows the person who opens and closes it. */
  bind: Signal<boolean>;
  open?: undefined;
}
interface NamedDetails extends DetailsBase {
  /** The name under which the session knows whether it is open. */
  bind: string;
  id?: undefined;
  /** Whether it is open at first. */
  open?: Live<boolean>;
}
export type DetailsProps = LooseDetails | BoundDetails | NamedDetails;

interface DialogBase extends ContainerProps {
  closedby?: Attribute<"any" | "closerequest" | "none">;
}
interface LooseDialog extends DialogBase {
  bind?: undefined;
  open?: Attribute<boolean>;
}
interface BoundDialog extends DialogBase {
  /** Open while true; false once the person has closed it. */
  bind: Signal<boolean>;
  open?: undefined;
}
interface NamedDialog extends DialogBase {
  /** The name under which the session knows whether it is open. */
  bind: string;
  id?: undefined;
  /** Whether it is open at first. */
  open?: Live<boolean>;
}
export type DialogProps = LooseDialog | BoundDialog | NamedDialog;

export interface SlotProps extends ContainerProps {
  name?: Attribute<string>;
}

export interface MetaProps extends VoidProps {
  charset?: Attribute<string>;
  content?: Attribute<string>;
  media?: Attribute<string>;
  name?: Attribute<string>;
}

export interface LinkProps extends VoidProps {
  as?: Attribute<string>;
  crossorigin?: CrossOrigin;
  disabled?: Attribute<boolean>;
  fetchpriority?: FetchPriority;
  href?: Attribute<string>;
  hreflang?: Attribute<string>;
  imagesizes?: Attribute<string>;
  imagesrcset?: Attribute<string>;
  integrity?: Attribute<string>;
  media?: Attribute<string>;
  referrerpolicy?: ReferrerPolicy;
  rel?: Attribute<string>;
  sizes?: Attribute<string>;
  type?: Attribute<string>;
}

export interface StyleElementProps extends GlobalProps {
  media?: Attribute<string>;
  /** CSS as text: no elements. */
  children?: Live<string> | readonly string[];
}
