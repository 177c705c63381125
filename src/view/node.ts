import type { ReadonlySignal } from "../reactive/signal.ts";

/** A function from props to what it shows. It runs once; what changes is a signal. */
export type Component<Props = Record<never, never>> = (props: Props) => Child;

/** What JSX makes: a description, mounted later from the top down. */
export class JsxNode {
  /** Nominal: an object that only looks like a node is not one. */
  declare private readonly brand: never;
  readonly type: string | Component<never>;
  readonly props: Readonly<Record<string, unknown>>;

  constructor(type: string | Component<never>, props: Readonly<Record<string, unknown>>) {
    this.type = type;
    this.props = props;
  }

  /** What a function of the app's shows at this place. Warnings call it by this name, as such functions have none. */
  static of(name: string, render: () => Child): JsxNode {
    return new JsxNode({ [name]: () => render() }[name]!, {});
  }
}

/** A value, or something live that holds one: a signal, a computed, or a function to be read again when it changes. */
export type Live<T> = T | ReadonlySignal<T> | (() => T);

/** What can stand between tags. `null`, `undefined` and booleans show nothing. */
export type Child =
  | JsxNode
  | RawHtml
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | ReadonlySignal<Child>
  | (() => Child)
  | readonly Child[];

/** HTML the app vouches for. Only {@link rawHtml} makes one. */
export class RawHtml {
  declare private readonly brand: never;
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

/**
 * Marks a string as HTML to be shown as it is; everything else is escaped.
 *
 * @example
 * ```tsx
 * import { rawHtml } from "tandem";
 *
 * const trusted = "<b>bold</b>"; // never something a user wrote
 * export default () => <p>{rawHtml(trusted)}</p>;
 * ```
 */
export function rawHtml(html: string): RawHtml {
  return new RawHtml(html);
}
