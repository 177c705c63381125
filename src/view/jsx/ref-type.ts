/**
 * Names one element on the screen, to call its methods from the server: give it to the element's `ref` prop.
 * `Tag` says which methods it has.
 */
export interface Ref<Tag extends string = string> {
  /** What the element's `data-ref` says. */
  readonly key: number;
  /** Never there; keeps a `Ref<"dialog">` from passing for a `Ref<"input">`. */
  readonly tag?: Tag;
}
